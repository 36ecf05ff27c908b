import { makeDocumentNumber } from '#kernel/document-number.ts'
import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { inLanguage, type Localized } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { txTogether, type ActTogether } from '#platform/acts/tx-together.ts'
import type { Database, Sql } from '#platform/db/database.ts'
import { gather } from '#platform/db/gather.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { recordTogether } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { chainOfRequest } from '../office.ts'
import { policy, type RegionFacts } from '../policy.ts'
import { selectRequestSteps } from '../store/request-store.ts'
import { issueVoucherRows } from '../store/voucher-store.ts'
import { letterToHolder } from './letters.ts'

/** What was found right about a request a moment ago; the statement that issues asks the database again. */
export interface GrantFound {
  requestId: Uuid
  accountId: Uuid
  faces: RegionFacts
  profession: Partial<Localized>
  validUntil: Day
  note: string
  /** Whether the specialist saw the identity document now. */
  identitySeen: boolean
}
interface Call {
  ctx: Ctx
  input: GrantFound
}

/**
 * How acts go together: so many in one transaction, and one transaction on its way. Two would be half as large each; measured, they issue no more (docs/benchmarks.md),
 * and where the vouchers are of one region and profession less.
 */
export const TOGETHER = { most: 64, atOnce: 1 }
const issuers = new WeakMap<Database, (call: Call) => Promise<Uuid>>()

/** Issues a voucher, together with all others that are granted at the same moment: one statement and one commit for all of them. */
export function issueTogether(ctx: Ctx, input: GrantFound): Promise<Uuid> {
  let issuer = issuers.get(ctx.db)
  if (!issuer) issuers.set(ctx.db, (issuer = gather<Call, Uuid>((calls) => txTogether(calls, 'voucher.grant', issueAll), TOGETHER)))
  return issuer({ ctx, input })
}

async function issueAll(sql: Sql, acts: readonly ActTogether<GrantFound>[]): Promise<(Uuid | Denial)[]> {
  // One person's request granted by two at once: the second of them finds it decided.
  const first = new Map<string, ActTogether<GrantFound>>()
  for (const act of acts) {
    assertMay(act.t, policy, 'voucher.review', act.input.faces)
    if (!first.has(act.input.requestId)) first.set(act.input.requestId, act)
  }
  const asked = [...first.values()].map(({ t, input }) => ({ t, input, id: t.newId() }))
  const issued = await issueVoucherRows(sql, asked.map(({ t, input, id }) => ({
    id, number: makeDocumentNumber(t.random(8)), requestId: input.requestId, issuedOn: t.today, issuedAt: t.now, issuedBy: accountOf(t.actor)! as Uuid, validUntil: input.validUntil, note: input.note,
  })))
  const done = asked.filter(({ input }) => issued.has(input.requestId))
  await recordTogether(sql, done.map(({ t, input, id }) => ({
    t, chain: chainOfRequest(input.requestId), kind: 'voucher-issued', payload: { voucherId: id, validUntil: input.validUntil, ...(input.identitySeen ? { identitySeen: true } : {}), ...(input.note ? { note: input.note } : {}) },
  })))
  await people.sendLetters(sql, done.map(({ t, input }) => ({
    t, accountId: input.accountId, letter: letterToHolder(t, 'issued', (lang) => ({ profession: inLanguage(input.profession, lang), until: formatDay(input.validUntil, lang) })),
  })))
  const ids = new Map(done.map(({ input, id }) => [input.requestId as string, id]))
  const left = acts.filter((act) => first.get(act.input.requestId) !== act || !ids.has(act.input.requestId))
  const steps = new Map((await selectRequestSteps(sql, left.map((act) => act.input.requestId))).map((row) => [row.id as string, row.step]))
  return acts.map((act) => (left.includes(act) ? new Denial(steps.get(act.input.requestId) === 'review' ? 'voucher.no-place' : 'voucher.decided-already') : ids.get(act.input.requestId)!))
}
