import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { S3Settings } from '#platform/files/s3-store.ts'

/** A store of objects in a process of its own. It believes every signature of the fourth version and counts no SHA-256: what only a real store refuses is not shown with it. */
export interface S3Server {
  /** As our server reaches it. */
  settings: S3Settings
  /** As a browser on this machine reaches it. */
  origin: string
  /** Ends the process, as a store that falls. */
  kill(): Promise<void>
  end(): Promise<void>
}

/** The rules of the bucket for pages of other origins, as docs/operation.md asks for them. */
const CORS = `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>
<AllowedHeader>content-type</AllowedHeader><AllowedHeader>x-amz-checksum-sha256</AllowedHeader><AllowedHeader>x-amz-server-side-encryption</AllowedHeader>
<MaxAgeSeconds>600</MaxAgeSeconds></CORSRule></CORSConfiguration>`

export async function openS3Server(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'tanu-s3-'))
  const port = await freePort()
  await writeFile(join(folder, 'cors.xml'), CORS)
  const bin = join(dirname(createRequire(import.meta.url).resolve('s3rver/package.json')), 'bin', 's3rver.js')
  const server = spawn(process.execPath, [bin, '-d', join(folder, 'store'), '-a', 'localhost', '-p', String(port), '--configure-bucket', 'tanu', join(folder, 'cors.xml')], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const origin = `http://localhost:${port}`
  for (let tries = 0; !(await fetch(origin).then(() => true, () => false)); tries++) {
    if (tries >= 150) throw new Error('the store of objects does not answer')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const kill = async (): Promise<void> => {
    server.kill('SIGKILL')
    await ended
  }
  return {
    settings: { endpoint: origin, browserEndpoint: origin, region: 'us-east-1', bucket: 'tanu', accessKey: 'S3RVER', secretKey: 'S3RVER', encryption: undefined },
    origin, kill,
    async end() {
      await kill()
      await rm(folder, { recursive: true, force: true })
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
