import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import * as applications from '#modules/applications/index.ts'
import * as employers from '#modules/employers/index.ts'
import { rowsOf } from '../rows.ts'
import type { Teller } from './teller.ts'
import type { Part, Thread } from './walk.ts'

/** By which employer's referral somebody of the story comes. */
export interface Referred {
  by: 'employer-hr' | 'employer-hr-2'
  number: string
  pays: boolean
}

const typed = (change: Partial<employers.ReferralTyped> & Pick<employers.ReferralTyped, 'number' | 'iin' | 'profession' | 'level'>): employers.ReferralTyped =>
  ({ referred_on: '', surname: '', given_name: '', patronymic: '', email: '', centre: '', pays: '', pay_limit: '', ...change })

/** The employer refers the worker on the eve, he opens the referral by its code and begins an application from it. */
export async function comeReferred(teller: Teller, part: Part, { by, number, pays }: Referred, on: Day): Promise<Uuid> {
  const person = (await rowsOf('people')).find((row) => row['key'] === part.candidate)!
  const lang = person['language'] === 'ru' ? 'ru' : 'kk'
  const sent = await employers.refer(teller.as(by, on, '09:15'), typed({
    number, iin: person['iin']!, surname: person[`surname_${lang}`]!, given_name: person[`given_name_${lang}`]!, patronymic: person[`patronymic_${lang}`] ?? '', profession: part.profession, level: String(part.level), pays: pays ? 'yes' : 'no',
  }))
  const { code } = await employers.getReferral(teller.as(by, on, '09:20'), sent)
  const id = await employers.openReferral(teller.as(part.candidate, on, '10:40'), code)
  await applications.beginFromReferral(teller.as(part.candidate, on, '10:45'), id)
  return id
}

/** Two employers: one whose people are on their road, with what each of them allows; the other has just begun. */
export async function tellEmployers(teller: Teller, taken: readonly { thread: Thread; referralId: Uuid; allows: readonly employers.ConsentScope[] }[]): Promise<void> {
  for (const { thread, referralId, allows } of taken) {
    for (const scope of allows) await employers.giveConsent(teller.as(thread.candidate, thread.appliedOn, '20:30'), { id: referralId, scope, given: true })
  }
  const worker = (birthOn: string, serial: number) => makeDemonstrationIin(birthOn as Day, serial).reveal()
  await employers.refer(teller.as('employer-hr', teller.ago(1), '15:10'), typed({ number: '18-ж', iin: worker('1987-02-03', 811), surname: 'Тұрсынбеков', given_name: 'Алмас', profession: 'K-0007', level: '4', pays: 'yes', pay_limit: '60000' }))
  const changed = await employers.refer(teller.as('employer-hr', teller.ago(6), '15:10'), typed({ number: '16-ж', iin: worker('1992-11-21', 812), surname: 'Жақсылықова', given_name: 'Інжу', profession: 'K-0001', level: '4', pays: 'no' }))
  await employers.withdrawReferral(teller.as('employer-hr', teller.ago(5), '09:30'), { id: changed, ground: 'Қызметкер басқа бөлімге ауысты' })
  await employers.refer(teller.as('employer-hr-2', teller.ago(2), '11:00'), typed({ number: '3/2026', iin: worker('1979-07-09', 813), surname: 'Мельник', given_name: 'Олег', profession: 'K-0001', level: '4', pays: 'yes' }))
}

/** Workers who hold documents already let an employer see them, by its BIN: one that is valid, one that has run out. */
export async function showDocumentsTo(teller: Teller, holders: readonly string[], employer: 'employer-1' | 'employer-2'): Promise<void> {
  const { bin } = (await rowsOf('organisations')).find((row) => row['code'] === employer)! as { bin: string }
  for (const holder of holders) await employers.showDocuments(teller.as(holder, teller.ago(1), '19:40'), { bin })
}
