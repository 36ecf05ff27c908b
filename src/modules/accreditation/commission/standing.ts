import type { Tx } from '#platform/acts/ctx.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { selectChamberOf, selectLines, type LineRow } from '../agreement/store/agreement-store.ts'
import { chainOf, type AccreditationCase } from '../cases.ts'
import type { CaseFacts } from '../policy.ts'
import type { LineFacts } from './domain/commission.ts'

/** What the commission itself writes is no part taken before. */
const OWN_ENTRIES = ['accreditation-commission-called', 'accreditation-voted', 'accreditation-decided']

/** Everybody who has done something in the case before the commission: received, reviewed, surveyed, answered for the ministry. */
export async function tookPartIn(t: Tx, caseId: string): Promise<Set<string>> {
  const entries = await entriesOf(t.sql, chainOf(caseId))
  return new Set(entries.filter((entry) => !OWN_ENTRIES.includes(entry.kind)).flatMap((entry) => (entry.actorId ? [entry.actorId] : [])))
}

/** Who may sit, of those who hold the role today at the accrediting body. */
export async function candidatesFor(t: Tx, kase: AccreditationCase): Promise<(Omit<people.Holder, 'roles'> & { free: boolean })[]> {
  const [holders, tookPart, ofApplicant] = [await people.listHoldersOfRole(t.sql, 'accreditation-commission', t.today), await tookPartIn(t, kase.id), await peopleOfApplicant(t, kase)]
  return holders.map((each) => ({ ...each, free: !tookPart.has(each.accountId) && !ofApplicant.has(each.accountId) }))
}

export async function peopleOfApplicant(t: Tx, kase: AccreditationCase): Promise<Set<string>> {
  return new Set((await people.listHolders(t.sql, kase.organisationId, t.today, undefined)).map((each) => each.accountId))
}

/** The lines of a case with what forbids to grant them today. */
export async function lineFacts(t: Tx, caseId: string): Promise<(LineRow & LineFacts)[]> {
  const rows = await selectLines(t.sql, caseId)
  return Promise.all(rows.map(async (row) => ({ ...row, objected: row.answer === 'objects', struck: await isStruck(t, row) })))
}

/** Whether centres may no longer recognise this: out of the register, moved to the mandatory ones, or without this level. */
export async function isStruck(t: Tx, line: { professionCode: string; level: number }): Promise<boolean> {
  const entry = await professions.findProfession(t.sql, line.professionCode)
  return !entry || entry.track !== 'voluntary' || !entry.levels.includes(line.level)
}

export async function factsOf(t: Tx, kase: AccreditationCase, assigned: readonly string[] = []): Promise<CaseFacts> {
  return { organisationId: kase.organisationId, chamberId: await selectChamberOf(t.sql, kase.regionKato), assigned }
}
