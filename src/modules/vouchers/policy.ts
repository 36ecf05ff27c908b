import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** The career centres that serve a region; empty: nobody may. */
export interface RegionFacts {
  careerCentres: readonly string[]
}
export interface RequestOwner {
  accountId: string
}

const isSpecialistOf = (actor: Actor, { careerCentres }: RegionFacts) => careerCentres.some((id) => hasRole(actor, 'career-centre-specialist', id))
const isOwner = (actor: Actor, { accountId }: RequestOwner) => actor.kind === 'person' && actor.accountId === accountId
const OVERSEERS = ['ministry', 'national-body', 'auditor'] as const

export const policy = definePolicy({
  'voucher.request': (actor: Actor) => actor.kind === 'person',
  'voucher.read-own': (actor: Actor) => actor.kind === 'person',
  'voucher.change-own': isOwner,
  'voucher-desk.open': (actor: Actor) => hasRole(actor, 'career-centre-specialist'),
  'voucher.review': isSpecialistOf,
  'voucher.open-paper': (actor: Actor, facts: RegionFacts & RequestOwner) => isOwner(actor, facts) || isSpecialistOf(actor, facts),
  'voucher.keep': isSpecialistOf,
  'voucher-plan.read': (actor: Actor) => actor.kind === 'system' || hasRole(actor, OVERSEERS),
  'voucher-plan.propose': (actor: Actor) => hasRole(actor, 'ministry'),
  'voucher-plan.decide': (actor: Actor) => hasRole(actor, 'ministry'),
  'voucher-plan.import': (actor: Actor) => actor.kind === 'system',
  // A year that is over moves no place of a running one; its table is brought by whoever keeps the registers.
  'voucher-year.enter': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['ministry', 'national-body']),
  'career-centre.read': (actor: Actor) => hasRole(actor, [...OVERSEERS, 'administrator']),
  'career-centre.assign': (actor: Actor) => hasRole(actor, ['ministry', 'administrator']),
  'voucher.sweep': (actor: Actor) => actor.kind === 'system',
  'voucher.forget': (actor: Actor) => actor.kind === 'system',
})
