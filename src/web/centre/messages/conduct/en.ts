import type { ConductText } from './kk.ts'

export const en: ConductText = {
  back: 'Folder of the case', level: 'level {level}',
  stages: { theory: 'Theory', practice: 'Practice' },
  notify: {
    title: 'Notice of the exam', lead: 'The notice gives day, time and place of theory and practice, and the list of forbidden items.',
    first: 'Earliest possible day: {date}', firstText: 'When the notice is sent today, at least {days} must lie between it and the exam.', choose: 'Sitting: {stage}', hint: 'Sittings for this profession and level that have free seats.', option: '{date}, {from}–{to}', seats: '{room} · free: {n}', now: 'sitting of the notice in force',
    none: 'No sitting with a free seat', noneText: 'Add a sitting on {date} or later to the schedule and come back to this page.', addSitting: 'Add a sitting',
    ground: 'Reason for the new day', groundHint: 'The candidate gets a new notice and the whole period of notice begins anew.', replaces: 'A notice was sent before. The new one takes its place.', send: 'Send the notice', sent: 'Notice No {n} was sent, the exam is on {date}.', notNow: 'No notice can be sent now', notNowText: 'The case is at another step. Go back to its folder.', forbidden: 'Forbidden items that the notice will list',
    unlawful: 'Sittings that cannot be chosen, and why ({n})', preview: 'Look before sending', previewTitle: 'What the candidate will see', previewNote: 'Not sent yet. Check it, then send it below.', where: 'Place', bring: 'To bring', identity: 'identity document', conditions: 'Conditions granted', extra: 'extra time +{percent} %', contact: 'Contact', complaintTerm: 'Complaint', complaintText: 'about any act, at any time', appealTerm: 'Appeal', appealText: 'within {days} after the result is delivered', same: 'Part of every notification', nothingChosen: 'no sitting chosen',
  },
  briefing: {
    title: 'Familiarisation and briefing', lead: 'Two records, two people: the staff member writes that it was held, the candidate that it was understood. Without both no exam begins.',
    kinds: { familiarisation: 'Familiarisation with methodology, tools, complaint and appeal', briefing: 'Briefing on equipment and safety' },
    short: { familiarisation: 'Familiarisation', briefing: 'Briefing' },
    held: 'Held by {name}, {at}', notHeld: 'Not recorded by the staff yet', confirmed: 'Confirmed by the candidate: {at}', confirmedPaper: 'Signed on paper: {at}', notConfirmed: 'Not confirmed by the candidate yet', hold: 'Record that it was held', holdBoth: 'I held both', recordPaper: 'The candidate signed on paper', paperHint: 'The candidate signed before me. Who held the briefing cannot record this himself.',
    saved: 'Recorded.', done: 'Both records are complete: the candidate may be admitted.', candidateConfirms: 'The candidate confirms in his account; the notice has the link. If he cannot, let him sign on paper and record it here.', texts: 'Text that is shown',
  },
  console: {
    title: 'Sitting: {stage}', when: '{date}, {from}–{to}', invigilator: 'Invigilator', assessors: 'Assessors', room: 'Room', nobody: 'not appointed', empty: 'Nobody is invited to this sitting', emptyText: 'Candidates whose notice was sent will be here.', refresh: 'Refresh', asOf: 'As of {at}', over: 'The sitting is over', back: 'Schedule of exams', cancelledTag: 'cancelled',
    answered: 'Answered: {done} of {total}', left: 'Left: {time}', marked: 'Operations marked: {n}', lastAnswer: 'last answer at {at}', extra: 'Extra time: +{percent} %', language: { kk: 'In Kazakh', ru: 'In Russian' }, violations: 'Violations: {n}', folder: 'Folder of the case', briefingLink: 'Familiarisation and briefing', onPaper: 'no account',
    admit: 'Admit', admitTitle: 'Admission to the exam', identity: 'I saw the identity card; photo and name agree', admitted: '{name} is admitted. Seat code: {code}', admittedPractice: '{name} is admitted to the practice.', newCode: 'New seat code', codeHint: 'The seat code is shown once. A candidate who writes at a computer of the centre types it on the page “{address}”.',
    violation: 'Record a violation', violationFirst: 'The first violation is a warning.', violationSecond: 'This is the second violation: the candidate is removed from the exam, and this cannot be undone.', ground: 'Ground', note: 'What happened', warn: 'Warn', remove: 'Remove from the exam', warned: 'Warning recorded: {name}.', removed: '{name} was removed from the exam.', sure: 'I understand that the candidate is removed for this violation', sureError: 'Confirm the removal.',
    incident: 'Record an incident, give back time', incidentHint: 'What is not the candidate’s fault: connection, power, equipment.', kind: 'Kind of incident', minutes: 'Minutes given back', minutesHint: '0 only records it', record: 'Record', recorded: 'The incident was recorded.',
    noShow: 'Record a no-show', noShowHint: 'The candidate did not come by the end of the sitting. Once recorded, the case goes to the panel.', noShowDone: '{name}: the no-show was recorded.', mark: 'Marking sheet',
    untilStart: 'Begins in {time}', untilEnd: 'Ends in {time}', daysLeft: 'Days until it begins: {n}', codeFor: 'Seat code: {name}', codeNote: 'Show it to the candidate or write it down for him. It goes away after two minutes.', count: '{state}: {n}', all: 'In all: {n}',
    acts: 'Acts', time: 'Time', everybody: 'everybody', identityAt: 'Identity confirmed at {at}', lostSince: 'Line lost since {at}', haltedSince: 'Stands still since {at}', warnedUnread: 'Warnings: {n}, not read yet', lostCount: 'Line lost: {n}', warnedCount: 'Warned: {n}',
    halt: 'Stop all', haltHint: 'Fire alarm, power cut, danger: the time of every candidate stands still from this instant and no answer is taken. When it goes on, the time lost is given back in full.', haltGround: 'Ground of the stop', haltNote: 'What happened', haltDo: 'Stop all now', haltDone: 'The sitting is stopped, candidates: {n}.',
    haltedTitle: 'The sitting stands still since {at}', haltedText: 'Stopped by {name}. Ground: {ground}. Nobody’s time runs, no answer is taken.', resume: 'Go on', resumeDone: 'The sitting goes on. Time given back to each candidate: {time}.',
    live: { at: 'Live, {at}', old: 'The line is cut. Shown as of {at}', gone: 'The view has ended. Refresh the page', stale: 'This seat has changed. Finish what you write, or refresh the page.' },
    sittingRecord: 'Record of the sitting', recordEmpty: 'Nothing is recorded yet.', recordTime: 'Time', recordWho: 'Candidate', recordWhat: 'What happened', recordBy: 'Recorded by', minutesGiven: '+{n} min',
    entries: { 'theory-ended': 'Theory ended', 'practice-ended': 'Practice ended' }, ends: { 'handed-in': 'handed in', time: 'time over', removal: 'removed', stopped: 'stopped', finished: 'all operations marked', safety: 'breach of safety' },
  },
}
