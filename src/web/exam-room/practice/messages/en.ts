import type { PracticeText } from './kk.ts'

export const en: PracticeText = {
  title: 'Exam: practice on line', sub: '{profession}, level {level} · {candidate}', toCase: 'My case', refresh: 'Refresh',
  before: { title: 'The practice is held on line', text: 'Check the computer, give your consent and take the pictures; the proctor then admits you. You begin the work yourself.', when: 'Time: {date}, {from}–{to}', go: 'Prepare for the practice', absent: 'It is recorded that you did not come to the practice. If you have questions, write to the centre.' },
  ready: {
    title: 'Ready to begin the practice?', facts: { minutes: 'Time', files: 'Files of the task', language: 'Language' }, minutes: '{n} minutes', extra: 'with +{percent} % of extra time', languages: { kk: 'Kazakh', ru: 'Russian' },
    rules: ['Time begins when you press “Begin” and is counted by the server. The task and its files open then.', 'Show your screen all the time: assessors mark the work from the recording of screen and camera.', 'Send files of the result as they are ready: what was sent is kept even if the time runs out.', 'The first violation is a warning, a repeated one ends the exam. A warning at the theory counts too.'], start: 'Begin',
  },
  work: {
    screen: 'At the beginning press “Show the screen” and choose the whole screen: assessors see your work there. Open the programs that the task needs.',
    task: 'Task', taskFiles: 'Files of the task', leftSpoken: '{n} minutes', files: 'Files of your work', none: 'No file was sent yet.', replaced: 'replaced by a new one', sentAt: '{at} · {size}', deleted: 'A file deleted when its time of keeping was over', count: 'Files sent: {n} of at most {most}',
    add: 'File of the result', hint: 'PDF, JPG or PNG, up to {megabytes} MB. A file of the same name takes the place of the one before, which is kept too.', send: 'Send the file', sent: 'The file was taken.', sending: 'The file is being sent…', late: 'The line is lost. The file was not sent: it goes when the line is back.', missing: 'Choose a file.', timeOver: 'The time is over. A file on its way is still taken, a new one is not.',
    handIn: 'Finish and hand in', handInText: 'After this no file can be added or replaced. When the time is over, the work is handed in by itself.', handInNone: 'You have not sent a single file yet.', sure: 'My work is ready, I hand it in', sureMissing: 'Tick that the work is ready.', confirm: 'Hand in', noScript: 'In this browser the page opens anew when a file is sent.',
  },
  halted: { title: 'The practice stands still', text: 'The sitting was stopped at {at}. Your time does not run and no file is taken.', left: 'Time left: {time}. It goes on from exactly there.' },
  end: {
    titles: { 'handed-in': 'The work is handed in', time: 'The time is over, the work was taken', removal: 'The practice was ended', stopped: 'The practice was ended' }, at: 'Ended at {at}', next: 'Assessors mark your work from the recording and the files. The panel decides, and the centre writes to you.', closed: 'The practice is marked. The panel decides, and the centre writes to you.',
    removal: 'The exam was ended after a repeated violation. A person who took no part in it looks at it first; you may appeal.', stopped: 'The assessor ended the practice. The panel decides; you may appeal.', watch: 'Flags and recording',
  },
  sheet: { title: 'The work of the candidate', working: 'The candidate works until {at}. Operations can be marked already; a sheet is accepted once the work has ended.', ended: { 'handed-in': 'Handed in at {at}', time: 'Time over at {at}', removal: 'Removed at {at}', stopped: 'Ended at {at}' }, digest: 'SHA-256: {sha256}' },
  caseTitle: 'Files of the work of the practice on line',
}
