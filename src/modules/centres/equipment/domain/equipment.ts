import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export interface EquipmentFacts {
  fromDay: Day
  /** The last day; null while it stands there. */
  untilDay: Day | null
}
export interface FaultSpan {
  fromDay: Day
  /** The first day on which it works again; null while it does not. */
  mendedOn: Day | null
}
export const EQUIPMENT_STATES = ['in-order', 'out-of-order', 'coming', 'gone'] as const
export type EquipmentState = (typeof EQUIPMENT_STATES)[number]

/** What a piece is on a day: it is there on its last day, and works again from the day it was mended. */
export function equipmentState(facts: EquipmentFacts, faults: readonly FaultSpan[], on: Day): EquipmentState {
  if (facts.untilDay !== null && on > facts.untilDay) return 'gone'
  if (on < facts.fromDay) return 'coming'
  return faults.some((fault) => fault.fromDay <= on && (fault.mendedOn === null || on < fault.mendedOn)) ? 'out-of-order' : 'in-order'
}

export interface EquipmentDraft {
  roomId: string
  nameKk: string
  nameRu: string
  quantity: number
  fromDay: Day
}
const NAME_MAX = 200
const QUANTITY_MAX = 10_000

export function equipmentBlockers(draft: EquipmentDraft, rooms: readonly string[]): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string, field: string) => found.push({ code: `equipment.${code}`, data: { field } })
  if (!rooms.includes(draft.roomId)) say('room-missing', 'room')
  for (const field of ['nameKk', 'nameRu'] as const) if (draft[field].trim() === '' || draft[field].length > NAME_MAX) say('name-missing', field)
  if (!Number.isInteger(draft.quantity) || draft.quantity < 1 || draft.quantity > QUANTITY_MAX) say('quantity-wrong', 'quantity')
  return found
}

/** It is taken away today or on a day to come, once, and not before it came. */
export function removalBlockers(until: Day, facts: EquipmentFacts, today: Day): Blocker[] {
  if (facts.untilDay !== null) return [{ code: 'equipment.gone-already' }]
  if (until < today) return [{ code: 'equipment.until-past', data: { field: 'until' } }]
  return until < facts.fromDay ? [{ code: 'equipment.until-before-from', data: { field: 'until' } }] : []
}
