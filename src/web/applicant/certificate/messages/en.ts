import type { CertificateText } from './kk.ts'

export const en: CertificateText = {
  own: {
    title: 'Certificate of the centre', lead: 'Scope and term of the certificate; its extension, renewal and re-issue.', empty: 'No certificate', emptyText: 'After accreditation the certificate is shown here.',
    inForce: 'Certificate in force', waiting: 'Renewed certificate', none: 'No certificate in force', noneText: 'No new application is taken and no document issued. Documents issued before remain valid.', earlier: 'Earlier certificates',
    number: 'Number', from: 'First day', until: 'Last day', state: 'State', scope: 'Scope of accreditation', profession: 'Profession', level: 'Level', previous: 'Previous certificate', next: 'Next certificate',
    gap: 'Without a certificate', gapValue: '{from} – {until}', what: 'What can be done',
    extension: 'Extend the scope', extensionText: 'New professions or levels are added. The case walks the six stages, the certificate is issued anew, the last day stays.', openExtension: 'Apply for an extension',
    renewal: 'Renew', renewalText: 'For the time after the last day, the whole scope or a part of it. A decision that comes late leaves a gap: nothing is prolonged by itself.', renewalFrom: 'Applications are taken from {date}.', openRenewal: 'Apply for a renewal',
    opened: 'The draft is open. Fill in the application.', ask: 'Extend, renew, re-issue', openWait: 'While a case is open, no second one is opened.', holds: 'The organisation holds a certificate. Extension, renewal and re-issue are on the page of the certificate:', openCase: 'Open case: {number}', draft: 'draft',
  },
  ask: {
    title: 'Re-issue', lead: 'When the name or the address changed, or the certificate has a mistake. BIN, scope and last day stay. Two people of the accrediting body decide.', open: 'Ask for a re-issue',
    ground: 'Ground', groundHint: 'An open list: the clauses of the act are not known to the platform.', note: 'Circumstances', noteHint: 'What changed, since when, by which paper it is shown.', choose: 'Choose', send: 'Send the request', sent: 'The request is sent to the accrediting body.',
    takeBack: 'Take the request back', takenBack: 'The request is taken back.', list: 'Requests for re-issue',
    stands: 'What is to stand in the certificate',
    fields: { nameKk: 'Name in Kazakh', nameRu: 'Name in Russian', nameEn: 'Name in English (if there is one)', addressKk: 'Address in Kazakh', addressRu: 'Address in Russian' },
    grounds: { 'name-changed': 'The name changed', 'address-changed': 'The address changed', mistake: 'A mistake in the certificate', other: 'Another ground' },
    steps: { asked: 'waits to be examined', prepared: 'waits for a second person', issued: 're-issued', refused: 'refused', withdrawn: 'taken back' },
    certificate: 'Certificate', asked: 'Asked on', reasons: 'Reasons of the refusal', newCertificate: 'New certificate', pdf: 'Certificate (PDF)',
  },
  desk: {
    title: 'Re-issue', lead: 'Centres ask for their certificate to be re-issued because of a new name, a new address or a mistake. One person examines and prepares, another issues or refuses.', empty: 'No requests', emptyText: 'Requests of centres are shown here.',
    centre: 'Centre', state: 'State', request: 'Request of the centre', field: 'Entry', today: 'Today', wanted: 'Will stand', same: 'no change',
    requestedBy: 'Asked by: {name}, {at}', preparedBy: 'Prepared by: {name}, {at}', decidedBy: 'Decided by: {name}, {at}',
    prepareTitle: 'Examine and prepare', prepareLead: 'Compare with the papers and settle the words that will stand in the certificate.', clause: 'Clause of the act', clauseHint: 'If it is known.', clauseUnknown: 'clause not named', prepare: 'Mark as ready', prepareAgain: 'Prepare again', prepared: 'Handed to a second person.',
    decideTitle: 'Decision', own: 'You prepared it: another person decides.', issueText: 'A certificate with a new number is issued and takes the place of the old one today; name and address change on the platform too.', issue: 'Re-issue the certificate', issued: 'Certificate No {number} is issued.', reasons: 'Reasons of the refusal', refuse: 'Refuse', refused: 'The refusal is sent to the centre.',
  },
  kase: { about: 'About the certificate', aboutValue: 'No {number}, until {until}', ended: 'The certificate ended on {date} and the renewal is still being examined. The new certificate will begin on the day of its issue; on the days between the centre takes no applications and issues no documents.', notInForce: 'Certificate No {number} is not in force now: {state}.' },
}
