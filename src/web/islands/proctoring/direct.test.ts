import { createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Chunk } from './chunk-queue.ts'
import { Direct, seal, type Told } from './direct.ts'

const key = randomBytes(32)
const own = { key: key.toString('base64'), place: 'chunk:watch' }
const chunk: Chunk = { id: 1, number: 7, from: 4000, ms: 4000, type: 'video/webm', sha256: 'plain', bytes: 5, begins: false }
const bytes = new Blob(['piece'])

function opened(sealed: Uint8Array, place: string): string {
  const all = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, 12))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(all.subarray(12, 28))
  return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]).toString()
}

/** A server that offers places, and a store that answers with these statuses; 0 is a store that is not reached. */
function aHouse(statuses: number[], answers: Partial<Record<string, Told>> = {}) {
  const asked: [string, Record<string, unknown>][] = []
  const put: { url: string; body: Uint8Array; init: RequestInit }[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    put.push({ url, body: init.body as Uint8Array, init })
    const status = statuses.shift() ?? 200
    return status === 0 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response(null, { status }))
  })
  const direct = new Direct(own, (path, body) => {
    asked.push([path, body as Record<string, unknown>])
    return Promise.resolve(answers[path] ?? (path === 'places' ? { status: 200, outcome: 'place', put: { url: 'https://store.example/x', headers: { 'x-amz-checksum-sha256': 'sum' } }, ticket: 'sealed' } : { status: 200, outcome: 'stored' }))
  })
  return { asked, put, send: (track = 'camera') => direct.send(track, chunk, bytes) }
}
afterEach(() => vi.unstubAllGlobals())

describe('a piece that goes straight to the store', () => {
  it('is sealed as the server seals, and bound to its place', async () => {
    const sealed = await seal(own, 'camera:7', Buffer.from('piece'))
    expect([sealed.length, opened(sealed, 'chunk:watch:camera:7')]).toEqual([5 + 28, 'piece'])
    expect(() => opened(sealed, 'chunk:watch:camera:8')).toThrow()
    expect(await seal(own, 'camera:7', Buffer.from('piece'))).not.toEqual(sealed)
  })

  it('is announced, put without our cookies, and confirmed', async () => {
    const { asked, put, send } = aHouse([])
    expect(await send()).toEqual({ status: 200, outcome: 'stored' })
    expect(opened(put[0]!.body, 'chunk:watch:camera:7')).toBe('piece')
    expect(put[0]!.init).toMatchObject({ method: 'PUT', credentials: 'omit', headers: { 'x-amz-checksum-sha256': 'sum' } })
    expect(asked).toEqual([
      ['places', { track: 'camera', chunk: 7, mediaType: 'video/webm', sha256: 'plain', clientFrom: 4000, ms: 4000, sealedSha256: createHash('sha256').update(put[0]!.body).digest('hex'), sealedSize: 33 }],
      ['places/confirm', { ticket: 'sealed' }],
    ])
  })

  it.each<[string, Partial<Record<string, Told>>, unknown]>([
    ['kept already: it is not put again', { places: { status: 200, outcome: 'again' } }, { status: 200, outcome: 'again' }],
    ['out of its turn', { places: { status: 409, code: 'proctoring.chunk-order' } }, { status: 409, code: 'proctoring.chunk-order' }],
    ['after the end', { places: { status: 410, code: 'proctoring.ended' } }, { status: 410, code: 'proctoring.ended' }],
    ['while nobody answers', { places: { status: 0 } }, { status: 0 }],
  ])('hears the word of the server: %s', async (_, answers, said) => {
    const { put, send } = aHouse([], answers)
    for (let turn = 0; turn < 4; turn++) expect(await send()).toEqual(said)
    expect(put).toEqual([])
  })

  it.each([[[0, 0]], [[403, 500]], [[0, 503]]])('that the store refuses twice in a row goes through the server, and so does everything after it (%j)', async (statuses) => {
    const { asked, put, send } = aHouse(statuses)
    expect(await send()).toEqual({ status: 0 })
    expect([await send(), await send(), await send()]).toEqual([undefined, undefined, undefined])
    expect([put.length, asked.length]).toEqual([2, 2])
  })

  it('that failed once only is no reason to leave the store', async () => {
    const { send } = aHouse([0, 200, 0, 200, 0, 200])
    const said = []
    for (let turn = 0; turn < 6; turn++) said.push((await send())?.status)
    expect(said).toEqual([0, 200, 0, 200, 0, 200])
  })

  it('of one track leaves the other where it is', async () => {
    const { send } = aHouse([0, 0])
    expect([await send('camera'), await send('screen'), (await send('camera'))?.status, (await send('screen'))?.status]).toEqual([{ status: 0 }, { status: 0 }, 200, 200])
  })

  it('that did not arrive as it was sent counts as refused', async () => {
    const { send } = aHouse([], { 'places/confirm': { status: 422, code: 'proctoring.upload-missing' } })
    expect([await send(), await send(), await send()]).toEqual([{ status: 0 }, undefined, undefined])
  })

  it('goes through the server at once where the server says so, and does not ask again', async () => {
    const { asked, send } = aHouse([], { places: { status: 200, outcome: 'through-server' } })
    expect([await send(), await send()]).toEqual([undefined, undefined])
    expect(asked.length).toBe(1)
  })
})
