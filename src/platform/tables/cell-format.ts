const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_SERIAL = 2_958_466

/** How a number in a workbook is shown to the person who wrote it. */
export type CellFormat = { readonly kind: 'plain' } | { readonly kind: 'date' } | { readonly kind: 'padded'; readonly digits: number }

/** Reads a number format: dates, and fixed digits such as those of an IIN kept as a number. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return isBuiltInDate(id) ? { kind: 'date' } : { kind: 'plain' }
  if (/^0{2,20}$/.test(code)) return { kind: 'padded', digits: code.length }
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) ? { kind: 'date' } : { kind: 'plain' }
}

/** Writes a stored number as the text a person would have typed; days become YYYY-MM-DD. */
export function cellText(stored: string, format: CellFormat, from1904: boolean): string {
  const number = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(number)) return stored
  if (format.kind === 'date' && number >= 0 && number < LAST_SERIAL) return isoText(number, from1904)
  const text = plainNumber(number)
  return format.kind === 'padded' && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

function plainNumber(number: number): string {
  if (Number.isSafeInteger(number)) return String(number)
  return String(Number(number.toPrecision(15)))
}

function isoText(serial: number, from1904: boolean): string {
  const rounded = Math.round(serial * 86_400)
  const wholeDay = rounded % 86_400 === 0
  // The 1900 calendar counts a 29 February 1900 that never was.
  const shift = !from1904 && serial < 60 ? 1 : 0
  const date = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + shift * DAY_MS + rounded * 1000)
  const iso = date.toISOString()
  if (serial < 1 && !wholeDay) return iso.slice(11, 16)
  return wholeDay ? iso.slice(0, 10) : iso.slice(0, 19)
}
