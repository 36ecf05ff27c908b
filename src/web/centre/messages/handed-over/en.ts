import type { HandedOverText } from './kk.ts'

export const en: HandedOverText = {
  title: 'Cases moved and closed',
  lead: 'Cases that the ministry moved to other centres after the scope of accreditation was lost, and what the centre owes for them. The case itself is not seen here any more; the centre’s own papers are kept.',
  byRefund: 'on the page of refunds',
  owedTitle: 'Sums to be paid', owedEmpty: 'Nothing is owed.',
  movesTitle: 'Cases moved to other centres', movesEmpty: 'No case was moved', movesEmptyText: 'When the ministry moves a case to another centre, a line of it stays here.',
  number: 'Case', qualification: 'Qualification', to: 'Where to', on: 'Date', papers: 'Papers of the centre',
  whom: 'To whom', amount: 'Sum', since: 'Since', state: 'Payment', candidate: 'to the candidate',
  settledLine: '{date}, No {receipt}', settleTitle: 'Mark as paid', settledOn: 'Day of payment', receipt: 'Number of the payment', which: 'For which case', settle: 'Mark as paid', settled: 'The payment is marked.', due: 'not paid',
}
