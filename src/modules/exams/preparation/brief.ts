import type { Moment } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { stamp } from '#platform/pdf/bilingual.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import type { PaperSignature } from '#platform/pdf/papers.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { findNotifiedSitting, getOpenAttempt, currentAttempt, type Attempt } from '../attempts.ts'
import { both } from '../both.ts'
import { accountName, getProgrammeVersion, paperFrame } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { shownText, textHash, type ShownPart } from './briefing-text.ts'
import { ACKNOWLEDGEMENT_KINDS, confirmBlockers, holdBlockers, isFullyAcknowledged, type AcknowledgementKind } from './domain/acknowledgement.ts'
import { stagesToHold } from './notice-offer.ts'
import { insertAcknowledgement, selectAcknowledgements, updateConfirmed, updateHeld, type AcknowledgementRow } from './store/preparation-store.ts'

/** An invigilator, operator or assessor writes down that he held the familiarisation, the briefing, or both. */
export async function holdBriefing(ctx: Ctx, input: { number: string; kinds: readonly AcknowledgementKind[] }): Promise<void> {
  await tx(ctx, 'briefing.hold', async (t) => {
    const { kase, attempt } = await lockForBriefing(t, input.number, 'briefing.hold')
    const by = accountOf(t.actor)!
    for (const kind of chosen(input.kinds)) {
      const row = await rowOf(t, kase, attempt, kind)
      assertNone('briefing.not-possible', holdBlockers(row, by))
      await updateHeld(t.sql, attempt.id, kind, by, t.now)
      await casework.record(t, kase.id, 'briefing-held', { attemptId: attempt.id, kind, textHash: hex(row.textHash) })
    }
    await completeIfWhole(t, kase, attempt)
  })
}

/** The candidate confirms in his account what he read and what was shown to him. `hash` is that of the text on his screen. */
export async function confirmBriefing(ctx: Ctx, input: { number: string; kinds: readonly AcknowledgementKind[]; hashes?: Readonly<Partial<Record<AcknowledgementKind, string>>> }): Promise<void> {
  await tx(ctx, 'briefing.confirm', async (t) => {
    const { kase, attempt } = await lockForBriefing(t, input.number, 'briefing.confirm')
    await confirm(t, kase, attempt, input.kinds, 'account', input.hashes ?? {})
  })
}

/** A member of the staff, not the one who held it, records that the candidate signed on paper before him. */
export async function recordPaperConfirmation(ctx: Ctx, input: { number: string; kinds: readonly AcknowledgementKind[] }): Promise<void> {
  await tx(ctx, 'briefing.confirm-paper', async (t) => {
    const { kase, attempt } = await lockForBriefing(t, input.number, 'briefing.confirm-paper')
    await confirm(t, kase, attempt, input.kinds, 'paper', {})
  })
}

async function lockForBriefing(t: Tx, number: string, action: 'briefing.hold' | 'briefing.confirm' | 'briefing.confirm-paper'): Promise<{ kase: CaseFile; attempt: Attempt }> {
  const kase = await casework.lockCaseByNumber(t, number)
  assertMay(t, policy, action, kase)
  casework.assertNotWaiting(kase)
  const attempt = await getOpenAttempt(t, kase)
  if (!['notified', 'theory-passed'].includes(kase.step)) deny('briefing.not-now')
  return { kase, attempt }
}

async function confirm(t: Tx, kase: CaseFile, attempt: Attempt, kinds: readonly AcknowledgementKind[], how: 'account' | 'paper', hashes: Readonly<Partial<Record<AcknowledgementKind, string>>>): Promise<void> {
  const by = accountOf(t.actor)!
  for (const kind of chosen(kinds)) {
    const row = await rowOf(t, kase, attempt, kind)
    assertNone('briefing.not-possible', confirmBlockers(kind, row, by))
    if (hashes[kind] !== undefined && hashes[kind] !== hex(row.textHash)) deny('briefing.text-changed')
    await updateConfirmed(t.sql, attempt.id, kind, by, t.now, how)
    await casework.record(t, kase.id, 'briefing-confirmed', { attemptId: attempt.id, kind, how, textHash: hex(row.textHash) })
  }
  await completeIfWhole(t, kase, attempt)
}

function chosen(kinds: readonly AcknowledgementKind[]): AcknowledgementKind[] {
  const known = ACKNOWLEDGEMENT_KINDS.filter((kind) => kinds.includes(kind))
  if (known.length === 0) deny('briefing.nothing-chosen')
  return known
}

/** The row of a kind, made with the text as it is shown now when there is none yet. */
async function rowOf(t: Tx, kase: CaseFile, attempt: Attempt, kind: AcknowledgementKind): Promise<AcknowledgementRow> {
  const found = (await selectAcknowledgements(t.sql, attempt.id)).find((row) => row.kind === kind)
  if (found) return found
  const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
  const parts = shownText(kind, content, await termsOf(t, kase))
  await insertAcknowledgement(t.sql, { id: t.newId(), attemptId: attempt.id, kind, shownText: parts, textHash: textHash(parts) })
  return (await selectAcknowledgements(t.sql, attempt.id)).find((row) => row.kind === kind)!
}

/** Terms that the shown texts name, as the case's edition of the norms has them. */
async function termsOf(t: Tx, kase: CaseFile): Promise<{ appealDays: number }> {
  return { appealDays: normNumber(await casework.normsOf(t, kase), 'deadline.T6.length') }
}

async function completeIfWhole(t: Tx, kase: CaseFile, attempt: Attempt): Promise<void> {
  const rows = await selectAcknowledgements(t.sql, attempt.id)
  if (!isFullyAcknowledged(rows)) return
  const paperId = await writeRecord(t, kase, attempt, rows)
  if (kase.step !== 'notified') return casework.record(t, kase.id, 'briefing-completed', { attemptId: attempt.id, paperId })
  const sitting = await nextSitting(t, kase, attempt)
  await casework.advance(t, kase, 'briefing.complete', 'briefing-completed', { payload: { attemptId: attempt.id, paperId }, dueOn: sitting?.onDay ?? null })
}

/** The sitting that is before the candidate: of the stages still to be held the first. */
async function nextSitting(t: Tx, kase: CaseFile, attempt: Attempt) {
  const [stage] = await stagesToHold(t, kase)
  return stage && findNotifiedSitting(t, attempt.id, stage)
}

async function writeRecord(t: Tx, kase: CaseFile, attempt: Attempt, rows: readonly AcknowledgementRow[]) {
  const frame = await paperFrame(t, kase)
  const { content, versionNo } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
  const sitting = await nextSitting(t, kase, attempt)
  const part = async (kind: AcknowledgementKind) => {
    const row = rows.find((each) => each.kind === kind)!
    const signatures: PaperSignature[] = [
      { role: both((w) => w.heldByRole), name: await accountName(t, row.heldBy!), signedAt: stamp(row.heldAt!) },
      { role: both((w) => w.candidateRole), name: frame.candidate.name, signedAt: stamp(row.confirmedAt!), how: both((w) => (row.confirmedHow === 'paper' ? w.onPaper : w.inAccount)) },
    ]
    if (row.confirmedHow === 'paper') signatures.push({ role: both((w) => w.witnessRole), name: await accountName(t, row.confirmedBy!), signedAt: stamp(row.confirmedAt!) })
    return { items: (row.shownText as ShownPart[]).map((each) => each.title), signatures }
  }
  const title = { kk: content.title.kk ?? '', ru: content.title.ru ?? content.title.kk ?? '' }
  return createPaper(t, 'briefing-record', {
    demo: t.demo, number: `${kase.number}/${attempt.number}`, centre: frame.centre, candidate: frame.candidate, qualification: frame.qualification,
    programme: { kk: `${title.kk}, ${versionNo}`, ru: `${title.ru}, ${versionNo}` },
    place: sitting ? { kk: `${frame.centre.address!.kk}, ${sitting.roomKk}`, ru: `${frame.centre.address!.ru}, ${sitting.roomRu}` } : frame.centre.address!,
    familiarisation: await part('familiarisation'), briefing: await part('briefing'),
  }, { caseId: kase.id, centreId: kase.centreId })
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

export interface BriefingView {
  number: string
  centreId: string
  version: number
  step: string
  candidateOf: boolean
  kinds: { kind: AcknowledgementKind; parts: ShownPart[]; hash: string; heldByName: string | null; heldByMe: boolean; heldAt: Moment | null; confirmedAt: Moment | null; confirmedHow: 'account' | 'paper' | null }[]
  candidateName: string
  hasAccount: boolean
}

/** The texts of both acknowledgements and who has recorded what; what was kept is shown as it was kept. */
export async function readBriefing(ctx: Ctx, number: string): Promise<BriefingView> {
  return read(ctx, 'briefing.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'briefing.read', kase)
    const attempt = await currentAttempt(t, kase.id)
    if (!attempt) deny('attempt.none-open')
    const rows = await selectAcknowledgements(t.sql, attempt.id)
    const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
    const kinds: BriefingView['kinds'] = []
    for (const kind of ACKNOWLEDGEMENT_KINDS) {
      const row = rows.find((each) => each.kind === kind)
      const parts = row ? (row.shownText as ShownPart[]) : shownText(kind, content, await termsOf(t, kase))
      kinds.push({
        kind, parts, hash: hex(row ? row.textHash : textHash(parts)), heldByName: row?.heldBy ? await accountName(t, row.heldBy) : null,
        heldByMe: row?.heldBy != null && row.heldBy === accountOf(t.actor), heldAt: row?.heldAt ?? null, confirmedAt: row?.confirmedAt ?? null, confirmedHow: row?.confirmedHow ?? null,
      })
    }
    const frame = await paperFrame(t, kase)
    return { number: kase.number, centreId: kase.centreId, version: kase.version, step: kase.step, candidateOf: casework.isCandidateOf(t.actor, kase), kinds, candidateName: frame.candidate.name, hasAccount: kase.accountId !== null }
  })
}
