import { almatyTime, type Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Language } from '#kernel/localized.ts'
import { countsByStage } from '#kernel/violation-count.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { formatDay, formatDuration, formatMoment } from '#platform/i18n/format.ts'
import { bothDay } from '#platform/pdf/bilingual.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { currentAttempt, type Attempt } from '../attempts.ts'
import { both } from '../both.ts'
import { centreName, contactOf, currentContract, examLanguageOf, findSitting, getProgrammeVersion, listAccommodations, paperFrame, type PlannedSitting, unpaidOf } from '../neighbours.ts'
import { messages } from '../messages/index.ts'
import { releaseChoices } from '../choosing/store/choice-store.ts'
import { conflictBlockers } from '../interests/find-conflicts.ts'
import { policy } from '../policy.ts'
import { insertAttempt, selectAttemptPassed } from '../store/attempt-store.ts'
import { briefAnew } from './brief-anew.ts'
import { briefsEachSitting, isFullyAcknowledged } from './domain/acknowledgement.ts'
import { notificationBlockers, type SittingFacts } from './domain/notification.ts'
import { examModesOf } from './exam-modes.ts'
import { namedOf, noticeNormOf, sittingFacts, stagesToHold } from './notice-offer.ts'
import { clearAcknowledgement, countNotifications, insertNotification, lockSittings, selectAcknowledgements, selectLastNotification, selectNotifiedSittings } from './store/preparation-store.ts'

export interface SendNotification {
  number: string
  version: number
  sittings: Partial<Record<Stage, string>>
  ground?: string
}

/**
 * The notification of date, time and place: one for all sittings of the attempt, sent so that the shortest notice fits. A later one
 * takes the place of the former, with the notice anew.
 */
export async function sendNotification(ctx: Ctx, input: SendNotification): Promise<{ notificationNumber: number; examOn: Day }> {
  return tx(ctx, 'notification.send', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'notification.send', kase)
    casework.assertUnchanged(kase, input.version)
    casework.assertStep(kase, 'notification.send')
    const stages = await stagesToHold(t, kase)
    const wanted = STAGES.flatMap((stage) => (input.sittings[stage] ? [input.sittings[stage]] : []))
    await lockSittings(t.sql, wanted)
    const rows: Partial<Record<Stage, PlannedSitting>> = {}
    for (const stage of stages) {
      const row = input.sittings[stage] ? await findSitting(t.sql, input.sittings[stage]) : undefined
      if (row) rows[stage] = row
    }
    const former = await formerOf(t, kase)
    const facts: Partial<Record<Stage, SittingFacts>> = {}
    const found = stages.filter((stage) => rows[stage])
    const free = await sittingFacts(t, found.map((stage) => rows[stage]!), kase.id)
    for (const [place, stage] of found.entries()) facts[stage] = free[place]!
    const ground = (input.ground ?? '').trim()
    const norms = await casework.normsOf(t, kase)
    assertNone('notice.not-sendable', [...(await unpaidOf(t, kase)), ...notificationBlockers({
      centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level!, stages, sittings: facts, replaces: former?.inForce === true, ground,
      sentOn: t.today, calendar: t.calendar, modes: await examModesOf(t, kase), ...noticeNormOf(norms),
    }), ...(await conflictBlockers(t, kase, found.flatMap((stage) => namedOf(rows[stage]!))))])
    const attempt = former?.attempt ?? (await openAttempt(t, kase))
    const named = stages.map((stage) => rows[stage]!)
    const number = (await countNotifications(t.sql, kase.id)) + 1
    const paperId = await writePaper(t, kase, attempt, { number, named, replaces: former ? `${kase.number}/${former.number}` : undefined, wholeDays: noticeNormOf(norms).wholeDays, appealDays: normNumber(norms, 'deadline.T6.length') })
    const channel = kase.accountId ? 'account' : 'paper'
    await insertNotification(t.sql, {
      id: t.newId(), attemptId: attempt.id, caseId: kase.id, number, sentAt: t.now, sentOn: t.today, sentBy: accountOf(t.actor)!, channel, ground: ground || null,
      deliveredAt: channel === 'account' ? t.now : null, paperId, sittings: named.map((row) => ({ stage: row.stage, sittingId: row.id })),
    })
    // Whatever the candidate had chosen, the notification says it now.
    await releaseChoices(t.sql, kase.id, 'notified', t.now)
    const examOn = named.map((row) => row.onDay).sort()[0]!
    if (kase.step === 'contract-signed') await casework.beginAwaited(t, kase, 'T2')
    const moved = await casework.advance(t, kase, 'notification.send', former ? 'notification-replaced' : 'notification-sent', {
      dueOn: examOn, payload: { attemptId: attempt.id, number, examOn, ground: ground || undefined, sittings: named.map((row) => ({ stage: row.stage, sittingId: row.id, onDay: row.onDay })) },
    })
    await carryBriefing(t, moved, attempt, former, named, examOn)
    await sendLetter(t, kase, named)
    return { notificationNumber: number, examOn }
  })
}

async function formerOf(t: Tx, kase: CaseFile) {
  const attempt = await currentAttempt(t, kase.id)
  if (!attempt || attempt.endedAt) return undefined
  // After a postponement the attempt is open and its last notification called off.
  const notification = await selectLastNotification(t.sql, attempt.id)
  if (!notification) return undefined
  const places = new Map<Stage, { sittingId: string; roomId: string | null }>()
  for (const each of await selectNotifiedSittings(t.sql, notification.id)) places.set(each.stage, { sittingId: each.sittingId, roomId: (await findSitting(t.sql, each.sittingId))!.roomId })
  return { attempt, number: notification.number, places, inForce: notification.supersededAt === null }
}

type Former = NonNullable<Awaited<ReturnType<typeof formerOf>>>

async function openAttempt(t: Tx, kase: CaseFile): Promise<Attempt> {
  const contract = await currentContract(t, kase.id)
  if (!contract?.acceptedAt) deny('notice.no-contract')
  const before = await currentAttempt(t, kase.id)
  const credited = STAGES.find((stage) => !contract.stages.includes(stage))
  const attempt: Attempt = {
    id: t.newId(), caseId: kase.id, number: (before?.number ?? 0) + 1, contractId: contract.id, programmeVersionId: contract.programmeVersionId, stages: contract.stages,
    creditedAttemptId: credited ? ((await selectAttemptPassed(t.sql, kase.id, credited)) ?? null) : null, openedAt: t.now, endedAt: null,
  }
  await insertAttempt(t.sql, attempt)
  return attempt
}

/** The briefing is once per attempt; in another room it is held again, in the same one it stays good. Where each sitting has its own, another sitting begins with both anew. */
async function carryBriefing(t: Tx, kase: CaseFile, attempt: Attempt, former: Former | undefined, named: readonly PlannedSitting[], examOn: Day): Promise<void> {
  if (!former) return
  if (briefsEachSitting(await casework.normsOf(t, kase))) {
    // Of the stages that are still to be held the first is the next; what comes after it has its own in its time.
    if (former.places.get(named[0]!.stage)?.sittingId !== named[0]!.id) return briefAnew(t, kase, attempt)
  } else if (named.some((row) => former.places.get(row.stage)?.roomId !== row.roomId)) {
    if ((await clearAcknowledgement(t.sql, attempt.id, 'briefing')) > 0) await casework.record(t, kase.id, 'briefing-again', { attemptId: attempt.id })
    return
  }
  if (kase.step === 'notified' && isFullyAcknowledged(await selectAcknowledgements(t.sql, attempt.id))) {
    await casework.advance(t, kase, 'briefing.complete', 'briefing-kept', { dueOn: examOn, payload: { attemptId: attempt.id } })
  }
}

async function writePaper(t: Tx, kase: CaseFile, attempt: Attempt, facts: { number: number; named: readonly PlannedSitting[]; replaces: string | undefined; wholeDays: number; appealDays: number }) {
  const frame = await paperFrame(t, kase)
  const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
  const language = await examLanguageOf(t, kase.id)
  const granted = (await listAccommodations(t, kase.id)).filter((each) => each.answer === 'granted')
  const online = onLineAmong(facts.named)
  const place = (row: PlannedSitting) => (row.mode === 'online' ? { kk: row.roomKk, ru: row.roomRu } : { kk: `${frame.centre.address!.kk}, ${row.roomKk}`, ru: `${frame.centre.address!.ru}, ${row.roomRu}` })
  return createPaper(t, 'notification', {
    demo: t.demo, number: `${kase.number}/${facts.number}`, sentAt: { kk: formatMoment(t.now, 'kk'), ru: formatMoment(t.now, 'ru') },
    channel: both((w) => (kase.accountId ? w.channelAccount : w.channelPaper)), centre: frame.centre, candidate: frame.candidate, contractNumber: kase.number,
    qualification: frame.qualification, mode: both((w) => (!online ? w.onSite : facts.named.some((row) => row.mode === 'offline') ? w.theoryOnLine : w.onLine)), examLanguage: both((w) => (language === 'kk' ? w.inKazakh : w.inRussian)),
    sittings: facts.named.map((row) => ({
      stage: both((w) => w.stages[row.stage]), date: bothDay(row.onDay), time: almatyTime(row.startsAt), place: place(row),
      duration: { kk: formatDuration(minutesOf(row, content), 'kk'), ru: formatDuration(minutesOf(row, content), 'ru') },
    })),
    bring: [both((w) => w.bringIdentity), { kk: content.needs.kk ?? '', ru: content.needs.ru ?? content.needs.kk ?? '' }],
    accommodation: granted.length > 0 ? { kk: granted.map((each) => messages.kk.accommodations[each.kind]).join(', '), ru: granted.map((each) => messages.ru.accommodations[each.kind]).join(', ') } : null,
    terms: { notice: facts.wholeDays, appeal: facts.appealDays }, contact: frame.contact, complaint: frame.contact,
    ...(online ? { online: { link: `${t.publicUrl}/kk/exam/${kase.number}/watch`, requirements: [both((w) => w.onLineComputer), both((w) => w.onLineDevice), both((w) => w.onLineCheck), ...(online === 'theory' ? [] : [both((w) => w.onLinePractice)])] } } : {}),
    ...(facts.replaces ? { replaces: facts.replaces } : {}), ...(countsByStage(await casework.normsOf(t, kase)) ? { violationsByStage: true as const } : {}),
    signatures: [{ role: both((w) => w.centreOperator), name: t.actor.kind === 'person' ? t.actor.name : '', signedAt: formatMoment(t.now, 'ru') }],
  }, { caseId: kase.id, centreId: kase.centreId })
}

/** Which of the stages named are held on line. */
function onLineAmong(named: readonly PlannedSitting[]): Stage | 'both' | undefined {
  const stages = named.filter((row) => row.mode === 'online').map((row) => row.stage)
  return stages.length > 1 ? 'both' : stages[0]
}

function minutesOf(row: PlannedSitting, content: { theoryMinutes: number; map: { minutes: number } }): number {
  return row.stage === 'theory' ? content.theoryMinutes : content.map.minutes
}

async function sendLetter(t: Tx, kase: CaseFile, named: readonly PlannedSitting[]): Promise<void> {
  const names = { kk: await centreName(t, kase.centreId, 'kk'), ru: await centreName(t, kase.centreId, 'ru'), en: await centreName(t, kase.centreId, 'en') }
  // Who has no account is notified on paper, and by e-mail besides when he gave one.
  await people.sendLetter(t, { accountId: kase.accountId, ...(kase.accountId ? {} : await contactOf(t, kase.id)) }, {
    kind: 'notification', caseId: kase.id,
    write: (lang: Language) => {
      const words = messages[lang].letters.notification
      const { onLine, onLineWhat } = messages[lang].letters
      const held = onLineAmong(named)
      const online = held ? `\n\n${onLine.replace('{what}', onLineWhat[held]).replace('{link}', `${t.publicUrl}/${lang}/exam/${kase.number}/watch`)}` : ''
      const lines = named.map((row) => `${messages[lang].stages[row.stage]}: ${formatDay(row.onDay, lang)}, ${almatyTime(row.startsAt)}, ${lang === 'kk' ? row.roomKk : row.roomRu}`)
      return {
        subject: words.subject.replace('{number}', kase.number),
        body: words.body.replace('{number}', kase.number).replace('{centre}', names[lang]).replace('{sittings}', `${lines.join('\n')}${online}`).replace('{link}', `${t.publicUrl}/${lang}/cases/${kase.number}/notice`),
      }
    },
  })
}
