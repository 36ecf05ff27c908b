import type { PackText } from './kk.ts'

export const en: PackText = {
  title: 'Pack of the sitting', open: 'Pack of the sitting', lead: 'The lists show how things stand now. A printed pack does not change: when the list has changed, make a new one.', back: 'To the sitting',
  make: 'Make the PDF pack', made: 'Pack No {n} is made.', empty: 'Nobody is called to the sitting yet', emptyText: 'Candidates to whom a notification was sent stand here.', packs: 'Packs made', pack: 'Pack No {n}, PDF', packOf: '{at}, {by}, candidates: {people}', none: 'No pack is made yet.',
  list: 'List of candidates', plan: 'Seat plan', planHint: 'The upper row is nearer to the invigilator. Where the room has enough places one is left free between two people.', identity: 'Identity check list', identityHint: 'The document is only shown: no number is written down, no copy made.', journal: 'Journal of familiarisation and briefing', journalHint: 'Without both acknowledgements no exam begins.', forbidden: 'Forbidden items', emergency: 'What to do in an emergency',
  no: 'No', seat: 'Seat', free: 'free', name: 'Name', kase: 'Case', language: 'Language', languages: { kk: 'Kazakh', ru: 'Russian' }, conditions: 'Accommodation', iin: 'IIN', shown: 'Document seen', came: 'Time of arrival', signature: 'Signature', familiarisation: 'Familiarisation', briefing: 'Briefing', candidateSigns: 'Candidate’s signature', holderSigns: 'Signature of who held it', hand: 'Held by',
}
