import { addDays, dayOf, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as appeals from '#modules/appeals/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import type { RowBehind, RowKind, RowPlace, RowsAsked } from './domain/rows-asked.ts'

export const BEFORE_ALL: RowPlace = { on: '0001-01-01' as Day, id: '00000000-0000-0000-0000-000000000000' }

type Centres = ReadonlyMap<string, centres.Centre>
interface Question {
  asOf: Day
  from: Day
  until: Day
  centreIds: readonly string[] | undefined
  professionCode: string | undefined
}
type Reader = (t: Tx, question: Question, asked: RowsAsked, place: (centreId: string | null) => { centreSerial: string; region: string }, after: RowPlace, limit: number) => Promise<RowBehind[]>

const READERS: Readonly<Record<RowKind, Reader>> = {
  async documents(t, question, { funding }, place, after, limit) {
    const rows = await documents.listIssuedAfter(t.sql, { ...question, funding }, { issuedOn: after.on, id: after.id }, limit)
    return rows.map((row) => ({
      id: row.id, on: row.issuedOn, number: row.number, professionCode: row.professionCode, level: row.level, ...place(row.centreId),
      cells: { holder: row.publicName, valid_until: row.validUntil, annulled_on: row.annulledOn, funding: row.funding ?? 'unknown', historic: row.historic },
    }))
  },
  async applications(t, question, _asked, place, after, limit) {
    const rows = await casework.listApplicationsAfter(t.sql, question, after, limit)
    return rows.map((row) => ({ id: row.id, on: row.openedOn, number: row.number, professionCode: row.professionCode, level: row.level, ...place(row.centreId), cells: { step: row.step } }))
  },
  async decisions(t, question, { outcome }, place, after, limit) {
    const rows = await decisions.listDecisionsAfter(t.sql, { ...question, outcome }, after, limit)
    return rows.map((row) => ({ id: row.id, on: row.decidedOn, number: row.number, professionCode: row.professionCode, level: row.level, ...place(row.centreId), cells: { decision: row.decisionNumber, outcome: row.outcome, ground: row.ground } }))
  },
  async terms(t, question, { rule, outcome }, place, after, limit) {
    // A term is over the day after its last one.
    const until = question.until < question.asOf ? question.until : addDays(question.asOf, -1)
    const rows = await casework.listTermsAfter(t.sql, { ...question, until, rule, kept: outcome === undefined ? undefined : outcome === 'kept' }, after, limit)
    return rows.map((row) => ({
      id: row.id, on: row.dueOn, number: row.number, professionCode: row.professionCode, level: row.level, ...place(row.centreId),
      cells: { rule: row.rule, started_on: row.startedOn, due_on: row.dueOn, met_on: row.metOn, outcome: row.kept ? 'kept' : 'late', kind: row.kind },
    }))
  },
  async appeals(t, question, { outcome }, place, after, limit) {
    const rows = await appeals.listAppealsAfter(t.sql, { ...question, outcome }, after, limit)
    return rows.map((row) => ({ id: row.id, on: row.lodgedOn, number: row.number, professionCode: row.professionCode, level: row.level, ...place(row.centreId), cells: { outcome: row.outcome, decided_on: row.decidedOn } }))
  },
  async vouchers(t, { asOf, from, until, professionCode }, { year, region }, place, after, limit) {
    const rows = await vouchers.listVouchersAfter(t.sql, { asOf, from, until, year, region, professionCode }, after, limit)
    return rows.map((row) => ({ id: row.id, on: row.issuedOn, number: row.number, professionCode: row.professionCode, level: row.level, centreSerial: place(row.centreId).centreSerial, region: row.region, cells: { fate: row.fate, imported: row.imported, invented: row.invented } }))
  },
  async waiting(t, question, _asked, place, after, limit) {
    const rows = await casework.listWaitingAfter(t.sql, question.asOf, question, after, limit)
    return rows.map((row) => ({ id: row.id, on: row.startedOn, number: row.number, professionCode: row.professionCode, level: row.level, ...place(row.centreId), cells: { notify_by: row.dueOn } }))
  },
}

/** Rows of a kind after a place, in the order of their day, at most so many. Needs the sight of the system. */
export async function readRows(t: Tx, of: RowKind, asked: RowsAsked, after: RowPlace, limit: number): Promise<RowBehind[]> {
  const all = new Map((await centres.listAllCentres(t.sql)).map((each) => [each.id as string, each]))
  const place = (centreId: string | null) => {
    const centre = centreId === null ? undefined : all.get(centreId)
    return { centreSerial: centre?.serial ?? '', region: centre?.regionKato ?? '' }
  }
  return READERS[of](t, questionOf(asked, all), asked, place, after, limit)
}

function questionOf({ asOf, year, region, profession }: RowsAsked, all: Centres): Question {
  const end = year === undefined || dayOf(year, 12, 31) > asOf ? asOf : dayOf(year, 12, 31)
  return {
    asOf, from: year === undefined ? BEFORE_ALL.on : dayOf(year, 1, 1), until: end, professionCode: profession,
    centreIds: region === undefined ? undefined : [...all.values()].filter((each) => each.regionKato === region).map((each) => each.id),
  }
}
