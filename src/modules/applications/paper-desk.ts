import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { CLERKS } from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import { policy } from './policy.ts'

/** What a clerk chooses from when he enters a paper application: his centre, and what its valid certificates cover today. */
export async function readPaperDesk(ctx: Ctx) {
  return read(ctx, 'application.register-paper', async (t) => {
    const role = t.actor.kind === 'person' ? t.actor.roles.find((held) => CLERKS.includes(held.role)) : undefined
    if (!role) throw new Denial('not-found')
    const centreId = role.organisationId
    assertMay(t, policy, 'application.register-paper', { centreId })
    const centre = await centres.getCentre(t.sql, centreId)
    const valid = (await centres.listCertificates(t.sql, centreId, t.today)).filter((certificate) => certificate.state === 'valid')
    const offers = []
    for (const certificate of valid) {
      for (const line of await centres.listScope(t.sql, centreId, certificate.id, t.today)) {
        const profession = await professions.findProfession(t.sql, line.professionCode, t.today)
        if (profession) offers.push({ code: profession.code, level: line.level, name: profession.name })
      }
    }
    return { centre, offers, today: t.today }
  })
}
