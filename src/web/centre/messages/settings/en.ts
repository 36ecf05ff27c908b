import type { SettingsText } from './kk.ts'

export const en: SettingsText = {
  back: 'Back', save: 'Save', saved: 'Saved.', kazakh: 'in Kazakh', russian: 'in Russian', english: 'in English', yes: 'Yes', no: 'No', qualification: 'Profession and level',
  qualificationLine: '{name}, level {level}', minutes: '{n} min', readOnly: 'This version is approved or being checked, so it is not changed.', since: 'from {date}', until: 'until {date}',
  programmes: {
    title: 'Qualification programmes', lead: 'An exam is held only by an approved version. One person writes a version, another approves it; a case ends with the version it began with.',
    empty: 'No programmes yet', emptyText: 'Choose a profession below and open the first version.', version: 'Version', versionNo: 'Version {n}', state: 'State', items: 'Items', cases: 'Cases', approvedOn: 'Approved',
    newTitle: 'New version', newHint: 'Where there is a programme, its last version is copied together with its items.', open: 'Open a version', opened: 'A new version is open.', choose: 'Choose a profession and level.',
    states: { draft: 'Being written', returned: 'Returned', submitted: 'Waiting for approval', approved: 'Approved', retired: 'Out of use', 'handed-in': 'Handed in with an application' },
  },
  programme: {
    parts: 'Parts', texts: 'Texts', topics: 'Topics and blueprint', items: 'Item bank', map: 'Technological map', import: 'Bring in from a file', preview: 'As a candidate sees it', whole: 'Whole text for printing',
    author: 'Author', approver: 'Approved by', created: 'Opened', questions: 'For one candidate', questionsValue: { one: '{n} question', other: '{n} questions' }, bank: 'In the bank', steps: 'Operations', practice: 'Practice', versions: 'Versions', missing: 'Before it can be sent for approval',
    complete: 'The programme is complete: it can be sent for approval.', returnedNote: 'Returned to be put right', submit: 'Send for approval', submitted: 'Sent for approval.', approve: 'Approve', approved: 'The version is approved.', approveHint: 'Read the whole text before you approve. The author and everybody who wrote in the version cannot approve it.',
    giveBack: 'Return to the author', givenBack: 'The version was returned to its author.', note: 'What is to be put right', application: 'Application', missingForApplication: 'Still missing before it can be handed in', completeForApplication: 'The programme is complete and can be handed in with the application.', handedIn: 'This version was handed in with an application for accreditation and is no longer changed. If the chamber gives the application back, the next version is opened from its page.', retire: 'Take out of use', drop: 'Drop the draft', retired: 'The version is out of use.', next: 'Open a new version based on it', decision: 'Decision', diff: 'difference from the one before', none: '—',
  },
  editor: {
    title: 'Title of the programme', methodology: 'Methodology and tools', methodologyHint: 'What a candidate is told before the exam: stages, time, how it is assessed.', briefing: 'Introductory briefing', briefingHint: 'Use of the equipment and safety.', needs: 'What the candidate brings', theoryMinutes: 'Time of the theory, minutes',
    minutesWrong: 'Give the minutes as a whole number.', topicCode: 'Code', topicName: 'Name', topicCount: 'Questions in an exam', recommendation: 'Recommendation for a candidate who fails', topicNo: 'Topic {n}', topicsHint: 'A code is a short sign, for example T1. A line without a code is not kept. For more lines save and open the page again.', countWrong: 'Give a whole number.', newTopic: 'New topic',
    mapTitle: 'Title of the map', task: 'Practical task', mapMinutes: 'Time of the practice, minutes', steps: 'Operations', addStep: 'Add an operation', stepNo: 'Operation {n}', newStep: 'New operation', operation: 'Operation', criterion: 'Criterion', stepMinutes: 'Time norm, minutes', tools: 'Tools and materials', critical: 'Concerns safety: a breach stops the practice', optional: 'Optional: not doing it does not change the result', stepSkill: 'Skill that the operation shows (optional)', stepTopic: 'Topic of the recommendation', noTopic: 'No topic',
    up: 'Up', down: 'Down', remove: 'Remove', removed: 'Removed.', moved: 'The order is changed.', safety: 'safety', notCounted: 'optional',
  },
  modes: {
    title: 'Where the exam is held', online: 'Stages that can be taken on line too', hint: 'Both stages can always be taken in the centre. The candidate chooses in his application, once for the whole exam.',
    theory: 'Theory', theoryHint: 'The candidate takes the test at his own computer, with proctoring.', practice: 'Practice', practiceHint: 'Only where the theory can be taken on line too. The task must be one that is done at a computer: camera and screen are recorded, and assessors mark the technological map live or from the recording.',
    term: 'Can be taken on line', value: { none: 'none, in the centre only', theory: 'theory', both: 'theory and practice' },
  },
  taskFiles: {
    title: 'Files of the task', lead: 'Where the practice is held on line, the candidate gets these files when it begins, and no longer when it has ended. They are approved with the version of the programme.', file: 'New file', hint: 'PDF, JPEG or PNG. No more files than {most}, each no larger than {megabytes} MB.', add: 'Add', added: 'The file was added.', removed: 'The file was removed.', count: { one: '{n} file of the task', other: '{n} files of the task' },
  },
  items: {
    search: 'Search', topic: 'Topic', all: 'All', code: 'Code', question: 'Question', kind: 'Kind', kinds: { single: 'one answer', multiple: 'several answers' }, add: 'Add an item', empty: 'No items found', export: 'Export as a table', newTitle: 'New item', stem: 'Question', options: 'Options', option: 'Option {key}', correct: 'Right answer', correctHint: 'Mark the right options. The key is never sent to a candidate’s browser.', optionsHint: 'Fill them in one after another; empty ones are not kept.', retire: 'Remove the item', retired: 'The item was removed.', added: 'The item was added.', chooseKind: 'Choose the kind of question.', chooseTopic: 'Choose the topic.',
  },
  faults: {
    title: 'Faulty questions', lead: 'When a fault in an approved question is found later, one person reports it and another decides. A question found faulty is drawn no more and counts as answered rightly for everybody who got it. Nobody’s result is lowered.',
    reportTitle: 'Is the question faulty?', ground: 'What is wrong', note: 'Explanation', noteHint: 'For example: the key says b, by the standard c is right.', report: 'Report the fault', reported: 'The report was taken. Another person decides.',
    grounds: { 'no-right-answer': 'no answer is right', 'several-right-answers': 'several answers are right', 'wrong-key': 'the key is wrong', 'languages-differ': 'the Kazakh and Russian texts differ', outdated: 'the requirement has changed, the question is out of date', unclear: 'the question is unclear', other: 'other' },
    states: { waiting: 'awaits a decision', upheld: 'found faulty', rejected: 'the question is sound' }, by: 'Reported by', decidedBy: 'Decided by', decisionNote: 'Comment (required when rejecting)', uphold: 'Find it faulty', reject: 'Reject', upheld: 'The question was found faulty. Results are counted anew within a few minutes.', rejected: 'The report was rejected.', settled: 'Credited to everybody', settling: 'Results are being counted anew', warning: 'This cannot be taken back: candidates are written to, and those who now pass the theory are called to the practice.', credit: 'Credit',
  },
  import: {
    lead: 'Items can be prepared in a table and brought in at once. If one row has a mistake, nothing is saved and every mistake is shown.', template: 'Template', file: 'Table (CSV or XLSX)', send: 'Bring in', done: '{n} items were brought in.', errors: 'Mistakes in the file', line: 'Row', column: 'Column', reason: 'Reason', topicsFirst: 'Enter the topics first: the table names their codes.', columns: 'Columns: {columns}. Right answers are separated by semicolons: a;c.',
  },
  preview: { lead: 'One exam form drawn from this version. The right answers are not on the page.', again: 'Draw another form', notYet: 'The blueprint is not complete, so no form can be drawn.', one: 'Choose one answer', several: 'Choose several answers' },
  whole: { key: 'Right answer: {key}', keysHidden: 'Right answers are shown only to assessors, panel members, the head and the author.' },
  prices: {
    title: 'Price list', lead: 'The price of a contract is taken from the list in force on the day of the application. A list in force is never changed: publish a new one.', amount: 'Recognition', retakeTheory: 'Theory retake', retakePractice: 'Practice retake', retakeBoth: 'Retake of both', states: { coming: 'Not in force yet', 'in-force': 'In force', past: 'History' }, newTitle: 'Publish a new price list', from: 'In force from', publish: 'Publish', published: 'The price list is published.', empty: 'No price list has been published yet', headOnly: 'The head of the centre publishes price lists.', dayWrong: 'Give a valid first day.', amountWrong: 'Give whole tenge.', history: 'History', list: 'from {from}', listUntil: '{from} – {until}',
  },
  rooms: { title: 'Rooms', lead: 'Sittings are held in these rooms.', name: 'Name', seats: 'Seats', close: 'Close', closed: 'The room is closed.', newTitle: 'Open a room', open: 'Open', opened: 'The room is open.', empty: 'No rooms', seatsWrong: 'Give the number of seats as a whole number.' },
  accessibility: {
    title: 'Accessibility passport', lead: 'Conditions for persons with disabilities are a duty of the centre. Candidates see this when they choose a centre.', note: 'Where and how',
    features: { ramp: 'Ramp', lift: 'Lift', parking: 'Parking space', 'accessible-toilet': 'Accessible toilet', tactile: 'Tactile signs', 'quiet-room': 'Quiet room', 'large-print': 'Tasks in large print', 'sign-language': 'Sign language interpreter', assistant: 'Assistant', 'extra-time': 'Extra time' },
  },
  people: { title: 'Staff', lead: 'A role is given with its first and last day. Nobody gives one to himself; the role of head is given by the administrator.', person: 'Person', role: 'Role', dates: 'Dates', end: 'End', ended: 'The role is ended.', endedTag: 'ended', invite: 'An examiner of another centre is invited in the same way: give his account the role for the days you need, with the last one.', newTitle: 'Give a role', email: 'E-mail of the account', from: 'First day', untilDay: 'Last day', give: 'Give the role', given: 'The role is given.', chooseRole: 'Choose the role.', fromWrong: 'Give a valid first day.', untilWrong: 'Give a valid last day.', open: 'without end' },
}
