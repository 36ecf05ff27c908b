import type { Day } from '#kernel/day.ts'
import type { ExamMode } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as employers from '#modules/employers/index.ts'
import type { Profession } from '#modules/professions/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import type { Need } from './domain/draft.ts'
import { writeToCandidate } from './letters.ts'
import { applicationPaper } from './paper-data.ts'
import { insertAccommodation, insertApplication, type Application } from './store/application-store.ts'

export interface Registration {
  personId: Uuid
  accountId: Uuid | null
  centreId: Uuid
  profession: Profession
  level: number
  receivedOn: Day
  needs: readonly Need[]
  /** In the centre, unless the candidate chose on line and the programme allows it. */
  examMode?: ExamMode
  application: Omit<Application, 'caseId' | 'examMode' | 'initiative' | 'funding' | 'submittedAt' | 'receivedOn' | 'withdrawnAt' | 'withdrawalNote'>
  attachedKinds: readonly string[]
  /** The voucher that pays; it is bound in the same transaction. */
  voucherId?: string | undefined
  /** The employer's referral on which the person comes; it is taken up in the same transaction. */
  referral?: { referralId: string; professionCode: string; level: number; centreId: string; price: number | undefined } | undefined
  /** Moves the files into the case; done before the paper of the application is made. */
  adopt(caseId: Uuid): Promise<void>
}

/** Opens the case of an application that met no wall: number, files, needs, T1 from the day it was received, paper and letter. */
export async function registerApplication(t: Tx, r: Registration): Promise<casework.CaseFile> {
  const centre = await centres.getCentre(t.sql, r.centreId)
  const opened = await casework.openCase(t, {
    kind: 'recognition', centreId: r.centreId, centreSerial: centre.serial, personId: r.personId, accountId: r.accountId, professionCode: r.profession.code,
    professionVersionId: r.profession.versionId, level: r.level, step: 'registered', whoseMove: 'centre', openedOn: r.receivedOn,
  })
  const referrer = r.referral && r.accountId ? await employers.takeUpReferral(t, { ...r.referral, caseId: opened.id, accountId: r.accountId, personId: r.personId }) : undefined
  const voucher = r.voucherId ? await vouchers.bindVoucher(t, { voucherId: r.voucherId, caseId: opened.id, centreId: r.centreId, professionCode: r.profession.code, level: r.level }) : undefined
  const application: Application = {
    ...r.application, examMode: r.examMode ?? 'offline', caseId: opened.id, initiative: referrer ? 'employer' : 'candidate', funding: referrer?.pays ? 'employer' : voucher ? 'voucher' : 'own', submittedAt: t.now, receivedOn: r.receivedOn, withdrawnAt: null, withdrawalNote: null,
  }
  await insertApplication(t.sql, application)
  for (const need of r.needs) await insertAccommodation(t.sql, { id: t.newId(), caseId: opened.id, kind: need.kind, asked: need.asked })
  await r.adopt(opened.id)
  const due = await casework.startClock(t, opened, 'T1', r.receivedOn)
  const kase = await casework.touchCase(t, opened, { nextDueOn: due })
  await casework.record(t, kase.id, 'application-registered', { channel: application.channel, receivedOn: r.receivedOn, consent: application.consentVersion })
  await createPaper(t, 'application', await applicationPaper(t, kase, application, r.needs.map((need) => need.kind), r.attachedKinds), { caseId: kase.id, centreId: r.centreId })
  await writeToCandidate(t, kase, 'application-registered', { due })
  return kase
}
