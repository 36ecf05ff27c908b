import { day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { Teller } from './teller.ts'
import type { World } from '../../src/entry/world.ts'
import * as applications from '#modules/applications/index.ts'
import * as exams from '#modules/exams/index.ts'
import { accept, apply, brief, check, contract, decide, draft, notify, practice, theory, type Part, type Thread } from './walk.ts'

const CONFECTIONER = { profession: 'K-0001', level: 4 }
const WELDER = { profession: 'K-0007', level: 4 }
const TESTER = { profession: 'K-0015', level: 5 }
const WEB = { profession: 'K-0016', level: 5 }

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

  // Only a draft, and a candidate too young to apply, who has none.
  await draft(teller, teller.as('kamila', teller.ago(1), '20:10'), part('kamila', '01', CONFECTIONER, 'kk'))

  // Registered: fresh, due today, late; professions without a programme yet.
  await apply(teller, part('aigerim', '01', CONFECTIONER, 'kk', { wayLearnt: 'non-formal' }), teller.ago(0))
  await apply(teller, part('dinara', '05', { profession: 'K-0010', level: 3 }, 'kk'), teller.ago(2))
  await apply(teller, part('marat', '07', WELDER, 'kk', { wayLearnt: 'informal' }), teller.ago(3))
  await apply(teller, part('andrei-schmidt', '07', { profession: 'K-0048', level: 4 }, 'ru'), teller.ago(5))
  await apply(teller, part('madina', '05', { profession: 'K-0046', level: 3 }, 'kk'), teller.ago(1))
  await apply(teller, part('gulnara', '02', { profession: 'K-0043', level: 3 }, 'kk', { needs: [{ kind: 'place', asked: 'Бірінші қабаттағы бөлме' }] }), teller.ago(1))
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
  const sent = await apply(teller, part('erbol', '05', WELDER, 'kk'), teller.ago(3))
  await check(teller, sent, teller.ago(2))
  await contract(teller, sent, teller.ago(1))
  await signed(part('rustam', '02', TESTER, 'ru'), 3)

  // Notified; briefed for today; writing today; theory passed today.
  await notified(part('nurlan', '01', CONFECTIONER, 'kk', { needs: [{ kind: 'extra-time', asked: 'Дислексия' }] }), 7)
  await notified(part('arman', '07', WELDER, 'kk'), 10)
  const briefed = await notified(part('viktor-kim', '01', WELDER, 'ru'), UNTIL_EXAM)
  await brief(teller, briefed, briefed.examOn!)

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

  // Decided, the paper still to be given.
  await decided(part('olga', '02', WEB, 'ru'), UNTIL_EXAM + 2, { right: 0.85 })
  await decided(part('natalya', '05', WELDER, 'ru'), UNTIL_EXAM + 3, { right: 0.55 })
  await decided(part('askhat', '07', WELDER, 'kk'), UNTIL_EXAM + 4, { right: 0.9 })
}
