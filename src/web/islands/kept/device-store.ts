import { renumber, type Kept } from './queue.ts'

/** What a device keeps of one survey or one sheet and of one person; it survives a closed page and a dead battery. */
export interface DeviceStore {
  device(): Promise<string>
  /** Keeps an entry under the next number of this device, and answers when it is on the disk. */
  add(entry: Omit<Kept, 'seq'>): Promise<Kept>
  all(): Promise<Kept[]>
  remove(seqs: readonly number[]): Promise<void>
  /** A new name for the device, its entries numbered anew from one. */
  rename(): Promise<void>
}

const NEW_NAME = (): string => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error())
  })
}
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error())
  })
}

interface Head { device: string; seq: number }

/** Opens the store; the number is taken and the entry kept in one transaction, so two windows never give one number twice. */
export async function openDeviceStore(name: string): Promise<DeviceStore> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('entries', { keyPath: 'seq' })
    opening.result.createObjectStore('head')
  }
  const db = await done(opening)
  const begin = (mode: IDBTransactionMode) => {
    const transaction = db.transaction(['entries', 'head'], mode, { durability: 'strict' })
    return { transaction, entries: transaction.objectStore('entries'), head: transaction.objectStore('head') }
  }
  const headOf = async (store: IDBObjectStore): Promise<Head> => ((await done(store.get('head'))) as Head | undefined) ?? { device: NEW_NAME(), seq: 0 }
  return {
    async device() {
      const { transaction, head } = begin('readwrite')
      const found = await headOf(head)
      head.put(found, 'head')
      await committed(transaction)
      return found.device
    },
    async add(entry) {
      const { transaction, entries, head } = begin('readwrite')
      const found = await headOf(head)
      const kept = { ...entry, seq: found.seq + 1 }
      head.put({ ...found, seq: kept.seq }, 'head')
      entries.put(kept)
      await committed(transaction)
      return kept
    },
    all: async () => (await done(begin('readonly').entries.getAll())) as Kept[],
    async remove(seqs) {
      const { transaction, entries } = begin('readwrite')
      for (const seq of seqs) entries.delete(seq)
      await committed(transaction)
    },
    async rename() {
      const { transaction, entries, head } = begin('readwrite')
      const anew = renumber((await done(entries.getAll())) as Kept[])
      entries.clear()
      for (const each of anew) entries.put(each)
      head.put({ device: NEW_NAME(), seq: anew.length }, 'head')
      await committed(transaction)
    },
  }
}
