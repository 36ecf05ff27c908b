import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Denial } from '#kernel/denial.ts'

/** A place to which a browser may bring bytes itself, for a short time and with this very content only. */
export interface Presigned {
  key: string
  url: string
  headers: Readonly<Record<string, string>>
  seconds: number
}

/** Where bytes lie; the database knows their key, hash and meaning. */
export interface FileStore {
  /** Durable when it answers: written aside, flushed, renamed. */
  put(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<{ key: string; sha256: Uint8Array; size: number }>
  get(key: string): Promise<Uint8Array>
  stream(key: string): NodeJS.ReadableStream
  delete(key: string): Promise<void>
  /** Keys older than `olderThanMs`, for the sweep of orphans. */
  list(olderThanMs: number): AsyncIterable<string>
  /** Removes what a crash left half-written; answers how many. */
  deleteHalfWritten(olderThanMs: number): Promise<number>
  /** Only where browsers reach the store themselves. */
  direct?: DirectUpload
}

/** What browsers bring to the store themselves, past the server: it says what may come, and looks afterwards whether it came. */
export interface DirectUpload {
  /** The store as browsers reach it; a page that brings something names it in its policy. */
  origin: string
  /** A place for what is known by its digest. */
  presign(file: { sha256: Uint8Array; size: number; mediaType: string }): Promise<Presigned>
  /** What lies under a key, with its first bytes; undefined when nothing does. */
  look(key: string, firstBytes: number): Promise<Found | undefined>
}
export interface Found {
  size: number
  /** As the store itself counted it; not every store does. */
  sha256: Uint8Array | undefined
  first: Uint8Array
}

/** The bytes of a stream in one piece; files of ours are at most some megabytes. */
export async function bytesOf(sent: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (sent instanceof Uint8Array) return sent
  const pieces: Uint8Array[] = []
  for await (const piece of sent) pieces.push(piece)
  return Buffer.concat(pieces)
}

export const FILE_KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/
const ASIDE = '.part'
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT'])

/** A store in a folder; keys are random and say nothing about the content or the person. */
export function folderStore(folder: string): FileStore {
  const pathOf = (key: string): string => {
    if (!FILE_KEY.test(key)) throw new Error('not a key of the file store')
    return join(folder, key)
  }
  return {
    async put(sent) {
      const name = randomUUID()
      const key = `${name.slice(0, 2)}/${name}`
      const target = pathOf(key)
      const aside = `${target}${ASIDE}`
      let written: { sha256: Uint8Array; size: number }
      try {
        if (await mkdir(join(folder, name.slice(0, 2)), { recursive: true, mode: 0o700 })) await syncFolder(folder)
        const file = await open(aside, 'wx', 0o600)
        try {
          // A stream is written as it comes and never held whole.
          const hash = createHash('sha256')
          let size = 0
          for await (const piece of sent instanceof Uint8Array ? [sent] : sent) {
            hash.update(piece)
            size += piece.length
            await file.writeFile(piece)
          }
          written = { sha256: hash.digest(), size }
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, target)
        await syncFolder(join(folder, name.slice(0, 2)))
      } catch (error) {
        await rm(aside, { force: true })
        if (NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '')) throw new Denial('file.disk-full')
        throw error
      }
      return { key, ...written }
    },
    get: (key) => readFile(pathOf(key)),
    stream: (key) => createReadStream(pathOf(key)),
    delete: (key) => rm(pathOf(key), { force: true }),
    async *list(olderThanMs) {
      for await (const path of pathsOlderThan(olderThanMs)) if (FILE_KEY.test(path)) yield path
    },
    async deleteHalfWritten(olderThanMs) {
      let deleted = 0
      for await (const path of pathsOlderThan(olderThanMs)) {
        if (!path.endsWith(ASIDE) || !FILE_KEY.test(path.slice(0, -ASIDE.length))) continue
        await rm(join(folder, path), { force: true })
        deleted++
      }
      return deleted
    },
  }

  async function* pathsOlderThan(olderThanMs: number): AsyncIterable<string> {
    const before = Date.now() - olderThanMs
    for (const part of await readdir(folder).catch(() => [] as string[])) {
      if (!/^[0-9a-f]{2}$/.test(part)) continue
      for (const name of await readdir(join(folder, part)).catch(() => [] as string[])) {
        const found = await stat(join(folder, part, name)).catch(() => undefined)
        if (found && found.mtimeMs < before) yield `${part}/${name}`
      }
    }
  }
}

/** A new name outlives a power cut only when its folder was flushed too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
