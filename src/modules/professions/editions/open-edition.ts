import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { policy } from '../policy.ts'
import { insertEdition, lastEditionNo } from './store/edition-store.ts'

/** Opens the next edition of the register in the caller's transaction; the caller enters its versions and writes the journal. */
export async function openEdition(t: Tx): Promise<number> {
  assertMay(t, policy, 'register.enter', undefined as never)
  const no = (await lastEditionNo(t.sql)) + 1
  await insertEdition(t.sql, { no, at: t.now, on: t.today })
  return no
}
