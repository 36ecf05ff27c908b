import type { NotLetInGround } from '#kernel/admission.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import { handedInOn, normNumberOr } from '#kernel/norms.ts'
import type { Language } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { currentAttempt, type Attempt } from '../attempts.ts'
import { whyNotLetIn } from '../incident-words.ts'
import { contactOf, findSitting } from '../neighbours.ts'
import { messages } from '../messages/index.ts'
import { policy } from '../policy.ts'
import { stagesToHold } from '../preparation/notice-offer.ts'
import { selectNotification, selectNotifiedSittings, supersedeNotification, type NotificationRow } from '../preparation/store/preparation-store.ts'
import { selectPracticeRun } from '../practice/store/practice-store.ts'
import { selectTheoryRun } from '../theory/store/theory-store.ts'
import type { BreakdownWay } from './domain/breakdown.ts'
import { postponementBlockers, type PostponementFacts, type PostponementKind } from './domain/postponement.ts'
import { countAsked, insertPostponement } from './store/postponement-store.ts'

/** The candidate asks for another day, or is ill: the day is off, his seat free, and the centre names a new lawful day within its term, free of charge. */
export async function postponeExam(ctx: Ctx, input: { number: string; version: number; kind: 'candidate' | 'illness'; note: string; paper: string }): Promise<void> {
  await tx(ctx, 'exam.postpone', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, input.kind === 'illness' ? 'exam.postpone-ill' : 'exam.postpone', kase)
    casework.assertUnchanged(kase, input.version)
    casework.assertStep(kase, 'exam.postpone')
    const { attempt, notification } = await appointed(t, kase)
    const asked = { kind: input.kind, note: input.note.trim(), paper: input.kind === 'illness' ? input.paper.trim() : '' }
    assertNone('postponement.not-possible', postponementBlockers(asked, await factsOf(t, kase, attempt, notification)))
    await callOffNotification(t, kase, { attempt, notification, kind: input.kind, ground: null, note: asked.note, paper: asked.paper || null })
  })
}

async function appointed(t: Tx, kase: casework.CaseFile): Promise<{ attempt: Attempt; notification: NotificationRow }> {
  const attempt = await currentAttempt(t, kase.id)
  const notification = attempt && !attempt.endedAt ? await selectNotification(t.sql, attempt.id) : undefined
  if (!attempt || !notification) deny('notice.none-yet')
  return { attempt, notification }
}

async function factsOf(t: Tx, kase: casework.CaseFile, attempt: Attempt, notification: NotificationRow): Promise<PostponementFacts> {
  const toHold = await stagesToHold(t, kase)
  const named = (await selectNotifiedSittings(t.sql, notification.id)).filter((each) => toHold.includes(each.stage))
  const sittings = (await Promise.all(named.map((each) => findSitting(t.sql, each.sittingId)))).filter((each) => each !== undefined).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const next = sittings[0] ?? deny('attempt.no-sitting')
  const [theory, practice] = [await selectTheoryRun(t.sql, attempt.id), await selectPracticeRun(t.sql, attempt.id)]
  const norms = await casework.normsOf(t, kase)
  return {
    // Who asks in his account hands it in electronically; a clerk enters what was said or brought to him.
    today: accountOf(t.actor) === kase.accountId ? handedInOn(norms, t.now) : t.today, now: t.now, calendar: t.calendar, nextOn: next.onDay, nextEndsAt: next.endsAt, begun: (theory !== undefined && !theory.endKind && !theory.interruptedAt) || (practice !== undefined && !practice.endKind),
    askedBefore: await countAsked(t.sql, attempt.id), timesAllowed: normNumberOr(norms, 'postponement.candidateTimes', 1), workingDaysBefore: normNumberOr(norms, 'postponement.candidateDaysBefore', 1),
  }
}

export interface CalledOff {
  attempt: Attempt
  notification: NotificationRow
  kind: PostponementKind
  ground: string | null
  note: string
  paper: string | null
  /** What he was told at the door, where he came and was not let in. */
  notLetIn?: { id: Uuid; ground: NotLetInGround }
  /** Who saw it, where a chore of the platform only follows; else whoever acts. */
  by?: string
  /** A stage that was under way and broke down: how it goes on. */
  brokenDown?: { stage: Stage; way: BreakdownWay; leftMs?: number }
}

/** The notification is called off: its seats are free, the attempt stays open with what was passed in it, and the term for a new notice runs from today. The case must be locked. */
export async function callOffNotification(t: Tx, kase: casework.CaseFile, off: CalledOff): Promise<void> {
  await supersedeNotification(t.sql, off.attempt.id, t.now)
  await insertPostponement(t.sql, {
    id: t.newId(), caseId: kase.id, attemptId: off.attempt.id, notificationId: off.notification.id, kind: off.kind, ground: off.ground, note: off.note, paper: off.paper, recordedBy: off.by ?? accountOf(t.actor)!, recordedAt: t.now, notLetInId: off.notLetIn?.id ?? null,
  })
  const broken = off.brokenDown
  await casework.advance(t, kase, broken ? 'exam.break-down' : 'exam.postpone', broken ? `exam-broken-down-${broken.way}` : `exam-postponed-${off.kind}`, { payload: { attemptId: off.attempt.id, notification: off.notification.number, ground: off.ground ?? undefined, ...(off.notLetIn ? { kind: off.notLetIn.ground, note: off.note } : {}), ...broken } })
  await people.sendLetter(t, { accountId: kase.accountId, ...(kase.accountId ? {} : await contactOf(t, kase.id)) }, {
    kind: 'exam-postponed', caseId: kase.id,
    write: (lang: Language) => {
      const words = messages[lang].letters.postponed
      const values = { number: kase.number, link: `${t.publicUrl}/${lang}/cases/${kase.number}` }
      return { subject: fill(words.subject, values), body: fill(words[broken ? (broken.way === 'anew' ? 'anew' : 'goesOn') : off.kind], { ...values, ...(off.notLetIn ? { why: whyNotLetIn(lang, { ground: off.notLetIn.ground, note: off.note }) } : {}) }) }
    },
  })
}

export interface PostponementView {
  number: string
  centreId: string
  version: number
  mayAsk: boolean
  mayEnterIllness: boolean
  /** How often he may still ask, and how many working days must lie between. */
  timesLeft: number
  workingDaysBefore: number
}

/** What one sees before a day is postponed. */
export async function readPostponement(ctx: Ctx, number: string): Promise<PostponementView> {
  return read(ctx, 'exam.postpone', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'exam.postpone', kase)
    if (kase.kind !== 'recognition') deny('not-found')
    const stands = casework.nextStep(kase.step, 'exam.postpone') !== undefined
    const attempt = await currentAttempt(t, kase.id)
    const norms = await casework.normsOf(t, kase)
    const asked = attempt && !attempt.endedAt ? await countAsked(t.sql, attempt.id) : 0
    return {
      number: kase.number, centreId: kase.centreId, version: kase.version, mayAsk: stands, mayEnterIllness: stands && may(t.actor, policy, 'exam.postpone-ill', kase),
      timesLeft: Math.max(0, normNumberOr(norms, 'postponement.candidateTimes', 1) - asked), workingDaysBefore: normNumberOr(norms, 'postponement.candidateDaysBefore', 1),
    }
  })
}
