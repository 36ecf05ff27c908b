import type { Day } from '#kernel/day.ts'
import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf, hasRole } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { listOwnScope } from '../own-certificates.ts'
import { policy } from '../policy.ts'
import { competenceBlockers, endBlockers, EXAMINER_ROLES, type CompetenceDraft } from './domain/competence.ts'
import { confirmCompetenceRow, endCompetenceRow, insertCompetence, lockCompetence, lockCompetencesOf, selectCompetences, type CompetenceRow } from './store/competence-store.ts'

/** Who judges at the centre on a day. */
export async function listExaminers(t: Pick<Tx, 'sql'>, centreId: Uuid, on: Day): Promise<people.Holder[]> {
  return (await people.listHolders(t.sql, centreId, on, undefined)).filter((holder) => holder.roles.some((role) => (EXAMINER_ROLES as readonly string[]).includes(role)))
}

/** One person of the centre enters in what an examiner is competent and by which paper; it holds only when another has confirmed it. */
export async function enterCompetence(ctx: Ctx, input: CompetenceDraft & { centreId: Uuid }): Promise<Uuid> {
  return tx(ctx, 'competence.enter', async (t) => {
    assertMay(t, policy, 'competence.enter', input)
    await lockCompetencesOf(t.sql, input.centreId)
    const draft = { ...input, levels: [...new Set(input.levels)].sort(), document: input.document.trim() }
    assertNone('competence.not-possible', competenceBlockers(draft, {
      today: t.today, examiners: (await listExaminers(t, input.centreId, t.today)).map((each) => each.accountId), scope: await listOwnScope(t.sql, input.centreId, t.today),
      standing: await selectCompetences(t.sql, input.centreId),
    }))
    const id = t.newId()
    await insertCompetence(t.sql, { ...draft, id, enteredBy: accountOf(t.actor)!, enteredAsHead: hasRole(t.actor, 'centre-head', input.centreId), enteredAt: t.now })
    await record(t, `centre:${input.centreId}`, 'competence-entered', { competenceId: id, accountId: draft.accountId, professionCode: draft.professionCode, levels: draft.levels })
    return id
  })
}

async function locked(t: Tx, id: string): Promise<CompetenceRow> {
  const row = parseUuid(id) && (await lockCompetence(t.sql, id))
  if (!row) throw new Denial('not-found')
  return row
}

/** Another person confirms; one of the two is the head of the centre, and nobody confirms what is about himself. */
export async function confirmCompetence(ctx: Ctx, input: { id: string }): Promise<void> {
  await tx(ctx, 'competence.confirm', async (t) => {
    const row = await locked(t, input.id)
    assertMay(t, policy, 'competence.read', row)
    if (row.endedFrom !== null) deny('competence.ended-already')
    if (row.confirmed) deny('competence.confirmed-already')
    if (accountOf(t.actor) === row.enteredBy) deny('competence.own-entry')
    if (accountOf(t.actor) === row.accountId) deny('competence.about-oneself')
    assertMay(t, policy, 'competence.confirm', row)
    await confirmCompetenceRow(t.sql, row.id, accountOf(t.actor)!, t.now)
    await record(t, `centre:${row.centreId}`, 'competence-confirmed', { competenceId: row.id })
  })
}

/** The head ends a competence from today or a day to come, with the ground; the entry stays. An unconfirmed one is set aside in the same way. */
export async function endCompetence(ctx: Ctx, input: { id: string; from: Day; ground: string }): Promise<void> {
  await tx(ctx, 'competence.end', async (t) => {
    const row = await locked(t, input.id)
    assertMay(t, policy, 'competence.end', row)
    assertNone('competence.not-ended', endBlockers(input, row, t.today))
    await endCompetenceRow(t.sql, row.id, { from: input.from, ground: input.ground.trim(), by: accountOf(t.actor)!, at: t.now })
    await record(t, `centre:${row.centreId}`, 'competence-ended', { competenceId: row.id, from: input.from })
  })
}
