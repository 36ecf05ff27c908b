/** Letters that are written in two ways, brought to one: Kazakh to the nearest of both alphabets. */
const ONE_LETTER: Readonly<Record<string, string>> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е', й: 'и' }
/** Words that say what stands beside them and differ from writer to writer: street, house, flat, town. */
const SAID_DIFFERENTLY = new Set([
  'ул', 'улица', 'к', 'кошеси', 'коше', 'кош', 'ки', 'си', 'пр', 'проспект', 'пркт', 'дангылы', 'дангыл', 'мкр', 'микрораион', 'ша', 'шагынаудан', 'ы', 'аудан', 'ауданы', 'д', 'дом', 'уи', 'уии', 'кв', 'квартира', 'п', 'пат', 'патер', 'патери', 'г', 'город', 'гор', 'кала', 'каласы',
  'обл', 'область', 'облысы', 'облыс', 'рн', 'раион', 'рк', 'кр', 'казакстан', 'казахстан', 'респ', 'республика', 'республикасы', 'село', 'с', 'ауыл', 'ауылы', 'пос', 'поселок', 'кенти', 'кент', 'корпус', 'корп', 'блок', 'им', 'имени', 'атындагы',
])

/**
 * An address in the form in which two are compared: no letter case, no punctuation, no words that only say what a part is. Undefined where it cannot be
 * compared: without the number of a house it names a town or a street, and half the town would be of one house.
 */
export function comparableAddress(text: string | null | undefined): string | undefined {
  const plain = (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/\p{L}/gu, (letter) => ONE_LETTER[letter] ?? letter)
  // 12А and 12 А are one number.
  const parts = plain.replace(/(\d+)\s+(\p{L})(?=\s|$)/gu, (whole, digits: string, letter: string) => (SAID_DIFFERENTLY.has(letter) ? whole : `${digits}${letter}`)).split(' ').filter((part) => part !== '' && !SAID_DIFFERENTLY.has(part))
  const words = parts.filter((part) => !/^\d/.test(part))
  const numbers = parts.filter((part) => /^\d/.test(part))
  return words.length === 0 || numbers.length === 0 ? undefined : `${[...words].sort().join(' ')} ${numbers.join(' ')}`
}
