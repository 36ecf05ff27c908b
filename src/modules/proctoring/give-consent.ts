import { createHash } from 'node:crypto'
import { deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { listAccommodations } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import { listForbiddenItems } from '#modules/exams/index.ts'
import { COVERED_FACE, isComparedClosed, type CoveredFaceWay } from './domain/closed-moment.ts'
import { switchedOff } from './domain/signals.ts'
import { messages } from './messages/index.ts'
import { policy } from './policy.ts'
import { wrapKey } from './seal.ts'
import { insertSession, updateConsent } from './store/session-store.ts'
import { watchedCase, type OfStage } from './watched.ts'

/** The text of the consent to being recorded; a new text is a new version, and what was agreed to is kept as it was read. */
export const WATCH_CONSENT_VERSION = '2026-2'

/** The point of the text that says what the recording is for. */
const PURPOSE_POINT = 1

/** What the candidate reads before he agrees: what is recorded and why, for how long, and what may not be with him. */
export function consentText(lang: Language, stage: Stage, granted: readonly string[] = [], way: CoveredFaceWay = 'closed-moment'): { points: readonly string[]; forbidden: readonly string[] } {
  const points = messages[lang].consent
  const { health, faith, closed } = messages[lang].consentOf
  // What a condition tells of somebody is nobody's business but of those who hold his exam; he reads so before he agrees.
  const own = [
    ...(granted.some((each) => each !== COVERED_FACE) ? [health] : []), ...(granted.includes(COVERED_FACE) ? [faith] : []), ...(isComparedClosed(granted, way) ? [closed] : []),
  ]
  // A practice is marked from its recording too: its purpose is another, and nobody agrees to what he did not read.
  return { points: [...(stage === 'practice' ? points.with(PURPOSE_POINT, messages[lang].consentPurposeOfPractice) : points), ...own], forbidden: listForbiddenItems(lang) }
}

/** The candidate agrees to be recorded and accepts the list of forbidden items; from here on a watch exists, with a key of its own. */
export async function giveConsent(ctx: Ctx, input: OfStage & { number: string; version: string; recording: boolean; rules: boolean }): Promise<void> {
  await tx(ctx, 'proctoring.sit', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    if (watched.session && !watched.begunBefore) return
    if (watched.state === 'ended') deny('proctoring.ended')
    if (input.version !== WATCH_CONSENT_VERSION) deny('proctoring.consent-changed')
    if (!input.recording) deny('proctoring.consent-missing', { field: 'recording' })
    if (!input.rules) deny('proctoring.rules-missing', { field: 'rules' })
    const { kase, exam, norms } = watched
    const granted = await grantedTo(t, kase)
    const text = { language: t.lang, ...consentText(t.lang, exam.stage, granted, norms.coveredFace) }
    const off = signalsOff(granted, norms.offByCondition)
    const closedComparison = isComparedClosed(granted, norms.coveredFace)
    const consent = { sittingId: exam.sitting.id, consentVersion: input.version, consentText: text, consentHash: createHash('sha256').update(JSON.stringify(text)).digest(), consentedAt: t.now, off: off.kinds, closedComparison }
    if (watched.session) await updateConsent(t.sql, watched.session.id, consent)
    else await insertSession(t.sql, { id: t.newId(), attemptId: exam.attempt.id, stage: exam.stage, caseId: kase.id, wrappedKey: wrapKey(t.cipher, t.random(32)), ...consent })
    await casework.record(t, kase.id, 'watch-consented', { attemptId: exam.attempt.id, stage: exam.stage, version: input.version, ...(off.kinds.length > 0 ? { off: off.kinds, conditions: off.conditions } : {}), ...(closedComparison ? { closedComparison } : {}) })
  })
}

/** Signals that the conditions granted to this candidate switch off; which and why stands in the protocol. */
function signalsOff(conditions: readonly string[], ofCondition: Parameters<typeof switchedOff>[1]) {
  return { kinds: switchedOff(conditions, ofCondition) as string[], conditions: conditions.filter((each) => ofCondition[each]) }
}

/** Conditions granted to this candidate; none is answered anew once he is called to his day. */
export async function grantedTo(t: Tx, kase: Pick<casework.CaseFile, 'id'>): Promise<string[]> {
  return (await listAccommodations(t, kase.id)).filter((each) => each.answer === 'granted').map((each) => each.kind)
}
