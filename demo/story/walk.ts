import type { Day } from '#kernel/day.ts'
import { firstLawfulDay } from '#kernel/deadline-rule.ts'
import type { Uuid } from '#kernel/id.ts'
import { inLanguage } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as appeals from '#modules/appeals/index.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import type { World } from '../../src/entry/world.ts'
import { comeReferred, type Referred } from './employers.ts'
import type { Hours, Teller } from './teller.ts'

export interface Part {
  candidate: string
  centre: string
  profession: string
  level: number
  language: 'kk' | 'ru'
  wayLearnt?: 'formal' | 'non-formal' | 'informal'
  needs?: applications.Need[]
  referred?: Referred
  /** Chose to take the exam on line. */
  online?: boolean
}

/** A case of the story under way: its number and the days on which things happened. */
export interface Thread extends Part {
  number: string
  appliedOn: Day
  referralId?: Uuid
  notifiedOn?: Day
  examOn?: Day
}

const PLACES: Readonly<Record<string, string>> = { '01': 'Алматы, Абай даңғылы, 10', '02': 'Алматы', '03': 'Астана', '04': 'Павлодар', '05': 'Шымкент', '06': 'Атырау', '07': 'Хромтау' }

/** For the signals of monitoring: five welders of two centres gave one phone, and four sent one and the same paper about their work. */
const ONE_PHONE: readonly string[] = ['erbol', 'igor', 'lyudmila', 'natalya', 'viktor-kim']
const SAME_PAPERS: Readonly<Record<string, string>> = { taras: 'askhat', dauren: 'askhat', arman: 'askhat' }

export async function apply(teller: Teller, part: Part, on: Day): Promise<Thread> {
  const ctx = teller.as(part.candidate, on, '11:15')
  const referralId = part.referred ? await comeReferred(teller, part, part.referred, on) : undefined
  await draft(teller, ctx, part)
  const found = await applications.openDraft(ctx, part.profession)
  const terms = await applications.seeTerms(ctx, part.profession)
  for (const kind of applications.demandedPapers(terms.profession, terms.norms)) {
    await uploads.receiveAttachment(ctx, { draftId: found.id, kind: kind as uploads.AttachmentKind, name: `${kind}.pdf`, bytes: await teller.aScan(`${SAME_PAPERS[part.candidate] ?? part.candidate} ${kind}`) })
  }
  const number = await applications.submitApplication(ctx, { professionCode: part.profession, draftId: found.id, consentVersion: applications.CONSENT_VERSION })
  return { ...part, number, appliedOn: on, ...(referralId ? { referralId } : {}) }
}

export async function draft(teller: Teller, ctx: Ctx, part: Part): Promise<void> {
  await applications.openDraft(ctx, part.profession)
  await applications.saveDraft(ctx, {
    professionCode: part.profession,
    data: {
      level: part.level, centreId: teller.centreId(part.centre), phone: ONE_PHONE.includes(part.candidate) ? '+7 000 555 11 22' : '+7 000 000 00 00', address: PLACES[part.centre] ?? 'Алматы', wayLearnt: part.wayLearnt ?? 'informal',
      examLanguage: part.language, needs: part.needs ?? [], examMode: part.online ? 'online' : 'offline',
    },
  })
}

const clerk = (thread: Part): string => `c${thread.centre}-operator`

/** Marks every item right, or the named ones wrong with a note. */
export async function check(teller: Teller, thread: Thread, on: Day, wrong: Readonly<Record<string, string>> = {}): Promise<void> {
  const ctx = teller.as(clerk(thread), on, '09:40')
  const standing = await applications.readStanding(ctx, thread.number)
  await applications.checkItems(ctx, {
    number: thread.number, version: await teller.versionOf(thread.number),
    checks: standing.list.map((item) => ({ item, verdict: wrong[item] ? 'wrong' : 'right', note: wrong[item] ?? '' })),
  })
}

export async function contract(teller: Teller, thread: Thread, on: Day): Promise<void> {
  for (const need of thread.needs ?? []) {
    await applications.answerAccommodation(teller.as(clerk(thread), on, '10:05'), {
      number: thread.number, version: await teller.versionOf(thread.number), kind: need.kind, answer: 'granted', note: '', ...(need.kind === 'extra-time' ? { extraPercent: 25 } : {}),
    } as never)
  }
  await applications.sendContract(teller.as(clerk(thread), on, '10:30'), { number: thread.number, version: await teller.versionOf(thread.number) })
}

export async function accept(teller: Teller, thread: Thread, on: Day): Promise<void> {
  await applications.acceptContract(teller.as(thread.candidate, on, '19:20'), { number: thread.number, version: await teller.versionOf(thread.number) })
}

/** Sends the notification for the first lawful day: theory in the morning and practice in the afternoon, or theory at its own hours and practice on the next working day. */
export async function notify(teller: Teller, thread: Thread, on: Day, theoryHours?: Hours): Promise<void> {
  const examOn = firstLawfulDay(on, 10, 'whole-days-between', teller.calendar)
  const plan = { centre: thread.centre, professionCode: thread.profession, level: thread.level }
  const theory = await teller.sitting({ ...plan, stage: 'theory', onDay: examOn, ...(theoryHours ? { hours: theoryHours } : {}) })
  const practice = await teller.sitting({ ...plan, stage: 'practice', onDay: theoryHours ? teller.after(examOn, 1) : examOn })
  await exams.sendNotification(teller.as(clerk(thread), on, '15:10'), { number: thread.number, version: await teller.versionOf(thread.number), sittings: { theory, practice } })
  thread.notifiedOn = on
  thread.examOn = examOn
}

export async function brief(teller: Teller, thread: Thread, on: Day): Promise<void> {
  const kinds = exams.ACKNOWLEDGEMENT_KINDS
  await exams.holdBriefing(teller.as(clerk(thread), on, '09:15'), { number: thread.number, kinds })
  await exams.confirmBriefing(teller.as(thread.candidate, on, '09:25'), { number: thread.number, kinds })
}

/** Admits, starts, and answers so many questions rightly, in the morning or all at one time; hands in unless told to stop in the middle. */
export async function theory(teller: Teller, world: World, thread: Thread, rightShare: number, { handIn = true, at }: { handIn?: boolean; at?: string } = {}): Promise<void> {
  await exams.admitToTheory(teller.as(`c${thread.centre}-invigilator`, thread.examOn!, at ?? '09:55'), { number: thread.number, identitySeen: true })
  await writeTheory(teller, world, thread, rightShare, { handIn, ...(at ? { at } : {}) })
}

/** Whoever was let in begins, and answers so many questions rightly. */
export async function writeTheory(teller: Teller, world: World, thread: Thread, rightShare: number, { handIn = true, at, beforeHandIn }: { handIn?: boolean; at?: string; beforeHandIn?(): Promise<void> } = {}): Promise<void> {
  const day = thread.examOn!
  await exams.startTheory(teller.as(thread.candidate, day, at ?? '10:00'), { number: thread.number })
  const ctx = teller.as(thread.candidate, day, at ?? '10:12')
  const room = await exams.readExamRoom(ctx, { number: thread.number })
  const keys = await keysOf(world, thread)
  const wanted = Math.round(room.total * rightShare)
  const upTo = handIn ? room.total : Math.ceil(room.total / 2)
  const changes = room.questions.slice(0, upTo).map((question, index) => {
    const right = keys.get(question.text) ?? []
    const wrong = question.options.map((option) => option.key).find((key) => !right.includes(key))!
    return { seq: index + 1, itemNo: question.no, chosen: index < wanted ? right : [wrong] }
  })
  await exams.saveAnswers(ctx, { runId: room.runId!, changes })
  await beforeHandIn?.()
  if (handIn) await exams.handInTheory(teller.as(thread.candidate, day, '10:31'), { number: thread.number })
}

/** The right answers by the words of the question: the room itself never shows which item it is. */
async function keysOf(world: World, thread: Thread): Promise<ReadonlyMap<string, readonly string[]>> {
  return read(world.system(), 'case.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, thread.number)
    assertMay(t, casework.policy, 'case.read', kase)
    const attempt = (await exams.currentAttempt(t, kase.id))!
    const keys = await programmes.answerKey(t.sql, attempt.programmeVersionId)
    const items = await programmes.listItems(t.sql, attempt.programmeVersionId)
    return new Map(items.map((item) => [item.stem[thread.language], keys.get(item.id) ?? []]))
  })
}

/** The assessors of the sitting mark the map; the named operations are not done. */
export async function practice(teller: Teller, thread: Thread, { notDone = [], until = Infinity, stopAt }: { notDone?: readonly number[]; until?: number; stopAt?: number } = {}): Promise<void> {
  const day = thread.examOn!
  const c = `c${thread.centre}`
  await exams.admitToPractice(teller.as(`${c}-assessor-1`, day, '14:00'), { number: thread.number, identitySeen: true })
  const view = await exams.readMarking(teller.as(`${c}-assessor-1`, day, '14:01'), thread.number)
  for (const step of view.steps) {
    if (step.no > until) return
    if (stopAt === step.no) {
      await exams.stopPractice(teller.as(`${c}-assessor-1`, day, '15:05'), { number: thread.number, step: step.no, ground: inLanguage({ kk: 'Қорғаныс құралысыз жұмыс істеді, ескертуден кейін де жалғастырды', ru: 'Работал без средств защиты и продолжил после замечания' }, thread.language) })
      return
    }
    const done = !notDone.includes(step.no)
    await exams.markStep(teller.as(`${c}-assessor-1`, day, '16:30'), { number: thread.number, step: step.no, done, ...(done ? {} : { note: inLanguage({ kk: 'Өлшемшарт орындалмады', ru: 'Критерий не выполнен' }, thread.language) }) })
  }
  await exams.endPractice(teller.as(`${c}-assessor-1`, day, '17:20'), { number: thread.number })
}

/** Calls the panel of three, lets all vote, and takes the decision. */
export async function decide(teller: Teller, thread: Thread, on: Day, choice: 'pass' | 'fail'): Promise<void> {
  const c = `c${thread.centre}`
  const members = [1, 2, 3].map((n) => `${c}-panel-${n}`)
  await decisions.callPanel(teller.as(clerk(thread), on, '11:00'), {
    number: thread.number, version: await teller.versionOf(thread.number), memberIds: members.map((key) => teller.accountId(key)), chairId: teller.accountId(members[0]!),
  })
  for (const member of members) await decisions.castVote(teller.as(member, on, '15:30'), { number: thread.number, choice, note: '' })
  await decisions.takeDecision(teller.as(clerk(thread), on, '16:45'), { number: thread.number, version: await teller.versionOf(thread.number) })
}

/** The head issues the document of recognition; answers its number. */
export async function issue(teller: Teller, thread: Thread, on: Day): Promise<string> {
  const { documentNumber } = await documents.issueDocument(teller.as(`c${thread.centre}-head`, on, '12:10'), { number: thread.number, version: await teller.versionOf(thread.number) })
  return documentNumber
}

/** The clerk sends the failure notice with the drafted recommendations. */
export async function sendFailNotice(teller: Teller, thread: Thread, on: Day): Promise<void> {
  const ctx = teller.as(clerk(thread), on, '12:40')
  const { draft: recommendations, version } = await documents.readResult(ctx, thread.number)
  await documents.sendFailNotice(ctx, { number: thread.number, version, recommendations })
}

/** The candidate appeals; answers the number of the appeal. */
export async function appeal(teller: Teller, thread: Thread, on: Day, ground: string): Promise<string> {
  return appeals.lodgeAppeal(teller.as(thread.candidate, on, '20:05'), { number: thread.number, version: await teller.versionOf(thread.number), ground })
}

/** Three people who took no part hear the appeal, vote and decide; only the first centre has so many. */
export async function hear(teller: Teller, number: string, on: Day, choice: 'uphold' | 'reject', reasons: string): Promise<void> {
  const members = ['c01-panel-4', 'c01-panel-5', 'c01-panel-6']
  await appeals.callAppealPanel(teller.as('c01-operator', on, '10:10'), {
    number, version: await teller.versionOf(number), members: members.map((key) => teller.accountId(key)), chair: teller.accountId(members[0]!),
  })
  for (const member of members) await appeals.voteOnAppeal(teller.as(member, on, '15:00'), { number, choice, note: '' })
  await appeals.decideAppeal(teller.as(members[0]!, on, '17:30'), { number, version: await teller.versionOf(number), outcome: choice === 'uphold' ? 'upheld-pass' : 'rejected', again: [], reasons })
}
