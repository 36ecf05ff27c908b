import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as professions from '#modules/professions/index.ts'
import { policy } from '../policy.ts'
import { firstDraftOf, standingBlockers } from './domain/entry.ts'
import { readTypedEntry, type TypedEntry } from './domain/entry-form.ts'
import { KINDS, WHOSE_MOVE } from './domain/road.ts'
import { assertStep, assertUnchanged, entryOf, lastVersionOf, lockProposal, ownerOf, record } from './proposals.ts'
import { insertProposal, updateProposal, type Proposal } from './store/proposal-store.ts'

/** The organisation at which the actor is an officer of a sector body, with the body; refuses where the two are not linked. */
export async function bodyOfOfficer(t: Pick<Tx, 'sql' | 'actor'>): Promise<{ organisationId: Uuid; body: professions.SectorBody }> {
  const held = t.actor.kind === 'person' ? t.actor.roles.find((each) => each.role === 'sector-officer') : undefined
  const body = held && (await professions.findSectorBodyOf(t.sql, held.organisationId))
  if (!held || !body) deny('proposal.no-desk')
  return { organisationId: held.organisationId, body }
}

/** An officer of a sector body begins the proposal of an association: its kind, and the entry it is about. Answers its id. */
export async function openProposal(ctx: Ctx, input: { kind: string; professionCode: string }): Promise<Uuid> {
  return tx(ctx, 'proposal.open', async (t) => {
    assertMay(t, policy, 'proposal.list-own', undefined as never)
    const { organisationId, body } = await bodyOfOfficer(t)
    assertMay(t, policy, 'proposal.open', { organisationId })
    const kind = KINDS.find((each) => each === input.kind) ?? deny('proposal.kind-missing', { field: 'kind' })
    const code = input.professionCode.trim().toUpperCase()
    const base = await lastVersionOf(t, code)
    assertNone('proposal.not-fileable', standingBlockers({ kind, bodyCode: body.code, code, base }))
    const norms = await t.law.normsInForce(t.sql, t.today)
    const proposal: Proposal = {
      id: t.newId(), number: null, kind, bodyCode: body.code, organisationId, professionCode: code, baseVersionId: base?.versionId ?? null,
      entry: firstDraftOf({ kind, bodyCode: body.code, code, base: base && entryOf(base) }) ?? null, association: '', grounds: '', step: 'draft', whoseMove: WHOSE_MOVE.draft, version: 1,
      normEdition: norms.edition, calendarVersion: t.calendar.version, filedOn: null, roundClosesOn: null, councilNumber: null, councilOn: null, nationalNumber: null, nationalOn: null,
      updateDueOn: null, firstDay: null, preparedBy: null, preparedAt: null, approvedBy: null, editionNo: null, endGrounds: '', createdBy: accountOf(t.actor)!, createdAt: t.now, movedAt: t.now, closedAt: null,
    }
    await insertProposal(t.sql, proposal)
    await record(t, proposal, 'proposal-drafted', { kind, profession: code })
    return proposal.id
  })
}

export interface ProposalForm {
  id: string
  version: number
  association: string
  grounds: string
  /** Absent where the entry is to be struck off. */
  entry: TypedEntry | undefined
}

/** Keeps what was typed into a draft; it may stay incomplete until it is filed. */
export async function fillProposal(ctx: Ctx, input: ProposalForm): Promise<void> {
  await tx(ctx, 'proposal.fill', async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, 'proposal.fill', ownerOf(proposal))
    assertStep(proposal, 'file')
    assertUnchanged(proposal, input.version)
    const fields = new Set((await professions.listFields(t.sql)).map((each) => each.code))
    const read = proposal.entry && input.entry ? readTypedEntry(input.entry, proposal.entry, proposal.kind === 'add', fields) : undefined
    assertNone('proposal.not-readable', [
      ...(read?.blockers ?? []), ...(['association', 'grounds'] as const).filter((field) => input[field].length > 4000).map((field) => ({ code: 'proposal.text-too-long', data: { field, most: 4000 } })),
    ])
    await updateProposal(t.sql, { ...proposal, association: input.association.trim(), grounds: input.grounds.trim(), entry: read?.entry ?? proposal.entry, version: proposal.version + 1, movedAt: t.now })
    await record(t, proposal, 'proposal-filled')
  })
}
