import { assertNone, deny } from '#kernel/denial.ts'
import type { Blocker } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { assertUnchanged, lockCase, normsOf, passMove, record, type AccreditationCase } from '../cases.ts'
import { factsOf } from '../case-facts.ts'
import { writeToAccount } from '../filing/letters.ts'
import { selectLines } from '../filing/store/filing-store.ts'
import { policy } from '../policy.ts'
import { conflictOf } from './domain/expertise.ts'
import { insertExpert, selectExperts } from './store/expert-store.ts'

export interface Candidate {
  accountId: string
  surname: string
  givenName: string
  patronymic: string | null
  /** Why he may not be assigned. */
  conflicts: Blocker[]
  assigned: boolean
}

/** The experts of the accreditor's own body, each with what speaks against him in this case. */
export async function candidatesOf(t: Tx, kase: AccreditationCase): Promise<Candidate[]> {
  if (t.actor.kind !== 'person') return []
  const bodies = t.actor.roles.filter((held) => held.role === 'accreditor').map((held) => held.organisationId)
  const ofApplicant = new Set((await people.listHolders(t.sql, kase.organisationId, t.today, undefined)).map((holder) => holder.accountId as string))
  const authors = new Set<string>()
  for (const line of await selectLines(t.sql, kase.id)) if (line.programmeVersionId) for (const id of await programmes.editorsOf(t.sql, line.programmeVersionId)) authors.add(id)
  const experts = await selectExperts(t.sql, kase.id)
  const holders = (await inTurn(bodies, (body) => people.listHolders(t.sql, body, t.today, 'accreditation-expert'))).flat()
  return [...new Map(holders.map((holder) => [holder.accountId, holder])).values()].map((holder) => {
    const known = experts.find((expert) => expert.accountId === holder.accountId)
    return {
      ...holder, assigned: known !== undefined && !known.steppedBackAt,
      conflicts: conflictOf({ ofApplicant: ofApplicant.has(holder.accountId), wroteProgramme: authors.has(holder.accountId), declared: Boolean(known?.steppedBackAt) }),
    }
  })
}

/** The accreditor assigns experts without a conflict of interest, as many as the norm says or more; who is assigned already stays. */
export async function assignExperts(ctx: Ctx, input: { caseId: string; version: number; experts: readonly string[] }): Promise<void> {
  await tx(ctx, 'accreditation.assign-experts', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.assign-experts', await factsOf(t, kase))
    if (kase.step !== 'expertise') deny('accreditation.not-at-this-step')
    assertUnchanged(kase, input.version)
    const candidates = await candidatesOf(t, kase)
    const chosen = input.experts.map((id) => candidates.find((each) => each.accountId === id) ?? deny('accreditation.expert-unknown', { field: 'experts' }))
    const fresh = chosen.filter((each) => !each.assigned)
    const needed = normNumber(await normsOf(t, kase), 'accreditation.experts')
    const blockers = fresh.flatMap((each) => each.conflicts)
    if (candidates.filter((each) => each.assigned).length + fresh.length < needed) blockers.push({ code: 'accreditation.too-few-experts', data: { needed } })
    if (fresh.length === 0) blockers.push({ code: 'accreditation.expert-missing' })
    assertNone('accreditation.experts-not-admissible', blockers)
    const moved = await passMove(t, kase, 'expert')
    for (const each of fresh) {
      await insertExpert(t.sql, { caseId: kase.id, accountId: each.accountId, assignedBy: accountOf(t.actor)!, at: t.now })
      await writeToAccount(t, moved, each.accountId, 'expert-assigned')
    }
    await record(t, kase.id, 'accreditation-experts-assigned', { experts: fresh.map((each) => each.accountId) })
  })
}
