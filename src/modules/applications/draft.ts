import { assertNone, Denial } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as professions from '#modules/professions/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { outsideBlockers } from './domain/application-blockers.ts'
import type { DraftData } from './domain/draft.ts'
import { policy } from './policy.ts'
import { deleteDraftRow, insertDraft, lockDraft, selectDraft, selectDrafts, updateDraft, type Draft } from './store/application-store.ts'

function accountIdOf(t: Tx) {
  if (t.actor.kind !== 'person') throw new Denial('sign-in.required')
  return t.actor.accountId
}

/** One's own draft for a profession, made when it is not there yet. */
export async function openDraft(ctx: Ctx, professionCode: string): Promise<Draft> {
  return tx(withoutKey(ctx), 'application.prepare', async (t) => {
    assertMay(t, policy, 'application.prepare', undefined as never)
    return ensureDraft(t, professionCode)
  })
}

/** A draft is only ever brought up to date, so that the same form sent twice needs no key. */
function withoutKey({ requestKey: _, ...ctx }: Ctx): Ctx {
  return ctx
}

async function ensureDraft(t: Tx, professionCode: string): Promise<Draft> {
  const accountId = accountIdOf(t)
  const profession = await professions.getProfessionOrStruck(t.sql, professionCode, t.today)
  assertNone('application.not-admissible', outsideBlockers({ track: profession.track, struckOn: professions.struckOn(profession, t.today) }))
  await insertDraft(t.sql, { id: t.newId(), accountId, professionCode, at: t.now })
  return (await selectDraft(t.sql, accountId, professionCode))!
}

/** One's own unsent drafts, the newest first. */
export async function listDrafts(ctx: Ctx): Promise<Draft[]> {
  return read(ctx, 'application.prepare', async (t) => {
    assertMay(t, policy, 'application.prepare', undefined as never)
    return selectDrafts(t.sql, accountIdOf(t))
  })
}

/** Keeps what was typed on one step; an answer not named stays as it was. */
export async function saveDraft(ctx: Ctx, input: { professionCode: string; data: DraftData }): Promise<void> {
  await tx(withoutKey(ctx), 'application.prepare', async (t) => {
    assertMay(t, policy, 'application.prepare', undefined as never)
    const draft = await lockDraft(t.sql, (await ensureDraft(t, input.professionCode)).id, accountIdOf(t))
    if (!draft || draft.sentCaseId) throw new Denial('application.draft-missing')
    await updateDraft(t.sql, draft.id, { ...draft.data, ...input.data }, t.now)
  })
}

/** Throws a draft away with its files. */
export async function deleteDraft(ctx: Ctx, professionCode: string): Promise<void> {
  await tx(ctx, 'application.prepare', async (t) => {
    assertMay(t, policy, 'application.prepare', undefined as never)
    const draft = await selectDraft(t.sql, accountIdOf(t), professionCode)
    if (!draft) return
    await uploads.dropDraftAttachments(t, draft.id)
    await deleteDraftRow(t.sql, draft.id)
  })
}
