import type { PaperData, PaperKind, RenderOptions } from './papers.ts';
import { createPdfPool, type PdfPool } from './pool.ts';

let pool: PdfPool | undefined;

/** Renders a paper to PDF in a worker thread; the same data and `createdAt` give the same bytes. */
export function renderPdf<K extends PaperKind>(
  kind: K,
  data: PaperData[K],
  options: RenderOptions,
): Promise<Uint8Array> {
  pool ??= createPdfPool();
  return pool.render(kind, data, options);
}

/** Ends the worker threads; the next `renderPdf` starts new ones. */
export async function closePdf(): Promise<void> {
  const open = pool;
  pool = undefined;
  await open?.close();
}
