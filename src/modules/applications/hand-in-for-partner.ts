import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PartnerActor } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { parseDay } from '#kernel/day.ts'
import { handedInOn } from '#kernel/norms.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { applicationBlockers, isWall } from './domain/application-blockers.ts'
import { gatherFacts } from './facts.ts'
import { policy } from './policy.ts'
import { examineFiles, missingFields, writtenBy, type ApplicationInput, type NamedFile } from './register-paper-application.ts'
import { registerApplication } from './register-application.ts'
import { keepReturned } from './return-application.ts'
import { lockPartnerReference, selectByPartnerReference } from './store/application-store.ts'
import { openCaseMeanwhile } from './submit-application.ts'

export interface PartnerApplication extends Omit<ApplicationInput, 'centreId'> {
  reference: string
  centreSerial: string
  consentVersion: string
  files: readonly NamedFile[]
}
export type HandedIn =
  | { outcome: 'registered'; number: string; repeated: boolean }
  | { outcome: 'returned-without-registration'; grounds: string[] }

export function partnerOf(ctx: Ctx): PartnerActor {
  if (ctx.actor.kind !== 'partner') throw new Denial('not-found')
  return ctx.actor
}

/** The application that a partner handed in under its own reference, with the case it became. */
export async function findHandedIn(t: Tx, partner: PartnerActor, reference: string) {
  return withSystemSight(t, async () => {
    const application = await selectByPartnerReference(t.sql, partner.organisationId, reference)
    return application && { application, kase: await casework.getCase(t, application.caseId) }
  })
}

/** The second door: an application of a partner arrives whole, with its files, and once for its reference. */
export async function handInForPartner(ctx: Ctx, input: PartnerApplication): Promise<HandedIn> {
  const partner = partnerOf(ctx)
  const examined = await examineFiles(ctx, input.files)
  try {
    return await tx<HandedIn>(ctx, 'application.hand-in', async (t) => {
      assertMay(t, policy, 'application.hand-in', undefined as never)
      await lockPartnerReference(t.sql, partner.organisationId, input.reference)
      const before = await findHandedIn(t, partner, input.reference)
      if (before) {
        if (before.application.surname !== input.person.surname.trim() || before.application.givenName !== input.person.givenName.trim()) throw new Denial('application.reference-taken')
        return { outcome: 'registered', number: before.kase.number, repeated: true }
      }
      const centre = await centres.findCentreBySerial(t.sql, input.centreSerial)
      if (!centre) throw new Denial('application.centre-unknown')
      const profession = await professions.findProfessionOrStruck(t.sql, input.professionCode, t.today)
      if (!profession) throw new Denial('application.profession-unknown')
      assertNone('application.not-admissible', people.newPersonBlockers(input.person, t.today, { demo: t.demo }))
      const personId = await people.enterPerson(t, input.person, partner.mayAssertIdentity ? { verifiedBy: partner.keyId } : {})
      const facts = await gatherFacts(t, { profession, level: input.level, centreId: centre.id, personId, birthOn: parseDay(input.person.birthOn), on: t.today, opening: true })
      const norms = await t.law.normsInForce(t.sql, t.today)
      const full = { ...input, centreId: centre.id }
      const blockers = applicationBlockers({
        ...facts, papers: input.files.map((file) => file.kind), consented: input.consentVersion !== '', missingFields: missingFields(full), onPaper: false,
      }, t.today, norms)
      const walls = blockers.filter((blocker) => isWall(blocker.code))
      if (walls.length > 0) {
        const grounds = walls.map((wall) => wall.code)
        await keepReturned(t, { centreId: centre.id, channel: 'partner', ground: grounds[0]!, note: grounds.join(' '), professionCode: profession.code, personName: `${input.person.surname} ${input.person.givenName}` })
        return { outcome: 'returned-without-registration', grounds }
      }
      assertNone('application.not-admissible', blockers)
      const accountId = partner.mayAssertIdentity ? (await people.findAccountOfPerson(t, personId)) ?? null : null
      // A partner is nobody's candidate and no clerk: after its policy the case is opened with the sight of the system.
      const kase = await withSystemSight(t, () => registerApplication(t, {
        personId, accountId, centreId: centre.id, profession, level: input.level!, receivedOn: handedInOn(norms, t.now), needs: input.needs, attachedKinds: examined.map((each) => each.kind),
        application: {
          channel: 'partner', partnerReference: input.reference, partnerOrganisationId: partner.organisationId, ...writtenBy(full), consentVersion: input.consentVersion,
          enteredBy: partner.keyId as Uuid, witnessedBy: null,
        },
        async adopt(caseId) {
          for (const each of examined) await uploads.keepAttachment(t, { caseId }, each.kind, each.file)
        },
      }))
      return { outcome: 'registered', number: kase.number, repeated: false }
    })
  } catch (error) {
    throw openCaseMeanwhile(error)
  }
}

/** Where an application stands that this partner handed in; another's does not exist for it. */
export async function partnerStatus(ctx: Ctx, reference: string) {
  const partner = partnerOf(ctx)
  return read(ctx, 'application.hand-in', async (t) => {
    assertMay(t, policy, 'application.hand-in', undefined as never)
    const found = await findHandedIn(t, partner, reference)
    if (!found) throw new Denial('not-found')
    return { reference, number: found.kase.number, step: found.kase.step, receivedOn: found.application.receivedOn, dueOn: found.kase.nextDueOn }
  })
}
