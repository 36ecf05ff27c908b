import { legalDay, parseDay } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { handOverBlockers } from '../domain/paper-letter.ts'
import { policy } from '../policy.ts'
import { countPaperLetters, lockPaperLetter, selectPaperLetter, selectPaperLetters, updateHandedOver, type PaperLetter } from '../store/paper-letter-store.ts'

/** The case of a letter as it is; the letter stays with the centre that wrote it, wherever the case is now. */
const factsOf = (t: Tx, letter: PaperLetter) => withSystemSight(t, async () => ({ ...(await casework.getCase(t, letter.caseId)), centreId: letter.centreId }))

/** A letter handed over under signature: its day and the scan of the signed sheet, once. */
export async function handOverLetter(ctx: Ctx, input: { id: string; handedOn: string; scan: uploads.SentFile | undefined }): Promise<void> {
  if (!parseUuid(input.id)) throw new Denial('not-found')
  // A scan is decoded and stored: that is done for nobody who may not record it.
  await read(ctx, 'paper-letter.hand-over', async (t) => {
    const letter = await selectPaperLetter(t.sql, input.id)
    if (!letter) throw new Denial('not-found')
    assertMay(t, policy, 'paper-letter.hand-over', await factsOf(t, letter))
  })
  const file = input.scan ? await uploads.examineFile(ctx, input.scan) : undefined
  await tx(ctx, 'paper-letter.hand-over', async (t) => {
    const seen = await selectPaperLetter(t.sql, input.id)
    if (!seen) throw new Denial('not-found')
    await withSystemSight(t, async () => {
      const kase = await casework.lockCase(t, seen.caseId)
      assertMay(t, policy, 'paper-letter.hand-over', { ...kase, centreId: seen.centreId })
      const letter = (await lockPaperLetter(t.sql, input.id))!
      const handedOn = parseDay(input.handedOn)
      assertNone('paper-letter.not-recordable', handOverBlockers({ madeOn: legalDay(letter.madeAt), handedOn, today: t.today, isHandedOver: letter.handedOn !== null, hasScan: file !== undefined }))
      const attachment = await uploads.keepAttachment(t, { caseId: letter.caseId }, 'delivery-scan', file!)
      await updateHandedOver(t.sql, { id: letter.id, on: handedOn!, by: accountOf(t.actor)!, at: t.now, attachmentId: attachment.id })
      await casework.record(t, letter.caseId, 'money-letter-delivered', { letterId: letter.id, about: letter.about, on: handedOn!, attachmentId: attachment.id })
    })
  })
}

export interface PaperLetterListed extends PaperLetter {
  caseNumber: string
  /** The candidate, or the employer it goes to. */
  addressee: string
}
export interface PaperLettersPage {
  letters: PaperLetterListed[]
  total: number
  waiting: number
  /** The page that is shown; the last one when a later was asked for. */
  page: number
}
/** A page of the letters of a centre that are printed: those to be handed over first. Pages begin with 1. */
export async function listPaperLetters(ctx: Ctx, centreId: string, asked: { page: number; size: number }): Promise<PaperLettersPage> {
  return read(ctx, 'paper-letter.list', async (t) => {
    assertMay(t, policy, 'paper-letter.list', { centreId })
    const counted = await countPaperLetters(t.sql, centreId)
    const page = Math.min(asked.page, Math.max(1, Math.ceil(counted.total / asked.size)))
    const letters = await selectPaperLetters(t.sql, centreId, { limit: asked.size, offset: (page - 1) * asked.size })
    return { letters: await withSystemSight(t, () => listed(t, letters)), ...counted, page }
  })
}
/** How many letters wait to be handed over; none for whoever does not hand them over. */
export async function countPaperLettersWaiting(ctx: Ctx, centreId: string): Promise<number> {
  if (!may(ctx.actor, policy, 'paper-letter.list', { centreId })) return 0
  return read(ctx, 'paper-letter.list', async (t) => {
    assertMay(t, policy, 'paper-letter.list', { centreId })
    return (await countPaperLetters(t.sql, centreId)).waiting
  })
}
/** One of them. */
export async function readPaperLetter(ctx: Ctx, id: string): Promise<PaperLetterListed> {
  return read(ctx, 'paper-letter.list', async (t) => {
    const letter = parseUuid(id) && (await selectPaperLetter(t.sql, id))
    if (!letter) throw new Denial('not-found')
    assertMay(t, policy, 'paper-letter.hand-over', await factsOf(t, letter))
    return withSystemSight(t, async () => (await listed(t, [letter]))[0]!)
  })
}
async function listed(t: Tx, letters: readonly PaperLetter[]): Promise<PaperLetterListed[]> {
  const rows: PaperLetterListed[] = []
  for (const letter of letters) {
    const kase = await casework.getCase(t, letter.caseId)
    rows.push({ ...letter, caseNumber: kase.number, addressee: letter.employer ?? personName(await people.getPerson(t, kase.personId), t.lang, 'full') })
  }
  return rows
}
