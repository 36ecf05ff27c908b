import type { Day } from '#kernel/day.ts'
import { legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Language, Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { findOwnBody, outcomeWithBody, ownBody, type Body } from './body.ts'
import { numberKey } from './domain/number-key.ts'
import { editionOn } from './domain/procedure.ts'
import { policy } from './policy.ts'
import * as store from './store/outcome-store.ts'
import { selectEditions, selectInForce, type ProcedureRow } from './store/procedure-store.ts'

/** An outcome as people read it: the IIN is there only by its last four digits. */
export type Outcome = Omit<store.OutcomeRow, 'iinCipher' | 'iinIndex' | 'numberKey'> & { profession: professions.Profession; bodyName: Partial<Localized> }

async function withProfessions(t: Tx, rows: readonly store.OutcomeRow[]): Promise<Outcome[]> {
  const found = new Map<string, professions.Profession>()
  for (const { professionVersionId: id } of rows) if (!found.has(id)) found.set(id, await professions.getProfessionVersion(t.sql, id))
  const bodies = rows.length > 0 ? new Map((await professions.listSectorBodies(t.sql)).map((each) => [each.code, each.name])) : undefined
  return rows.map(({ iinCipher: _cipher, iinIndex: _index, numberKey: _key, ...row }) => ({ ...row, profession: found.get(row.professionVersionId)!, bodyName: bodies?.get(row.bodyCode) ?? {} }))
}

/** Outcomes of every body that bear a number. For checks whose own policy let them ask; they show as little as they may. */
export async function findOutcomesByNumber(t: Tx, typed: string): Promise<Outcome[]> {
  const key = numberKey(typed)
  return key === '' ? [] : withSystemSight(t, async () => withProfessions(t, await store.selectByNumberKey(t.sql, key)))
}

/** Outcomes of these people by the hexadecimal keyed index of their IINs. For reads above whose own policy let them ask. */
export async function findOutcomesOfPeople(t: Tx, iinIndexes: readonly Uint8Array[]): Promise<Map<string, Outcome[]>> {
  if (iinIndexes.length === 0) return new Map()
  return withSystemSight(t, async () => {
    const rows = await store.selectOfPeople(t.sql, iinIndexes)
    const shown = await withProfessions(t, rows)
    return Map.groupBy(shown, (outcome) => Buffer.from(rows[shown.indexOf(outcome)]!.iinIndex).toString('hex'))
  })
}

/** One's own documents of mandatory recognition, by the verified IIN; whoever is not verified has none here. */
export async function listOwnOutcomes(ctx: Ctx): Promise<Outcome[]> {
  const { actor } = ctx
  if (actor.kind !== 'person' || !actor.verified) return []
  return read(ctx, 'mandatory-outcome.read-own', async (t) => {
    assertMay(t, policy, 'mandatory-outcome.read-own', undefined as never)
    const index = await people.verifiedIinIndexOf(t, actor.personId)
    return index ? withSystemSight(t, async () => withProfessions(t, await store.selectOfPerson(t.sql, index))) : []
  })
}

export interface DeskProfession {
  profession: professions.Profession
  procedure: { editionNo: number; validFrom: Day } | undefined
  outcomes: number
}
export interface Desk {
  /** Undefined where the reader's organisation is the desk of no body. */
  body: Body | undefined
  items: DeskProfession[]
  total: number
  counts: { mandatory: number; voluntary: number; withProcedure: number; outcomes: number }
}

/** The professions of a body: which have a procedure, and how many outcomes are registered. */
export async function readDesk(ctx: Ctx, { track, ...search }: { q: string; track: professions.Track | undefined; page: number; pageSize: number; lang: Language }): Promise<Desk> {
  return read(ctx, 'sector-desk.open', async (t) => {
    assertMay(t, policy, 'sector-desk.open', undefined as never)
    const body = await findOwnBody(t)
    if (!body) return { body, items: [], total: 0, counts: { mandatory: 0, voluntary: 0, withProcedure: 0, outcomes: 0 } }
    const own = (await professions.listCurrentProfessions(t.sql, t.today)).filter((each) => each.bodyCode === body.code)
    const found = await professions.searchProfessions(t.sql, { ...search, on: t.today, ...(track ? { track } : {}), among: new Set(own.map((each) => each.code)) })
    const procedures = new Map((await selectInForce(t.sql, body.code, t.today)).map((each) => [each.professionCode, each]))
    const counts = new Map((await withSystemSight(t, () => store.countByProfession(t.sql, body.code))).map((each) => [each.professionCode, each.count]))
    const mandatory = own.filter((each) => each.track === 'mandatory')
    return {
      body, total: found.total, items: found.items.map((profession) => ({ profession, procedure: profession.track === 'mandatory' ? procedures.get(profession.code) : undefined, outcomes: counts.get(profession.code) ?? 0 })),
      counts: {
        mandatory: mandatory.length, voluntary: own.length - mandatory.length, withProcedure: mandatory.filter((each) => procedures.has(each.code)).length,
        outcomes: [...counts.values()].reduce((sum, each) => sum + each, 0),
      },
    }
  })
}

/** Professions for which the body may register an outcome: those it has, or has had, as mandatory ones. */
export async function listOwnMandatory(ctx: Ctx): Promise<professions.Profession[]> {
  return read(ctx, 'mandatory-outcome.read', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'mandatory-outcome.read', body)
    const versions = (await professions.listVersionsOfBody(t.sql, body.code)).filter((each) => each.track === 'mandatory' && each.bodyCode === body.code)
    return [...new Map(versions.map((each) => [each.code, each])).values()]
  })
}

export interface OutcomeList {
  items: Outcome[]
  total: number
  today: Day
}
/** Outcomes of the body, the newest first; a number is found by its beginning. */
export async function listOutcomes(ctx: Ctx, search: { number: string; professionCode: string; status: store.OutcomeSearch['status']; page: number; pageSize: number }): Promise<OutcomeList> {
  return read(ctx, 'mandatory-outcome.read', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'mandatory-outcome.read', body)
    return withSystemSight(t, async () => {
      const asked = { numberKey: numberKey(search.number), professionCode: search.professionCode, status: search.status, today: t.today }
      const rows = await store.searchOutcomes(t.sql, body.code, asked, { limit: search.pageSize, offset: (search.page - 1) * search.pageSize })
      return { items: await withProfessions(t, rows), total: await store.countOutcomes(t.sql, body.code, asked), today: t.today }
    })
  })
}

export interface OutcomeFile {
  outcome: Outcome
  versions: (Omit<store.VersionRow, 'iinCipher' | 'iinIndex'> & { by: string | undefined; profession: professions.Profession })[]
  today: Day
}
/** One outcome of the body with everything that was ever registered of it. */
export async function readOutcomeFile(ctx: Ctx, id: string): Promise<OutcomeFile> {
  if (!parseUuid(id)) throw new Denial('not-found')
  return read(ctx, 'mandatory-outcome.read', async (t) => {
    const { outcome, body } = await outcomeWithBody(t, id)
    assertMay(t, policy, 'mandatory-outcome.read', body)
    const versions = await withSystemSight(t, () => store.selectVersions(t.sql, id))
    const names = await people.namesOf(t, versions.map((each) => each.byAccount))
    const [shown] = await withProfessions(t, [outcome])
    const told = []
    for (const { iinCipher: _cipher, iinIndex: _index, ...version } of versions) {
      told.push({ ...version, by: names.get(version.byAccount ?? ''), profession: await professions.getProfessionVersion(t.sql, version.professionVersionId) })
    }
    return { outcome: shown!, versions: told, today: t.today }
  })
}

export interface ProcedureDesk {
  profession: professions.Profession
  editions: (ProcedureRow & { by: string | undefined })[]
  inForce: ProcedureRow | undefined
  today: Day
}
/** The editions of how a mandatory profession of the body is recognised, the last first. */
export async function readProcedureDesk(ctx: Ctx, professionCode: string): Promise<ProcedureDesk> {
  return read(ctx, 'procedure.publish', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'procedure.publish', body)
    const profession = await professions.findProfession(t.sql, professionCode, t.today)
    if (profession?.track !== 'mandatory' || profession.bodyCode !== body.code) throw new Denial('not-found')
    const editions = await selectEditions(t.sql, body.code, profession.code)
    const names = await people.namesOf(t, editions.map((each) => each.publishedBy))
    return { profession, editions: editions.map((each) => ({ ...each, by: names.get(each.publishedBy) })), inForce: editionOn(editions, t.today), today: t.today }
  })
}

/** How a profession is recognised, for everybody: the edition in force and those before it; nothing where its body has entered nothing. */
export async function procedureOf(ctx: Ctx, profession: Pick<professions.Profession, 'code' | 'bodyCode' | 'track'>): Promise<{ inForce: ProcedureRow; earlier: ProcedureRow[]; coming: ProcedureRow[] } | undefined> {
  if (profession.track !== 'mandatory' || !profession.bodyCode) return undefined
  const today = legalDay(ctx.clock.now())
  const editions = await selectEditions(ctx.db, profession.bodyCode, profession.code)
  const inForce = editionOn(editions, today)
  if (!inForce) return undefined
  return { inForce, earlier: editions.filter((each) => each.editionNo < inForce.editionNo && each.validFrom <= today), coming: editions.filter((each) => each.validFrom > today) }
}
