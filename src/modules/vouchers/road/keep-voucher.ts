import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { normBoolean } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { record } from '#platform/journal/journal.ts'
import * as casework from '#modules/casework/index.ts'
import { requestBlockers } from '../domain/request.ts'
import { extendedTo, extensionBlockers } from '../domain/validity.ts'
import { chainOfRequest, facesOf } from '../office.ts'
import { policy } from '../policy.ts'
import { insertExtension, lockVoucher, markAnnulled, selectVoucher, setChoice, setValidUntil, type VoucherRow } from '../store/voucher-store.ts'
import { choiceFacts } from './facts.ts'
import { writeToHolder } from './letters.ts'

async function kept(t: Tx, id: string): Promise<VoucherRow> {
  const voucher = parseUuid(id) ? await lockVoucher(t.sql, id) : undefined
  if (!voucher || voucher.origin === 'imported') throw new Denial('not-found')
  assertMay(t, policy, 'voucher.keep', await facesOf(t, voucher.regionKato))
  if (voucher.accountId === accountOf(t.actor)) throw new Denial('voucher.own-request')
  return voucher
}

/** Extends a voucher by a paper of temporary incapacity [L Art. 28(3)], or for a fault of the centre on record [D]: as many days as the paper says. */
export async function extendVoucher(ctx: Ctx, input: { id: string; ground: 'incapacity' | 'centre-fault'; days: number | undefined; paper: string }): Promise<void> {
  await tx(ctx, 'voucher.extend', async (t) => withSystemSight(t, async () => {
    const voucher = await kept(t, input.id)
    const norms = await t.law.normsInForce(t.sql, t.today)
    if (!normBoolean(norms, input.ground === 'incapacity' ? 'voucher.extendForIncapacity' : 'voucher.extendForCentreFault')) throw new Denial('voucher.not-extended')
    const paper = input.paper.trim().slice(0, 500)
    assertNone('voucher.not-extendable', extensionBlockers({ state: voucher.state, days: input.days, paper, on: t.today, validUntil: voucher.validUntil }, norms))
    const validUntil = extendedTo(voucher.validUntil, input.days!, norms, t.calendar)
    await insertExtension(t.sql, { id: t.newId(), voucherId: voucher.id, ground: input.ground, days: input.days!, paper, extendedBy: accountOf(t.actor)!, at: t.now })
    await setValidUntil(t.sql, voucher.id, validUntil)
    await record(t, chainOfRequest(voucher.requestId!), 'voucher-extended', { ground: input.ground, days: input.days!, validUntil })
    await writeToHolder(t, voucher.accountId!, 'extended', (lang) => ({ number: voucher.number, until: formatDay(validUntil, lang) }))
  }))
}

/**
 * The status of an unemployed person ended before the contract: the voucher ends with it [D]. Where an application goes on it already, the case goes on too, and the contract that comes names the
 * candidate; once a contract is sent, it has been said that the budget pays, and the voucher stays.
 */
export async function annulVoucher(ctx: Ctx, input: { id: string; ground: string }): Promise<void> {
  await tx(ctx, 'voucher.annul', async (t) => withSystemSight(t, async () => {
    // Whoever moves a case holds the case before its voucher.
    const caseId = parseUuid(input.id) ? (await selectVoucher(t.sql, input.id))?.caseId : undefined
    const kase = caseId ? await casework.lockCase(t, caseId) : undefined
    const voucher = await kept(t, input.id)
    const ground = input.ground.trim().slice(0, 500)
    if (voucher.state === 'annulled') return
    if (voucher.state === 'used' || voucher.caseId !== (caseId ?? null)) throw new Denial('voucher.not-in-force')
    if (voucher.state === 'bound' && kase?.step !== 'registered') throw new Denial('voucher.contract-sent')
    if (ground === '') throw new Denial('voucher.reason-missing', { data: { field: 'ground' } })
    await markAnnulled(t.sql, voucher.id, t.today, ground)
    await record(t, chainOfRequest(voucher.requestId!), 'voucher-annulled', { ground })
    if (voucher.state === 'bound') {
      await casework.record(t, kase!.id, 'voucher-lapsed', { kind: 'status-ended' })
      await casework.touchCase(t, kase!, {})
    }
    await writeToHolder(t, voucher.accountId!, voucher.state === 'bound' ? 'annulled-bound' : 'annulled', () => ({ number: voucher.number, ground }))
  }))
}

/** The holder chooses another profession or centre, before he applies [L Art. 28(2)]. */
export async function changeChoice(ctx: Ctx, input: { id: string; professionCode: string; level: number | undefined; centreId: string | null }): Promise<void> {
  await tx(ctx, 'voucher.change-choice', async (t) => withSystemSight(t, async () => {
    const voucher = parseUuid(input.id) ? await lockVoucher(t.sql, input.id) : undefined
    if (!voucher || !voucher.accountId) throw new Denial('not-found')
    assertMay(t, policy, 'voucher.change-own', { accountId: voucher.accountId })
    if (voucher.state !== 'issued') throw new Denial(voucher.state === 'bound' ? 'voucher.bound-already' : 'voucher.not-in-force')
    const choice = { professionCode: input.professionCode, level: input.level ?? 0, centreId: input.centreId }
    const of = await choiceFacts(t, choice)
    assertNone('voucher.choice-not-possible', requestBlockers({ ...of, issuedThisYear: false, underReview: false, lastDay: t.today }, t.today))
    await setChoice(t.sql, voucher.id, choice)
    await record(t, chainOfRequest(voucher.requestId!), 'voucher-choice-changed', { profession: choice.professionCode, level: choice.level })
  }))
}
