import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import { inLanguage } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { record } from '#platform/journal/journal.ts'
import * as uploads from '#modules/uploads/index.ts'
import { isPaperKind, type PaperKind } from '../domain/request.ts'
import { chainOfRequest, facesOf } from '../office.ts'
import { policy } from '../policy.ts'
import { deletePaperRows, insertPaper, markJudged, selectVoucherPaper, type VoucherPaper } from '../store/paper-store.ts'
import { lockRequest, selectRequest, type RequestRow } from '../store/request-store.ts'
import { choiceFacts } from './facts.ts'
import { writeToHolder } from './letters.ts'

export interface PaperSent {
  kind: PaperKind
  file: uploads.SentFile
}
export interface PaperExamined {
  kind: PaperKind
  file: uploads.ExaminedFile
}

/** Examines the copies before any transaction: true type, size, nothing active in them. */
export async function examinePapers(ctx: Ctx, papers: readonly PaperSent[]): Promise<PaperExamined[]> {
  const examined: PaperExamined[] = []
  for (const { kind, file } of papers) if (isPaperKind(kind)) examined.push({ kind, file: await uploads.examineFile(ctx, file) })
  return examined
}

/** Keeps the copies with their request, in the transaction that files it. */
export async function keepPapers(t: Tx, requestId: Uuid, papers: readonly PaperExamined[]): Promise<void> {
  for (const { kind, file } of papers) {
    await uploads.storeFiles(t, file)
    await insertPaper(t.sql, { id: t.newId(), requestId, kind, ...uploads.fileRowOf(t, file) })
  }
}

async function found(t: Tx, id: string, how: 'read' | 'lock'): Promise<{ paper: VoucherPaper; request: RequestRow }> {
  const paper = parseUuid(id) ? await selectVoucherPaper(t.sql, id) : undefined
  const request = paper && (await (how === 'lock' ? lockRequest : selectRequest)(t.sql, paper.requestId))
  if (!paper || !request) throw new Denial('not-found')
  return { paper, request }
}

/** Opens a copy: for whoever sent it and for the specialist of the region. Each opening by the specialist stands in the journal of the request; nobody else finds it. */
export async function openVoucherPaper(ctx: Ctx, id: string): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const { requestKey: _, ...rest } = ctx
  const paper = await tx(rest, 'voucher.open-paper', async (t) => withSystemSight(t, async () => {
    const { paper, request } = await found(t, id, 'read')
    const faces = { accountId: request.accountId, ...(await facesOf(t, request.regionKato)) }
    assertMay(t, policy, 'voucher.open-paper', faces)
    if (!may(t.actor, policy, 'voucher.change-own', faces)) await record(t, chainOfRequest(request.id), 'voucher-paper-opened', { kind: paper.kind, by: accountOf(t.actor) })
    return paper
  }))
  return { name: paper.name, mediaType: paper.mediaType, bytes: await ctx.files.get(paper.fileKey) }
}

const VERDICT_NOTE_MOST = 500

/** The specialist judges a copy, right or wrong with the reason, while the request is under review; never one of his own. */
export async function judgeVoucherPaper(ctx: Ctx, input: { id: string; verdict: string; note: string }): Promise<void> {
  await tx(ctx, 'voucher.review', async (t) => withSystemSight(t, async () => {
    const { paper, request } = await found(t, input.id, 'lock')
    assertMay(t, policy, 'voucher.review', await facesOf(t, request.regionKato))
    if (request.accountId === accountOf(t.actor)) throw new Denial('voucher.own-request')
    if (request.step !== 'review') throw new Denial('voucher.decided-already')
    if (paper.replacedAt !== null) throw new Denial('voucher.copy-replaced')
    const note = input.note.trim()
    if (input.verdict !== 'right' && input.verdict !== 'wrong') deny('voucher.verdict-missing', { field: `verdict-${paper.kind}` })
    if (input.verdict === 'wrong' && note === '') deny('voucher.verdict-note-missing', { field: `verdictNote-${paper.kind}` })
    if (note.length > VERDICT_NOTE_MOST) deny('voucher.verdict-note-too-long', { field: `verdictNote-${paper.kind}`, most: VERDICT_NOTE_MOST })
    await markJudged(t.sql, paper.id, { verdict: input.verdict, note, accountId: accountOf(t.actor)!, at: t.now })
    await record(t, chainOfRequest(request.id), 'voucher-paper-judged', { kind: paper.kind, verdict: input.verdict })
    if (input.verdict === 'wrong') {
      const { name } = await choiceFacts(t, request)
      await writeToHolder(t, request.accountId, 'copy-wrong', (lang) => ({ profession: inLanguage(name, lang), note, due: formatDay(request.dueOn, lang) }))
    }
  }))
}

export { selectOldPapers as findOldPapers } from '../store/paper-store.ts'

/** Deletes copies whose time of keeping is over; the journals of their requests keep that they were there. */
export async function deletePapers(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'voucher.forget', undefined as never)
  if (ids.length === 0) return
  const deleted = await deletePaperRows(t.sql, ids)
  await uploads.releaseFiles(t, deleted.flatMap((paper) => [paper.fileKey, paper.originalKey]))
  for (const { requestId, kind } of deleted) await record(t, chainOfRequest(requestId), 'voucher-paper-deleted', { kind })
}
