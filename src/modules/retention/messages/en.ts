import type { RetentionText } from './kk.ts'

export const en: RetentionText = {
  kinds: {
    draft: 'Drafts of applications never sent', 'draft-file': 'Files of drafts', 'case-file': 'Files of finished cases', 'case-letter': 'Letters in finished cases',
    'case-contact': 'Contact details in applications', 'person-contact': 'Contact details of people without an account', accommodation: 'Descriptions of conditions because of a disability', 'returned-application': 'Names and notes in applications returned without registration',
    'voucher-paper': 'Copies of papers in requests for a voucher', original: 'Originals of files as they were uploaded', 'device-note': 'Notes of devices', 'sign-in-session': 'Sign-in sessions that are over', 'password-reset': 'Traces of requests to reset a password or change the e-mail',
    recording: 'Recordings and pictures of exams on line',
  },
  holds: {
    'case-open': 'the case is open', 'appeal-open': 'an appeal is pending', 'complaint-open': 'a complaint is pending', 'annulment-open': 'an annulment of the document is proposed', 'document-valid': 'the document is valid', 'term-runs': 'the time of keeping is not over',
  },
  page: {
    title: 'Deletion by retention', lead: 'Every day the platform deletes what has passed its time of keeping. The journal, decisions and documents of recognition are never deleted. While an appeal, a complaint or an annulment is pending, the files of the case are kept.',
    norms: 'Times of keeping in force', unset: 'Where no time is set, nothing is deleted.', change: 'Change the norms', last: 'Last sweep: {on}', never: 'There has been no sweep yet.', list: 'What was deleted',
    columns: { on: 'Day', kind: 'What', counted: 'How many', norm: 'Under which norm', edition: 'Edition', digest: 'Digest' }, empty: 'Nothing has been deleted yet', emptyText: 'When something passes its time of keeping, the record appears here.',
  },
  trial: {
    none: 'On {on} nothing is deleted under this norm: neither as it is now nor as it would be.', counted: '{kind}: on {on} the present norm deletes {before}, the new one {after}.', held: 'Cases kept although their time is over: {n} ({why}).', keptForEver: 'The journal, decisions and documents of recognition are never deleted.',
  },
}
