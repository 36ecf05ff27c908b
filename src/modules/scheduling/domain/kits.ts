import type { Blocker } from '#kernel/denial.ts'

/** So many of a piece of equipment that a sitting takes. */
export interface KitWanted {
  equipmentId: string
  quantity: number
}
/** A piece as it is on the day, and which of it others have taken at that time. */
export interface KitFacts {
  equipmentId: string
  name: string
  roomId: string
  /** It may be carried to a sitting in another room. */
  movable: boolean
  quantity: number
  state: 'in-order' | 'out-of-order' | 'coming' | 'gone'
  /** Numbers of the pieces that are taken, from 1. */
  takenUnits: readonly number[]
}

/** Which numbers of a piece are free, the lowest first. */
export function freeUnits(kit: Pick<KitFacts, 'quantity' | 'takenUnits'>): number[] {
  const taken = new Set(kit.takenUnits)
  return Array.from({ length: kit.quantity }, (_, n) => n + 1).filter((unit) => !taken.has(unit))
}

/** Why the sitting cannot take these pieces; empty when it can. */
export function kitBlockers(wanted: readonly KitWanted[], facts: readonly KitFacts[], roomId: string | undefined): Blocker[] {
  const found: Blocker[] = []
  for (const { equipmentId, quantity } of wanted) {
    const kit = facts.find((each) => each.equipmentId === equipmentId)
    if (!kit || kit.state === 'gone' || kit.state === 'coming') {
      found.push({ code: 'sitting.kit-missing', data: { name: kit?.name ?? '—' } })
      continue
    }
    if (!Number.isInteger(quantity) || quantity < 1) found.push({ code: 'sitting.kit-quantity-wrong', data: { name: kit.name } })
    else if (kit.state === 'out-of-order') found.push({ code: 'sitting.kit-out-of-order', data: { name: kit.name } })
    else if (kit.roomId !== roomId && !kit.movable) found.push({ code: 'sitting.kit-of-another-room', data: { name: kit.name } })
    else if (quantity > kit.quantity) found.push({ code: 'sitting.kit-too-many', data: { name: kit.name, has: kit.quantity, wanted: quantity } })
    else if (quantity > freeUnits(kit).length) found.push({ code: 'sitting.kit-busy', data: { name: kit.name, free: freeUnits(kit).length, wanted: quantity } })
  }
  return found
}
