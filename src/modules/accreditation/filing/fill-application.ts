import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as professions from '#modules/professions/index.ts'
import { assertUnchanged, lockCase, record, type AccreditationCase } from '../cases.ts'
import { scopeRule } from '../extension/scope-rule.ts'
import { policy } from '../policy.ts'
import { LEGAL_TITLES, lineBlockers, type LegalTitle } from './domain/filing.ts'
import { factsOf } from '../case-facts.ts'
import { assertFillable } from './fillable.ts'
import * as store from './store/filing-store.ts'

/** One part of the application is changed: the case locked, the filer asked for, the change noted. */
async function change(ctx: Ctx, caseId: string, part: string, fn: (t: Tx, kase: AccreditationCase) => Promise<void>): Promise<void> {
  await tx(ctx, 'accreditation.fill', async (t) => {
    const kase = await lockCase(t, caseId)
    assertMay(t, policy, 'accreditation.fill', await factsOf(t, kase))
    assertFillable(kase)
    await fn(t, kase)
    await store.touchCase(t.sql, kase.id)
    await record(t, kase.id, 'accreditation-filing-changed', { part })
  })
}

/** Names a profession and level: a voluntary one of the register in force; naming it twice changes nothing. */
export async function nameProfession(ctx: Ctx, input: { caseId: string; professionCode: string; level: string }): Promise<void> {
  await change(ctx, input.caseId, 'lines', async (t, kase) => {
    const code = input.professionCode.trim().toUpperCase()
    const level = Number(input.level)
    const entry = await professions.findProfession(t.sql, code, t.today)
    assertNone('accreditation.line-not-admissible', [...lineBlockers({ professionCode: code, level, track: entry?.track, levels: entry?.levels ?? [] }), ...(await scopeRule(t, kase))({ professionCode: code, level })])
    await store.insertLine(t.sql, kase.id, { professionCode: code, level })
  })
}

/** Takes a profession and level back, with its draft programme. */
export async function dropProfession(ctx: Ctx, input: { caseId: string; professionCode: string; level: string }): Promise<void> {
  await change(ctx, input.caseId, 'lines', async (t, kase) => {
    const line = { professionCode: input.professionCode, level: Number(input.level) }
    if ((await store.deleteLine(t.sql, kase.id, line)) === 0) throw new Denial('not-found')
    await store.removePapersOfLine(t.sql, kase.id, line, t.now)
  })
}

export interface PremisesInput {
  caseId: string
  version: number
  premisesTitle: string
  premises: string
  equipment: string
  resources: string
}

/** Says what premises, equipment and resources there are and by which of the allowed titles; what is not filled in yet is only missing. */
export async function describePremises(ctx: Ctx, input: PremisesInput): Promise<void> {
  await change(ctx, input.caseId, 'premises', async (t, kase) => {
    assertUnchanged(kase, input.version)
    const premisesTitle = LEGAL_TITLES.find((each): each is LegalTitle => each === input.premisesTitle) ?? null
    if (input.premisesTitle !== '' && premisesTitle === null) deny('accreditation.title-not-allowed', { field: 'premisesTitle' })
    await store.updatePremises(t.sql, kase.id, { premisesTitle, premises: input.premises.trim(), equipment: input.equipment.trim(), resources: input.resources.trim() })
  })
}

/** Names somebody of the staff with a qualification in the field of a profession applied for. */
export async function nameStaff(ctx: Ctx, input: { caseId: string; professionCode: string; name: string; qualification: string }): Promise<void> {
  await change(ctx, input.caseId, 'staff', async (t, kase) => {
    const [name, qualification] = [input.name.trim(), input.qualification.trim()]
    if (name === '') deny('accreditation.staff-name-missing', { field: 'name' })
    if (qualification === '') deny('accreditation.staff-qualification-missing', { field: 'qualification' })
    if (!(await store.selectLines(t.sql, kase.id)).some((line) => line.professionCode === input.professionCode)) deny('accreditation.staff-profession-missing', { field: 'professionCode' })
    await store.insertStaff(t.sql, kase.id, { id: t.newId(), professionCode: input.professionCode, name, qualification, addedAt: t.now })
  })
}
export async function dropStaff(ctx: Ctx, input: { caseId: string; staffId: string }): Promise<void> {
  await change(ctx, input.caseId, 'staff', async (t, kase) => {
    if (!parseUuid(input.staffId) || (await store.removeStaff(t.sql, kase.id, input.staffId, t.now)) === 0) throw new Denial('not-found')
  })
}
