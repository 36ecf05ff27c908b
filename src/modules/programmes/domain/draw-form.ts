import type { BlueprintLine } from './programme-content.ts'

/** What the draw needs of an item: never its texts, never its key. */
export interface DrawableItem {
  id: string
  topic: string
  options: readonly { key: string }[]
}
/** One question of an exam form, with its options in the order in which this candidate sees them. */
export interface DrawnItem {
  itemId: string
  optionOrder: string[]
}

/** Seeds are this long; a stored one draws the same form for ever. */
export const SEED_BYTES = 16
const WARM_UP = 20
const TWO_32 = 2 ** 32

/**
 * Draws an exam form: as many items of every topic as the blueprint says, each item of a topic equally likely, none twice,
 * questions and options shuffled. The order in which the items are given does not matter: only seed, blueprint and item ids do.
 */
export function drawForm(items: readonly DrawableItem[], blueprint: readonly BlueprintLine[], seed: Uint8Array): DrawnItem[] {
  const below = generator(seed)
  const byId = (a: DrawableItem, b: DrawableItem) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  const drawn = blueprint.flatMap(({ topic, count }) => {
    const bank = items.filter((item) => item.topic === topic).sort(byId)
    if (bank.length < count) throw new RangeError(`topic ${topic} has ${bank.length} items, the blueprint asks for ${count}`)
    return shuffled(bank, below).slice(0, count)
  })
  return shuffled(drawn, below).map((item) => ({ itemId: item.id, optionOrder: shuffled(item.options.map((option) => option.key).sort(), below) }))
}

function shuffled<T>(list: readonly T[], below: (limit: number) => number): T[] {
  const all = [...list]
  for (let last = all.length - 1; last > 0; last--) {
    const other = below(last + 1)
    ;[all[last], all[other]] = [all[other]!, all[last]!]
  }
  return all
}

/** Whole numbers below a limit, each equally likely: sfc32 by Chris Doty-Humphrey, with rejection instead of a biased remainder. */
function generator(seed: Uint8Array): (limit: number) => number {
  if (seed.length !== SEED_BYTES) throw new RangeError(`a seed has ${SEED_BYTES} bytes`)
  const words = new DataView(seed.buffer, seed.byteOffset, SEED_BYTES)
  let [a, b, c, counter] = [words.getUint32(0), words.getUint32(4), words.getUint32(8), words.getUint32(12)]
  const next = () => {
    const sum = (a + b + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum
  }
  for (let turn = 0; turn < WARM_UP; turn++) next()
  return (limit) => {
    const fair = TWO_32 - (TWO_32 % limit)
    let value = next()
    while (value >= fair) value = next()
    return value % limit
  }
}
