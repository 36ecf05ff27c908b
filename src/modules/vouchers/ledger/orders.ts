import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import { planBlockers, revisionBlockers, transferBlockers, type OrderWords, type RegionPlaces } from '../domain/places.ts'
import { chainOfPlaces } from '../office.ts'
import { policy } from '../policy.ts'
import * as store from '../store/place-store.ts'
import { assignPlaces } from './assign-places.ts'

const NOBODY = undefined as never
const regionsOf = async (t: Tx): Promise<Set<string>> => new Set((await professions.listRegions(t.sql)).map((region) => region.kato))

/** One of the ministry proposes the plan of a year: so many places per region. Nothing is there until another approves. */
export async function proposePlan(ctx: Ctx, input: OrderWords & { year: number; lines: readonly RegionPlaces[]; total?: number | undefined }): Promise<Uuid> {
  return guarded(() => tx(ctx, 'voucher-plan.propose', async (t) => {
    assertMay(t, policy, 'voucher-plan.propose', NOBODY)
    assertNone('voucher-order.not-proposable', planBlockers(input, { planned: await store.isPlanned(t.sql, input.year), regions: await regionsOf(t) }))
    return insert(t, { year: input.year, kind: 'plan', ground: input.ground, document: input.document, reverses: null }, input.lines)
  }))
}

export interface Transfer extends OrderWords {
  year: number
  from: string
  to: string
  places: number | undefined
}
/** One of the ministry proposes to move places between two regions: with its ground, number and document. */
export async function proposeTransfer(ctx: Ctx, input: Transfer): Promise<Uuid> {
  return tx(ctx, 'voucher-plan.propose', async (t) => {
    assertMay(t, policy, 'voucher-plan.propose', NOBODY)
    return transfer(t, input, null)
  })
}

/** One of the ministry proposes to revise the national plan: places are added to regions or taken from them. A transfer never changes the sum of the nation; only this does. */
export async function proposeRevision(ctx: Ctx, input: OrderWords & { year: number; lines: readonly RegionPlaces[] }): Promise<Uuid> {
  return tx(ctx, 'voucher-plan.propose', async (t) => {
    assertMay(t, policy, 'voucher-plan.propose', NOBODY)
    const regions = await regionsOf(t)
    const free = new Map<string, number>()
    for (const { region } of input.lines) free.set(region, await store.countFree(t.sql, input.year, region))
    assertNone('voucher-order.not-proposable', revisionBlockers(input, { planned: await store.isPlanned(t.sql, input.year), regions, free }))
    return insert(t, { year: input.year, kind: 'revision', ground: input.ground, document: input.document, reverses: null }, input.lines)
  })
}

/** Undoes a transfer by its mirror: a mistake is never edited. */
export async function reverseTransfer(ctx: Ctx, input: OrderWords & { orderId: string }): Promise<Uuid> {
  return guarded(() => tx(ctx, 'voucher-plan.propose', async (t) => {
    assertMay(t, policy, 'voucher-plan.propose', NOBODY)
    const order = parseUuid(input.orderId) ? await store.lockOrder(t.sql, input.orderId) : undefined
    if (!order) throw new Denial('not-found')
    if (order.kind !== 'transfer' || order.approved !== true) throw new Denial('voucher-order.not-reversible')
    const lines = await store.selectLines(t.sql, [order.id])
    const [gave, got] = [lines.find((line) => line.places < 0)!, lines.find((line) => line.places > 0)!]
    return transfer(t, { year: order.year, from: got.region, to: gave.region, places: got.places, ground: input.ground, document: input.document }, order.id)
  }))
}

async function transfer(t: Tx, input: Transfer, reverses: Uuid | null): Promise<Uuid> {
  const facts = { planned: await store.isPlanned(t.sql, input.year), regions: await regionsOf(t), freeAtGiver: await store.countFree(t.sql, input.year, input.from) }
  assertNone('voucher-order.not-proposable', transferBlockers(input, facts))
  return insert(t, { year: input.year, kind: 'transfer', ground: input.ground, document: input.document, reverses }, [{ region: input.from, places: -input.places! }, { region: input.to, places: input.places! }])
}

async function insert(t: Tx, order: { year: number; kind: 'plan' | 'revision' | 'transfer'; ground: string; document: string; reverses: Uuid | null }, lines: readonly RegionPlaces[]): Promise<Uuid> {
  const id = t.newId()
  await store.insertOrder(t.sql, { ...order, id, ground: order.ground.trim(), document: order.document.trim(), origin: 'order', proposedBy: accountOf(t.actor)!, proposedAt: t.now }, lines)
  await record(t, chainOfPlaces(order.year), 'voucher-order-proposed', { orderId: id, kind: order.kind, lines })
  return id
}

/** Another person decides. Approved, the places move at once: free ones of the giver are closed, as many are opened at the receiver, and those who waited there get them. */
export async function decideOrder(ctx: Ctx, input: { id: string; approve: boolean; note: string }): Promise<void> {
  await guarded(() => tx(ctx, 'voucher-plan.decide', async (t) => {
    assertMay(t, policy, 'voucher-plan.decide', NOBODY)
    const order = parseUuid(input.id) ? await store.lockOrder(t.sql, input.id) : undefined
    if (!order) throw new Denial('not-found')
    if (order.proposedBy === accountOf(t.actor)) throw new Denial('voucher-order.own-proposal')
    if (order.decidedAt) throw new Denial('voucher-order.decided-already')
    if (!input.approve && input.note.trim() === '') throw new Denial('voucher-order.note-missing', { data: { field: 'note' } })
    await store.decideOrderRow(t.sql, order.id, { accountId: accountOf(t.actor)!, approved: input.approve, note: input.note.trim().slice(0, 1000), at: t.now })
    await record(t, chainOfPlaces(order.year), input.approve ? 'voucher-order-approved' : 'voucher-order-declined', { orderId: order.id })
    if (input.approve) await withSystemSight(t, () => movePlaces(t, order))
  }))
}

async function movePlaces(t: Tx, order: store.OrderRow): Promise<void> {
  const lines = await store.selectLines(t.sql, [order.id])
  for (const line of lines.filter((each) => each.places < 0)) {
    const closed = await store.closePlaces(t.sql, order.id, order.year, line.region, -line.places)
    if (closed !== -line.places) throw new Denial('voucher-order.not-so-many-free', { data: { free: closed } })
  }
  const opened = lines.filter((each) => each.places > 0)
  await store.openPlaces(t.sql, order.id, order.year, opened)
  for (const line of opened) await assignPlaces(t, order.year, line.region)
}

async function guarded<T>(fn: () => Promise<T>): Promise<T> {
  try {
    return await fn()
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === 'one_plan_a_year') throw new Denial('voucher-order.planned-already')
    if (constraint === 'a_transfer_is_reversed_once') throw new Denial('voucher-order.reversed-already')
    if (constraint === 'two_people_move_places') throw new Denial('voucher-order.own-proposal')
    throw error
  }
}
