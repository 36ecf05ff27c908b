import { Denial } from '#kernel/denial.ts'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { findPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { policy } from '../policy.ts'
import { actState, lateDays, type ActState } from './domain/act-of-works.ts'
import { countActsForHead, selectAct, selectActsOfCentre, selectActsOfPayer, selectServicesOfAct, type ActOfWorks, type ServiceInAct } from './store/works-store.ts'

export interface ActStanding extends ActOfWorks {
  state: ActState
  /** Calendar days by which the payment is late; 0: in time. */
  late: number
  centre: centres.Centre
}
async function standing(t: Tx, act: ActOfWorks): Promise<ActStanding> {
  return { ...act, state: actState(act), late: lateDays(act.dueOn, act.paidOn, t.today), centre: await centres.getCentre(t.sql, act.centreId) }
}

/** Acts of works of a centre, the newest month first. */
export async function listActs(ctx: Ctx, centreId: Uuid): Promise<ActStanding[]> {
  return read(ctx, 'works.list', async (t) => {
    assertMay(t, policy, 'works.list', { centreId })
    const acts: ActStanding[] = []
    for (const act of await selectActsOfCentre(t.sql, centreId, 200)) acts.push(await standing(t, act))
    return acts
  })
}

/** How many acts wait for the head of the centre: to be signed, or with a contested service to be answered; none for whoever signs none. */
export async function countActsWaiting(ctx: Ctx, centreId: Uuid): Promise<number> {
  if (!may(ctx.actor, policy, 'works.sign', { centreId })) return 0
  return read(ctx, 'works.list', async (t) => {
    assertMay(t, policy, 'works.list', { centreId })
    return countActsForHead(t.sql, centreId)
  })
}

/** Acts signed for the payer whose officer asks, the open ones first. At most 1,000. */
export async function listActsToPay(ctx: Ctx): Promise<ActStanding[]> {
  return read(ctx, 'works.list-to-pay', async (t) => {
    assertMay(t, policy, 'works.list-to-pay', undefined)
    const payerIds = t.actor.kind === 'person' ? t.actor.roles.filter((held) => held.role === 'voucher-payer-officer').map((held) => held.organisationId) : []
    return withSystemSight(t, async () => {
      const acts: ActStanding[] = []
      for (const act of await selectActsOfPayer(t.sql, payerIds, 1_000)) acts.push(await standing(t, act))
      return acts
    })
  })
}

export interface ActView {
  act: ActStanding
  services: (ServiceInAct & { caseNumber: string })[]
  payer: { kk: string; ru: string; en: string } | undefined
  names: ReadonlyMap<string, string>
  maySign: boolean
  mayAnswer: boolean
  mayMarkPaid: boolean
  /** The head may present again what the payer contested and nobody has answered. */
  mayPresent: boolean
  today: Day
}
/** One act for its centre or its payer; for anybody else it does not exist. */
export async function readAct(ctx: Ctx, number: string): Promise<ActView> {
  return read(ctx, 'works.list', async (t) => withSystemSight(t, async () => {
    const act = await seen(t, number)
    const services = await selectServicesOfAct(t.sql, act.id)
    const numbers = await casework.numbersOf(t, services.map((each) => each.caseId))
    const payer = act.payerId ? await people.findOrganisation(t.sql, act.payerId) : undefined
    const view = await standing(t, act)
    const isPayer = act.payerId !== null && may(t.actor, policy, 'works.answer', { organisationId: act.payerId })
    return {
      act: view, services: services.map((each) => ({ ...each, caseNumber: numbers.get(each.caseId) ?? '' })), payer: payer && { kk: payer.nameKk, ru: payer.nameRu, en: payer.nameEn },
      names: await people.namesOf(t, [act.signedBy, act.acceptedBy, act.refusedBy]), maySign: view.state === 'made' && may(t.actor, policy, 'works.sign', { centreId: act.centreId }),
      mayAnswer: view.state === 'signed' && isPayer, mayMarkPaid: view.state === 'accepted' && isPayer,
      mayPresent: view.state === 'refused' && services.some((each) => each.contestedWhy !== null && each.answer === null) && may(t.actor, policy, 'works.present-again', { centreId: act.centreId }), today: t.today,
    }
  }))
}
async function seen(t: Tx, number: string): Promise<ActOfWorks> {
  const act = await selectAct(t.sql, number)
  if (!act) throw new Denial('not-found')
  if (act.payerId && act.signedAt && may(t.actor, policy, 'works.answer', { organisationId: act.payerId })) assertMay(t, policy, 'works.answer', { organisationId: act.payerId })
  else assertMay(t, policy, 'works.list', { centreId: act.centreId })
  return act
}

/** The act as PDF: the one with both signatures once there are two. */
export async function paperOf(ctx: Ctx, number: string): Promise<{ id: Uuid; number: string }> {
  return read(ctx, 'works.list', async (t) => withSystemSight(t, async () => {
    const act = await seen(t, number)
    const paper = act.paperId ? await findPaper(t.sql, act.paperId) : undefined
    if (!paper) throw new Denial('works.no-paper-yet')
    return { id: paper.id, number: act.number }
  }))
}
