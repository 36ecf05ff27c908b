import type { ExamPlanningText } from './kk.ts'

export const en: ExamPlanningText = {
  timeline: {
    'exam-broke-down-on-line': 'A technical failure broke the exam on line off: the clock stands', 'exam-let-go-on': 'The proctor let a broken-off exam go on', 'work-went-on': 'A practice on line that was broken off went on',
    'exam-broken-down': 'It does not go on today: put off to another day',
    'exam-broken-down-goes-on': 'Technical failure: the theory goes on on another day with the time left', 'exam-broken-down-anew': 'Technical failure: the stage is held anew on another day', 'theory-readmitted': 'The candidate was admitted to go on with a theory that was broken off', 'theory-went-on': 'A theory that was broken off went on',
    'no-show-excused': 'The absence was excused',
    'day-chosen': 'The candidate chose the day of the exam: {examOn}', 'day-choice-changed': 'The candidate chose another day: {examOn}', 'day-choice-taken-back': 'The candidate gave up the day he had chosen', 'day-wished': 'The candidate said which days suit him', 'day-told': 'The candidate was told of a day that suits: {examOn}', 'chosen-day-called-off': 'The sitting that the candidate chose is not held',
    'interest-declared': 'A conflict of interest was declared', 'interest-withdrawn': 'A declared conflict of interest was found not to hold',
    'exam-postponed-candidate': 'The candidate put off the day of the exam', 'exam-postponed-illness': 'The day of the exam was put off for an illness of the candidate', 'exam-postponed-centre': 'The centre put off the day of the exam',
  },
  letters: {
    excused: { subject: '{number}: your absence is excused', body: 'In case {number} your absence is excused. The centre names a new day within its term, free of charge; a stage that was passed is kept.\n{link}' },
    dayOffered: { subject: '{number}: a day of the exam can be chosen', body: 'In case {number} there is a day of the exam at the time you asked for: {day}. Seats are few; choose the day here:\n{link}' },
    chosenDayOff: { subject: '{number}: the sitting you chose is not held', body: 'In case {number} the sitting you chose has left the schedule. Choose another day, or wait for the notification of the centre:\n{link}' },
    postponed: { goesOn: 'In case {number} the exam was broken off by a technical failure. That is no violation. Your answers are kept; the theory goes on on another day with the time left, free of charge. The centre names the new day within its term.\n{link}', anew: 'In case {number} the exam was broken off by a technical failure. That is no violation. The stage is held anew on another day, free of charge. The centre names the new day within its term.\n{link}', subject: '{number}: the day of the exam is put off', candidate: 'In case {number} the day of the exam was put off as you asked. The centre names a new day within its term, free of charge.\n{link}', illness: 'In case {number} the day of the exam was put off for your illness. The centre names a new day within its term, free of charge.\n{link}', centre: 'In case {number} the centre cannot hold the exam on the appointed day. A new day is named within the term, free of charge; a stage that was passed is kept.\n{link}' },
  },
  pack: {
    roles: { invigilator: 'Invigilator', proctor: 'Proctor', assessor: 'Assessor' },
    coveredFace: 'The face is covered for religious reasons: somebody of the staff of the same sex compares it with the document, apart from the others. No picture is taken.',
    emergencySource: 'These rules are the default text of the platform and not set by law.',
    emergency: [
      'In case of fire, smoke, smell of gas, earthquake or other danger the invigilator presses “Stop all”: from that instant nobody’s time runs.',
      'People leave by the way shown and take nothing along. Invigilator and assessor help people with disabilities.',
      'Call 112, then the head of the centre. At the place of assembly people are counted by this list.',
      'If somebody is hurt or falls ill, call 103; his time is stopped and the incident written down. It is no violation.',
      'When light or line fail people stay in their places; answers given are kept. The time lost is given back.',
      'If the house cannot be entered again that day, the exam goes on on a new lawful day, free of charge.',
      'Who stopped and went on, when and why, stays on the platform.',
    ],
  },
  denials: {
    'breakdown.not-recordable': 'The failure cannot be written down.', 'breakdown.stands-already': 'This exam is written down as broken off already.', 'breakdown.not-running': 'The exam has not begun or is over: there is nothing to break off.', 'breakdown.everybody-stopped': 'The whole sitting stands still: let it go on first, or give it up for today.', 'breakdown.time-over': 'The time is over. If the failure came before its end, give the lost minutes back.', 'breakdown.ground-missing': 'Choose the kind of failure.', 'breakdown.what-happened': 'Write what happened.', 'breakdown.no-going-on': 'This exam cannot go on at this sitting.', 'breakdown.none': 'No exam is broken off.', 'breakdown.let-on-already': 'He may go on already: the candidate begins by himself.', 'breakdown.only-anew': 'By the norm a theory that was broken off is held anew on another day, with other questions.', 'breakdown.sitting-over': 'The sitting is over: the candidate gets another day.', 'breakdown.not-let-on': 'The proctor has not let you go on yet.',
    'breakdown.not-possible': 'The sitting cannot be given up for today.', 'breakdown.not-stopped': 'Stop everybody first.', 'breakdown.note-missing': 'Write why it cannot go on today.',
    'excuse.not-possible': 'The absence cannot be excused.', 'excuse.nobody-missed': 'No absence is recorded in this case.', 'excuse.decided': 'The panel has decided. Now the candidate may appeal.', 'excuse.too-late': 'A valid ground is shown no later than {days} working days after the appointed day.', 'excuse.ground-missing': 'Choose the ground.', 'excuse.paper-missing': 'Write number and day of the paper.', 'excuse.note-missing': 'Write the reason.',
    'pack.nobody': 'Nobody is called to the sitting yet: no pack is made.',
    'choice.not-possible': 'This day cannot be chosen.', 'choice.not-now': 'The day is chosen after the contract and before the notification.', 'choice.centre-names': 'The centre names the day of the exam.', 'choice.not-offered': 'This sitting is not offered to you. Choose another.', 'choice.none': 'No day is chosen.', 'wish.unknown': 'Choose day and time from the list.',
    'postponement.not-possible': 'The day of the exam cannot be put off.', 'postponement.begun': 'The exam has begun and cannot be put off.', 'postponement.over': 'The sitting is over.', 'postponement.note-too-long': 'The text is no longer than {most} characters.', 'postponement.paper-missing': 'Write number and day of the paper on the illness.', 'postponement.note-missing': 'Write the reason.', 'postponement.too-often': 'In one attempt the day is put off no more than {times} times.', 'postponement.too-late': 'At least {days} whole working days must be left before the exam.', 'postponement.somebody-runs': '{n} people are sitting the exam. Stop it first.', 'postponement.ground-missing': 'Choose the ground.',
    'conflict.same-person': '{name} cannot judge himself.', 'conflict.own-organisation': 'The candidate belongs to the organisation of the centre: only people invited from other centres judge him, and {name} was not.', 'conflict.same-employer': 'Conflict of interest: {name} and the candidate have one employer.', 'conflict.declared-kin': 'Conflict of interest: {name} and the candidate were declared kin.',
    'conflict.taught-by': 'Conflict of interest: it was declared that {name} taught the candidate.', 'conflict.marked-before': 'Conflict of interest: {name} has marked the candidate before.', 'conflict.same-address': 'Conflict of interest: {name} and the candidate have one address.',
    'sitting.staff-not-possible': 'These people cannot be named to the sitting.',
    'interest.not-possible': 'The declaration is not taken.', 'interest.kind-missing': 'Choose what the tie is.', 'interest.no-staff': 'Choose somebody of the centre.', 'interest.own-case': 'This is your own case, nothing need be declared.',
    'interest.stands-already': 'This declaration stands already.', 'interest.case-closed': 'The case is closed.', 'interest.own': 'You cannot take back a declaration about yourself.', 'interest.ground-missing': 'Write the ground (up to 500 characters).',
  },
}
