import type { SurveyPageText } from './kk.ts'

export const en: SurveyPageText = {
  title: 'Survey',
  list: {
    title: 'Surveys', lead: 'The survey at the applicant’s location: the third stage of accreditation.', empty: 'No surveys', emptyText: 'A case appears here when it comes to this stage.',
    number: 'Case', organisation: 'Applicant', day: 'Day', people: 'Surveyors', state: 'State', notSet: 'not set',
  },
  states: { unassigned: 'to be assigned', planned: 'day set', written: 'being written', signing: 'being signed', applicant: 'waits for the applicant', answered: 'to be finished', finished: 'finished' },
  titleOf: 'Survey: No {number}', applicant: 'Applicant', day: 'Day', people: 'Surveyors', term: 'Term of the stage', dueNotSet: 'not set',
  assign: {
    title: 'Assign people and a day', again: 'Change people or the day', people: 'Who goes', hint: 'At least {n}. Nobody of the applicant and nobody of the earlier stages goes.', barred: 'cannot go: of the applicant, or took part in earlier stages',
    nobody: 'Nobody holds the role of a surveyor.', heldOn: 'Day of the visit', heldOnHint: 'A working day. The applicant gets a letter.', button: 'Assign', done: 'Assigned, the letters are sent.',
  },
  toTablet: 'To the page for the tablet', record: 'What was written', ofItems: 'Requirements marked: {done} of {total}',
  columns: { item: 'Requirement', of: 'Profession', mark: 'Mark', note: 'Note' }, unmarked: 'not marked',
  conflictTitle: 'The surveyors’ marks differ', conflictText: 'One of them has to change his mark on the tablet: the act is not signed before.',
  measurements: 'Measurements', findings: 'Findings', photos: 'Photos', none: 'None', remedy: 'Remedy: {text}', general: 'general', by: 'written by {name}',
  reduced: 'made smaller on the device, from {from} to {to}',
  refusedTitle: 'Entries not taken',
  sign: { title: 'Sign the act', lead: 'After the first signature nothing is written any more. Make sure that nothing is left unsent on the tablets.', button: 'Sign', done: 'Signed.', blocked: 'Cannot be signed yet', signed: 'signed: {at}', unsigned: 'not signed' },
  reopen: { title: 'Take the act back', reason: 'Reason', button: 'Take back', done: 'The act was taken back; you can write again.' },
  refusal: { title: 'The representative did not sign', lead: 'If the representative refused to sign or was not there, write why. Nobody signs in his place.', reason: 'Reason', button: 'Record the refusal', done: 'The refusal is recorded and the act is made.' },
  finish: { title: 'Finish the survey', lead: 'The case goes to the authorised body for its agreement.', button: 'Finish', done: 'The survey is finished.', notYou: 'You entered the act that was signed on paper, so somebody else finishes the survey.' },
  answer: {
    title: 'Your answer to the act', lead: 'Read the act with care. When you sign you may write remarks; when you refuse, write why. The answer is given once.', choice: 'Answer', signed: 'I sign', refused: 'I refuse to sign', reason: 'Remarks, or the reason of the refusal', button: 'Send the answer', done: 'Your answer is recorded.',
    wasSigned: 'The applicant signed the act', wasRefused: 'The applicant did not sign the act', words: 'Its words: {text}',
    onPaper: 'Signed on paper by {recipient}, {capacity}, on {date}.', entered: 'Entered by {name}, {at}', scan: 'Scan of the signed act',
  },
  act: 'Open the act (PDF)', actName: 'act',
  own: { title: 'Survey at your location', lead: 'The day that was set and the act of the survey are shown here.', waiting: 'The act appears when the surveyors have signed it.', empty: 'No survey is set' },
  tablet: {
    title: 'Survey on the tablet', lead: 'Every mark is sent at once. Without a connection it is kept on the device and sent in order when the connection is back.', noScript: 'Scripts are off in this browser: press Save after each part; without a connection the page does not work.',
    save: 'Save the marks', saved: 'Saved.', note: 'Note', other: '{name}: {mark}', conflict: 'The marks differ', item: 'To which requirement', anyItem: 'general',
    measure: { title: 'Add a measurement', what: 'What was measured', value: 'Value', unit: 'Unit', button: 'Write the measurement' },
    finding: { title: 'Add a finding', text: 'Finding', gravity: 'How grave', remedy: 'What to remedy', button: 'Write the finding' },
    photo: { title: 'Add a photo', file: 'Photo', limit: 'JPEG or PNG, up to 10 MB. A larger photo is made smaller by the device, and the entry says so; a browser without scripts cannot send it.', note: 'What it shows', button: 'Write the photo' },
    strike: 'Take back', struck: 'Taken back.', done: 'Done, back to the case', notYet: 'The day has not come: you may open the page beforehand, but entries are taken from {day}.',
    savedTitle: 'Everything is sent', savedWords: 'The server has taken everything', savingTitle: 'Sending', savingWords: 'Entries not sent: {n}', offlineTitle: 'No connection', offlineWords: 'Entries kept on this device: {n}. Go on writing.',
    stoppedTitle: 'Not being sent', stoppedWords: 'Entries kept on the device: {n}. {reason}', signIn: 'Sign in again and open this page.', noStore: 'This browser cannot keep entries on the device: do not work without a connection.',
    here: 'From this device', keptHere: 'on the device', sent: 'sent', notTaken: 'not taken: {reason}', tooLarge: 'The photo is too large and could not be made smaller. Choose a JPEG or PNG up to 10 MB.', shrunk: 'made smaller: {from} → {to} MB', fillIn: 'Fill in every field.',
  },
}
