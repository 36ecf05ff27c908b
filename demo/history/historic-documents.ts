import { nthWithCheckDigit } from '#kernel/check-digit.ts'
import { addDays, addMonths, dayOf, weekday, type Day } from '#kernel/day.ts'
import type { Table } from '#platform/tables/table.ts'
import type { HistoricVoucher } from '#modules/vouchers/index.ts'
import { rowsOf } from '../rows.ts'
import { inventVouchers, PASSED_2025, slidesOf2025 } from '../vouchers-2025.ts'
import { KAZAKH_MEN, KAZAKH_WOMEN, RUSSIAN_MEN, RUSSIAN_WOMEN } from './names.ts'

/** Persons whose first and only historic document is of that year. The sum, 2025 and its vouchers are those of the slides; everything else is invented. */
export const PERSONS_OF_YEAR: Readonly<Record<number, number>> = { 2020: 5_904, 2021: 6_388, 2022: 6_731, 2023: 7_012, 2024: 6_842, 2025: 2_968, 2026: 688 }
const VOUCHERS_OF_2025 = PASSED_2025
/** The history ends before the day of the slides. */
const LAST_DAY = '2026-03-27' as Day
const SEED = 20_260_331

export const HISTORY_HEADER = ['number', 'iin', 'surname', 'given_name', 'patronymic', 'profession', 'level', 'centre', 'issued_on', 'valid_until', 'funding'] as const

/** Numbers between 0 and 1 from a seed, the same on every machine. */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** How much of the history each centre has: the older and larger ones more. */
const WEIGHT: Readonly<Record<string, number>> = { '01': 9, '03': 7, '05': 8, '02': 5, '04': 5, '13': 5, '16': 5, '15': 4 }

/**
 * 36,533 invented holders of documents from before Tanu, made from one seed: the same table at every call. Professions, levels and centres are those of
 * the demonstration register, numbers of persons cannot be held by anybody (ninth of the seventh digit), and working days only.
 */
export async function historicDocuments(): Promise<Table> {
  const draw = drawFrom(SEED)
  const whole = (count: number): number => Math.floor(draw() * count)
  const one = <T>(list: readonly T[]): T => list[whole(list.length)]!
  const scope = await rowsOf('centre-scope')
  const months = new Map((await rowsOf('professions')).map((row) => [row['code']!, row['validity_months'] ? Number(row['validity_months']) : null]))
  const serials = [...new Set(scope.map((row) => row['centre']!))].flatMap((serial) => Array.from({ length: WEIGHT[serial] ?? 2 }, () => serial))
  const lines = Map.groupBy(scope, (row) => row['centre']!)
  const passed = await passedByVoucher()
  const taken = new Set<string>(passed.map((voucher) => voucher.iin))
  const rows: Table['rows'][number][] = []
  const serialsOf = new Map([...Map.groupBy(scope, (row) => row['profession']!)].map(([code, members]) => [code, members.map((row) => row['centre']!)]))
  let used = 0
  for (const [year, persons] of Object.entries(PERSONS_OF_YEAR)) {
    const days = workingDays(Number(year))
    const vouchers = Number(year) === 2025 ? spread(persons, VOUCHERS_OF_2025, draw) : new Set<number>()
    for (let place = 0; place < persons; place++) {
      const voucher = vouchers.has(place) ? passed[used++]! : undefined
      const serial = voucher ? one(serialsOf.get(voucher.professionCode) ?? serials) : one(serials)
      const line = voucher ? { profession: voucher.professionCode, level: String(voucher.level) } : one(lines.get(serial)!)
      const issuedOn = voucher ? addDays(voucher.usedOn!, 1 + whole(3)) : one(days)
      const validity = months.get(line['profession']!) ?? null
      const paid = draw()
      const cells: Record<string, string> = {
        ...inventedPerson(draw, Number(year), taken, voucher?.iin), number: `${serial}-${year.slice(2)}-${group(draw)}-${group(draw)}`, profession: line['profession']!, level: line['level']!, centre: serial, issued_on: issuedOn,
        valid_until: validity === null ? '' : addMonths(issuedOn, validity),
        funding: voucher ? 'voucher' : Number(year) >= 2025 ? (paid < 0.58 ? 'own' : 'employer') : paid < 0.44 ? 'own' : paid < 0.7 ? 'employer' : '',
      }
      rows.push({ line: rows.length + 2, cells })
    }
  }
  return { header: HISTORY_HEADER, rows }
}

/** Who passed by voucher in 2025: the holders of the demonstration's vouchers, so that ledger and documents speak of the same people. */
async function passedByVoucher(): Promise<HistoricVoucher[]> {
  const qualifications = (await rowsOf('professions')).filter((row) => row['track'] === 'voluntary').flatMap((row) => row['levels']!.split(';').map((level) => ({ code: row['code']!, level: Number(level) })))
  const passed = inventVouchers(await slidesOf2025(), qualifications.sort((a, b) => (a.code === b.code ? a.level - b.level : a.code < b.code ? -1 : 1))).filter((voucher) => voucher.passed)
  if (passed.length !== VOUCHERS_OF_2025) throw new Error(`${passed.length} passed by voucher, not ${VOUCHERS_OF_2025}`)
  return passed
}

const group = (draw: () => number): string => Array.from({ length: 4 }, () => SYMBOLS[Math.floor(draw() * 32)]!).join('')

/** So many places out of all, each once. */
function spread(all: number, wanted: number, draw: () => number): Set<number> {
  const chosen = new Set<number>()
  while (chosen.size < wanted) chosen.add(Math.floor(draw() * all))
  return chosen
}

function workingDays(year: number): Day[] {
  const days: Day[] = []
  const until = year === 2026 ? LAST_DAY : dayOf(year, 12, 31)
  for (let day = dayOf(year, 1, 6); day <= until; day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day)
  return days
}

/** Somebody of working age in that year, with a number that nobody holds and no other row has. */
function inventedPerson(draw: () => number, year: number, taken: Set<string>, known?: string): Record<string, string> {
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!
  const kind = draw()
  const names = kind < 0.4 ? KAZAKH_MEN : kind < 0.76 ? KAZAKH_WOMEN : kind < 0.89 ? RUSSIAN_MEN : RUSSIAN_WOMEN
  const age = 18 + Math.floor(42 * draw() * (0.5 + draw() / 2))
  const birth = addDays(dayOf(year - age, 1, 1), -1 - Math.floor(draw() * 364))
  if (known !== undefined) taken.add(known)
  for (;;) {
    const iin = known ?? nthWithCheckDigit(`${birth.slice(2).replaceAll('-', '')}9${300 + Math.floor(draw() * 600)}`, 0)
    if (known === undefined && taken.has(iin)) continue
    taken.add(iin)
    return { iin, surname: one(names.surnames), given_name: one(names.given), patronymic: one(names.patronymics) }
  }
}
