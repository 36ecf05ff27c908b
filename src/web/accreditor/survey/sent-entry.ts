import { Denial } from '#kernel/denial.ts'
import type { SentEntry } from '#modules/accreditation/index.ts'

const SHAPES = {
  mark: ['item', 'mark', 'note'], measurement: ['item', 'what', 'value', 'unit'], finding: ['item', 'text', 'gravity', 'remedy'], strike: ['target'],
} as const
const wrong = () => new Denial('input.wrong')

export interface SentLog {
  device: string
  entries: SentEntry[]
}

/** Reads what an island sends: a device by its name and a list of numbered entries; strings are bounded, anything else is refused. Photos come another way. */
export function readSentLog(body: unknown): SentLog {
  const { device, entries } = (typeof body === 'object' && body !== null ? body : {}) as { device?: unknown; entries?: unknown }
  if (!isDevice(device) || !Array.isArray(entries) || entries.length > 200) throw wrong()
  return { device, entries: entries.map(readEntry) }
}

export function isDevice(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-z-]{8,40}$/.test(text)
}

function readEntry(raw: unknown): SentEntry {
  const { seq, kind, body, writtenAt } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
  const shape = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind as keyof typeof SHAPES] : undefined
  if (!shape || !Number.isSafeInteger(seq) || (seq as number) < 1 || typeof writtenAt !== 'string' || writtenAt.length > 40 || typeof body !== 'object' || body === null) throw wrong()
  const texts = shape.map((name) => [name, (body as Record<string, unknown>)[name]] as const)
  if (!texts.every(([, text]) => typeof text === 'string' && text.length <= 5000)) throw wrong()
  return { seq, kind, writtenAt, body: Object.fromEntries(texts.map(([name, text]) => [name, (text as string).replaceAll('\0', '').toWellFormed().trim()])) } as SentEntry
}
