import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { invoiceDueOn, invoiceState } from './invoice.ts'
import { addTo, movement, NOTHING, outstanding, type ContractSums, type Movement } from './ledger.ts'
import { cameUnmatched, outcomeOf, signedText, type NoticeFacts } from './notice.ts'
import { dayBook } from './reconciliation.ts'
import { refundPercent, refundSums } from './refund.ts'
import { numbersIn, readStatement, withoutIdentifiers } from './statement.ts'
import type { NormEdition } from '#kernel/norms.ts'

const sum = fc.integer({ min: 1, max: 10_000_000 })
const anyMovement: fc.Arbitrary<Movement> = fc.oneof(
  sum.map(movement.invoiced), sum.map(movement.cancelled), fc.tuple(fc.constantFrom('provider', 'bank', 'receipt'), sum).map(([way, amount]) => movement.paid(way, amount)), sum.map(movement.reversed),
  fc.tuple(fc.constantFrom('provider', 'bank'), sum).map(([way, amount]) => movement.unmatched(way, amount)), sum.map(movement.matched),
  fc.tuple(sum, fc.boolean()).map(([amount, excess]) => movement.refundDue(amount, excess)), fc.tuple(fc.constantFrom('provider', 'bank', 'receipt'), sum).map(([way, amount]) => movement.refundPaid(way, amount)),
)
const balances = (moved: readonly Movement[]): Map<string, number> => {
  const accounts = new Map<string, number>()
  for (const { debit, credit, amount } of moved) {
    accounts.set(debit, (accounts.get(debit) ?? 0) + amount)
    accounts.set(credit, (accounts.get(credit) ?? 0) - amount)
  }
  return accounts
}

describe('the book', () => {
  it('sums to zero whatever happens, in whole tenge', () => {
    fc.assert(fc.property(fc.array(anyMovement, { maxLength: 60 }), (moved) => {
      const all = [...balances(moved).values()]
      expect(all.reduce((total, each) => total + each, 0)).toBe(0)
      expect(all.every(Number.isSafeInteger)).toBe(true)
    }))
  })

  it('says of a contract what its receivable account says', () => {
    fc.assert(fc.property(fc.array(anyMovement, { maxLength: 60 }), (moved) => {
      expect(outstanding(moved.reduce(addTo, NOTHING))).toBe(balances(moved).get('receivable') ?? 0)
    }))
  })

  it('closes a day at what it opened with and what happened', () => {
    fc.assert(fc.property(fc.array(anyMovement, { maxLength: 40 }), fc.array(anyMovement, { maxLength: 40 }), (before, today) => {
      const opening = balances(before).get('receivable') ?? 0
      const book = dayBook(opening, today.map((each) => ({ ...each, count: 1 })), { unmatched: 0, providerTold: 0 })
      expect(book.closing).toBe(balances([...before, ...today]).get('receivable') ?? 0)
      expect(book.provider.book).toBe(balances(today).get('provider') ?? 0)
    }))
  })
})

const sums = (change: Partial<ContractSums>): ContractSums => ({ ...NOTHING, ...change })

describe('an invoice', () => {
  it.each([
    [{ invoiced: 45_000 }, 'open'], [{ invoiced: 45_000, received: 1 }, 'part'], [{ invoiced: 45_000, received: 44_999 }, 'part'], [{ invoiced: 45_000, received: 45_000 }, 'paid'],
    [{ invoiced: 45_000, received: 45_001 }, 'overpaid'], [{ invoiced: 45_000, received: 45_001, returnedExcess: 1 }, 'paid'], [{ invoiced: 45_000, cancelled: 45_000 }, 'cancelled'],
    [{ invoiced: 45_000, received: 20_000, cancelled: 25_000 }, 'cancelled'],
  ] as const)('of %j is %s', (given, state) => expect(invoiceState(sums(given), null, day('2026-03-02'))).toBe(state))

  it.each([['2026-03-12', 'open'], ['2026-03-13', 'overdue']] as const)('due on the 12th stands on %s as %s: the due day itself is in time', (today, state) => {
    expect(invoiceState(sums({ invoiced: 1 }), invoiceDueOn(day('2026-03-02'), 10), day(today))).toBe(state)
  })
  it('has no due day while the norm is not set', () => expect(invoiceDueOn(day('2026-03-02'), undefined)).toBe(null))
})

const edition = (set: Record<string, number>): NormEdition => ({ edition: 'x', validFrom: day('2026-01-01'), norms: Object.entries(set).map(([key, value]) => ({ key, value, mark: 'D', source: { kk: '', ru: '', en: '' } })) })

describe('a refund', () => {
  it.each([
    ['withdrawal', {}, false, 100], ['withdrawal', { 'contract.refundOnWithdrawalPercent': 80 }, false, 80], ['withdrawal', { 'contract.refundOnWithdrawalPercent': 80 }, true, 80],
    ['withdrawal', { 'contract.refundOnWithdrawalPercent': 80, 'contract.refundAfterNoticePercent': 50 }, true, 50], ['withdrawal', { 'contract.refundOnWithdrawalPercent': 80, 'contract.refundAfterNoticePercent': 50 }, false, 80],
    ['no-show', {}, true, 0], ['no-show', { 'contract.refundOnNoShowPercent': 30 }, true, 30], ['centre-fault', { 'contract.refundOnWithdrawalPercent': 0 }, true, 100], ['case-closed', {}, true, 100],
  ] as const)('%s with %j, notified: %s, gives back %i percent of the price', (ground, norms, wasNotified, percent) => expect(refundPercent(ground, edition(norms), wasNotified)).toBe(percent))

  it.each([
    ['all paid, all goes back', 'withdrawal', { invoiced: 45_000, received: 45_000 }, 100, 0, 45_000, 0],
    ['nothing paid, nothing goes back and nothing is asked for', 'withdrawal', { invoiced: 45_000 }, 100, 0, 0, 45_000],
    ['a part paid', 'withdrawal', { invoiced: 45_000, received: 20_000 }, 100, 0, 20_000, 25_000],
    ['half is kept', 'withdrawal', { invoiced: 45_000, received: 45_000 }, 50, 0, 22_500, 0],
    ['a broken tenge is the payer’s', 'withdrawal', { invoiced: 45_001, received: 45_001 }, 50, 0, 22_501, 0],
    ['less paid than is kept', 'withdrawal', { invoiced: 45_000, received: 20_000 }, 50, 0, 0, 25_000],
    ['paid too much: the excess goes by its own ground', 'withdrawal', { invoiced: 45_000, received: 50_000 }, 100, 0, 45_000, 0],
    ['the excess alone', 'overpaid', { invoiced: 45_000, received: 50_000 }, 100, 0, 5_000, 0],
    ['no excess', 'overpaid', { invoiced: 45_000, received: 45_000 }, 100, 0, 0, 0],
    ['given back before', 'centre-fault', { invoiced: 45_000, received: 45_000, refundDue: 45_000 }, 100, 0, 0, 0],
    ['some given back before', 'centre-fault', { invoiced: 45_000, received: 45_000, refundDue: 22_500 }, 100, 0, 22_500, 0],
    ['the excess given back before counts not again', 'centre-fault', { invoiced: 45_000, received: 50_000, refundDue: 5_000, returnedExcess: 5_000 }, 100, 0, 45_000, 0],
    ['carried from another centre counts as paid', 'withdrawal', { invoiced: 25_000, received: 25_000 }, 100, 20_000, 45_000, 0],
    ['nobody came and the norm keeps all', 'no-show', { invoiced: 45_000, received: 45_000 }, 0, 0, 0, 0],
  ] as const)('%s', (_name, ground, given, percent, carried, refund, cancel) => expect(refundSums(ground, sums(given), percent, carried)).toMatchObject({ refund, cancel }))

  it('is never more than was paid, and never below zero', () => {
    fc.assert(fc.property(fc.nat(100_000), fc.nat(200_000), fc.integer({ min: 0, max: 100 }), fc.constantFrom('withdrawal', 'no-show', 'centre-fault', 'case-closed', 'overpaid'), (price, received, percent, ground) => {
      const found = refundSums(ground, sums({ invoiced: price, received }), percent)
      expect(found.refund).toBeGreaterThanOrEqual(0)
      expect(found.refund).toBeLessThanOrEqual(received)
      expect(Number.isInteger(found.refund)).toBe(true)
    }))
  })
})

describe('a notice of the provider', () => {
  const order = { amount: 45_000, isPaid: false }
  const paid = { amount: 45_000, isPaid: true }
  it.each([
    ['paid', 45_000, { order, refundSent: undefined }, 'applied'], ['paid', 44_999, { order, refundSent: undefined }, 'wrong-amount'], ['paid', 45_001, { order, refundSent: undefined }, 'wrong-amount'],
    ['paid', 45_000, { order: paid, refundSent: undefined }, 'second-payment'], ['paid', 45_000, { order: undefined, refundSent: undefined }, 'unknown-order'], ['failed', 45_000, { order, refundSent: undefined }, 'failed'],
    ['failed', 45_000, { order: paid, refundSent: undefined }, 'late'], ['refunded', 45_000, { order, refundSent: undefined }, 'early'], ['refunded', 45_000, { order: paid, refundSent: undefined }, 'unknown-refund'],
    ['refunded', 22_500, { order: paid, refundSent: 45_000 }, 'unknown-refund'], ['refunded', 45_000, { order: paid, refundSent: 45_000 }, 'applied'],
  ] as const)('%s of %i with %j is %s', (kind, amount, facts, outcome) => expect(outcomeOf({ kind, amount }, facts as NoticeFacts)).toBe(outcome))
  it('brings money without an owner when it is not the sum of the order or comes twice', () => expect((['applied', 'wrong-amount', 'second-payment', 'late', 'early', 'failed', 'unknown-order', 'unknown-refund'] as const).filter(cameUnmatched)).toEqual(['wrong-amount', 'second-payment']))
  it('is signed over every field', () => expect(signedText({ event: 'e', kind: 'paid', order: 'o', amount: 5, at: '2026-03-02T05:00:00.000Z' as never })).toBe('payment-notice\ne\npaid\no\n5\n2026-03-02T05:00:00.000Z'))
})

describe('a statement of the bank', () => {
  const header = ['reference', 'on', 'amount', 'purpose']
  const row = (line: number, reference: string, on: string, amount: string, purpose = '') => ({ line, cells: { reference, on, amount, purpose } })
  const faults = (...rows: ReturnType<typeof row>[]) => readStatement(rows, header, day('2026-03-02')).faults.map((each) => `${each.line} ${each.column} ${each.reason}`)

  it('reads whole tenge, with or without a part of nought, and what left the account', () => {
    const { lines } = readStatement([row(2, 'A', '2026-03-01', '45 000,00'), row(3, 'B', '2026-03-02', '-45000')], header, day('2026-03-02'))
    expect(lines.map((line) => line.amount)).toEqual([45_000, -45_000])
  })
  it('names every wrong row', () => {
    expect(faults(row(2, '', '2026-03-01', '1'))).toEqual(['2 reference statement.reference-missing'])
    expect(faults(row(2, 'A', '2026-03-01', '1'), row(3, 'A', '2026-03-01', '2'))).toEqual(['3 reference statement.reference-twice'])
    expect(faults(row(2, 'A', '01.03.2026', '1'))).toEqual(['2 on statement.day-wrong'])
    expect(faults(row(2, 'A', '2026-03-03', '1'))).toEqual(['2 on statement.day-in-future'])
    for (const amount of ['', '0', '1,50', 'x', '1e5', '12345678901']) expect(faults(row(2, 'A', '2026-03-01', amount))).toEqual(['2 amount statement.amount-wrong'])
    expect(readStatement([], ['reference'], day('2026-03-02')).faults.map((each) => each.column)).toEqual(['on', 'amount', 'purpose'])
  })
  it('keeps no IIN and no account number of whoever paid', () => {
    expect(withoutIdentifiers('940517900183 KZ123456789012345678 № 2026-01-000012-K-1')).toBe('••••0183 KZ••••5678 № 2026-01-000012-K-1')
  })
  it('finds the numbers of invoices and refunds, in any case of letters and by Cyrillic twins', () => {
    expect(numbersIn('Оплата по счету 2026-01-000012-K-1 за экзамен')).toEqual(['2026-01-000012-K-1'])
    expect(numbersIn('шот 2026-01-000012-к-1')).toEqual(['2026-01-000012-K-1'])
    expect(numbersIn('2026-01-000012-K-R2; 2026-01-000012-K-1')).toEqual(['2026-01-000012-K-R2', '2026-01-000012-K-1'])
    expect(numbersIn('2026-01-000012-K')).toEqual([])
  })
})
