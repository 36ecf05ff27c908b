import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { S3Settings } from '#platform/files/s3-store.ts'

/** A store of objects in a process of its own. It believes every signature of the fourth version and counts no SHA-256: what only a real store refuses is not shown with it. */
export interface S3Server {
  /** As our server reaches it, and as a browser on this machine does. */
  settings: S3Settings
  /** Of the store as a browser reaches it. */
  origin: string
  /** Shuts the door of the browsers for good; where it is one of its own, our server goes on. */
  kill(): Promise<void>
  end(): Promise<void>
}

/** The rules of the bucket for pages of other origins, as docs/operation.md asks for them. */
const CORS = `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>
<AllowedHeader>content-type</AllowedHeader><AllowedHeader>x-amz-checksum-sha256</AllowedHeader><AllowedHeader>x-amz-server-side-encryption</AllowedHeader>
<MaxAgeSeconds>600</MaxAgeSeconds></CORSRule></CORSConfiguration>`

/** `ownDoor`: browsers come in by another process over the same bytes, which may fall alone. */
export async function openS3Server({ ownDoor = false } = {}): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'tanu-s3-'))
  await writeFile(join(folder, 'cors.xml'), CORS)
  const store = await start(folder)
  const door = ownDoor ? await start(folder) : store
  return {
    settings: { endpoint: store.origin, browserEndpoint: door.origin, region: 'us-east-1', bucket: 'tanu', accessKey: 'S3RVER', secretKey: 'S3RVER', encryption: undefined },
    origin: door.origin, kill: door.kill,
    async end() {
      await Promise.all([store.kill(), door.kill()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function start(folder: string): Promise<{ origin: string; kill(): Promise<void> }> {
  const port = await freePort()
  const bin = join(dirname(createRequire(import.meta.url).resolve('s3rver/package.json')), 'bin', 's3rver.js')
  const server = spawn(process.execPath, [bin, '-d', join(folder, 'store'), '-a', 'localhost', '-p', String(port), '--configure-bucket', 'tanu', join(folder, 'cors.xml')], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const origin = `http://localhost:${port}`
  for (let tries = 0; !(await fetch(origin).then(() => true, () => false)); tries++) {
    if (tries >= 150) throw new Error('the store of objects does not answer')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    origin,
    async kill() {
      server.kill('SIGKILL')
      await ended
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
