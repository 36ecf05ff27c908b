import type { CentresText } from './kk.ts'

export const en: CentresText = {
  denials: {
    'price-list.not-publishable': 'This price list cannot be published.',
    'price-list.too-early': 'A new price list comes into force tomorrow at the earliest: a price people have seen does not change.',
    'price-list.day-taken': 'There already is a price list from that day.',
    'price-list.no-scope': 'The centre has no accreditation scope in force.',
    'price-list.line-missing': 'No price is given: {line}.',
    'price-list.line-out-of-scope': 'Not in the accreditation scope: {line}.',
    'price-list.line-repeated': 'Listed twice: {line}.',
    'price-list.amount-wrong': 'Give the price in whole tenge: {line}.',
    'price-list.part-over-whole': 'Retaking one stage cannot cost more than retaking both: {line}.',
    'room.name-missing': 'Name the room in both languages (up to 120 characters).',
    'room.seats-wrong': 'The number of seats must be a whole number from 1 to {most}.',
    'room.closed-already': 'This room is already closed.',
    'room.has-sittings': 'The room has {coming} sittings to come. Cancel them first.',
    'accessibility.unknown-feature': 'The accessibility passport has no such entry.',
    'accessibility.note-too-long': 'The note is too long: up to {most} characters.',
    'accessibility.note-in-both': 'Write the note in both languages.',
  },
  paper: { certificate: 'No {number}, valid until {until}' },
}
