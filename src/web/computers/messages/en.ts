import type { ComputersText } from './kk.ts'

export const en: ComputersText = {
  title: 'Common computers', lead: 'Mark here the computers on which visitors apply by themselves. What is done on a marked computer does not count in the signal “one device for many people”.',
  list: 'Marked computers of the organisation', name: 'Name of the computer', nameHint: 'For example: “Visitors’ hall, place 2”.', marked: 'Marked on', by: 'Marked by', action: 'Action', here: 'this browser',
  none: 'No computer is marked', noneText: 'To mark a computer, open this page on it.',
  mark: 'Mark this computer', markText: 'Mark a common computer for visitors only. Notes of what was done on it before stay. Who marked it and when is written into the journal.', submit: 'Mark', saved: 'The computer is marked.',
  unmark: 'Take the mark off: {name}', unmarked: 'The mark is off.', elsewhere: 'Another organisation has marked this browser as a common computer.',
}
