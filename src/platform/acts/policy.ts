import { Denial } from '#kernel/denial.ts'
import type { Actor } from './actor.ts'

/** Action → who may, given the facts of the thing acted upon. What is not listed nobody may. */
export type Policy = Readonly<Record<string, (actor: Actor, facts: never) => boolean>>

/** Keeps the exact keys, so that pages and routes can only name actions that exist. */
export function definePolicy<const P extends Policy>(policy: P): P {
  return policy
}

interface Authorisable {
  actor: Actor
  authorised: string | undefined
}

/** Refuses with 404 what is not the actor's: nobody learns whether it exists. */
export function assertMay<P extends Policy, A extends keyof P & string>(t: Authorisable, policy: P, action: A, facts: Parameters<P[A]>[1]): void {
  const rule = policy[action]
  if (!rule || !rule(t.actor, facts)) throw new Denial('not-found', { data: { action } })
  t.authorised = action
}

/** The same question without a refusal, for menus and buttons. */
export function may<P extends Policy, A extends keyof P & string>(actor: Actor, policy: P, action: A, facts: Parameters<P[A]>[1]): boolean {
  const rule = policy[action]
  return rule ? rule(actor, facts) : false
}
