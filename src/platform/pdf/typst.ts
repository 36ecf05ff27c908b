import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import { drawable, fontCoverage } from './font-coverage.ts';
import type { PaperKind, RenderOptions } from './papers.ts';

const FONT_WEIGHTS = ['400Regular', '500Medium', '600SemiBold', '700Bold'];
// The compiler's memory is shared by all threads and grows by several MB a document: with an eviction
// every 20 documents and age 10 the process passed 1 GB after 600 papers, with these it stays below 0.3.
const DOCUMENTS_BETWEEN_EVICTIONS = 5;
const EVICTION_AGE = 1;

/** Renders one paper after another in the calling thread; it blocks, so it belongs into a worker. */
export interface TypstRenderer {
  render(kind: PaperKind, data: unknown, options: RenderOptions): Uint8Array;
}

/** A renderer with its own compiler over the templates of a folder. */
export function createTypstRenderer(templates: string): TypstRenderer {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontPaths: FONT_WEIGHTS.map((weight) => join(fonts, weight)) }],
  });
  const covers = fontCoverage(join(fonts, '400Regular', 'NotoSans_400Regular.ttf'));
  let rendered = 0;

  function render(kind: PaperKind, data: unknown, options: RenderOptions): Uint8Array {
    const seconds = Math.floor(Date.parse(options.createdAt) / 1000);
    if (!Number.isFinite(seconds)) throw new Error('createdAt is not an instant');
    const text = JSON.stringify(data, (_key, value: unknown) =>
      typeof value === 'string' ? drawable(value, covers) : value,
    );
    const inputs: Record<string, string> = { data: text };
    const url = (data as { verifyUrl?: unknown }).verifyUrl;
    if (typeof url === 'string') inputs['qr'] = renderSVG(url, { ecc: 'M', border: 0, blackColor: '#0B1F33' });
    if (++rendered % DOCUMENTS_BETWEEN_EVICTIONS === 0) compiler.evictCache(EVICTION_AGE);

    const compiled = compiler.compile({ mainFilePath: join(templates, `${kind}.typ`), inputs });
    const document = compiled.result;
    if (document === null) throw new Error(`template ${kind}: ${complaints(compiler, compiled)}`);
    try {
      return compiler.pdf(document, { pdfStandard: options.standard, creationTimestamp: seconds });
    } catch (error) {
      throw new Error(`template ${kind}: ${String(error instanceof Error ? error.message : error)}`);
    }
  }

  return { render };
}

// Only the message: the rest of a diagnostic may quote the data of a person.
function complaints(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeDiagnostics();
  if (error === null) return 'not compiled';
  const found = compiler.fetchDiagnostics(error) as { message?: string; range?: unknown; path?: string }[];
  return found.map((one) => `${one.message ?? 'fault'} (${one.path ?? ''} ${JSON.stringify(one.range)})`).join('; ');
}
