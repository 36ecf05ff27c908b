/** Files that are made once and given to everybody who asks; the oldest of `most` goes first, and one that fails is not kept. */
export function keptFiles(most: number): { of(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> } {
  const kept = new Map<string, Promise<Uint8Array>>()
  return {
    of(key, make) {
      const known = kept.get(key)
      if (known) return known
      const made = make()
      kept.set(key, made)
      made.catch(() => kept.delete(key))
      while (kept.size > most) kept.delete(kept.keys().next().value!)
      return made
    },
  }
}
