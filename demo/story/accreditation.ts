import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import type { World } from '../../src/entry/world.ts'
import type { Teller } from './teller.ts'

interface Asked {
  applicant: string
  region: string
  codes: readonly (readonly [code: string, level: number])[]
}
const WORKSHOP: Asked = { applicant: 'applicant-1', region: '750000000', codes: [['K-0067', 3], ['K-0068', 3]] }
const COLLEGE: Asked = { applicant: 'applicant-2', region: '610000000', codes: [['K-0071', 4]] }
const SEWING: Asked = { applicant: 'applicant-3', region: '750000000', codes: [['K-0009', 3]] }
const BUILDERS: Asked = { applicant: 'applicant-4', region: '750000000', codes: [['K-0047', 3], ['K-0051', 2]] }

/** Organisations on their way to become centres: a draft, one with the chamber, one before the experts, one whose survey is over and who waits for the ministry. */
export async function tellAccreditations(teller: Teller, world: World): Promise<void> {
  const seen = async (caseId: string) => ({ caseId, version: (await world.db.one<{ version: number }>('select version from accreditation_case where id = $1', [caseId])).version })

  async function drafted({ applicant, region, codes }: Asked, on: Day): Promise<Uuid> {
    const ctx = teller.as(applicant, on, '10:00')
    const organisationId = ctx.actor.kind === 'person' ? ctx.actor.roles[0]!.organisationId : undefined
    const caseId = await accreditation.openApplication(ctx, { organisationId: organisationId!, regionKato: region })
    for (const [professionCode, level] of codes) await accreditation.nameProfession(ctx, { caseId, professionCode, level: String(level) })
    return caseId
  }
  async function submitted(asked: Asked, on: Day): Promise<Uuid> {
    const caseId = await drafted(asked, on)
    const ctx = teller.as(asked.applicant, on, '15:00')
    for (const [professionCode] of asked.codes) await accreditation.nameStaff(ctx, { caseId, professionCode, name: 'Асқаров Данияр Маратұлы', qualification: 'Дипломы бар, 12 жыл өтіл' })
    await accreditation.describePremises(ctx, { ...(await seen(caseId)), premisesTitle: 'ownership', premises: 'Үлгі көшесі, 12 — 240 м²', equipment: 'Бағдарламадағы тізбеге сай', resources: 'Материалдар қоймасы бар' })
    for (const item of ['application', 'registration', 'premises', 'staff', ...asked.codes.map(([code, level]) => `programme/${code}/${level}`)]) {
      for (const language of ['kk', 'ru']) await accreditation.attachPaper(ctx, { caseId, item, language, file: { name: `${language}.pdf`, bytes: await teller.aScan() } })
    }
    await accreditation.submitApplication(ctx, await seen(caseId))
    return caseId
  }
  async function accepted(asked: Asked, on: Day): Promise<Uuid> {
    const caseId = await submitted(asked, on)
    const officer = teller.as('chamber-officer', teller.after(on, 1), '11:00')
    const { items } = await accreditation.readCase(officer, caseId)
    await accreditation.checkApplication(officer, { ...(await seen(caseId)), checks: items.map((item) => ({ item, verdict: 'right', reason: '' })) })
    await accreditation.acceptApplication(officer, await seen(caseId))
    await accreditation.assignExperts(teller.as('accreditor', teller.after(on, 2), '10:00'), { ...(await seen(caseId)), experts: [teller.accountId('expert-1')] })
    return caseId
  }

  await drafted(COLLEGE, teller.ago(2))
  await submitted(WORKSHOP, teller.ago(3))
  await accepted(SEWING, teller.ago(8))

  // The whole review and survey, a month ago.
  const begun = teller.ago(24)
  const caseId = await accepted(BUILDERS, begun)
  const expert = teller.as('expert-1', teller.after(begun, 4), '12:00')
  const { checklist } = await accreditation.readCase(expert, caseId)
  await accreditation.fillChecklist(expert, { caseId, marks: checklist.map((item) => ({ item, verdict: 'conforms', note: '' })) })
  await accreditation.giveOpinion(expert, { caseId, opinion: 'conforms', grounds: 'Құжаттар толық, бағдарламалар стандартқа сай.' })
  const accreditor = (days: number) => teller.as('accreditor', teller.after(begun, days), '10:00')
  await accreditation.finishExpertise(accreditor(5), await seen(caseId))
  const heldOn = teller.after(begun, 8)
  await accreditation.assignSurvey(accreditor(6), { ...(await seen(caseId)), surveyors: [teller.accountId('surveyor-1'), teller.accountId('surveyor-2')], heldOn })
  const surveyor = (key: string, time: string) => teller.as(key, heldOn, time)
  const { items } = await accreditation.readSurvey(surveyor('surveyor-1', '10:00'), caseId)
  await accreditation.writeEntries(surveyor('surveyor-1', '11:00'), {
    caseId, device: 'demonstration-tablet-1', entries: items.map((item, place) => ({ seq: place + 1, writtenAt: surveyor('surveyor-1', '11:00').clock.now(), kind: 'mark', body: { item: item.key, mark: 'meets', note: '' } })),
  })
  for (const key of ['surveyor-1', 'surveyor-2']) await accreditation.signSurvey(surveyor(key, '15:00'), await seen(caseId))
  await accreditation.answerAct(teller.as('applicant-4', teller.after(heldOn, 1), '10:00'), { ...(await seen(caseId)), answer: 'signed', reason: '' })
  await accreditation.finishSurvey(accreditor(10), await seen(caseId))
}
