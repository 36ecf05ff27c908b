import { Denial } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { currentAttempt, type Attempt } from '../attempts.ts'
import { policy, type SeatFacts } from '../policy.ts'
import { lockRunOfSeat, selectTheoryRun, updateSeatCode, type TheoryRun } from './store/theory-store.ts'

/** Where somebody sits: the case, and the token of the seat when he is not in his account. */
export interface Seat {
  number: string
  token?: string | undefined
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Eight characters that are not mistaken for each other when read aloud. */
export function newSeatCode(random: Uint8Array): string {
  return [...random].slice(0, 8).map((byte) => LETTERS[byte % LETTERS.length]).join('').replace(/^(.{4})/, '$1-')
}
export function seatHash(t: Pick<Tx, 'cipher'>, code: string): Uint8Array {
  return t.cipher.index(`seat:${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`)
}
function tokenHash(t: Pick<Tx, 'cipher'>, token: string): Uint8Array {
  return t.cipher.index(`seat-token:${token}`)
}

/** Turns a seat code into the token of this browser; the code is spent. A wrong code says nothing about which are right. */
export async function takeSeat(ctx: Ctx, code: string): Promise<{ number: string; token: string }> {
  return tx(ctx, 'exam.enter-by-code', async (t) => {
    assertMay(t, policy, 'exam.enter-by-code', undefined as never)
    return withSystemSight(t, async () => {
      const run = await lockRunOfSeat(t.sql, seatHash(t, code))
      if (!run) throw new Denial('seat.unknown-code', { data: { field: 'code' } })
      const token = Buffer.from(t.random(24)).toString('base64url')
      await updateSeatCode(t.sql, run.id, tokenHash(t, token))
      return { number: (await casework.getCase(t, run.caseId)).number, token }
    })
  })
}

export interface SeatHeld {
  kase: CaseFile
  attempt: Attempt
  run: TheoryRun | undefined
  /** What the policy must know of whoever sits here. */
  facts: SeatFacts
}

/** Finds the case, attempt and run behind a seat; `fn` asks the policy first of all whether this person sits there. */
export async function atSeat<T>(t: Tx, seat: Seat, { lock }: { lock: boolean }, fn: (held: SeatHeld) => Promise<T>): Promise<T> {
  const go = async () => {
    const kase = await (lock ? casework.lockCaseByNumber(t, seat.number) : casework.getCaseByNumber(t, seat.number))
    const attempt = await currentAttempt(t, kase.id)
    const run = attempt ? await selectTheoryRun(t.sql, attempt.id, { lock }) : undefined
    if (!attempt) throw new Denial(seat.token ? 'not-found' : 'attempt.none-open')
    return fn({ kase, attempt, run, facts: { centreId: kase.centreId, accountId: kase.accountId, holdsSeat: holdsSeat(t, run?.seatCodeHash, seat.token) } })
  }
  return seat.token ? withSystemSight(t, go) : go()
}

/** True when this token is the one the seat was given. */
export function holdsSeat(t: Pick<Tx, 'cipher'>, hash: Uint8Array | null | undefined, token: string | undefined): boolean {
  return hash !== null && hash !== undefined && token !== undefined && Buffer.from(hash).equals(Buffer.from(tokenHash(t, token)))
}
