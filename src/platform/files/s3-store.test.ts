import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openS3Server, type S3Server } from '../../../test/support/s3-server.ts'
import { s3Store } from './s3-store.ts'
import type { FileStore } from './store.ts'

let server: S3Server
let store: FileStore

beforeAll(async () => {
  server = await openS3Server()
  store = s3Store(server.settings)
}, 30_000)
afterAll(() => server.end())

const bytesFrom = async (stream: NodeJS.ReadableStream) => {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(pieces).toString()
}

describe('a store of objects, asked over the wire', () => {
  it('keeps bytes and streams under random keys, gives them back, and forgets them', async () => {
    const put = await store.put(Buffer.from('a recording'))
    expect(put).toMatchObject({ size: 11, sha256: createHash('sha256').update('a recording').digest() })
    expect(put.key).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/)
    expect(Buffer.from(await store.get(put.key)).toString()).toBe('a recording')
    expect(await bytesFrom(store.stream(put.key))).toBe('a recording')
    async function* pieces() { yield Buffer.from('in '); yield Buffer.from('pieces') }
    const streamed = await store.put(pieces())
    expect(Buffer.from(await store.get(streamed.key)).toString()).toBe('in pieces')
    await store.delete(put.key)
    await expect(store.get(put.key)).rejects.toThrow()
    await expect(bytesFrom(store.stream(put.key))).rejects.toThrow()
    await store.delete(put.key)
    expect(await store.deleteHalfWritten(0)).toBe(0)
  })

  it('lists what is older, for the sweep of orphans, and only what is ours', async () => {
    const { key } = await store.put(Buffer.from('old'))
    const keys: string[] = []
    for await (const each of store.list(-5_000)) keys.push(each)
    expect(keys).toContain(key)
    for await (const each of store.list(3_600_000)) expect(each).toBe('nothing is so old')
    await expect(store.get('../etc/passwd')).rejects.toThrow('not a key')
  })

  it('lets a browser bring what is known by its digest, without our keys, and looks whether it came', async () => {
    const bytes = Buffer.from('straight to the store')
    const digest = createHash('sha256').update(bytes).digest()
    const direct = store.direct!
    expect(direct.origin).toBe(server.origin)
    const place = await direct.presign({ sha256: digest, size: bytes.length, mediaType: 'application/octet-stream' })
    expect(await direct.look(place.key, 8)).toBeUndefined()
    const answer = await fetch(place.url, { method: 'PUT', body: bytes, headers: place.headers })
    expect(answer.status).toBe(200)
    expect(Buffer.from(await store.get(place.key)).toString()).toBe('straight to the store')
    const found = (await direct.look(place.key, 8))!
    // This store counts no SHA-256; one that does says it in the same answer.
    expect({ ...found, first: Buffer.from(found.first).toString() }).toEqual({ size: bytes.length, sha256: undefined, first: 'straight' })
    expect(Buffer.from((await direct.look(place.key, 999))!.first)).toEqual(bytes)
    await expect(direct.look('../etc/passwd', 1)).rejects.toThrow('not a key')
  })

  it('signs the length, the type and the digest of what may come, for the address that browsers know', async () => {
    const outside = s3Store({ ...server.settings, browserEndpoint: 'https://files.example:9000', encryption: 'AES256' }).direct!
    const bytes = Buffer.from('a piece')
    const place = await outside.presign({ sha256: createHash('sha256').update(bytes).digest(), size: bytes.length, mediaType: 'application/octet-stream' })
    const url = new URL(place.url)
    expect([outside.origin, url.origin, url.pathname]).toEqual(['https://files.example:9000', 'https://files.example:9000', `/tanu/${place.key}`])
    const sent: Record<string, string> = { ...place.headers, 'content-length': String(bytes.length), host: url.host }
    expect(url.searchParams.get('X-Amz-SignedHeaders')!.split(';')).toEqual(Object.keys(sent).sort())
    // The server of these tests believes every signature, so it is counted here as the specification says, without the library that made it.
    const signed = (headers: Record<string, string>) => signatureOf(url, headers, server.settings.secretKey)
    expect(signed(sent)).toBe(url.searchParams.get('X-Amz-Signature'))
    for (const name of ['content-length', 'content-type', 'x-amz-checksum-sha256']) expect(signed({ ...sent, [name]: 'another' })).not.toBe(url.searchParams.get('X-Amz-Signature'))
  })

  it('lets nothing past the server where it does not say how browsers reach it', () => {
    expect(s3Store({ ...server.settings, browserEndpoint: undefined }).direct).toBeUndefined()
  })
})

/** The signature of a PUT, version 4, by the text of its specification. */
function signatureOf(url: URL, headers: Record<string, string>, secret: string): string {
  const said = (name: string) => url.searchParams.get(name)!
  const encoded = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&')
  const names = said('X-Amz-SignedHeaders')
  const request = ['PUT', url.pathname, query, ...names.split(';').map((name) => `${name}:${headers[name]}`), '', names, 'UNSIGNED-PAYLOAD'].join('\n')
  const [, day, region, service, end] = said('X-Amz-Credential').split('/')
  const key = [day!, region!, service!, end!].reduce<string | Buffer>((last, part) => createHmac('sha256', last).update(part).digest(), `AWS4${secret}`)
  const text = ['AWS4-HMAC-SHA256', said('X-Amz-Date'), [day, region, service, end].join('/'), createHash('sha256').update(request).digest('hex')].join('\n')
  return createHmac('sha256', key).update(text).digest('hex')
}
