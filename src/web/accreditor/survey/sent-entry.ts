import type { SentEntry } from '#modules/accreditation/index.ts'
import { isDevice, recordOf, textOf, wholeOf, wrong } from '../../kept/sent-words.ts'

const SHAPES = {
  mark: ['item', 'mark', 'note'], measurement: ['item', 'what', 'value', 'unit'], finding: ['item', 'text', 'gravity', 'remedy'], strike: ['target'],
} as const

export interface SentLog {
  device: string
  entries: SentEntry[]
}

/** Reads what an island sends: a device by its name and a list of numbered entries; strings are bounded, anything else is refused. Photos come another way. */
export function readSentLog(body: unknown): SentLog {
  const { device, entries } = recordOf(body)
  if (!isDevice(device) || !Array.isArray(entries) || entries.length > 200) throw wrong()
  return { device, entries: entries.map(readEntry) }
}

function readEntry(raw: unknown): SentEntry {
  const { seq, kind, body, writtenAt } = recordOf(raw)
  const shape = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind as keyof typeof SHAPES] : undefined
  if (!shape || typeof body !== 'object' || body === null) throw wrong()
  const given = body as Record<string, unknown>
  return { seq: wholeOf(seq, 1), kind, writtenAt: textOf(writtenAt, 40), body: Object.fromEntries(shape.map((name) => [name, textOf(given[name])])) } as SentEntry
}
