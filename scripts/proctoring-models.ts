import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const PACKAGES = ['@vladmandic/human', '@tensorflow/tfjs-backend-wasm', '@ricky0123/vad-web', 'onnxruntime-web'] as const

/** What the watch of an online exam needs beside its scripts, as it lies in the packages. Nothing is fetched from anywhere else. */
const FILES = [
  ...['blazeface', 'facemesh', 'centernet'].flatMap((model) => [`@vladmandic/human/models/${model}.json`, `@vladmandic/human/models/${model}.bin`]),
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm', '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  '@ricky0123/vad-web/dist/silero_vad_v5.onnx', '@ricky0123/vad-web/dist/vad.worklet.bundle.min.js',
  'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm', 'onnxruntime-web/dist/ort-wasm-simd-threaded.mjs',
]
/** A packed file is kept when it saves this share; weights of models hardly pack. */
const WORTH = 0.05

/** The address below which the files are served; a new version of a package makes a new address, so they are cached for a year. */
export function modelsAddress(root: string): string {
  return `/assets/proctoring/${version(root)}/`
}

function version(root: string): string {
  const versions = PACKAGES.map((name) => (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version)
  return createHash('sha256').update(JSON.stringify([versions, FILES])).digest('hex').slice(0, 12)
}

/** Puts the files, and their packed twins, into the folder of assets. Packing is done once for each version of the packages. */
export function copyModels(root: string, assets: string): void {
  const kept = join(root, '.cache', `proctoring-${version(root)}`)
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true })
    const half = mkdtempSync(`${kept}-half-`)
    chmodSync(half, 0o755)
    for (const file of FILES) pack(join(root, 'node_modules', file), join(half, basename(file)))
    try {
      renameSync(half, kept)
    } catch (error) {
      rmSync(half, { recursive: true, force: true })
      if (!existsSync(kept)) throw error
    }
  }
  cpSync(kept, join(assets, 'proctoring', version(root)), { recursive: true })
}

function pack(from: string, to: string): void {
  const bytes = readFileSync(from)
  copyFileSync(from, to)
  // The best packing of fourteen megabytes takes half a minute; this takes a second, and still beats gzip.
  const quality = bytes.length > 1_000_000 ? 5 : 9
  const packed = { br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }), gz: gzipSync(bytes) }
  for (const [kind, less] of Object.entries(packed)) if (less.length < bytes.length * (1 - WORTH)) writeFileSync(`${to}.${kind}`, less)
}
