import type { RecordingText } from './kk.ts'

export const en: RecordingText = {
  title: 'Recording of the practice', back: 'Marking sheet', box: 'Recording of the candidate', open: 'Open the recording', page: 'Page of the recording',
  boxText: 'The practice is held on line: mark the work as it goes on or from the recording. The recording opens in a window of its own.',
  lead: 'Opening the recording is written down, and the candidate sees it on his page. An opening is good for {span}.',
  begun: 'Work begun', ends: 'Time is over', ended: 'Work ended', last: 'The last three minutes', whole: 'From the beginning', refresh: 'Refresh',
  notBegunTitle: 'The practice has not begun yet', notBegun: 'The proctor admits the candidate, and the candidate begins the work himself. The sheet opens then.',
}
