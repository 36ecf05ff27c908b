import type { MarkingText } from './kk.ts'

export const en: MarkingText = {
  level: 'level {level}',
  list: { title: 'Marking', today: 'Today', later: '{date}', empty: 'No practice to mark', emptyText: 'When you are appointed to a practical sitting, its candidates will be here.', when: '{from}–{to}, {room}', waits: 'not admitted', working: 'being marked: {n}', ended: 'ended', open: 'Marking sheet', console: 'Page of the sitting', nobody: 'No candidates notified yet', notYet: 'after the theory' },
  sheet: {
    title: 'Marking sheet', place: 'Operation {n} of {total}', required: 'required operation', optional: 'optional', critical: 'decisive for safety', criterion: 'Criterion', tools: 'Tool', task: 'Task', others: 'Other assessor', back: 'List', prev: 'Back', next: 'Next operation',
    note: 'Note', noteHint: 'When it is not done, write why.', done: '{name}: done', notDone: '{name}: not done', marked: 'Marked at {at}', saved: 'Operation {n} is marked.',
    stop: 'Safety breached: stop', stopTitle: 'Stop the practice', stopText: 'The practice stops at this operation and counts as not passed. This cannot be undone.', ground: 'How safety was breached', stopSure: 'Stop', stopped: 'The practice was stopped.',
    end: 'End the practice', endText: 'Operations marked: {done}, left: {open}.', ended: 'The practice has ended: {result}.', passed: 'performed by the technological map', failed: 'not performed by the technological map',
    notRunning: 'The practice has not begun', notRunningText: 'Admit the candidate on the page of the sitting.', onlyReads: 'You are not an assessor of this sitting: you may only read the sheet.', disagreed: 'The assessors disagree: until they agree the operation counts as not done.', waiting: 'The mark of the second assessor is awaited', over: 'The time norm has passed', left: '{n} min',
  },
}
