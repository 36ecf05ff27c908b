import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { selectLeftSeats, selectPanelsOf, selectSeats, type LeftSeat, type PanelSeat } from './store/decision-store.ts'

/** A member of a panel by name, with the vote once it is given. */
export interface Member extends PanelSeat {
  surname: string
  givenName: string
  patronymic: string | null
}

/** The members of a panel: the chair first, the others by name. */
export async function membersOf(t: Tx, panelId: string): Promise<Member[]> {
  const seats = await selectSeats(t.sql, panelId)
  const names = new Map((await people.listAccountNames(t.sql, seats.map((seat) => seat.accountId))).map((name) => [name.id, name]))
  return seats.map((seat) => {
    const { surname, givenName, patronymic } = names.get(seat.accountId)!
    return { ...seat, surname, givenName, patronymic }
  }).sort((a, b) => Number(b.chair) - Number(a.chair) || compare(a.surname, b.surname) || compare(a.givenName, b.givenName))
}

/** Whoever was replaced, by name, with the reason and the vote that counts no more. */
export interface LeftMember extends LeftSeat {
  name: string
}
export async function leftMembersOf(t: Tx, panelId: string): Promise<LeftMember[]> {
  const seats = await selectLeftSeats(t.sql, panelId)
  const names = await people.namesOf(t, seats.map((seat) => seat.accountId))
  return seats.map((seat) => ({ ...seat, name: names.get(seat.accountId) ?? '' }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The cases on whose open panel somebody sits, by their terms. */
export async function panelCasesOf(t: Tx, accountId: string, purpose: 'decision' | 'appeal'): Promise<(casework.CaseSummary & { voted: boolean })[]> {
  const voted = new Map((await selectPanelsOf(t.sql, accountId, purpose)).map((panel) => [panel.caseId, panel.voted]))
  return (await casework.listSummaries(t.sql, [...voted.keys()])).map((kase) => ({ ...kase, voted: voted.get(kase.id)! }))
}
