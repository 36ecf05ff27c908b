import type { Round } from './load.ts'

export interface Line {
  measure: string
  own: Round
  floor?: Round
  note?: string
}
const n = (value: number, digits = 0): string => value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })

/** The table people read: ratios first, because machines are noisy. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['measure', 'own : floor', 'own/s', 'floor/s', 'own CPU ms', 'floor CPU ms', 'p50', 'p95', 'p99 ms', 'failed', 'note']
  const rows = lines.map(({ measure, own, floor, note }) => [
    measure, floor ? n(own.perSecond / floor.perSecond, 2) : '', n(own.perSecond), floor ? n(floor.perSecond) : '', n(own.cpuMs, 3), floor ? n(floor.cpuMs, 3) : '',
    n(own.p50, 1), n(own.p95, 1), n(own.p99, 1), String(own.failed), note ?? '',
  ])
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]!.length)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, index) => cell.padEnd(widths[index]!)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
