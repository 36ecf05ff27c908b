import { assertNone, type Blocker } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { dissolutionBlockers, replacementBlockers } from './domain/panel-change.ts'
import { insertSeat, leaveSeat, markDissolved, selectLeftSeats, selectSeats, type Choice } from './store/decision-store.ts'

export interface Replacement {
  memberId: string
  successorId: string
  ground: string
  note: string
}
export interface Dissolution {
  ground: string
  note: string
}

/** How the panel stands by the rules of whoever called it. */
export interface PanelState {
  /** The votes given already decide. */
  decides: boolean
  /** Who sits and may not any more. */
  unlawful: readonly string[]
}

/**
 * Gives the seat of a member to somebody else, the chair with it. The vote of the former member stays where it was written and counts no more;
 * answers what it was. The caller has locked the case, asked the policy and found why the successor may not sit.
 */
export async function replaceSeat(t: Tx, panelId: string, change: Replacement, state: PanelState, successorBlockers: readonly Blocker[]): Promise<{ voidVote: Choice | null }> {
  const seats = await selectSeats(t.sql, panelId)
  const left = await selectLeftSeats(t.sql, panelId)
  const by = accountOf(t.actor)!
  assertNone('panel.not-changeable', [
    ...replacementBlockers({ ...change, seated: seats.map((seat) => seat.accountId), left: left.map((seat) => seat.accountId), actorId: by, decides: state.decides, memberLawful: !state.unlawful.includes(change.memberId) }),
    ...(change.successorId === '' ? [] : successorBlockers),
  ])
  const seat = seats.find((each) => each.accountId === change.memberId)!
  await leaveSeat(t.sql, panelId, change.memberId, { successorId: change.successorId, ground: change.ground, note: change.note.trim().slice(0, 2000), by, at: t.now })
  await insertSeat(t.sql, panelId, change.successorId, seat.chair)
  return { voidVote: seat.choice }
}

/** Ends a panel that has not decided, so that another can be called; answers who sat on it. Its votes stay where they were written and count no more. */
export async function dissolveSeats(t: Tx, panelId: string, change: Dissolution, state: PanelState & { lawful: boolean }): Promise<{ members: string[]; voidVotes: number }> {
  const seats = await selectSeats(t.sql, panelId)
  const by = accountOf(t.actor)!
  assertNone('panel.not-changeable', dissolutionBlockers({ ...change, seated: seats.map((seat) => seat.accountId), actorId: by, decides: state.decides, lawful: state.lawful }))
  await markDissolved(t.sql, panelId, { ground: change.ground, note: change.note.trim().slice(0, 2000), by, at: t.now })
  return { members: seats.map((seat) => seat.accountId), voidVotes: seats.filter((seat) => seat.choice !== null).length }
}
