import { deny } from '#kernel/denial.ts'
import type { Moment } from '#kernel/day.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { paperFrame } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { examModesOf } from '../preparation/exam-modes.ts'
import type { DayPart } from './domain/choice.ts'
import { choiceOf, daysFor, mayChooseByNorm, type DayChosen, type DaysOffered } from './offer-days.ts'
import { selectWish } from './store/choice-store.ts'

export interface WishShown {
  weekdays: number[]
  parts: DayPart[]
  wishedAt: Moment
  toldAt: Moment | null
}
export interface ChoiceView {
  number: string
  version: number
  /** The case waits for the notification, so that a day can be chosen. */
  open: boolean
  /** By the norm; where it says no the centre alone names the day. */
  allowed: boolean
  /** How each stage of his exam is held. */
  modes: Record<Stage, ExamMode>
  address: { kk: string; ru: string }
  days: DaysOffered | undefined
  chosen: DayChosen[]
  wish: WishShown | undefined
}

/** What the candidate sees before he chooses his day: lawful days only. */
export async function readChoice(ctx: Ctx, number: string): Promise<ChoiceView> {
  return read(ctx, 'day.choose', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'day.choose', kase)
    if (kase.kind !== 'recognition') deny('not-found')
    const open = kase.step === 'contract-signed'
    const allowed = await mayChooseByNorm(t, kase)
    return {
      number: kase.number, version: kase.version, open, allowed, modes: await examModesOf(t, kase), address: (await paperFrame(t, kase)).centre.address!,
      days: open && allowed ? await daysFor(t, kase) : undefined, chosen: await choiceOf(t, kase), wish: await wishOf(t, kase),
    }
  })
}

/** What a candidate has chosen or wished, and whether he may choose. */
export interface ChoiceFound {
  chosen: DayChosen[]
  mayChoose: boolean
  wish: WishShown | undefined
}
/** The day a candidate has chosen, for the page of his case and the folder of the centre; the caller has asked its own policy. */
export async function findChoice(t: Tx, kase: casework.CaseFile): Promise<ChoiceFound | undefined> {
  if (kase.kind !== 'recognition' || kase.step !== 'contract-signed') return undefined
  return { chosen: await choiceOf(t, kase), mayChoose: kase.accountId !== null && (await mayChooseByNorm(t, kase)), wish: await wishOf(t, kase) }
}

async function wishOf(t: Tx, kase: casework.CaseFile): Promise<WishShown | undefined> {
  const row = await selectWish(t.sql, kase.id)
  return row && { weekdays: row.weekdays, parts: row.parts, wishedAt: row.wishedAt, toldAt: row.toldAt }
}
