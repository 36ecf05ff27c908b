const KEY = 'tanu-device'

/**
 * The name of this browser, which says nothing about its owner; nothing where the browser cannot keep one. With a name for each page it would look like a second
 * computer, and its answers would be refused: there the exam does not begin.
 */
export function keptName(store: () => Pick<Storage, 'getItem' | 'setItem'> = () => localStorage): string | undefined {
  try {
    const known = store().getItem(KEY)
    if (known && /^[0-9a-f-]{36}$/.test(known)) return known
    const name = crypto.randomUUID()
    store().setItem(KEY, name)
    // Some browsers take what they do not keep.
    return store().getItem(KEY) === name ? name : undefined
  } catch {
    return undefined
  }
}

/** Whether there is a disk for pieces of the recording that wait for the line; without it they wait in memory. */
export async function hasDisk(): Promise<boolean> {
  try {
    const opening = indexedDB.open('tanu-try', 1)
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error ?? new Error())
    })
    db.close()
    indexedDB.deleteDatabase('tanu-try')
    return true
  } catch {
    return false
  }
}
