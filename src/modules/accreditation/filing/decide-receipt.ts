import { addWorkingDays } from '#kernel/calendar.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import { normNumber, normNumberOr } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { advance, assertStep, assertUnchanged, lockCase, normsOf, type AccreditationCase } from '../cases.ts'
import { writeToAccreditor } from '../letters.ts'
import { policy } from '../policy.ts'
import { acceptBlockers, giveBackBlockers, itemsOf } from './domain/receipt.ts'
import { factsOf } from '../case-facts.ts'
import { makeNotice, wrongItems } from '../hand-over/notice.ts'
import { correctionBegan } from '../hand-over/read-hand-overs.ts'
import { writeToApplicant } from './letters.ts'
import { keepReturnGrounds, markGivenBack, selectLines } from './store/filing-store.ts'
import { selectChecks } from './store/receipt-store.ts'

interface Seen {
  caseId: string
  version: number
}

async function checksOf(t: Tx, kase: AccreditationCase) {
  return { items: itemsOf(await selectLines(t.sql, kase.id)), checks: await selectChecks(t.sql, kase.id, kase.corrections) }
}

/** Everything is right: the papers go to the experts, stage 2. */
export async function acceptApplication(ctx: Ctx, input: Seen): Promise<void> {
  await tx(ctx, 'accreditation.check', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.check', await factsOf(t, kase))
    assertStep(kase, 'accept')
    assertUnchanged(kase, input.version)
    const { items, checks } = await checksOf(t, kase)
    assertNone('accreditation.not-acceptable', acceptBlockers(items, checks))
    const moved = await advance(t, kase, 'accept', 'accreditation-accepted')
    await writeToApplicant(t, moved, 'accepted')
    await writeToAccreditor(t, moved, 'experts', `/accreditor/cases/${kase.id}`)
  })
}

/** Something is wrong and is named: the applicant mends it, as often as the norm allows. */
export async function giveBackApplication(ctx: Ctx, input: Seen): Promise<void> {
  await tx(ctx, 'accreditation.check', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.check', await factsOf(t, kase))
    assertStep(kase, 'ask-correction')
    assertUnchanged(kase, input.version)
    const { items, checks } = await checksOf(t, kase)
    assertNone('accreditation.not-to-be-given-back', giveBackBlockers(items, checks, kase.corrections, normNumber(await normsOf(t, kase), 'accreditation.correctionRounds')))
    await markGivenBack(t.sql, kase.id, t.now)
    const noticeId = await makeNotice(t, kase, 'given-back', await wrongItems(t, checks))
    const moved = await advance(t, kase, 'ask-correction', 'accreditation-given-back', { payload: { noticeId }, ...(kase.channel === 'paper' ? { whoseMove: 'chamber' as const } : {}) })
    await writeToApplicant(t, moved, 'given-back')
  })
}

/** The application ends without an expert review, with its grounds; while it is being corrected only after the term of correction, where one is set. */
export async function returnApplication(ctx: Ctx, input: Seen & { grounds: string }): Promise<void> {
  await tx(ctx, 'accreditation.check', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.check', await factsOf(t, kase))
    assertStep(kase, 'return')
    assertUnchanged(kase, input.version)
    const grounds = input.grounds.trim()
    if (grounds === '') deny('accreditation.return-grounds-missing', { field: 'grounds' })
    if (kase.step === 'correcting' && !(await correctionIsOver(t, kase))) deny('accreditation.correction-runs')
    await keepReturnGrounds(t.sql, kase.id, grounds)
    const noticeId = await makeNotice(t, kase, 'returned', [{ kk: grounds, ru: grounds }])
    await writeToApplicant(t, await advance(t, kase, 'return', 'accreditation-returned', { payload: { noticeId } }), 'returned', { grounds })
  })
}

async function correctionIsOver(t: Tx, kase: AccreditationCase): Promise<boolean> {
  const term = normNumberOr(await normsOf(t, kase), 'accreditation.correction.term', undefined)
  if (term === undefined) return false
  const from = await correctionBegan(t, kase)
  return from !== undefined && t.today > addWorkingDays(t.calendar, from, term)
}
