import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s3Store } from './s3-store.ts'
import type { FileStore } from './store.ts'

let server: ChildProcess
let folder: string
let store: FileStore
const freePort = () => new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number }
    probe.close(() => resolve(port))
  })
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tanu-s3-'))
  const port = await freePort()
  const bin = join(dirname(createRequire(import.meta.url).resolve('s3rver/package.json')), 'bin', 's3rver.js')
  server = spawn(process.execPath, [bin, '-d', folder, '-a', '127.0.0.1', '-p', String(port), '--configure-bucket', 'tanu'], { stdio: 'ignore' })
  store = s3Store({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: 'tanu', accessKey: 'S3RVER', secretKey: 'S3RVER', encryption: undefined })
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
})
afterAll(async () => {
  server.kill()
  await rm(folder, { recursive: true, force: true })
})

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

  it('lets a browser bring what is known by its digest, without our keys', async () => {
    const bytes = Buffer.from('straight to the store')
    const place = await store.presign!({ sha256: createHash('sha256').update(bytes).digest(), size: bytes.length, mediaType: 'video/webm' })
    expect(place.headers['x-amz-checksum-sha256']).toBe(createHash('sha256').update(bytes).digest('base64'))
    expect(new URL(place.url).searchParams.get('X-Amz-SignedHeaders')).toContain('x-amz-checksum-sha256')
    const answer = await fetch(place.url, { method: 'PUT', body: bytes, headers: place.headers })
    expect(answer.status).toBe(200)
    expect(Buffer.from(await store.get(place.key)).toString()).toBe('straight to the store')
  })
})
