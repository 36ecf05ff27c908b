import type { ExamRoomText } from './kk.ts'

export const en: ExamRoomText = {
  title: 'Exam: theory', sub: '{profession}, level {level} · {candidate}', toCase: 'My case', home: 'First page',
  seat: { title: 'Seat of the exam', lead: 'Type the seat code that the invigilator gave you.', code: 'Seat code', hint: '8 characters, such as K7M2-P4QX', enter: 'Enter', rate: 'Too many attempts. Try again in five minutes or ask the invigilator for a new code.' },
  waiting: { closedNotLetIn: 'It is recorded that you came to the exam and were not let in', askCentre: 'Ask the centre if you have questions.', overTitle: 'The sitting is over', notLetInTitle: 'You are not let in yet, {at}', notLetInText: 'This is no violation, and the exam is not over. Put right what is named: you may be let in until {until}.', complain: 'Lodge a complaint', brokenTitle: 'The exam is put off to another day', brokenOff: 'The exam was broken off by a technical failure. That is no violation: your answers are kept, and the theory goes on on the new day with the {n} minutes left. The centre will name the day.', title: 'The invigilator has to admit you', text: 'Show your identity card. Reload this page when you are admitted.', when: 'Begins: {at}, {room}', refresh: 'Reload', absent: 'It was recorded that you did not come to the exam. Ask the centre if you have questions.' },
  ready: {
    title: 'Ready to begin?', facts: { questions: 'Questions', minutes: 'Time', pass: 'To pass', language: 'Language' }, minutes: '{n} min', extra: 'with +{percent} % extra time', pass: 'at least {need} of {total} correct', languages: { kk: 'Kazakh', ru: 'Russian' },
    rules: ['Time begins when you press “Begin”; the server counts it.', 'Each answer is saved at once. If the page closes, open it again: the answers are there.', 'You may change any answer until you hand in.', 'The first violation is a warning, the second ends the exam.'], start: 'Begin',
  },
  run: {
    save: 'Save and next', saveLast: 'Save', saved: 'The answers are saved.', back: 'Back', next: 'Next', handIn: 'Finish the exam…', noScript: 'In this browser answers are saved by the button “Save”.',
    savedTitle: 'Saved', savedWords: 'All answers are delivered', savingTitle: 'Saving', savingWords: 'Answers not delivered yet: {n}', offlineTitle: 'No connection', offlineWords: 'Answers kept on this device: {n}. Go on writing.', leftSpoken: '{n} minutes',
    warnings: 'No warnings', warningsByStage: 'Violations in the theory and in the practice count separately.', warningsText: 'The first violation is a warning. A second one ends the exam.', warned: 'Warnings: {n}', warningTitle: 'You were given a warning', warningText: '{ground}. {note}', warningAt: 'Time: {at}', warningNext: 'With one more violation you will be removed from the exam.', understood: 'I have read it, go on',
  },
  broken: {
    title: 'The exam was broken off by a failure', text: 'Broken off at {at}: {ground}. This is no violation. Your time does not run.', note: 'Written by the proctor: {note}', left: 'Time left: {time}. You go on from exactly there.', kept: 'Everything you sent is kept. Consent and pictures are not asked for again. You may go on at another computer too: open this page there.',
    next: 'When the failure is mended, write to the proctor, who lets you go on. The page renews itself.', until: 'If it has not gone on by {at}, you get another day free of charge.', letOn: 'The proctor lets you go on. The time runs when you press the button.', go: 'Go on', refresh: 'Refresh',
  },
  halted: { title: 'The exam is stopped', text: 'The invigilator stopped everybody at {at}. Your time does not run and no answer is taken. Do as the invigilator says.', left: 'Your time left: {time}. It goes on from there.', kept: 'The answers you gave are kept. When the exam goes on, the questions open by themselves.', refresh: 'Refresh' },
  hand: { title: 'Finish the exam', all: 'All questions are answered.', open: 'Not answered: {list}', openText: 'A question without an answer counts as wrong. If there is time, go back and answer.', left: 'Minutes left: {n}', back: 'Back to the questions', confirm: 'Finish and hand in' },
  end: {
    passed: 'You passed the theory stage', failed: 'Not passed this time', score: '{correct} of {total} correct', passedNext: 'The practical stage begins at the time of the notice. Wait for the invigilator.', failedNext: 'The panel decides, and the centre writes what to study again. You have the right to a retake and to an appeal.',
    time: 'Time is over, your answers were accepted.', removal: 'The exam ended after the second violation. The panel decides; you have the right to appeal.',
  },
}
