import { legalDay, type Day } from '#kernel/day.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import { factsOf, isRepresented } from '../case-facts.ts'
import { chainOf, getCase, type AccreditationCase } from '../cases.ts'
import { readAction } from '../filing/fillable.ts'
import { policy } from '../policy.ts'
import { handables, type Handable } from './domain/hand-over.ts'
import { selectDeliveries, type Delivery } from './store/delivery-store.ts'

export interface HandOverShown extends Handable {
  delivery: Delivery | undefined
}
export interface HandOvers {
  /** Only of an application on paper; an applicant with an account has everything there. */
  papers: HandOverShown[]
  /** The reader may record a handing over: the chamber or the accreditor, as long as nobody acts for the applicant on the platform. */
  may: boolean
  /** The reader may enter the act of the survey that was signed on paper: a surveyor of the case too. */
  mayEnterAct: boolean
}

/** The notice for the applicant, or the certificate or contract itself; the protocol of the commission with its votes is not for him. */
function printable(payload: Readonly<Record<string, unknown>>): string | undefined {
  const paperId = payload['noticeId'] ?? (payload['granted'] ? undefined : payload['paperId'])
  return typeof paperId === 'string' ? paperId : undefined
}

/** Papers of the case, each with its handing over, if there was one. */
export async function papersToHandOver(t: Tx, kase: AccreditationCase): Promise<HandOverShown[]> {
  const done = await selectDeliveries(t.sql, kase.id)
  const entries = (await entriesOf(t.sql, chainOf(kase.id))).map((entry) => ({ kind: entry.kind, on: legalDay(entry.at), paperId: printable(entry.payload), onPaper: entry.payload['onPaper'] === true }))
  return handables(entries).map((paper) => ({ ...paper, delivery: done.find((each) => each.ofKind === paper.kind && each.ofNo === paper.no) }))
}

export async function readHandOvers(ctx: Ctx, caseId: string): Promise<HandOvers> {
  return read(ctx, 'accreditation.read', async (t) => {
    const kase = await getCase(t, caseId)
    const facts = await factsOf(t, kase)
    assertMay(t, policy, readAction(kase), facts)
    if (kase.channel !== 'paper') return { papers: [], may: false, mayEnterAct: false }
    const unrepresented = !(await isRepresented(t, kase))
    return {
      papers: await papersToHandOver(t, kase), may: unrepresented && may(t.actor, policy, 'accreditation.hand-over', facts),
      mayEnterAct: unrepresented && kase.step === 'survey' && may(t.actor, policy, 'survey.enter-signed-act', facts),
    }
  })
}

/** From which day the applicant has to mend its application: where nobody acts for it on the platform, the day on which that was handed over; undefined: not yet. */
export async function correctionBegan(t: Tx, kase: AccreditationCase): Promise<Day | undefined> {
  if (kase.channel !== 'paper' || (await isRepresented(t, kase))) return legalDay(kase.movedAt)
  return (await papersToHandOver(t, kase)).findLast((paper) => paper.kind === 'given-back')?.delivery?.deliveredOn
}
