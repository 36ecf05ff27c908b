import { day } from '#kernel/day.ts'
import { computeSignals } from '#modules/monitoring/index.ts'
import { selectSignals, type SignalRow } from '#modules/monitoring/signals/store/signal-store.ts'
import type { World } from '../../src/entry/world.ts'
import type { Plant, YearMade } from './plan.ts'
import { writeYear } from './write-year.ts'

/** The first day of the made year; the signals are counted on the day after its last. */
export const FIRST = day('2025-03-02')

export interface Measured {
  kind: string
  planted: number
  plain: number
  found: number
  plainFound: number
  /** Signals of this kind at centres where none of it was put. */
  falseAlarms: number
  centres: number
}

/** What a signal is compared by: its kind, with the way where a kind has several. */
const labelOf = (row: Pick<SignalRow, 'kind' | 'figures'>): string => [row.kind, row.figures['way'] ?? (row.kind === 'shared-contact' || row.kind === 'same-upload' ? row.figures['what'] : undefined)].filter(Boolean).join(' ')

export const LABELS = ['dormant', 'throughput assessors', 'throughput seats', 'region-rate', 'shared-contact phone', 'shared-contact email', 'shared-device', 'same-upload education', 'same-upload work', 'far-voucher', 'pass-rate', 'overfull', 'two-places', 'agreement', 'fast', 'late', 'alike'] as const

/** Writes the year into the empty world, counts the signals, and compares them with what was put in. */
export async function measureYear(world: World, year: YearMade): Promise<Measured[]> {
  const centres = await writeYear(world, year, FIRST)
  await computeSignals(world.system())
  const raised = new Set((await selectSignals(world.db)).map((row) => `${labelOf(row)} ${centres.indexOf(row.centreId)}`))
  const isFound = (plant: Plant) => plant.centres.some((centre) => raised.has(`${plant.kind} ${centre}`))
  return LABELS.map((kind) => {
    const own = year.plants.filter((plant) => plant.kind === kind)
    const at = new Set(own.flatMap((plant) => plant.centres))
    const plain = own.filter((plant) => plant.plain)
    return { kind, planted: own.length, plain: plain.length, found: own.filter(isFound).length, plainFound: plain.filter(isFound).length, falseAlarms: centres.filter((_, n) => !at.has(n) && raised.has(`${kind} ${n}`)).length, centres: centres.length - at.size }
  })
}

/** The table people read: what was put in and found, and what was raised where nothing was. */
export function tableOfMeasured(lines: readonly Measured[]): string {
  const head = ['signal', 'put in', 'found', 'recall', 'strong', 'found', 'false alarms', 'centres without it']
  const share = (found: number, all: number) => (all === 0 ? '' : `${Math.round((found / all) * 100)} %`)
  const rows = lines.map((line) => [line.kind, String(line.planted), String(line.found), share(line.found, line.planted), String(line.plain), String(line.plainFound), String(line.falseAlarms), String(line.centres)])
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]!.length)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
