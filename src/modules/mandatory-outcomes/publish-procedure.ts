import { Denial } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import { ownBody } from './body.ts'
import { procedureBlockers, type ProcedureForm, type ProcedureTyped } from './domain/procedure.ts'
import { chainOf } from './enter-outcomes.ts'
import { policy } from './policy.ts'
import { lockOutcomesOf } from './store/outcome-store.ts'
import { insertProcedure, selectEditions } from './store/procedure-store.ts'

/**
 * The body says how one of its mandatory professions is recognised: a new edition, with the day from which it holds; those before are kept.
 * `edition` is the number of the last edition the officer saw, 0 for none.
 */
export async function publishProcedure(ctx: Ctx, input: { professionCode: string; edition: number; typed: ProcedureTyped }): Promise<{ editionNo: number }> {
  return tx(ctx, 'procedure.publish', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'procedure.publish', body)
    const profession = await professions.findProfession(t.sql, input.professionCode, t.today)
    if (profession?.track !== 'mandatory' || profession.bodyCode !== body.code) throw new Denial('not-found')
    return withSystemSight(t, async () => {
      await lockOutcomesOf(t.sql, body.code)
      const [last] = await selectEditions(t.sql, body.code, profession.code)
      if ((last?.editionNo ?? 0) !== input.edition) throw new Denial('procedure.changed-meanwhile')
      const faults = procedureBlockers(input.typed, { today: t.today, lastFrom: last?.validFrom })
      if (faults.length > 0) throw new Denial('procedure.not-publishable', { blockers: faults.map(({ code, field }) => ({ code, data: { field } })) })
      const { actKk, actRu, form, placeKk, placeRu, link, termsKk, termsRu, contact, validFrom } = input.typed
      const editionNo = input.edition + 1
      const texts = { actKk: actKk.trim(), actRu: actRu.trim(), placeKk: placeKk.trim(), placeRu: placeRu.trim(), termsKk: termsKk.trim(), termsRu: termsRu.trim(), contact: contact.trim() }
      await insertProcedure(t.sql, {
        id: t.newId(), bodyCode: body.code, professionCode: profession.code, editionNo, ...texts, form: form as ProcedureForm, link, validFrom: validFrom!, publishedBy: accountOf(t.actor)!, publishedAt: t.now,
      })
      await record(t, chainOf(body.code), 'procedure-published', { profession: profession.code, edition: editionNo, validFrom: validFrom! })
      return { editionNo }
    })
  })
}
