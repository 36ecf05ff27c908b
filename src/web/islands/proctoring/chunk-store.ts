import type { Chunk } from './chunk-queue.ts'

/** Bytes of pieces that the server does not have yet; on the disk of the device where the browser allows, else in memory. */
export interface ChunkStore {
  /** So much may wait. */
  mostBytes: number
  all(): Promise<Chunk[]>
  bytes(id: number): Promise<Blob | undefined>
  keep(chunk: Chunk, bytes: Blob): Promise<void>
  /** Writes the numbers anew. */
  renumber(chunks: readonly Chunk[]): Promise<void>
  remove(id: number): Promise<void>
}

interface Row extends Chunk {
  blob: Blob
}
const ON_DISK = 300_000_000
const IN_MEMORY = 40_000_000

/** Opens what the device keeps of one track of one exam. */
export async function openChunkStore(name: string): Promise<ChunkStore> {
  try {
    return await onDisk(name)
  } catch {
    return inMemory()
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error())
  })
}

async function onDisk(name: string): Promise<ChunkStore> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('chunks', { keyPath: 'id' })
  const db = await done(opening)
  const rows = (mode: IDBTransactionMode) => db.transaction('chunks', mode).objectStore('chunks')
  return {
    mostBytes: ON_DISK,
    all: async () => ((await done(rows('readonly').getAll())) as Row[]).map(({ blob: _, ...chunk }) => chunk),
    bytes: async (id) => ((await done(rows('readonly').get(id))) as Row | undefined)?.blob,
    keep: async (chunk, blob) => void (await done(rows('readwrite').put({ ...chunk, blob } satisfies Row))),
    async renumber(chunks) {
      const store = rows('readwrite')
      for (const chunk of chunks) {
        const row = (await done(store.get(chunk.id))) as Row | undefined
        if (row) store.put({ ...row, number: chunk.number })
      }
    },
    remove: async (id) => void (await done(rows('readwrite').delete(id))),
  }
}

function inMemory(): ChunkStore {
  const kept = new Map<number, Row>()
  return {
    mostBytes: IN_MEMORY,
    all: () => Promise.resolve([...kept.values()]),
    bytes: (id) => Promise.resolve(kept.get(id)?.blob),
    keep: async (chunk, blob) => void kept.set(chunk.id, { ...chunk, blob }),
    renumber: async (chunks) => chunks.forEach((chunk) => kept.has(chunk.id) && kept.set(chunk.id, { ...kept.get(chunk.id)!, number: chunk.number })),
    remove: async (id) => void kept.delete(id),
  }
}
