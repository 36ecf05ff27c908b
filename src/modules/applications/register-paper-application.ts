import { parseDay } from '#kernel/day.ts'
import { assertNone, Denial, type Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { applicationBlockers, receivedOnBlockers } from './domain/application-blockers.ts'
import { CONSENT_VERSION, EXAM_LANGUAGES, WAYS_LEARNT, type ExamLanguage, type Need, type WayLearnt } from './domain/draft.ts'
import { gatherFacts } from './facts.ts'
import { policy } from './policy.ts'
import { registerApplication } from './register-application.ts'
import { accountIdOf } from './standing.ts'
import { openCaseMeanwhile } from './submit-application.ts'

/** A file of an application that does not come through a draft. */
export interface NamedFile extends uploads.SentFile {
  kind: uploads.AttachmentKind
}

/** What an application says, whichever door it comes through. */
export interface ApplicationInput {
  centreId: Uuid
  professionCode: string
  level: number | undefined
  person: people.NewPerson
  email: string
  language: 'kk' | 'ru'
  examLanguage: string
  wayLearnt: string
  needs: readonly Need[]
}
export interface PaperApplication extends ApplicationInput {
  receivedOn: string
  /** The clerk has seen the identity document: the person becomes verified. */
  identitySeen: boolean
  files: readonly NamedFile[]
}

/** Examines the files of one application, one after the other. */
export async function examineFiles(ctx: Ctx, files: readonly NamedFile[]): Promise<{ kind: uploads.AttachmentKind; file: uploads.ExaminedFile }[]> {
  const examined: { kind: uploads.AttachmentKind; file: uploads.ExaminedFile }[] = []
  for (const file of files) examined.push({ kind: file.kind, file: await uploads.examineFile(ctx, file) })
  return examined
}

/** Fields an application cannot do without, by the name of their sentence. */
export function missingFields(input: ApplicationInput): string[] {
  return [
    ...(input.person.phone && input.person.address ? [] : ['contact']),
    ...((WAYS_LEARNT as readonly string[]).includes(input.wayLearnt) ? [] : ['way-learnt']),
    ...((EXAM_LANGUAGES as readonly string[]).includes(input.examLanguage) ? [] : ['exam-language']),
  ]
}

/** A clerk enters what came on paper: T1 runs from the day it was received, the scan is kept, a wall refuses to register it. */
export async function registerPaperApplication(ctx: Ctx, input: PaperApplication): Promise<string> {
  if (!input.files.some((file) => file.kind === 'paper-application')) throw new Denial('application.scan-missing', { data: { field: 'scan' } })
  const examined = await examineFiles(ctx, input.files)
  try {
    return await tx(ctx, 'application.register-paper', async (t) => {
      assertMay(t, policy, 'application.register-paper', { centreId: input.centreId })
      const clerk = accountIdOf(t)
      const receivedOn = parseDay(input.receivedOn)
      const wrong: Blocker[] = [...receivedOnBlockers(receivedOn, t.today), ...people.newPersonBlockers(input.person, t.today, { demo: t.demo })]
      assertNone('application.not-admissible', wrong)
      // The law of the day on which the paper came: entered later, it is still an application under the version then in force.
      const profession = (await professions.findProfessionOrStruck(t.sql, input.professionCode, receivedOn!)) ?? (await professions.getProfessionOrStruck(t.sql, input.professionCode, t.today))
      const personId = await people.enterPerson(t, input.person, input.identitySeen ? { verifiedBy: clerk } : {})
      const facts = await gatherFacts(t, { profession, level: input.level, centreId: input.centreId, personId, birthOn: parseDay(input.person.birthOn), on: receivedOn!, opening: true })
      const norms = await t.law.normsInForce(t.sql, t.today)
      assertNone('application.not-admissible', applicationBlockers({ ...facts, papers: [], consented: true, missingFields: missingFields(input), onPaper: true }, receivedOn!, norms))
      const accountId = input.identitySeen ? (await people.findAccountOfPerson(t, personId)) ?? null : null
      const kase = await registerApplication(t, {
        personId, accountId, centreId: input.centreId, profession, level: input.level!, receivedOn: receivedOn!, needs: input.needs, attachedKinds: examined.map((each) => each.kind),
        application: {
          channel: 'paper', partnerReference: null, partnerOrganisationId: null, ...writtenBy(input), consentVersion: CONSENT_VERSION, enteredBy: clerk, witnessedBy: null,
        },
        async adopt(caseId) {
          for (const each of examined) await uploads.keepAttachment(t, { caseId }, each.kind, each.file)
        },
      })
      return kase.number
    })
  } catch (error) {
    throw openCaseMeanwhile(error)
  }
}

/** The columns of an application that its writer filled in. */
export function writtenBy(input: ApplicationInput) {
  const { person } = input
  return {
    language: input.language, examLanguage: input.examLanguage as ExamLanguage, wayLearnt: input.wayLearnt as WayLearnt, surname: person.surname.trim(), givenName: person.givenName.trim(),
    patronymic: person.patronymic?.trim() || null, birthOn: parseDay(person.birthOn)!, citizenship: person.citizenship || 'KZ', phone: person.phone!, email: input.email.trim() || null, address: person.address!,
  }
}
