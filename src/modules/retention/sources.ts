import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { listDocumentStandings } from '#modules/recognition-documents/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { recordingHolds, recordingOverOn } from './domain/recordings.ts'
import { legalHolds, isPast, netOf, type DeletedKind, type LegalHold, type Retention, type RetentionNorm } from './domain/retention.ts'

/** Something that may be deleted, and what goes into the digest of the record; without a proof its id does. */
export interface Found {
  id: string
  proof?: string
}

/** One page of what has passed its norm: what it is, how it is deleted, and where the next page begins. */
export interface Batch {
  found: readonly (readonly [DeletedKind, readonly Found[]])[]
  /** How many finished cases are kept, and why. */
  held: Partial<Record<LegalHold, number>>
  erase(t: Tx): Promise<void>
  next: string | null
}

export interface Look {
  edition: NormEdition
  retention: Retention
  today: Day
  /** The day of real time, in which sign-ins are counted also where the clock of a demonstration runs ahead. */
  realToday: Day
  after: string | null
  limit: number
  /** Rows are locked, because they are deleted next; a trial looks only. */
  lock: boolean
  /** Cases that were looked at on an earlier page. */
  seen: Set<string>
}

export interface Source {
  norm: RetentionNorm
  look(t: Tx, look: Look): Promise<Batch>
}

type Page = { after: string | null; limit: number }
type Rows = readonly { id: string; overAt: Moment; proof?: string }[]

/** Rows that are over at one moment each, and hang on no case. */
function plain(kind: DeletedKind, norm: RetentionNorm, options: { find(t: Tx, before: Moment, page: Page): Promise<Rows>; erase(t: Tx, ids: readonly string[]): Promise<void>; inRealTime?: boolean; beside?(t: Tx, ids: readonly string[]): Promise<Batch['found']> }): Source {
  return {
    norm,
    async look(t, look) {
      const today = options.inRealTime ? look.realToday : look.today
      const rows = await options.find(t, netOf(look.retention, today), look)
      const past = rows.filter((row) => isPast(legalDay(row.overAt), look.retention, today))
      const ids = past.map((row) => row.id)
      return { found: [[kind, past], ...(await options.beside?.(t, ids) ?? [])], held: {}, erase: (act) => options.erase(act, ids), next: rows.length < look.limit ? null : rows.at(-1)!.id }
    },
  }
}

/** What hangs on finished cases: uploaded files, letters, how to reach the person, what was said of a disability. Journal, decision, papers and document stay. */
const files: Source = {
  norm: 'retention.fileYears',
  async look(t, look) {
    const closed = await casework.listClosedBefore(t.sql, netOf(look.retention, look.today), look)
    const families = (await casework.listFamilies(t.sql, closed, look.lock)).filter((family) => family.keptIds.length > 0 && !look.seen.has(family.rootId))
    const documents = await listDocumentStandings(t.sql, families.flatMap((family) => family.caseIds))
    const whileDocumentValid = findNorm(look.edition, 'retention.fileAtLeastWhileDocumentValid')?.value !== false
    const held: Batch['held'] = {}
    const caseIds: string[] = []
    for (const family of families) {
      look.seen.add(family.rootId)
      const holds = legalHolds({ ...family, documents: documents.filter((each) => family.caseIds.includes(each.caseId)) }, { retention: look.retention, whileDocumentValid }, look.today)
      for (const hold of holds) held[hold] = (held[hold] ?? 0) + 1
      if (holds.length === 0) caseIds.push(...family.keptIds)
    }
    const [attachments, letters, contacts, needs, strangers] = [
      await uploads.findCaseFiles(t.sql, caseIds), await people.findCaseLetters(t.sql, caseIds), await applications.findContacts(t.sql, caseIds), await applications.findAccommodationTexts(t.sql, caseIds),
      await people.findStrangers(t.sql, await casework.listPeopleLeaving(t.sql, caseIds)),
    ]
    return {
      found: [['case-file', attachments], ['case-letter', letters], ['case-contact', contacts], ['person-contact', strangers], ['accommodation', needs]], held,
      async erase(act) {
        if (caseIds.length === 0) return
        await uploads.deleteCaseFiles(act, attachments.map((each) => each.id))
        await people.deleteLetters(act, letters.map((each) => each.id))
        await applications.clearContacts(act, caseIds)
        await applications.clearAccommodationTexts(act, caseIds)
        await people.clearStrangers(act, strangers.map((each) => each.id))
        await casework.clearFiles(act, caseIds, { norm: look.retention.norm, value: look.retention.length, edition: look.edition.edition })
      },
      next: closed.length < look.limit ? null : closed.at(-1)!,
    }
  },
}

/** Files as they were sent, beside the cleaned copies: kept while anybody disputes what follows from them. */
const originals: Source = {
  norm: 'retention.quarantineDays',
  async look(t, look) {
    const rows = await uploads.findOldOriginals(t.sql, netOf(look.retention, look.today), look)
    const families = await casework.listFamilies(t.sql, [...new Set(rows.map((row) => row.caseId))], look.lock)
    const documents = await listDocumentStandings(t.sql, families.flatMap((family) => family.caseIds))
    const disputed = new Set(families.filter((family) => family.isAppealOpen || family.isComplaintOpen || documents.some((each) => each.isAnnulmentOpen && family.caseIds.includes(each.caseId))).flatMap((family) => family.caseIds))
    const past = rows.filter((row) => !disputed.has(row.caseId) && isPast(legalDay(row.uploadedAt), look.retention, look.today))
    return { found: [['original', past]], held: {}, erase: (act) => uploads.forgetOriginals(act, past.map((row) => row.id)), next: rows.length < look.limit ? null : rows.at(-1)!.id }
  },
}

/** Terms of second appeals, which the cases of the first ones keep. */
async function secondTermsOf(t: Tx, caseIds: readonly string[]) {
  const terms = []
  for (const id of caseIds) terms.push(...(await casework.deadlinesOf(t, id)).filter((each) => each.rule === 'T6'))
  return terms
}

/** Recordings and pictures of exams on line: some days after the term in which the result could be appealed, longer while it is disputed. */
const recordings: Source = {
  norm: 'retention.recordingDaysAfterAppealTerm',
  async look(t, look) {
    const rows = await proctoring.findKeptRecordings(t, netOf(look.retention, look.today), look)
    const families = await casework.listFamilies(t.sql, [...new Set(rows.map((row) => row.caseId))], look.lock)
    const documents = await listDocumentStandings(t.sql, families.flatMap((family) => family.caseIds))
    const longer = findNorm(look.edition, 'retention.recordingLongerWhenAppealed')?.value !== false
    const held: Batch['held'] = {}
    const past: Found[] = []
    for (const row of rows) {
      const family = families.find((each) => each.caseIds.includes(row.caseId))
      if (!family) continue
      const facts = {
        ...family, endedAt: row.endedAt, appealTerms: (await casework.deadlinesOf(t, row.caseId)).filter((each) => each.rule === 'T6'), secondTerms: await secondTermsOf(t, family.caseIds.filter((id) => id !== row.caseId)),
        isAnnulmentOpen: documents.some((each) => each.isAnnulmentOpen && family.caseIds.includes(each.caseId)),
      }
      const holds = recordingHolds(facts, longer)
      for (const hold of holds) held[hold] = (held[hold] ?? 0) + 1
      const overOn = recordingOverOn(facts)
      if (holds.length === 0 && overOn !== undefined && isPast(overOn, look.retention, look.today)) past.push({ id: row.id, proof: row.proof })
    }
    return { found: [['recording', past]], held, erase: (act) => proctoring.deleteRecordings(act, past.map((row) => row.id)), next: rows.length < look.limit ? null : rows.at(-1)!.id }
  },
}

/** Everything a sweep goes through; each thing is deleted by the module whose it is. */
export const SOURCES: readonly Source[] = [
  plain('draft', 'retention.draftDays', {
    find: (t, before, page) => applications.findOldDrafts(t.sql, before, page), erase: applications.deleteOldDrafts,
    beside: async (t, ids) => [['draft-file', await uploads.findDraftFiles(t.sql, ids)]],
  }),
  files,
  plain('returned-application', 'retention.fileYears', { find: (t, before, page) => applications.findOldReturned(t.sql, before, page), erase: applications.clearReturned }),
  plain('voucher-paper', 'retention.fileYears', { find: (t, before, page) => vouchers.findOldPapers(t.sql, before, page), erase: vouchers.deletePapers }),
  originals,
  recordings,
  plain('sign-in-session', 'retention.signInDays', { find: (t, before, page) => people.findOldSessions(t.sql, before, page), erase: people.deleteSessions, inRealTime: true }),
  plain('password-reset', 'retention.signInDays', { find: (t, before, page) => people.findOldResets(t.sql, before, page), erase: people.deleteResets, inRealTime: true }),
  plain('device-note', 'retention.deviceDays', { find: (t, before, page) => people.findOldDeviceUses(t.sql, before, page), erase: people.deleteDeviceUses }),
]
