import { expect, it } from 'vitest'
import { moment } from '#kernel/day.ts'
import { confirmBlockers, holdBlockers, isFullyAcknowledged, type AcknowledgementFacts, type AcknowledgementKind } from './acknowledgement.ts'

const AT = moment('2026-03-26T04:00:00.000Z')
const row = (kind: AcknowledgementKind, heldBy: string | null, confirmedBy: string | null): AcknowledgementFacts =>
  ({ kind, heldBy, heldAt: heldBy ? AT : null, confirmedBy, confirmedAt: confirmedBy ? AT : null })

it('needs both kinds, each by two people', () => {
  expect(isFullyAcknowledged([row('familiarisation', 'staff', 'me'), row('briefing', 'staff', 'me')])).toBe(true)
  expect(isFullyAcknowledged([row('familiarisation', 'staff', 'me')])).toBe(false)
  expect(isFullyAcknowledged([row('familiarisation', 'staff', 'me'), row('briefing', 'staff', null)])).toBe(false)
  expect(isFullyAcknowledged([row('familiarisation', null, 'me'), row('briefing', 'staff', 'me')])).toBe(false)
  expect(isFullyAcknowledged([row('familiarisation', 'me', 'me'), row('briefing', 'staff', 'me')])).toBe(false)
})

it('lets a person read and confirm the familiarisation beforehand, but not a briefing that was not held', () => {
  expect(confirmBlockers('familiarisation', undefined, 'me')).toEqual([])
  expect(confirmBlockers('briefing', undefined, 'me')).toEqual([{ code: 'briefing.not-held' }])
  expect(confirmBlockers('briefing', row('briefing', 'staff', null), 'me')).toEqual([])
  expect(confirmBlockers('briefing', row('briefing', 'staff', 'me'), 'me')).toEqual([{ code: 'briefing.confirmed-already' }])
  expect(confirmBlockers('briefing', row('briefing', 'staff', null), 'staff')).toEqual([{ code: 'briefing.needs-two-people' }])
})

it('is held once, and not by the one who confirmed it', () => {
  expect(holdBlockers(undefined, 'staff')).toEqual([])
  expect(holdBlockers(row('familiarisation', null, 'me'), 'staff')).toEqual([])
  expect(holdBlockers(row('familiarisation', null, 'me'), 'me')).toEqual([{ code: 'briefing.needs-two-people' }])
  expect(holdBlockers(row('briefing', 'staff', null), 'other')).toEqual([{ code: 'briefing.held-already' }])
})
