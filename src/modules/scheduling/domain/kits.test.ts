import { describe, expect, it } from 'vitest'
import { freeUnits, kitBlockers, type KitFacts } from './kits.ts'

const kit = (overrides: Partial<KitFacts> = {}): KitFacts => ({ equipmentId: 'welder', name: 'W', roomId: 'room', movable: false, quantity: 4, state: 'in-order', takenUnits: [], ...overrides })

describe('equipment that a sitting takes', () => {
  it.each<[string, number, KitFacts[], string[]]>([
    ['all of it, when nobody else has any', 4, [kit()], []],
    ['not more than there is', 5, [kit()], ['kit-too-many']],
    ['what others leave', 2, [kit({ takenUnits: [1, 3] })], []],
    ['not what others have', 3, [kit({ takenUnits: [1, 3] })], ['kit-busy']],
    ['not what is out of order', 1, [kit({ state: 'out-of-order' })], ['kit-out-of-order']],
    ['not what has not come yet', 1, [kit({ state: 'coming' })], ['kit-missing']],
    ['not what is gone', 1, [kit({ state: 'gone' })], ['kit-missing']],
    ['not what the centre does not have', 1, [], ['kit-missing']],
    ['not what is fixed in another room', 1, [kit({ roomId: 'other' })], ['kit-of-another-room']],
    ['what can be carried from another room', 1, [kit({ roomId: 'other', movable: true })], []],
    ['not none of it', 0, [kit()], ['kit-quantity-wrong']],
  ])('%s', (_says, quantity, facts, codes) => {
    expect(kitBlockers([{ equipmentId: 'welder', quantity }], facts, 'room').map((each) => each.code.replace('sitting.', ''))).toEqual(codes)
  })
  it('is taken by its lowest free numbers', () => expect(freeUnits({ quantity: 4, takenUnits: [1, 3] })).toEqual([2, 4]))
})
