/** From this length on a word may have two slips in it: «канидтер» is «кондитер» with a wrong letter and two that changed places. */
const TWO_SLIPS_FROM = 7
const MIN_STEM = 5

/** How many slips may be taken for a misspelling of a word as long as that. */
export const slipsAllowed = (length: number): number => (length >= TWO_SLIPS_FROM ? 2 : 1)

/**
 * Slips between two words: a letter wrong, one too many, one too few, or two neighbours that changed places, each letter in one slip only.
 * Beyond `most` it counts no further and says one more.
 */
export function slipsApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at), [] as number[]]
  for (let i = 1; i <= a.length; i += 1) {
    row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let slips = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, before[j - 2]! + 1)
      row[j] = slips
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    ;[before, last] = [last, row]
  }
  return Math.min(last[b.length]!, most + 1)
}

/** Endings of cases and of the plural, Kazakh and Russian, as a search key writes them; the longest first. */
const ENDINGS = [
  'ami', 'iami', 'ogo', 'imi', 'nin', 'din', 'tin', 'dan', 'den', 'tan', 'ten', 'men', 'ben', 'pen', 'lar', 'ler', 'dar', 'der', 'tar', 'ter',
  'om', 'em', 'ov', 'ei', 'am', 'ah', 'iu', 'ga', 'ge', 'ka', 'ke', 'da', 'de', 'ta', 'te', 'di', 'ti', 'ni', 'a', 'e', 'i', 'u',
].sort((a, b) => b.length - a.length)

/** What is left of a word without the ending it may have, and of that without another: «кондитерлерге», «кондитерлер», «кондитер». */
export function stemsOf(word: string): string[] {
  const cut = (from: string): string[] => ENDINGS.filter((ending) => from.endsWith(ending) && from.length - ending.length >= MIN_STEM).map((ending) => from.slice(0, -ending.length))
  const once = cut(word)
  return [...new Set([...once, ...once.flatMap(cut)])]
}
