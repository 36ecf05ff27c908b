import { addDays, type Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import { normNumberOr } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { collator } from '#platform/i18n/format.ts'
import * as people from '#modules/people/index.ts'
import { listOwnScope } from '../own-certificates.ts'
import { policy } from '../policy.ts'
import { namesOfProfessions } from '../profession-names.ts'
import { competenceState, withoutCompetence, type CompetenceQuestion, type CompetenceState } from './domain/competence.ts'
import { listExaminers } from './keep-competence.ts'
import { selectCompetence, selectCompetences, type CompetenceRow } from './store/competence-store.ts'

export interface CompetenceShown extends CompetenceRow {
  state: CompetenceState
  person: string
  enteredByName: string
  confirmedByName: string | undefined
  endedByName: string | undefined
  /** It holds today and ends within the days of the norm. */
  endsSoon: boolean
  mayConfirm: boolean
  mayEnd: boolean
}

/** Days before the end from which it is spoken of [D]; none where the edition does not say. */
async function remindDays(t: Tx): Promise<number> {
  return normNumberOr(await t.law.normsInForce(t.sql, t.today), 'assessor.remindDaysBefore', 0)
}

async function shown(t: Tx, rows: readonly CompetenceRow[]): Promise<CompetenceShown[]> {
  const days = await remindDays(t)
  const [full, brief] = [new Map<string, string>(), await people.namesOf(t, rows.flatMap((row) => [row.enteredBy, row.confirmedBy, row.endedBy]))]
  for (const id of new Set(rows.map((row) => row.accountId))) full.set(id, (await people.fullNameOf(t, id)) ?? '—')
  const own = accountOf(t.actor)
  const list = rows.map((row): CompetenceShown => {
    const state = competenceState(row, t.today)
    const nameOf = (id: string | null) => (id ? brief.get(id) : undefined)
    return {
      ...row, state, person: full.get(row.accountId)!, enteredByName: nameOf(row.enteredBy) ?? '—', confirmedByName: nameOf(row.confirmedBy), endedByName: nameOf(row.endedBy),
      endsSoon: state === 'in-force' && row.validUntil !== null && row.validUntil <= addDays(t.today, days),
      mayConfirm: state === 'waiting' && own !== row.enteredBy && own !== row.accountId && may(t.actor, policy, 'competence.confirm', row),
      mayEnd: row.endedFrom === null && may(t.actor, policy, 'competence.end', row),
    }
  })
  const over = (row: CompetenceShown) => Number(row.state === 'ended' || row.state === 'expired')
  return list.sort((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting') || over(a) - over(b) || collator(t.lang).compare(a.person, b.person) || (a.professionCode < b.professionCode ? -1 : 1))
}

export interface CompetencesView {
  rows: CompetenceShown[]
  names: ReadonlyMap<string, Partial<Localized>>
  examiners: people.Holder[]
  scope: { professionCode: string; level: number }[]
  today: Day
  mayEnter: boolean
}
/** Every entry of the centre with what it is today, what waits first and what is over last, and what a new one may be about. */
export async function readCompetences(ctx: Ctx, centreId: Uuid): Promise<CompetencesView> {
  return read(ctx, 'competence.read', async (t) => {
    assertMay(t, policy, 'competence.read', { centreId })
    const rows = await shown(t, await selectCompetences(t.sql, centreId))
    const scope = await listOwnScope(t.sql, centreId, t.today)
    return {
      rows, scope, examiners: await listExaminers(t, centreId, t.today), names: await namesOfProfessions(t.sql, [...rows.map((row) => row.professionCode), ...scope.map((line) => line.professionCode)], t.today),
      today: t.today, mayEnter: may(t.actor, policy, 'competence.enter', { centreId }),
    }
  })
}

export async function readCompetence(ctx: Ctx, id: string): Promise<{ row: CompetenceShown; names: ReadonlyMap<string, Partial<Localized>>; today: Day }> {
  return read(ctx, 'competence.read', async (t) => {
    const found = parseUuid(id) && (await selectCompetence(t.sql, id))
    if (!found) throw new Denial('not-found')
    assertMay(t, policy, 'competence.read', found)
    return { row: (await shown(t, [found]))[0]!, names: await namesOfProfessions(t.sql, [found.professionCode], t.today), today: t.today }
  })
}

/** What the desk of the centre is reminded of: entries that wait for this reader's confirmation, and those that end soon. */
export async function readCompetenceReminders(ctx: Ctx, centreId: Uuid): Promise<{ waiting: number; ending: CompetenceShown[]; names: ReadonlyMap<string, Partial<Localized>> }> {
  return read(ctx, 'competence.read', async (t) => {
    assertMay(t, policy, 'competence.read', { centreId })
    const rows = await shown(t, await selectCompetences(t.sql, centreId))
    const ending = rows.filter((row) => row.endsSoon)
    return { waiting: rows.filter((row) => row.mayConfirm).length, ending, names: await namesOfProfessions(t.sql, ending.map((row) => row.professionCode), t.today) }
  })
}

/** Those of the people whom no confirmed entry of the centre makes competent for the qualification on that day. */
export async function findWithoutCompetence(sql: Sql, q: CompetenceQuestion & { centreId: string; people: readonly string[] }): Promise<string[]> {
  return q.people.length === 0 ? [] : withoutCompetence(q.people, await selectCompetences(sql, q.centreId), q)
}
/** The same for many questions about one centre, asked of the database once. */
export async function competenceOf(sql: Sql, centreId: string): Promise<(people: readonly string[], q: CompetenceQuestion) => string[]> {
  const entries = await selectCompetences(sql, centreId)
  return (asked, q) => withoutCompetence(asked, entries, q)
}
