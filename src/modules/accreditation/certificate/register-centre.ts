import { assertNone, deny } from '#kernel/denial.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { lockCase, record, type AccreditationCase } from '../cases.ts'
import { policy } from '../policy.ts'
import { standingCertificate } from './chain.ts'
import { registrationBlockers, type RegistrationFacts } from './domain/registration.ts'
import { selectIssueOfCase } from './store/certificate-store.ts'

/** How far the registration of the centre on the platform has come. */
export async function registrationOf(t: Tx, kase: AccreditationCase): Promise<RegistrationFacts> {
  const centreId = kase.organisationId
  const issue = await selectIssueOfCase(t.sql, kase.id)
  const scope = issue ? await centres.listScope(t.sql, centreId, issue.certificateId, t.today) : []
  const approved = await inTurn(scope, (line) => programmes.findApprovedProgramme(t.sql, { centreId, professionCode: line.professionCode, level: line.level }))
  return {
    roles: (await centres.listStaff(t.sql, centreId, t.today)).flatMap((each) => each.roles), priceLists: (await centres.listPriceLists(t.sql, centreId)).length,
    approvedProgrammes: approved.filter(Boolean).length, answered: (await centres.listAccessibility(t.sql, centreId)).length, features: centres.ACCESSIBILITY_FEATURES.length,
  }
}

/** The head opens the centre to the public, once the contract is accepted, while its certificate is in force, and when staff, price list, programme and accessibility passport are all there. */
export async function registerCentre(ctx: Ctx, input: { id: string }): Promise<void> {
  await tx(ctx, 'accreditation.register-centre', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.register-centre', { organisationId: kase.organisationId })
    if (kase.step !== 'completed') deny('registration.contract-first')
    const issue = (await selectIssueOfCase(t.sql, kase.id))!
    const certificate = (await standingCertificate(t, issue.certificateId))!
    if (certificate.state !== 'valid') deny('registration.certificate-not-valid', { number: certificate.number })
    assertNone('registration.incomplete', registrationBlockers(await registrationOf(t, kase)))
    await centres.publishCentre(t, kase.organisationId)
    await record(t, kase.id, 'accreditation-centre-published')
  })
}
