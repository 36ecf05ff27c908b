import { assertNone, deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { getNotifiedSitting, getOpenAttempt, type Attempt } from '../attempts.ts'
import { messages } from '../messages/index.ts'
import { contactOf, listAccommodations } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { assertPracticeIsNext } from '../practice/assert-may-begin.ts'
import { selectPracticeRun } from '../practice/store/practice-store.ts'
import { minutesBefore } from '../theory/admit-to-theory.ts'
import { selectTheoryRun } from '../theory/store/theory-store.ts'
import { refuseBlockers } from './domain/not-let-in.ts'
import { writeNotLetIn } from './write-not-let-in.ts'

/**
 * Whoever stands at the door of a sitting in the centre does not let him in as he is, and says why: no document, another face. It ends nothing: until the sitting ends
 * he may come back with what was lacking, and is admitted as everybody. On line it is the proctor who says so.
 */
export async function refuseAdmission(ctx: Ctx, input: { number: string; stage: Stage; ground: string; note: string }): Promise<void> {
  await tx(ctx, 'admission.refuse', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.admit', { ...kase, stage: input.stage })
    const attempt = await getOpenAttempt(t, kase)
    const sitting = await getNotifiedSitting(t, attempt.id, input.stage)
    if (sitting.mode === 'online') deny('admission.by-proctor')
    if (input.stage === 'practice') await assertPracticeIsNext(t, kase, attempt)
    assertNone('admission.not-refusable', refuseBlockers({
      sittingOn: sitting.onDay, startsAt: sitting.startsAt, endsAt: sitting.endsAt, now: t.now, today: t.today, minutesBefore: await minutesBefore(t, kase), letIn: await isLetIn(t, attempt, input.stage),
    }))
    const coveredFace = (await listAccommodations(t, kase.id)).some((each) => each.answer === 'granted' && each.kind === 'covered-face')
    const said = await writeNotLetIn(t, kase, { attemptId: attempt.id, sittingId: sitting.id, stage: input.stage, online: false, coveredFace, ground: input.ground, note: input.note })
    await casework.record(t, kase.id, 'not-let-in', { attemptId: attempt.id, stage: input.stage, kind: said.ground, note: said.note })
    await people.sendLetter(t, { accountId: kase.accountId, ...(kase.accountId ? {} : await contactOf(t, kase.id)) }, {
      kind: 'not-let-in', caseId: kase.id,
      write: (lang: Language) => {
        const words = messages[lang].letters.notLetIn
        const values = { number: kase.number, ground: messages[lang].notLetIn[said.ground], note: said.note, until: formatTime(sitting.endsAt), link: `${t.publicUrl}/${lang}/cases/${kase.number}` }
        return { subject: fill(words.subject, values), body: fill(words.body, values) }
      },
    })
  })
}

/** A theory that a failure broke off waits to be let in again. */
async function isLetIn(t: Tx, attempt: Attempt, stage: Stage): Promise<boolean> {
  if (stage === 'practice') return (await selectPracticeRun(t.sql, attempt.id, { lock: true })) !== undefined
  const run = await selectTheoryRun(t.sql, attempt.id, { lock: true })
  return run !== undefined && (run.interruptedAt === null || run.identityCheckedAt > run.interruptedAt)
}
