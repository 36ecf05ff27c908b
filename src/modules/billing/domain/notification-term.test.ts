import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { notificationTermChange, notificationWaitsForPayment } from './notification-term.ts'

const edition = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const withStart = (value: string) => ({ ...edition, norms: edition.norms.map((norm) => (norm.key === 'deadline.T2.start' ? { ...norm, value } : norm)) })

it('waits for the payment only where the norm says so; an edition that does not say goes by the contract', () => {
  const silent = { ...edition, norms: edition.norms.filter((norm) => norm.key !== 'deadline.T2.start') }
  expect([edition, withStart('contract-paid'), withStart('contract-concluded'), silent].map(notificationWaitsForPayment)).toEqual([false, true, false, false])
})

it.each([
  ['something is to be paid and the term runs', 1, true, 'stops'], ['something is to be paid and it does not run', 45_000, false, undefined],
  ['all is paid and it runs', 0, true, undefined], ['all is paid and it does not run', 0, false, 'begins'], ['too much is paid and it does not run', -5, false, 'begins'],
] as const)('%s', (_says, rest, runs, change) => expect(notificationTermChange({ rest, runs })).toBe(change))
