import * as accreditation from '#modules/accreditation/index.ts'
import * as monitoring from '#modules/monitoring/index.ts'
import type { World } from '../../src/entry/world.ts'
import type { Teller } from './teller.ts'

/** A demonstration organisation of the pipeline; the eight of the slides stay as the slides have them. */
export async function tellPipeline(teller: Teller): Promise<void> {
  const entered = teller.ago(30)
  const unknown = { bin: '', regionKato: '', contact: '', professions: [] }
  const id = await accreditation.enterPotentialCentre(teller.as('ministry-1', entered, '11:00'), { ...unknown, name: '«Шебер қолдар» оқу орталығы (үлгі)', regionKato: '610000000', professions: ['K-0009'] })
  const accreditor = (days: number) => teller.as('accreditor', teller.after(entered, days), '15:00')
  await accreditation.movePotentialCentre(accreditor(2), { id, version: 1, state: 'talks', reason: '' })
  await accreditation.noteOnPotentialCentre(accreditor(2), { id, version: 2, body: 'Бес құжаттың тізбесі түсіндірілді, бағдарлама жобасының үлгісі жіберілді.' })
  await accreditation.planNextStep(accreditor(20), { id, version: 3, what: 'Бағдарлама жобасын бірге қарау', on: teller.after(entered, 28), responsible: teller.accountId('accreditor') })
  // Tied by its BIN to the application that it opens later in the story.
  await accreditation.enterPotentialCentre(accreditor(5), { ...unknown, name: '«Дарын колледжі» ЖМ (үлгі)', bin: '240190007309', regionKato: '610000000', professions: ['K-0071'] })
}

/** Two checks ahead, one of them unannounced, and one that was held: a finding is remedied, an order of another is open. */
export async function tellMonitoring(teller: Teller, world: World): Promise<void> {
  const accreditor = (ago: number, time = '11:00') => teller.as('accreditor', teller.ago(ago), time)
  const responsible = teller.accountId('accreditor')
  const [first, third, fifth] = [teller.centreId('01'), teller.centreId('03'), teller.centreId('05')]
  const version = async (centreId: string) => (await world.db.one<{ version: number }>('select version from monitored_centre where centre_id = $1', [centreId])).version

  const checkId = await monitoring.planCheck(accreditor(40), { centreId: third, kind: 'planned', on: teller.ago(25), reason: 'Жылдық жоспар бойынша тексеру', responsible, announced: true })
  await monitoring.holdCheck(accreditor(25, '16:00'), { id: checkId, version: await version(third), heldOn: teller.ago(25), outcome: 'Емтихан залы мен шеберхана қаралды, екі кемшілік анықталды.' })
  const found = async (gravity: string, requirement: string, description: string) => monitoring.recordFinding(accreditor(25, '16:30'), { gravity, requirement, description, checkId, version: await version(third) })
  const order = async (findingId: string, demand: string, days: number) => monitoring.orderRemedy(accreditor(24), { findingId, version: await version(third), demand, dueOn: teller.after(teller.ago(24), days) })
  const findings = [
    await found('minor', 'Баға тізбесі жариялануы тиіс', 'Бағалар қабылдау бөлмесінде ілінбеген.'), await found('major', 'Мүгедектігі бар адамдарға жағдай жасалуы тиіс', 'Кіреберістегі пандус бұзылған.'),
  ] as const
  const remedied = await order(findings[0], 'Қолданыстағы баға тізбесін қабылдау бөлмесінде іліп қою.', 5)
  const open = await order(findings[1], 'Пандусты жөндеп, фотосуретін жіберу.', 20)
  const head = (ago: number) => teller.as('c03-head', teller.ago(ago), '12:00')
  await monitoring.answerOrder(head(21), { id: remedied, version: await version(third), body: 'Баға тізбесі ілінді, фотосурет тіркелді.', files: [{ name: 'foto.pdf', bytes: await teller.aScan() }] })
  await monitoring.confirmRemedy(accreditor(20), { id: remedied, version: await version(third), remediedOn: teller.ago(21), words: 'Фотосуреттен көрінеді.' })
  await monitoring.extendOrder(accreditor(10), { id: open, version: await version(third), dueOn: teller.after(teller.ago(0), 8), ground: 'Жөндеуге арналған материал кешігіп жатыр.' })

  await monitoring.receiveReport(accreditor(6), { centreId: first, subject: 'Жартыжылдықтағы жұмыс туралы есеп', receivedOn: teller.ago(7), files: [{ name: 'esep.pdf', bytes: await teller.aScan() }] })
  await monitoring.planCheck(accreditor(5), { centreId: first, kind: 'planned', on: teller.after(teller.ago(0), 9), reason: 'Жылдық жоспар бойынша тексеру', responsible, announced: true })
  await monitoring.planCheck(accreditor(1), { centreId: fifth, kind: 'unplanned', on: teller.after(teller.ago(0), 4), reason: 'Мерзімдердің кешігуі туралы шағым', responsible, announced: false })
}
