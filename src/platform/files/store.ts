import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Denial } from '#kernel/denial.ts'

/** Where bytes lie; the database knows their key, hash and meaning. */
export interface FileStore {
  /** Durable when it answers: written aside, flushed, renamed. */
  put(bytes: Uint8Array): Promise<{ key: string; sha256: Uint8Array; size: number }>
  get(key: string): Promise<Uint8Array>
  stream(key: string): NodeJS.ReadableStream
  delete(key: string): Promise<void>
  /** Keys older than `olderThanMs`, for the sweep of orphans. */
  list(olderThanMs: number): AsyncIterable<string>
}

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

/** A store in a folder; keys are random and say nothing about the content or the person. */
export function folderStore(folder: string): FileStore {
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error('not a key of the file store')
    return join(folder, key)
  }
  return {
    async put(bytes) {
      const name = randomUUID()
      const key = `${name.slice(0, 2)}/${name}`
      const target = pathOf(key)
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true, mode: 0o700 })
      const aside = `${target}.part`
      try {
        const file = await open(aside, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, target)
      } catch (error) {
        await rm(aside, { force: true })
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Denial('file.disk-full')
        throw error
      }
      return { key, sha256: createHash('sha256').update(bytes).digest(), size: bytes.length }
    },
    get: (key) => readFile(pathOf(key)),
    stream: (key) => createReadStream(pathOf(key)),
    delete: (key) => rm(pathOf(key), { force: true }),
    async *list(olderThanMs) {
      const before = Date.now() - olderThanMs
      for (const part of await readdir(folder).catch(() => [] as string[])) {
        for (const name of await readdir(join(folder, part)).catch(() => [] as string[])) {
          const key = `${part}/${name}`
          const found = KEY.test(key) ? await stat(pathOf(key)).catch(() => undefined) : undefined
          if (found && found.mtimeMs < before) yield key
        }
      }
    },
  }
}
