import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defaultClientConditions, defineConfig } from 'vite';
import { copyModels, modelsAddress } from './scripts/proctoring-models.ts';

const ISLANDS = 'src/web/islands';
const SHEETS = ['src/web/ui/assets/govuk-frontend.css', 'src/web/ui/assets/tanu.css'];

/** One entry per sheet and per island; the manifest names each by its path in `src`. */
function clientEntries(): Record<string, string> {
  const sheets = SHEETS.map((path) => [basename(path, '.css'), path]);
  const islands = existsSync(ISLANDS) ? readdirSync(ISLANDS) : [];
  const scripts = islands.flatMap((name) => ['main.tsx', 'main.ts'].map((file) => [name, join(ISLANDS, name, file)]));
  return Object.fromEntries([...sheets, ...scripts].filter(([, path]) => path !== undefined && existsSync(path)));
}

/** Sheets and scripts are packed once at the build; the server sends whichever the browser takes. */
const packed = {
  name: 'packed-assets',
  writeBundle(options: { dir?: string }) {
    const folder = join(options.dir ?? 'dist', 'assets');
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder).filter((each) => /\.(?:css|js|svg|wasm)$/.test(each))) {
      const bytes = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 500_000 ? 9 : 11 } }));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

/** Models of the watch lie beside the scripts, under an address of their own version. */
const models = {
  name: 'proctoring-models',
  writeBundle(options: { dir?: string }) {
    const folder = join(options.dir ?? 'dist', 'assets');
    if (existsSync(folder)) copyModels(import.meta.dirname, folder);
  },
};

/** `vite build` makes dist/assets for browsers, `vite build --ssr <entry>` makes dist/server for Node. */
export default defineConfig(({ isSsrBuild }) => ({
  appType: 'custom',
  publicDir: false,
  plugins: [packed, ...(isSsrBuild ? [] : [models])],
  define: { __MODELS__: JSON.stringify(modelsAddress(import.meta.dirname)) },
  // The runtime of the voice model is one of the copied files; without this its fourteen megabytes would be emitted a second time.
  resolve: isSsrBuild ? {} : { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  worker: { format: 'es' },
  css: { lightningcss: { errorRecovery: true } },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node24',
        sourcemap: true,
        minify: false,
        emptyOutDir: true,
        // The bundle is made elsewhere and moved to dist/server; the sources must be named as seen from there.
        rolldownOptions: { output: { sourcemapPathTransform: (source) => source.replace(/^(\.\.\/)+src\//, '../../src/') } },
      }
    : {
        outDir: 'dist',
        target: 'es2022',
        assetsDir: 'assets',
        manifest: 'assets/manifest.json',
        // Fonts and pictures stay files of their own, so that they are cached and no data: address is needed.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: clientEntries() },
      },
}));
