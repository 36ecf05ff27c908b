import { get } from 'node:http'
import type { Bench } from '../instance.ts'
import { median, round, type Shot } from '../load.ts'
import type { Line } from '../report.ts'

const ROUNDS = 3

/** Interleaves own and floor, so that a busy minute of the machine falls on both. */
export async function compare(bench: Bench, measure: string, seconds: number, clients: number, own: (client: number, turn: number) => Shot, floor: (client: number, turn: number) => Shot, note?: string): Promise<Line> {
  const [owns, floors] = [[], []] as [Awaited<ReturnType<typeof round>>[], Awaited<ReturnType<typeof round>>[]]
  await round(bench.own.url, bench.own.pid, clients, 0.5, own)
  for (let each = 0; each < ROUNDS; each++) {
    owns.push(await round(bench.own.url, bench.own.pid, clients, seconds, own))
    floors.push(await round(bench.floor.url, bench.floor.pid, clients, seconds, floor))
  }
  return { measure, own: median(owns), floor: median(floors), ...(note ? { note } : {}) }
}

const read = (client: number, turn: number): Shot => ({ path: `/read/N${((client * 31 + turn) % 1000) + 1}`, headers: { cookie: 'a=b' } })

/** Public pages and the public API. */
export async function pages(bench: Bench, seconds: number): Promise<Line[]> {
  const lines: Line[] = []
  const codes = Array.from({ length: 60 }, (_, index) => `K-${String(index + 1).padStart(4, '0')}`)
  lines.push(await compare(bench, 'register page, HTML, c32', seconds, 32, () => ({ path: '/kk/professions' }), read, 'floor: one prepared read'))
  lines.push(await compare(bench, 'profession page, HTML, c32', seconds, 32, (client, turn) => ({ path: `/kk/professions/${codes[(client + turn) % codes.length]}` }), read, 'floor: one prepared read'))
  lines.push(await compare(bench, 'profession, JSON, c32', seconds, 32, (client, turn) => ({ path: `/api/v1/professions/${codes[(client + turn) % codes.length]}` }), read, 'floor: one prepared read'))
  lines.push(await compare(bench, 'verification, JSON, unknown, c32', seconds, 32, (client, turn) => ({ path: `/api/v1/documents/${String(client * 7 + turn).padStart(12, '0')}` }), read, 'counted as failed: 404 is the right answer'))
  return lines
}

/** Bytes over the wire for one public page with everything it asks for. */
export async function wire(bench: Bench): Promise<string> {
  const html = await (await fetch(`${bench.own.url}/kk/professions`)).text()
  const packed = (path: string): Promise<number> => new Promise((resolve, reject) => {
    get(`${bench.own.url}${path}`, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => { bytes += chunk.length })
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
  const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
  const sheets = await Promise.all(assets.map(async (asset) => (await fetch(bench.own.url + asset)).text()))
  const fonts = [...new Set([...sheets.join('').matchAll(/url\(["']?(\/?[^"')]+\.woff2)/g)].map((match) => `/assets/${match[1]!.split('/').at(-1)}`))]
  let total = 0
  const sizes: string[] = []
  for (const path of ['/kk/professions', ...assets, ...fonts]) {
    const bytes = await packed(path)
    total += bytes
    sizes.push(`${path.split('/').at(-1)} ${bytes}`)
  }
  return `bytes over the wire of the register page with every sheet and font it may ask for: ${total} (${sizes.join(', ')})`
}
