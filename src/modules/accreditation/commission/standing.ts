import { inTurn } from '#platform/acts/in-turn.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { selectLines, type LineRow } from '../agreement/store/agreement-store.ts'
import { peopleOfApplicant, whoTookPart } from '../case-facts.ts'
import type { AccreditationCase } from '../cases.ts'
import type { LineFacts } from './domain/commission.ts'

/** What the commission itself writes is no part taken before. */
const OWN_ENTRIES = ['accreditation-commission-called', 'accreditation-voted', 'accreditation-decided']

/** Everybody who has done something in the case before the commission: received, reviewed, surveyed, answered for the ministry. */
export async function tookPartIn(t: Tx, caseId: string): Promise<Set<string>> {
  return whoTookPart(t, caseId, (kind) => OWN_ENTRIES.includes(kind))
}

/** Who may sit, of those who hold the role today at the accrediting body. */
export async function candidatesFor(t: Tx, kase: AccreditationCase): Promise<(Omit<people.Holder, 'roles'> & { free: boolean })[]> {
  const [holders, tookPart, ofApplicant] = [await people.listHoldersOfRole(t.sql, 'accreditation-commission', t.today), await tookPartIn(t, kase.id), new Set((await peopleOfApplicant(t, kase)).map((each) => each.accountId))]
  return holders.map((each) => ({ ...each, free: !tookPart.has(each.accountId) && !ofApplicant.has(each.accountId) }))
}

/** The lines of a case with what forbids to grant them today. */
export async function lineFacts(t: Tx, caseId: string): Promise<(LineRow & LineFacts)[]> {
  const rows = await selectLines(t.sql, caseId)
  return inTurn(rows, async (row) => ({ ...row, objected: row.answer === 'objects', struck: await isStruck(t, row) }))
}

/** Whether centres may no longer recognise this: out of the register, moved to the mandatory ones, or without this level. */
export async function isStruck(t: Pick<Tx, 'sql' | 'today'>, line: { professionCode: string; level: number }): Promise<boolean> {
  const entry = await professions.findProfession(t.sql, line.professionCode, t.today)
  return !entry || entry.track !== 'voluntary' || !entry.levels.includes(line.level)
}
