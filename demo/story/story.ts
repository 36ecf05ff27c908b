import { subtractWorkingDays } from '#kernel/calendar.ts'
import { addDays, almatyTime, day, momentAt, type Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { tellAccreditations } from './accreditation.ts'
import { tellMonitoring, tellPipeline } from './monitoring.ts'
import { showDocumentsTo, tellEmployers } from './employers.ts'
import { tellMandatory } from './mandatory.ts'
import { tellOnlinePractice } from './online-practice.ts'
import { tellMoney } from './money.ts'
import { openVouchers } from './vouchers.ts'
import { tellProposals } from './proposals.ts'
import type { Hours, Teller } from './teller.ts'
import type { World } from '../../src/entry/world.ts'
import * as appeals from '#modules/appeals/index.ts'
import * as continuations from '#modules/continuations/index.ts'
import * as applications from '#modules/applications/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import { accept, appeal, apply, brief, check, contract, decide, draft, hear, issue, notify, practice, sendFailNotice, theory, type Part, type Thread } from './walk.ts'

const CONFECTIONER = { profession: 'K-0001', level: 4 }
const WELDER = { profession: 'K-0007', level: 4 }
const TESTER = { profession: 'K-0015', level: 5 }
const WEB = { profession: 'K-0016', level: 5 }

/** Working days since an exam whose document of six months has run out. */
const LONG_AGO = 140
/** Calendar days since the certificate of centre 06 was withdrawn, as in `centres.csv`. */
const WITHDRAWN_AGO = 45

/** Days of the road in working days: applied, checked, accepted, notified; the exam is then eleven days away. */
const UNTIL_EXAM = 14

/** Somebody in every state of the road. Each is told by the same acts as in life, so nothing stands here that the law would not allow. */
export async function tellStory(teller: Teller, world: World): Promise<void> {
  const part = (candidate: string, centre: string, qualification: { profession: string; level: number }, language: 'kk' | 'ru', more: Partial<Part> = {}): Part =>
    ({ candidate, centre, ...qualification, language, ...more })

  /** Applies so many working days ago and walks to the contract's acceptance. */
  async function signed(who: Part, daysAgo: number): Promise<Thread> {
    const thread = await apply(teller, who, teller.ago(daysAgo))
    await check(teller, thread, teller.ago(daysAgo - 1))
    await contract(teller, thread, teller.ago(daysAgo - 1))
    await accept(teller, thread, teller.ago(daysAgo - 2))
    return thread
  }
  async function notified(who: Part, daysAgo: number): Promise<Thread> {
    const thread = await signed(who, daysAgo)
    await notify(teller, thread, teller.ago(daysAgo - 3))
    return thread
  }

  /** The whole road up to the panel's decision, so many working days ago. */
  async function decided(who: Part, daysAgo: number, result: { right: number; notDone?: readonly number[]; stopAt?: number }): Promise<Thread> {
    const thread = await notified(who, daysAgo)
    await brief(teller, thread, thread.examOn!)
    await theory(teller, world, thread, result.right)
    if (result.right > 0.7) await practice(teller, thread, { notDone: result.notDone ?? [], ...(result.stopAt ? { stopAt: result.stopAt } : {}) })
    const passed = result.right > 0.7 && !result.notDone?.length && !result.stopAt
    await decide(teller, thread, teller.after(thread.examOn!, 1), passed ? 'pass' : 'fail')
    return thread
  }

  /** And up to the result, on the working day after the decision. */
  async function resulted(who: Part, daysAgo: number, result: Parameters<typeof decided>[2]): Promise<{ thread: Thread; on: Day; document?: string }> {
    const thread = await decided(who, daysAgo, result)
    const on = teller.after(thread.examOn!, 2)
    if ((await teller.stepOf(thread.number)) === 'decided-pass') return { thread, on, document: await issue(teller, thread, on) }
    await sendFailNotice(teller, thread, on)
    return { thread, on }
  }

  // More than six months ago: a document of a short validity, whose case was closed when the term of the appeal had passed.
  const old = await resulted(part('zhanna', '03', WEB, 'kk'), UNTIL_EXAM + LONG_AGO, { right: 0.85 })
  await appeals.closeFinishedCases(teller.system(teller.after(old.on, 6), '08:00'))

  // Registered on the eve of the day on which the centre lost its certificate: the case waits for the ministry.
  const withdrawnOn = addDays(teller.today, -WITHDRAWN_AGO)
  await apply(teller, part('saltanat', '06', WELDER, 'kk'), subtractWorkingDays(teller.calendar, withdrawnOn, 1))
  await continuations.holdCasesWithoutScope(teller.system(addDays(withdrawnOn, 1), '08:00'))

  // Only a draft, and a candidate too young to apply, who has none.
  await draft(teller, teller.as('kamila', teller.ago(1), '20:10'), part('kamila', '01', CONFECTIONER, 'kk'))

  // Registered: fresh, due today, late; professions without a programme yet.
  await apply(teller, part('aigerim', '01', CONFECTIONER, 'kk', { wayLearnt: 'non-formal' }), teller.ago(0))
  await apply(teller, part('dinara', '05', { profession: 'K-0010', level: 3 }, 'kk'), teller.ago(2))
  await apply(teller, part('marat', '07', WELDER, 'kk', { wayLearnt: 'informal' }), teller.ago(3))
  await apply(teller, part('andrei-schmidt', '07', { profession: 'K-0048', level: 4 }, 'ru'), teller.ago(5))
  await apply(teller, part('madina', '05', { profession: 'K-0046', level: 3 }, 'kk'), teller.ago(1))
  const gulnara = await apply(teller, part('gulnara', '02', { profession: 'K-0043', level: 3 }, 'kk', { needs: [{ kind: 'place', asked: 'Бірінші қабаттағы бөлме' }] }), teller.ago(1))
  await apply(teller, part('timur', '03', { profession: 'K-0041', level: 4 }, 'ru'), teller.ago(0))
  await apply(teller, part('svetlana', '01', { profession: 'K-0025', level: 3 }, 'ru'), teller.ago(2))

  await apply(teller, part('yerkezhan', '07', { profession: 'K-0030', level: 3 }, 'kk', { wayLearnt: 'non-formal' }), teller.ago(1))

  // On paper, by somebody without an account; the clerk saw the identity card.
  await applications.registerPaperApplication(teller.as('c03-operator', teller.ago(1), '12:20'), {
    centreId: teller.centreId('03'), professionCode: TESTER.profession, level: TESTER.level, email: '', language: 'kk', examLanguage: 'kk', wayLearnt: 'formal', needs: [], receivedOn: teller.ago(1), identitySeen: true,
    person: { iin: makeDemonstrationIin(day('1995-03-14'), 77).reveal(), surname: 'Сапарова', givenName: 'Зейнеп', patronymic: 'Мұратқызы', birthOn: '1995-03-14', phone: '+7 000 000 20 00', address: 'Астана' },
    files: [{ kind: 'paper-application', name: 'өтініш.pdf', bytes: await teller.aScan() }],
  } as never)

  // Refused with a reason, and withdrawn by the candidate.
  const refused = await apply(teller, part('igor', '05', { profession: 'K-0022', level: 4 }, 'ru'), teller.ago(9))
  await check(teller, refused, teller.ago(8), { 'field.contact': 'Указан телефон, по которому никто не отвечает' })
  await applications.refuseContract(teller.as('c05-operator', teller.ago(8), '11:30'), {
    number: refused.number, version: await teller.versionOf(refused.number), ground: 'INCORRECTLY_FILLED', reason: 'В заявлении указан несуществующий номер телефона, связаться с кандидатом нельзя.',
    remedy: 'Подайте заявление ещё раз с действующим номером телефона; остальные сведения заполнены верно.',
  })
  const withdrawn = await apply(teller, part('sholpan', '01', { profession: 'K-0008', level: 3 }, 'kk'), teller.ago(12))
  await applications.withdrawApplication(teller.as('sholpan', teller.ago(11), '12:00'), { number: withdrawn.number, version: await teller.versionOf(withdrawn.number), note: 'Басқа қалаға көшемін' })

  // A centre whose certificate ran out afterwards: the candidate took the application back and may go elsewhere.
  const orphan = await apply(teller, part('elena-weber', '04', WELDER, 'ru'), teller.ago(40))
  await applications.withdrawApplication(teller.as('elena-weber', teller.ago(38), '18:00'), { number: orphan.number, version: await teller.versionOf(orphan.number), note: 'Центр сообщил, что срок его аттестата заканчивается' })

  // Contract sent, contract signed.
  const sent = await apply(teller, part('erbol', '05', WELDER, 'kk', { referred: { by: 'employer-hr', number: '14-ж', pays: true } }), teller.ago(3))
  await check(teller, sent, teller.ago(2))
  await contract(teller, sent, teller.ago(1))
  const rustam = await signed(part('rustam', '02', TESTER, 'ru', { referred: { by: 'employer-hr', number: '15-ж', pays: true } }), 3)
  await tellEmployers(teller, [{ thread: sent, referralId: sent.referralId!, allows: [] }, { thread: rustam, referralId: rustam.referralId!, allows: ['road', 'documents'] }])

  // Notified; briefed for today.
  const byCard = await notified(part('nurlan', '01', CONFECTIONER, 'kk', { needs: [{ kind: 'extra-time', asked: 'Дислексия' }] }), 7)
  const byBank = await notified(part('arman', '07', WELDER, 'kk'), 10)
  const briefed = await notified(part('viktor-kim', '01', WELDER, 'ru'), UNTIL_EXAM)
  await brief(teller, briefed, briefed.examOn!)

  // The day of the exam: theory passed and practice ahead, practice under the assessor's eyes; the day before while that hour is still to come.
  const practised = teller.now >= momentAt(teller.ago(0), '16:30') ? 0 : 1
  const passed = await notified(part('lyudmila', '05', WELDER, 'ru'), UNTIL_EXAM + practised)
  await brief(teller, passed, passed.examOn!)
  await theory(teller, world, passed, 0.85)
  const practising = await notified(part('dauren', '07', WELDER, 'kk'), UNTIL_EXAM + practised)
  await brief(teller, practising, practising.examOn!)
  await theory(teller, world, practising, 0.8)
  await practice(teller, practising, { until: 7 })

  // Held: waiting for the panel.
  const held = await notified(part('zhanna', '03', WEB, 'kk'), UNTIL_EXAM + 1)
  await brief(teller, held, held.examOn!)
  await theory(teller, world, held, 0.9)
  await practice(teller, held)

  // Did not come; removed after the second violation.
  const absent = await notified(part('taras', '07', WELDER, 'ru'), UNTIL_EXAM + 2)
  await exams.recordNoShow(teller.as('c07-invigilator', absent.examOn!, '18:30'), { number: absent.number, stage: 'theory' })
  const removed = await notified(part('bauyrzhan', '05', CONFECTIONER, 'kk'), UNTIL_EXAM + 2)
  await brief(teller, removed, removed.examOn!)
  await theory(teller, world, removed, 0.5, { handIn: false })
  for (const note of ['Қалтасында телефон болды', 'Ескертуден кейін қайта телефонға қарады']) {
    await exams.recordViolation(teller.as('c05-invigilator', removed.examOn!, '10:20'), { number: removed.number, stage: 'theory', ground: 'forbidden-item', note })
  }

  // Decided, the paper still to be given.
  await decided(part('olga', '02', WEB, 'ru'), UNTIL_EXAM + 2, { right: 0.85 })
  await decided(part('natalya', '05', WELDER, 'ru'), UNTIL_EXAM + 3, { right: 0.55 })
  await decided(part('askhat', '07', WELDER, 'kk'), UNTIL_EXAM + 4, { right: 0.9 })

  // A document that may still be appealed from; one whose case is closed; one annulled by two people.
  await resulted(part('timur', '03', TESTER, 'ru'), UNTIL_EXAM + 5, { right: 0.95 })
  await resulted(part('gulnara', '02', TESTER, 'kk'), UNTIL_EXAM + 40, { right: 0.8 })
  const annulled = await resulted(part('andrei-schmidt', '07', WELDER, 'ru'), UNTIL_EXAM + 45, { right: 0.75 })
  await documents.proposeAnnulment(teller.as('c07-head', teller.ago(12), '10:30'), { documentNumber: annulled.document!, ground: 'forged-papers', note: 'Учебное заведение сообщило, что такого диплома не выдавало.' })
  await documents.decideAnnulment(teller.as('national-body', teller.ago(10), '15:00'), { documentNumber: annulled.document!, approve: true })

  // Not passed: may ask for a retake; has asked; exactly seventy per cent is not more than seventy.
  await resulted(part('sholpan', '01', CONFECTIONER, 'kk'), UNTIL_EXAM + 6, { right: 0.85, notDone: [3, 5] })
  const again = await resulted(part('svetlana', '01', CONFECTIONER, 'ru'), UNTIL_EXAM + 8, { right: 0.6 })
  await applications.requestRetake(teller.as('svetlana', teller.ago(1), '19:40'), { number: again.thread.number, version: await teller.versionOf(again.thread.number) })
  await resulted(part('igor', '05', WELDER, 'ru'), UNTIL_EXAM + 5, { right: 0.7 })

  // Appeals: upheld with a new decision and a document, rejected with reasons, and one still to be heard.
  const upheld = await resulted(part('dinara', '01', WELDER, 'kk'), UNTIL_EXAM + 14, { right: 0.9, notDone: [2] })
  const first = await appeal(teller, upheld.thread, teller.after(upheld.on, 2), 'Екінші операцияны орындадым, бірақ бағалау парағында белгіленбеген.')
  await hear(teller, first, teller.after(upheld.on, 5), 'uphold', 'Бейнежазба қаралды: операция технологиялық картаға сай орындалған, сарапшы оны белгілемеген.')
  await issue(teller, upheld.thread, teller.after(upheld.on, 6))
  const rejected = await resulted(part('erbol', '01', CONFECTIONER, 'kk'), UNTIL_EXAM + 13, { right: 0.65 })
  const second = await appeal(teller, rejected.thread, teller.after(rejected.on, 1), 'Сұрақтар бағдарламаға сай емес.')
  await hear(teller, second, teller.after(rejected.on, 4), 'reject', 'Барлық сұрақ бекітілген бағдарламаның тақырыптарынан алынған, кілт тексерілді.')
  const open = await resulted(part('madina', '01', WELDER, 'kk'), UNTIL_EXAM + 7, { right: 0.68 })
  await appeal(teller, open.thread, teller.ago(1), 'Емтихан кезінде жарық сөніп қалды, уақытым қайтарылмады.')

  // Complaints: answered, and waiting for an answer.
  const aboutPrice = await appeals.lodgeComplaint(teller.as('elena-weber', teller.ago(36), '09:50'), { about: { caseNumber: orphan.number, person: null }, subject: 'price', body: 'На сайте была одна цена, по телефону назвали другую.' })
  await appeals.answerComplaint(teller.as('c04-head', teller.ago(34), '16:20'), {
    number: aboutPrice, version: await teller.versionOf(aboutPrice), finding: 'justified', answer: 'По телефону назвали цену прежнего прейскуранта. Действует только опубликованная цена.', measures: 'Сотрудники приёмной предупреждены.',
  })
  await appeals.lodgeComplaint(teller.as('andrei-schmidt', teller.ago(2), '18:30'), { about: { centreSerial: '07' }, subject: 'term', body: 'Пятый рабочий день нет ответа на моё заявление.' })

  // Sittings ahead with free seats, so that a notice can be sent today, tomorrow and the day after.
  for (const [centre, qualification, first] of [['01', CONFECTIONER, 12], ['01', WELDER, 13], ['02', TESTER, 12], ['05', CONFECTIONER, 12], ['05', WELDER, 13], ['07', WELDER, 12]] as const) {
    for (const days of [first, first + 3]) {
      for (const stage of ['theory', 'practice'] as const) await teller.sitting({ centre, stage, professionCode: qualification.profession, level: qualification.level, onDay: teller.after(teller.ago(0), days) })
    }
  }

  // One sitting on line, for whoever chooses it in his application.
  await scheduling.createSitting(teller.as('c01-head', teller.ago(0)), {
    centreId: teller.centreId('01'), mode: 'online', proctorId: teller.accountId('proctor-1'), stage: 'theory', professionCode: CONFECTIONER.profession, level: CONFECTIONER.level, onDay: teller.after(teller.ago(0), 14),
    start: '10:00', end: '12:00', seats: 6, assessorIds: [],
  })

  // Both stages on line, for who chooses it for the software tester, whose programme allows it.
  for (const [stage, start, end] of [['theory', '10:00', '11:00'], ['practice', '13:00', '17:00']] as const) {
    await scheduling.createSitting(teller.as('c01-head', teller.ago(0)), {
      centreId: teller.centreId('01'), mode: 'online', proctorId: teller.accountId('proctor-2'), stage, professionCode: TESTER.profession, level: TESTER.level, onDay: teller.after(teller.ago(0), 17),
      start, end, seats: 4, assessorIds: stage === 'practice' ? [teller.accountId('c01-assessor-1'), teller.accountId('c01-assessor-2')] : [],
    })
  }

  await signed(part('marzhan', '01', TESTER, 'kk', { online: true }), 3)

  // Held at home the day before: the work was handed in, and its assessors mark it from the recording today.
  const atHome = await signed(part('aliya', '01', TESTER, 'kk', { online: true }), UNTIL_EXAM + 1)
  await tellOnlinePractice(teller, world, atHome, teller.ago(UNTIL_EXAM - 2))

  // Writing at this very moment; on a day off it was the last working day, and the platform ends the theory when its time is over.
  const writing = await signed(part('kairat', '03', TESTER, 'kk'), UNTIL_EXAM)
  const hours = hoursAround(teller)
  await notify(teller, writing, teller.ago(UNTIL_EXAM - 3), hours)
  await brief(teller, writing, writing.examOn!)
  await theory(teller, world, writing, 0.9, { handIn: false, ...(hours ? { at: almatyTime(teller.now) } : {}) })

  // On a voucher: an exam ahead, a document, and an exam not passed; beside them people who have only asked, and whose voucher lapsed.
  const vouchers = await openVouchers(teller)
  await vouchers.held({ person: 'nurgul', region: '330000000', ...WELDER }, 24, 7)
  await notified(part('nurgul', '07', WELDER, 'kk'), 7)
  // Their exams lie in a month that is over, so that their centres settle it with the payer.
  await vouchers.held({ person: 'samal', region: '330000000', ...CONFECTIONER }, 40, UNTIL_EXAM + 24)
  const passedByVoucher = await resulted(part('samal', '01', CONFECTIONER, 'kk'), UNTIL_EXAM + 24, { right: 0.9 })
  await vouchers.held({ person: 'oleg', region: '110000000', ...CONFECTIONER }, 41, UNTIL_EXAM + 25)
  const failedByVoucher = await resulted(part('oleg', '05', CONFECTIONER, 'ru'), UNTIL_EXAM + 25, { right: 0.6 })
  await vouchers.others()

  // Money: an invoice paid in each way, others still open, one refund, a month settled and one before the payer.
  const takenBack = await signed(part('elena-weber', '07', WELDER, 'ru'), 8)
  await tellMoney(teller, { byQr: passed, byCard, byBank, byEmployer: rustam, byReceipt: briefed, withdrawn: takenBack, byVoucher: [passedByVoucher.thread, failedByVoucher.thread] })

  await tellPipeline(teller)
  await tellAccreditations(teller, world)
  await tellMonitoring(teller, world)
  await tellProposals(teller, world)
  await tellMandatory(teller, gulnara)
  await showDocumentsTo(teller, ['gulnara', 'timur', 'zhanna'], 'employer-1')

  // What happens without anybody's hand: terms that passed are marked, finished cases are closed.
  await appeals.lapseDeadlines(world.system())
  await appeals.closeFinishedCases(world.system())
}

/** Two hours from the last full or half hour; undefined on a day off, and where the day is too short for them to begin. */
function hoursAround({ now, today, ago }: Teller): Hours | undefined {
  const [hour, minute] = almatyTime(now).split(':') as [string, string]
  if (today !== ago(0) || (hour === '23' && minute >= '55')) return undefined
  const half = minute < '30' ? '00' : '30'
  return [`${hour}:${half}`, Number(hour) < 22 ? `${String(Number(hour) + 2).padStart(2, '0')}:${half}` : '23:59']
}
