import { legalDay, parseDay, type Day } from '#kernel/day.ts'
import { deny, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { findNormNumber, lastCalendarDay } from '#kernel/norms.ts'
import { accountOf, hasRole } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { post } from '../book.ts'
import { movement } from '../domain/ledger.ts'
import { policy } from '../policy.ts'
import { actState, payUntil } from './domain/act-of-works.ts'
import { paperOfAct } from './paper.ts'
import { answerContested, contestServices, lockAct, markAccepted, markActPaid, markRefused, markSigned, type ActOfWorks } from './store/works-store.ts'

async function lockedAct(t: Tx, number: string): Promise<ActOfWorks> {
  const act = await withSystemSight(t, () => lockAct(t.sql, number))
  if (!act) throw new Denial('not-found')
  return act
}
const note = (t: Tx, act: ActOfWorks, kind: string, payload: Record<string, unknown> = {}) => record(t, `centre:${act.centreId}`, kind, { act: act.number, ...payload })

/** The organisation that pays for vouchers: whose officer holds the role today [D]. */
async function payerOf(t: Tx): Promise<Uuid> {
  return (await people.listOrganisationsOfRole(t.sql, 'voucher-payer-officer', t.today))[0] ?? deny('works.no-payer')
}

/** The head of the centre signs the act that the system made. */
export async function signAct(ctx: Ctx, input: { number: string }): Promise<void> {
  await tx(ctx, 'works.sign', async (t) => {
    const act = await lockedAct(t, input.number)
    assertMay(t, policy, 'works.sign', { centreId: act.centreId })
    if (actState(act) !== 'made') deny('works.signed-already')
    const payerId = await payerOf(t)
    const signed = { ...act, payerId, signedBy: accountOf(t.actor)!, signedAt: t.now }
    await markSigned(t.sql, act.id, { accountId: signed.signedBy, at: t.now, payerId, paperId: await paperOfAct(t, signed) })
    await note(t, act, 'act-of-works-signed')
  })
}

/** The payer's officer accepts: from this day the centre is owed, and the term to pay runs. */
export async function acceptAct(ctx: Ctx, input: { number: string }): Promise<void> {
  await tx(ctx, 'works.accept', async (t) => {
    const act = await answerable(t, input.number)
    const norms = await t.law.normsInForce(t.sql, t.today)
    const counted = payUntil(t.today, findNormNumber(norms, 'voucher.settlementPaidWithinDays'))
    const dueOn = counted && lastCalendarDay(norms, counted, t.calendar)
    await withSystemSight(t, async () => {
      const accepted = { ...act, acceptedBy: accountOf(t.actor)!, acceptedAt: t.now, dueOn }
      await markAccepted(t.sql, act.id, { accountId: accepted.acceptedBy, at: t.now, dueOn, paperId: await paperOfAct(t, accepted) })
      await note(t, act, 'act-of-works-accepted')
    })
    await post(t, { centreId: act.centreId, subjectId: act.id, caseId: null, source: `act:${act.id}` }, movement.invoiced(act.total))
  })
}

/** Or refuses, with reasons: the services are free for a new act, but for those he contests. */
export async function refuseAct(ctx: Ctx, input: { number: string; reason: string; contested: readonly string[] }): Promise<void> {
  await tx(ctx, 'works.refuse', async (t) => {
    const act = await answerable(t, input.number)
    const reason = input.reason.trim().slice(0, 1_000)
    if (reason === '') deny('works.reason-missing', { field: 'reason' })
    await withSystemSight(t, async () => {
      if ((await contestServices(t.sql, act.id, input.contested, t.now, reason)) !== input.contested.length) throw new Denial('not-found')
      await markRefused(t.sql, act.id, { accountId: accountOf(t.actor)!, at: t.now, reason })
      await note(t, act, 'act-of-works-refused', { contested: input.contested.length })
    })
  })
}

/** The head of the centre presents contested services of a refused act again, with an answer that the payer reads: they go into a new act. Contested anew, they wait for a new answer. */
export async function presentAgain(ctx: Ctx, input: { number: string; services: readonly string[]; answer: string }): Promise<void> {
  await tx(ctx, 'works.present-again', async (t) => {
    const act = await lockedAct(t, input.number)
    assertMay(t, policy, 'works.present-again', { centreId: act.centreId })
    const services = [...new Set(input.services)]
    const answer = input.answer.trim().slice(0, 1_000)
    if (services.length === 0) deny('works.service-missing', { field: 'services' })
    if (answer === '') deny('works.answer-missing', { field: 'answer' })
    if (actState(act) !== 'refused' || (await answerContested(t.sql, act.id, services, t.now, answer)) !== services.length) deny('works.presented-already')
    await note(t, act, 'voucher-services-presented-again', { services: services.length })
  })
}

async function answerable(t: Tx, number: string): Promise<ActOfWorks> {
  const act = await lockedAct(t, number)
  if (!act.payerId) throw new Denial('not-found')
  assertMay(t, policy, 'works.answer', { organisationId: act.payerId })
  if (actState(act) !== 'signed') deny('works.answered-already')
  if (act.signedBy === accountOf(t.actor)) deny('works.second-side-needed')
  return act
}

export interface ActPayment {
  number: string
  on: string
  reference: string
}
/** Why a payment of an act cannot be written down; undefined: it can. */
function wrongPayment(t: Tx, act: ActOfWorks, paid: ActPayment): string | undefined {
  const on = parseDay(paid.on)
  if (actState(act) === 'paid') return 'works.paid-already'
  if (actState(act) !== 'accepted') return 'works.not-accepted'
  if (!on || on > t.today || on < legalDay(act.acceptedAt!)) return 'works.day-wrong'
  return paid.reference.trim() === '' ? 'works.reference-missing' : undefined
}
async function pay(t: Tx, act: ActOfWorks, paid: ActPayment): Promise<void> {
  await withSystemSight(t, async () => {
    if ((await markActPaid(t.sql, act.id, { on: paid.on as Day, reference: paid.reference.trim().slice(0, 100), at: t.now })) !== 1) deny('works.paid-already')
    await note(t, act, 'act-of-works-paid')
  })
  await post(t, { centreId: act.centreId, subjectId: act.id, caseId: null, source: `act-paid:${act.id}`, on: paid.on as Day }, movement.paid('bank', act.total))
}

/** The payer's officer writes down by hand that an act was paid: once, with day and number of the payment. */
export async function markActAsPaid(ctx: Ctx, paid: ActPayment): Promise<void> {
  await tx(ctx, 'works.mark-paid', async (t) => {
    const act = await lockedAct(t, paid.number)
    if (!act.payerId) throw new Denial('not-found')
    assertMay(t, policy, 'works.mark-paid', { organisationId: act.payerId })
    const wrong = wrongPayment(t, act, paid)
    if (wrong) deny(wrong, wrong === 'works.day-wrong' ? { field: 'on' } : wrong === 'works.reference-missing' ? { field: 'reference' } : {})
    await pay(t, act, paid)
  })
}

export interface PaymentFault {
  line: number
  reason: string
}
/** The payer's table of payments (`act`, `on`, `reference`): all of it or nothing. A dry run only says what is wrong. A payment that stands already is passed over. */
export async function enterActPayments(ctx: Ctx, input: { rows: readonly { line: number; cells: Readonly<Record<string, string>> }[]; dryRun: boolean }): Promise<{ faults: PaymentFault[]; paid: number; known: number }> {
  return tx(ctx, 'works.mark-paid', async (t) => {
    assertMay(t, policy, 'works.list-to-pay', undefined)
    const faults: PaymentFault[] = []
    const toPay: { act: ActOfWorks; paid: ActPayment }[] = []
    let known = 0
    for (const { line, cells } of input.rows) {
      const paid: ActPayment = { number: cells['act'] ?? '', on: cells['on'] ?? '', reference: cells['reference'] ?? '' }
      const act = await withSystemSight(t, () => lockAct(t.sql, paid.number))
      if (!act?.payerId || !hasRole(t.actor, 'voucher-payer-officer', act.payerId)) faults.push({ line, reason: 'works.act-unknown' })
      else if (toPay.some((each) => each.act.id === act.id)) faults.push({ line, reason: 'works.act-twice' })
      else if (act.paidOn === paid.on && act.paidReference === paid.reference.trim()) known++
      else {
        const wrong = wrongPayment(t, act, paid)
        if (wrong) faults.push({ line, reason: wrong })
        else toPay.push({ act, paid })
      }
    }
    if (faults.length === 0 && !input.dryRun) for (const { act, paid } of toPay) {
      assertMay(t, policy, 'works.mark-paid', { organisationId: act.payerId! })
      await pay(t, act, paid)
    }
    return { faults, paid: toPay.length, known }
  })
}

/** The same by a partner of the payer: the treasury's system reports a payment. Reported again it changes nothing. */
export async function reportActPayment(ctx: Ctx, paid: ActPayment): Promise<{ number: string; paidOn: Day; repeated: boolean }> {
  return tx(ctx, 'works.report-payment', async (t) => {
    assertMay(t, policy, 'works.report-payment', undefined)
    const act = await lockedAct(t, paid.number)
    if (t.actor.kind !== 'partner' || act.payerId !== t.actor.organisationId) throw new Denial('not-found')
    if (act.paidOn === paid.on && act.paidReference === paid.reference.trim()) return { number: act.number, paidOn: act.paidOn as Day, repeated: true }
    const wrong = wrongPayment(t, act, paid)
    if (wrong) deny(wrong)
    await pay(t, act, paid)
    return { number: act.number, paidOn: paid.on as Day, repeated: false }
  })
}
