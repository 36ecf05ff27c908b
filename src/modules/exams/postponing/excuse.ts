import { assertNone, deny } from '#kernel/denial.ts'
import type { Day } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { normNumberOr } from '#kernel/norms.ts'
import type { Language } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { currentAttempt } from '../attempts.ts'
import { messages } from '../messages/index.ts'
import { contactOf } from '../neighbours.ts'
import { supersedeNotification } from '../preparation/store/preparation-store.ts'
import { selectNoShow, updateAttemptReopened, type NoShow } from '../store/attempt-store.ts'
import { excuseBlockers } from './domain/excuse.ts'
import { moveToExcused, selectExcuses, type ExcuseShown } from './store/excuse-store.ts'

const WITHIN_DAYS = 3

export interface ExcuseView {
  missed: { stage: Stage; onDay: Day; notLetIn: NoShow['notLetIn'] } | undefined
  withinDays: number
  excused: ExcuseShown[]
}
/** The absence of a case and what was excused in it; the caller has asked its own policy. */
export async function excuseOf(t: Tx, kase: casework.CaseFile): Promise<ExcuseView> {
  const attempt = await currentAttempt(t, kase.id)
  const missed = attempt && (await selectNoShow(t.sql, attempt.id))
  return { missed: missed && { stage: missed.stage, onDay: missed.onDay, notLetIn: missed.notLetIn }, withinDays: await withinDays(t, kase), excused: await selectExcuses(t.sql, kase.id) }
}

/**
 * A valid ground was shown for an absence after it was recorded: it is none any more. The attempt goes on with the stage that was passed in it under the contract
 * that stands, and the term for a new notification runs from today; nothing is charged [D]. The case must be locked and the caller has asked its own policy.
 */
export async function excuseWithin(t: Tx, kase: casework.CaseFile, asked: { ground: string; paper: string; note: string }): Promise<void> {
  const attempt = await currentAttempt(t, kase.id)
  const missed = attempt && (await selectNoShow(t.sql, attempt.id))
  const said = { ground: asked.ground, paper: asked.paper.trim(), note: asked.note.trim() }
  assertNone('excuse.not-possible', excuseBlockers(said, { missedOn: missed?.onDay, undecided: kase.step === 'held', today: t.today, calendar: t.calendar, withinDays: await withinDays(t, kase) }))
  if (!attempt || (await moveToExcused(t.sql, { id: t.newId(), caseId: kase.id, attemptId: attempt.id, ...said, excusedBy: accountOf(t.actor)!, excusedAt: t.now })) === 0) deny('excuse.nobody-missed')
  await supersedeNotification(t.sql, attempt.id, t.now)
  await updateAttemptReopened(t.sql, attempt.id)
  await casework.advance(t, kase, 'no-show.excuse', missed!.notLetIn ? 'not-let-in-excused' : 'no-show-excused', { payload: { attemptId: attempt.id, stage: missed!.stage, onDay: missed!.onDay, ground: said.ground } })
  await people.sendLetter(t, { accountId: kase.accountId, ...(kase.accountId ? {} : await contactOf(t, kase.id)) }, {
    kind: 'no-show-excused', caseId: kase.id,
    write: (lang: Language) => {
      const words = messages[lang].letters[missed!.notLetIn ? 'excusedNotLetIn' : 'excused']
      const values = { number: kase.number, link: `${t.publicUrl}/${lang}/cases/${kase.number}` }
      return { subject: fill(words.subject, values), body: fill(words.body, values) }
    },
  })
}

async function withinDays(t: Tx, kase: casework.CaseFile): Promise<number> {
  return normNumberOr(await casework.normsOf(t, kase), 'noShow.excuseDays', WITHIN_DAYS)
}
