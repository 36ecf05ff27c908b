import type { ExamMessages } from './kk.ts'

export const en: ExamMessages = {
  stages: { theory: 'Theory', practice: 'Practice' },
  accommodations: { 'extra-time': 'extra time', 'large-print': 'large print', place: 'adapted place', assistant: 'assistant', other: 'other condition' },
  grounds: {
    'forbidden-item': 'Forbidden item', communication: 'Talking to somebody', 'outside-help': 'Help from outside', disturbance: 'Disorder, disturbing others',
    'left-place': 'Left the place without leave', 'false-identity': 'Sitting for somebody else', other: 'Other violation',
  },
  incidents: {
    'line-lost': 'Connection lost', 'power-cut': 'Power cut', equipment: 'Equipment failed', 'server-outage': 'Server did not work', health: 'Health of the candidate', other: 'Other event',
  },
  seatStates: {
    notified: 'Notified', briefing: 'Briefing under way', briefed: 'Briefed', admitted: 'Admitted', writing: 'Writing', passed: 'Theory passed', 'not-passed': 'Theory not passed',
    working: 'Doing the task', ended: 'Finished', removed: 'Removed', absent: 'Did not come',
  },
  forbidden: [
    'pager', 'cell phone', 'tablet', 'iPad', 'iPod', 'smartphone', 'laptop', 'player', 'modem', 'other mobile devices able to transfer information',
    'any radio-electronic communication', 'smart watch', 'smart glasses', 'fitness bracelet', 'dictaphone', 'calculator', 'wired headphones', 'wireless headphones', 'crib sheets',
    'teaching literature',
  ],
  briefing: {
    methodTitle: 'Method of assessment', toolsTitle: 'Means of assessment and practical task', complaintTitle: 'How to complain', appealTitle: 'How to appeal',
    safetyTitle: 'Use of the equipment and safety', forbiddenTitle: 'What may not be brought to the exam',
    complaintText: 'You may complain about anything the centre does or fails to do, at any time: on the page of the case or on paper. A complaint is a case of its own; the centre answers it, and the regional chamber and the National body see it.',
    appealText: 'If you disagree with the result, lodge an appeal within {days} after the document or the notice was delivered. It is decided by people who took no part in the first decision.',
  },
  paper: {
    until: 'until {day}', level: 'level {level}', whole: 'whole profession', channelAccount: 'sent to the personal account', channelPaper: 'on paper', onSite: 'in the centre, on site',
    inKazakh: 'Kazakh', inRussian: 'Russian', stages: { theory: 'Theory stage', practice: 'Practice stage' }, bringIdentity: 'Identity document',
    centreOperator: 'Centre operator', heldByRole: 'Held by', candidateRole: 'Candidate', witnessRole: 'Signature witnessed by', onPaper: 'signed on paper', inAccount: 'confirmed in the account',
  },
  letters: {
    notification: {
      subject: '{number}: the day of the exam is set',
      body: '{centre} has set the day of the exam for case {number}.\n\n{sittings}\n\nThe notification, the list of forbidden items and the method are on this page:\n{link}',
    },
  },
  timeline: {
    'theory-credited': 'A faulty question was credited', 'theory-credit-left': 'A faulty question was credited in an earlier attempt: see what follows',
    'notification-sent': 'Notification of the exam sent', 'notification-replaced': 'New day set: new notification sent', 'briefing-held': 'Familiarisation or briefing held',
    'briefing-held.familiarisation': 'Familiarisation held', 'briefing-held.briefing': 'Briefing held', 'briefing-confirmed.familiarisation': 'Candidate confirmed the familiarisation', 'briefing-confirmed.briefing': 'Candidate confirmed the briefing',
    'briefing-confirmed': 'Candidate confirmed the familiarisation', 'briefing-completed': 'Familiarisation and briefing recorded in full', 'briefing-again': 'Place changed: the briefing is held again',
    'briefing-kept': 'Place unchanged: familiarisation and briefing stay good', 'theory-admitted': 'Candidate admitted to the theory', 'seat-code-renewed': 'Seat code renewed', 'theory-started': 'Theory started',
    'theory-passed': 'Theory passed', 'theory-not-passed': 'Theory not passed', 'attempt-held': 'Exam held', 'warning-given': 'Warning given', 'warning-acknowledged': 'Candidate read the warning',
    'removed-from-exam': 'Repeated violation: removed from the exam', 'minutes-given': 'Lost time given back', 'incident-recorded': 'Event recorded', 'no-show-recorded': 'Candidate did not come',
    'practice-started': 'Practice started', 'step-marked': 'Operation marked', 'practice-passed': 'Practice passed', 'practice-not-passed': 'Practice not performed by the map',
    'practice-stopped': 'Safety breached: practice stopped',
  },
  denials: {
    'theory.too-few-questions': 'Topic {topic} has too few sound questions left. Approve a new version of the programme.',
    'notice.not-sendable': 'The notification may not be sent.', 'notice.in-the-past': 'That day has passed.', 'notice.too-short': 'At least {wholeDays} whole working days must lie before the exam. First possible day: {firstLawfulOn}.',
    'notice.day-off': '{procedureOn} is a day off.', 'notice.no-sitting-theory': 'Choose the sitting of the theory.', 'notice.no-sitting-practice': 'Choose the sitting of the practice.',
    'notice.practice-before-theory': 'The practice must begin after the end of the theory.', 'notice.other-sitting': 'This sitting is for another profession, level or centre.',
    'notice.sitting-cancelled': 'This sitting is cancelled.', 'notice.no-seat': 'No free seat is left on {onDay}.', 'notice.new-date-needs-ground': 'Say why there is a new day.',
    'notice.no-contract': 'The contract is not accepted yet.', 'notice.none-yet': 'No notification has been sent yet.', 'notice.none-offered-theory': 'No theory sitting with free seats from {firstLawfulOn} on. Open one in the schedule.',
    'notice.none-offered-practice': 'No practice sitting with free seats from {firstLawfulOn} on. Open one in the schedule.',
    'attempt.none-open': 'No exam is open in this case.', 'attempt.no-sitting': 'No sitting is set for this stage.',
    'briefing.not-possible': 'The briefing cannot be recorded.', 'briefing.not-now': 'Familiarisation and briefing are recorded after the notification and before the exam begins.', 'briefing.confirmed-already': 'This is confirmed already.',
    'briefing.held-already': 'This has been held already.', 'briefing.not-held': 'A member of the staff must hold the briefing first.', 'briefing.needs-two-people': 'The one who held it and the one who confirms must be two people.',
    'briefing.text-changed': 'The text has changed. Reload the page and read it again.', 'briefing.nothing-chosen': 'Tick what you confirm.',
    'admission.not-possible': 'The candidate may not be admitted.', 'admission.not-briefed': 'Familiarisation and briefing are not confirmed by two people.', 'admission.other-day': 'The day of the exam is {sittingOn}.',
    'admission.identity-not-seen': 'Check the identity document and tick it.', 'admission.too-early': 'Admission is not open yet.', 'admission.too-late': 'The sitting is over.',
    'theory.not-startable': 'The exam may not begin.', 'theory.not-admitted': 'The invigilator must admit you first.', 'theory.not-started': 'The exam has not begun.', 'theory.ended': 'The exam is over.',
    'answers.too-late': 'The time is over, this answer was not accepted.', 'seat.unknown-code': 'The code is unknown or spent. Ask the invigilator for a new one.',
    'practice.not-in-attempt': 'This exam has no practice.', 'practice.theory-first': 'The theory must be passed first.', 'practice.not-running': 'The practice is not running now.',
    'practice.no-such-step': 'The map has no operation {step}.', 'practice.note-missing': 'Say why the operation is not done.', 'practice.note-too-long': 'A note has at most {most} characters.',
    'practice.ground-missing': 'Say how safety was breached.', 'practice.not-stoppable': 'The practice may not be stopped.', 'practice.step-not-critical': 'Operation {step} is not critical for safety; the practice is not stopped.',
    'practice.not-closable': 'The practice may not be closed.', 'practice.not-all-marked': 'Operations without a mark: {steps}.',
    'violation.unknown-ground': 'Choose a ground from the list.', 'violation.note-missing': 'Write what happened.', 'violation.another-recorded': 'Another violation was recorded meanwhile. Look again and decide anew.', 'violation.not-running': 'This stage is not running now.',
    'incident.unknown-kind': 'Choose the kind of event.', 'incident.note-missing': 'Write what happened.', 'incident.minutes-wrong': 'Minutes are a whole number from 0 to {most}.', 'incident.no-time-running': 'There is no time to give back: the exam is not running.',
    'no-show.not-possible': 'Absence may not be recorded.', 'no-show.was-there': 'The candidate has begun the exam.', 'no-show.sitting-not-over': 'Wait until the sitting is over.',
  },
}
