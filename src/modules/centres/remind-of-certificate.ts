import { normList } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { tellOfExpiry } from './certificate-letters.ts'
import { certificateState } from './domain/certificate.ts'
import { policy } from './policy.ts'
import { selectCentre } from './store/centre-store.ts'
import { insertCertificateReminder, selectDueCertificateReminders, type DueCertificateReminder } from './store/certificate-reminder-store.ts'
import { selectCertificates } from './store/scope-store.ts'

/** Writes to centres whose certificate will expire, so many days before as the norm says [D]; each reminder once. Answers how many were written to. */
export async function remindOfCertificates(ctx: Ctx): Promise<number> {
  const due = await read(ctx, 'certificate.remind', async (t) => {
    assertMay(t, policy, 'certificate.remind', undefined as never)
    const norms = await t.law.normsInForce(t.sql, t.today)
    const found: DueCertificateReminder[] = []
    for (const each of await selectDueCertificateReminders(t.sql, t.today, normList(norms, 'accreditation.remindDaysBefore').map(Number))) {
      const all = await selectCertificates(t.sql, each.centreId)
      const certificate = all.find((one) => one.id === each.certificateId)
      const renewed = all.some((one) => one.id !== each.certificateId && one.validUntil > (certificate?.validUntil ?? t.today) && ['valid', 'not-yet'].includes(certificateState(one, t.today)))
      if (certificate && !renewed && !['terminated', 'replaced'].includes(certificateState(certificate, t.today))) found.push(each)
    }
    return found
  })
  return eachInTurn(due, (each) => remindOne(ctx, each))
}

async function remindOne(ctx: Ctx, { certificateId, centreId, daysBefore }: DueCertificateReminder): Promise<boolean> {
  return tx(ctx, 'certificate.remind', async (t) => {
    assertMay(t, policy, 'certificate.remind', undefined as never)
    const certificate = (await selectCertificates(t.sql, centreId)).find((each) => each.id === certificateId)
    const centre = await selectCentre(t.sql, centreId)
    if (!certificate || !centre || (await insertCertificateReminder(t.sql, { certificateId, daysBefore, at: t.now })) === 0) return false
    await tellOfExpiry(t, certificate, centre)
    await record(t, `centre:${centreId}`, 'certificate-expiry-reminded', { certificateId, daysBefore, validUntil: certificate.validUntil })
    return true
  })
}
