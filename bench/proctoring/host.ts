import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { proctoringNorms, thresholdsFor } from '#modules/proctoring/norms.ts'

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.bin': 'application/octet-stream', '.onnx': 'application/octet-stream' }
/** As the product says it for its pages, and for what workers load. */
const PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; media-src 'self' blob:"
export const ASSET_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"

export interface SignalHeard {
  seq: number
  kind: string
  from: number
  to: number
  peak: number
  detail: Record<string, unknown>
}
export interface StoredChunk {
  number: number
  sha256: string
  bytes: Buffer
  begins: boolean
}
/** What stands instead of the product's server in measurements and in the test of the island: the contract, in memory. */
export interface Host {
  url: string
  signals: SignalHeard[]
  chunks: StoredChunk[]
  beats: number
  /** What the next piece is answered with, once. */
  answerNext: { status: number; body: object } | undefined
  thresholds: Record<string, object>
  off: string[]
  /** Bytes of assets as they went over the wire. */
  assetBytes: number
  end(): Promise<void>
}

/** What the browser is told: by the norms that are delivered, as the product itself makes it of them. */
const THRESHOLDS = thresholdsFor(proctoringNorms(parseNormEdition(JSON.parse(readFileSync(join(projectRoot(), 'norms/2026-01.json'), 'utf8')))))

/** Serves the built assets, a page with one section for the island, and the calls of the watch. */
export async function openHost(assets: string, stage = 'run', html?: string): Promise<Host> {
  const manifest = join(assets, 'manifest.json')
  if (!existsSync(manifest)) throw new Error('the assets were not built: npm run build')
  const island = (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>)['src/web/islands/proctoring/main.ts']!.file
  const page = html ?? `<!doctype html><meta charset="utf-8"><title>watch</title><section id="proctoring" data-base="/watch" data-stage="${stage}" data-csrf="-" data-texts="{}"></section><script type="module" src="/${island}"></script>`
  const server = createServer((request, response) => void answer(request, response).catch(() => response.writeHead(500).end()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host: Host = {
    url: `http://localhost:${typeof address === 'object' ? address!.port : 0}`, signals: [], chunks: [], beats: 0, answerNext: undefined, thresholds: THRESHOLDS, off: [], assetBytes: 0,
    end: () => close(server),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url!, host.url)
    const json = (status: number, body: object) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (pathname === '/') return void response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': PAGE_POLICY }).end(page)
    if (pathname.startsWith('/assets/')) return asset(pathname, response)
    const body = await read(request)
    if (pathname === '/watch/state') return void json(200, { state: 'running', tracks: { camera: { next: host.chunks.length }, screen: { next: 0 } }, thresholds: host.thresholds, off: host.off, seq: host.signals.at(-1)?.seq ?? 0 })
    if (pathname === '/watch/signals') {
      const said = (JSON.parse(body.toString()) as { signals: SignalHeard[] }).signals
      if (said.length === 0) host.beats += 1
      host.signals.push(...said)
      return void json(200, { received: said.length, state: 'running', warning: null })
    }
    const number = /^\/watch\/chunks\/camera\/(\d+)$/.exec(pathname)?.[1]
    if (number !== undefined) return chunk(Number(number), request, body, json)
    response.writeHead(pathname.startsWith('/watch/picture/') ? 201 : 404).end()
  }
  function chunk(number: number, request: IncomingMessage, bytes: Buffer, json: (status: number, body: object) => void): void {
    const once = host.answerNext
    host.answerNext = undefined
    if (once) return json(once.status, once.body)
    const sha256 = String(request.headers['x-chunk-sha256'])
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return json(422, { code: 'proctoring.chunk-hash' })
    const known = host.chunks[number]
    if (known) return known.sha256 === sha256 ? json(200, {}) : json(409, { code: 'proctoring.chunk-differs' })
    if (number !== host.chunks.length) return json(409, { code: 'proctoring.chunk-order', next: host.chunks.length })
    host.chunks.push({ number, sha256, bytes, begins: request.headers['x-chunk-begins'] === '1' })
    json(201, {})
  }
  function asset(pathname: string, response: ServerResponse): void {
    const path = join(assets, normalize(pathname.slice('/assets/'.length)))
    if (!path.startsWith(assets) || !existsSync(path)) return void response.writeHead(404).end()
    const packed = existsSync(`${path}.br`)
    const bytes = readFileSync(packed ? `${path}.br` : path)
    host.assetBytes += bytes.length
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': ASSET_POLICY, 'cache-control': 'public, max-age=31536000, immutable', ...(packed ? { 'content-encoding': 'br' } : {}) }).end(bytes)
  }
  return host
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
