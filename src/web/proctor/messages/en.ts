import type { ProctorText } from './kk.ts'

export const en: ProctorText = {
  home: {
    title: 'Exams on line', stage: 'Stage', sittings: 'Sittings', empty: 'No sitting on line in the coming days', emptyText: 'The operator of the centre puts a sitting on line into the schedule.', open: 'Open', day: 'Day', time: 'Time', qualification: 'Profession', seats: 'Seats', reviews: 'Review of endings',
    noReviews: 'No ending to review.', number: 'Case', ended: 'Ended', state: 'State', waits: 'Waits for review', cancelled: 'cancelled',
  },
  desk: {
    broken: 'Broken off since {at}: {ground}', letOn: 'May go on',
    title: 'Table of the proctor', back: 'Exams on line', empty: 'Nobody is called to this sitting', asOf: 'as of {at}', refresh: 'Refresh', live: { at: '{at}, renews itself', old: 'no line since {at}, the page is old', gone: 'This page renews itself no more. Open it again.', stale: 'The card has changed.' },
    answered: 'answered {done}/{total}', left: '{time} left', warned: 'Warnings: {n}', unread: 'Warning not read', incidents: 'Incidents: {n}', last: '{what}, {at}', silent: 'no signals since {at}', pending: 'Look before {at}', admit: 'Waits for admission', messages: 'Messages: {n}', off: 'Signs switched off: {list}', look: 'Look',
    risk: { 0: 'Finished', 1: 'Quiet', 2: 'Flagged', 3: 'Take notice', 4: 'Look soon', 5: 'Look now' }, seatTotal: 'All: {n}', order: 'The cards stand in the order in which they should be looked at. That is a queue and no judgement of a candidate.',
  },
  attempt: {
    computer: { title: 'Let another computer in', lead: 'Where the candidate sits at another computer, or his browser has lost its data: the former has to be switched off, and the next one is taken. This is no violation.', let: 'Let it in', done: 'Let in. The candidate may draw his page anew.' },
    broken: {
      write: 'The exam is broken off by a failure', lead: 'The clock stands from now on, and no answer and no file is taken. This is no violation. For a short failure giving time back is enough.', kind: 'Kind of failure', minutes: 'Minutes lost before', save: 'Write down that it broke off', saved: 'Written down: the exam is broken off, the clock stands.',
      title: 'Broken off by a failure since {at}: {ground}', left: 'Time left: {time}. Written by: {name}.', again: 'Consent and pictures stand: it is the same watch, and they are not asked for again. The candidate may go on at another computer too.', anew: 'By the norm the theory is held anew on another day, with other questions.', until: 'The sitting ends at {at}. If it has not gone on by then, the candidate gets another day free of charge.',
      go: 'Let him go on', gone: 'Let on. The time runs when the candidate goes on himself.', letOn: 'Let on at {at}; the press of the candidate is waited for.', another: 'Put off to another day', anotherText: 'The candidate gets a letter, and the centre names a new day within its term, free of charge.', anotherDone: 'Put off to another day; the candidate was written to.',
    },
    title: 'Watch', stage: 'Stage of the exam', back: 'Sitting', state: 'State', sitting: 'Sitting', answers: 'Exam', device: 'Clock', skew: 'The candidate’s clock differs by {time}. The time of the server counts.', off: 'Signs switched off', consent: 'Consent', consentAt: '{version}, {at}', none: 'None',
    identity: 'Comparing the identity', reference: 'Photograph given before', noReference: 'No photograph was given before.', pictures: { face: 'Face', document: 'Document', 'room-1': 'Room 1', 'room-2': 'Room 2', 'room-3': 'Room 3', 'room-4': 'Room 4' }, missing: 'Not there yet: {list}',
    faceIsHis: 'I compared the face with document and photograph: the same person', roomIsEmpty: 'No other person and no forbidden item is seen in the room', admit: 'Admit', admitted: 'Candidate admitted.',
    recording: 'Recording', purpose: 'What the recording is opened for', open: 'Open the recording', opened: 'The opening is written down.', track: { camera: 'Camera and sound', screen: 'Screen' }, clip: 'This part', whole: 'Whole recording', noRecording: 'No recording yet.', erased: 'The recording was deleted on {on}.', brokenPieces: 'Pieces of the recording that do not open: {n}. Such a piece is damaged or is no recording. The others can be seen.', size: '{n} pieces, {size}', player: 'Recording: {what}',
    flags: 'Flags', noFlags: 'No flags.', by: 'Written by: {name}', byList: 'By the closed list of the norm', byMachine: 'Noticed by the candidate’s computer; this is no violation', answer: 'Answer of the candidate: {text}', into: 'second {n} of the recording', signals: 'All signals', signalLine: '{from}–{to}, {seconds} s', switchedOff: 'switched off',
    violation: 'Violation', ground: 'Ground', note: 'What happened', flag: 'Which flag', noFlag: 'No flag, the last seconds', warn: 'Warn', end: 'End the exam', warnLead: 'The first violation is a warning. The candidate reads and acknowledges it.', endLead: 'A repeated violation ends the exam at once, and another person reviews it.', sure: 'I understand that this ends the exam', sureError: 'Confirm that you end the exam.', warned: 'Warning given.', ended: 'Exam ended and handed to a reviewer.',
    pendingTitle: 'Repeated violation: look at it', pendingText: '{what}. If nobody looks before {at}, the exam ends automatically.', goOn: 'Let it go on', wentOn: 'The exam goes on.',
    failure: 'Failure and time given back', kind: 'Kind of incident', minutes: 'Minutes given back', give: 'Write down', given: 'Written down.',
    chat: 'Messages', write: 'Write to the candidate', send: 'Send',
    review: 'Review of the ending', reviewLead: 'Look at the recording, the flags and the candidate’s answer. Who took part does not review.', verdict: 'Verdict', upheld: 'Uphold the ending: the panel decides', annulled: 'Annul the ending: a new date free of charge', reasons: 'Reasons', reasonsHint: 'The candidate reads them in full.', decide: 'Give the verdict', decided: 'Verdict given.', reviewed: '{verdict}: {name}, {at}', waits: 'Waits for review.', views: 'Who looked', viewLine: '{purpose}',
  },
  own: { title: 'How the exam was watched', back: 'My case', lead: 'Here is every flag that concerns you, the recording, and who looked at it. You may answer each flag in writing.', write: 'Write an answer', text: 'Your answer', send: 'Send', sent: 'Answer kept.', openOwn: 'Open my own recording', viewsNone: 'Nobody looked.', link: 'How the exam was watched' },
}
