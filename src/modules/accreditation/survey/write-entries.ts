import { legalDay, parseMoment, type Moment } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '../cases.ts'
import { policy } from '../policy.ts'
import { denyClosed } from './closed.ts'
import { entryBlockers, nameOf, type EntryWord, type LoggedEntry } from './domain/entries.ts'
import { insertEntry } from './store/survey-store.ts'
import { assertSurvey, contentOf, surveyCase, type SurveyCase } from './survey-case.ts'

export type SentEntry = EntryWord & {
  /** The number this device gave it: one after another, without a hole. */
  seq: number
  /** By the clock of the device; what cannot be or lies ahead is taken as now. */
  writtenAt: string
}
export type Outcome = 'saved' | 'repeated' | 'refused' | 'taken' | 'gap'
export interface Written {
  /** The last number kept of this device. */
  lastSeq: number
  outcomes: { seq: number; outcome: Outcome; code?: string }[]
}

/**
 * Takes what surveyors wrote, in the order of each device's own numbers, whether the line was there or came back hours later. A number that is known is answered as
 * repeated; what the law does not take is kept with its reason, and the numbers go on. Entries of a day before the visit are refused whole.
 */
export async function writeEntries(ctx: Ctx, input: { caseId: string; device: string; entries: readonly SentEntry[] }): Promise<Written> {
  return tx(ctx, 'survey.write', async (t) => {
    const it = await surveyCase(t, input.caseId, { lock: true })
    assertMay(t, policy, 'survey.write', it.facts)
    return takeEntries(t, it, input.device, input.entries.map((entry) => ({ ...entry, paperId: null })))
  })
}

/** The same within the act that also keeps a photo; the caller has locked the case and asked the policy. */
export async function takeEntries(t: Tx, it: SurveyCase, device: string, entries: readonly (SentEntry & { paperId: string | null })[]): Promise<Written> {
  const { log, items } = await contentOf(t, it.kase.id)
  const known = new Map(log.filter((entry) => entry.device === device).map((entry) => [entry.seq, entry]))
  const written: Written = { lastSeq: Math.max(0, ...known.keys()), outcomes: [] }
  const fresh = [...entries].sort((a, b) => a.seq - b.seq).filter((entry) => {
    const before = known.get(entry.seq)
    if (before) written.outcomes.push({ seq: entry.seq, ...(same(before, entry, accountOf(t.actor)!) ? before.refused ? { outcome: 'refused', code: before.refused } : { outcome: 'repeated' } : { outcome: 'taken' }) } as Written['outcomes'][number])
    return !before
  })
  if (fresh.length === 0) return written
  const survey = assertSurvey(it)
  denyClosed(survey)
  if (t.today < survey.heldOn) deny('survey.not-yet', { day: survey.heldOn })
  const keys = new Set(items.map((item) => item.key))
  const own = new Set(log.filter((entry) => entry.accountId === accountOf(t.actor) && entry.refused === null && entry.kind !== 'mark' && entry.kind !== 'strike').map(nameOf))
  let no = log.at(-1)?.no ?? 0
  if (no === 0) await record(t, it.kase.id, 'accreditation-survey-begun')
  for (const entry of fresh) {
    if (entry.seq !== written.lastSeq + 1) {
      written.outcomes.push({ seq: entry.seq, outcome: 'gap' })
      continue
    }
    const refused = entryBlockers(entry, keys, own)[0]?.code ?? null
    await insertEntry(t.sql, {
      caseId: it.kase.id, no: ++no, accountId: accountOf(t.actor)!, device, seq: entry.seq, kind: entry.kind, body: entry.body, paperId: entry.paperId, refused,
      writtenAt: writtenAt(entry.writtenAt, t), receivedAt: t.now,
    })
    if (refused === null) own.add(nameOf({ device, seq: entry.seq }))
    written.lastSeq = entry.seq
    written.outcomes.push(refused === null ? { seq: entry.seq, outcome: 'saved' } : { seq: entry.seq, outcome: 'refused', code: refused })
  }
  return written
}

function same(before: LoggedEntry, entry: EntryWord, accountId: string): boolean {
  const sorted = (body: object) => JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)))
  return before.accountId === accountId && before.kind === entry.kind && sorted(before.body) === sorted(entry.body)
}

function writtenAt(text: string, t: Tx): Moment {
  const at = parseMoment(text)
  return at && at <= t.now && legalDay(at) >= '2020-01-01' ? at : t.now
}
