import type { AuditText } from './kk.ts'

export const en: AuditText = {
  kinds: {
    'certificate-expiry-reminded': 'Reminded of the expiry of a certificate',
    'certificate-event-proposed': 'Decision about a certificate proposed',
    'certificate-event-approved': 'Decision about a certificate approved',
    'certificate-event-rejected': 'Proposal about a certificate rejected',
    'clock-moved': 'Clock of the demonstration moved', 'reference-loaded': 'Reference data loaded', 'demonstration-begun': 'Demonstration begun', 'demonstration-loaded': 'Demonstration loaded', 'norms-supplemented': 'New norms of the platform added', 'norm-proposed': 'Change of a norm proposed', 'norm-approved': 'Change of a norm approved', 'norm-rejected': 'Change of a norm rejected', 'contacts-changed': 'Contacts changed',
    'password-changed': 'Password changed', 'password-reset': 'Password set anew', 'password-reset-asked': 'Reset of the password asked for', 'role-granted': 'Role granted', 'role-revoked': 'Role revoked', 'second-factor-on': 'Second factor on', 'second-factor-off': 'Second factor off', 'second-factor-begun': 'Second factor begun',
    'account-opened': 'Account opened', 'account-closed': 'Account closed', 'sign-ins-ended': 'Signed out everywhere', 'signed-in': 'Signed in', 'interest-left': 'Interest in a profession registered', 'accessibility-set': 'Accessibility passport changed', 'price-list-published': 'Price list published', 'room-opened': 'Room opened', 'room-closed': 'Room closed',
    'sector-body-linked': 'Organisation linked to a sector body', 'outcome-registered': 'Document of mandatory recognition registered', 'outcome-corrected': 'Entry of a document of mandatory recognition corrected', 'outcome-annulled': 'Document of mandatory recognition annulled', 'outcomes-imported': 'Documents of mandatory recognition registered from a file', 'procedure-published': 'Procedure of recognition published',
    'organisation-created': 'Organisation entered', 'api-key-created': 'API key created', 'api-key-revoked': 'API key revoked', 'register-imported': 'Table brought into a register', 'application-returned': 'Application returned', 'sitting-created': 'Sitting scheduled', 'sitting-cancelled': 'Sitting cancelled', 'person-verified': 'Identity verified',
    'programme-drafted': 'Version of a programme opened', 'programme-changed': 'Programme changed', 'programme-submitted': 'Programme submitted', 'programme-approved': 'Programme approved', 'programme-returned': 'Programme returned', 'programme-retired': 'Programme retired', 'items-imported': 'Questions imported',
  },
  chains: { 'mandatory-outcomes': 'documents of mandatory recognition of a sector body', accreditation: 'accreditation case', account: 'account', person: 'person', case: 'case', centre: 'centre', organisation: 'organisation', programme: 'programme', 'programme-version': 'programme', sitting: 'sitting', register: 'register', instance: 'platform', returned: 'returned application' },
  journal: {
    title: 'Journal', lead: 'All acts: who did what and when. An entry is never changed or erased; its chain is held by hashes.', find: 'Case number', kind: 'Act', all: 'all', from: 'From day', until: 'Until day', columns: { at: 'Time', actor: 'Who', act: 'Act', where: 'Where', seq: 'No' }, empty: 'No such entry', emptyText: 'Change the filter.',
    system: 'platform', partner: 'partner system', anonymous: 'unknown', more: 'Older entries', newest: 'The newest', whole: 'The chain is whole: {n} entries.', broken: 'The chain is broken at entry {at}!', csv: 'Download CSV', onlyOf: 'Acts of this person', dayHint: 'YYYY-MM-DD',
  },
  checkpoints: {
    title: 'Checkpoints', lead: 'Every minute the platform signs how far every chain of the journal has come; the key lies outside the database. Take the file away and keep it: even if the whole journal is rewritten later, the difference shows.',
    columns: { no: '№', at: 'Time', entries: 'Entries', root: 'Root', key: 'Key' }, empty: 'No checkpoint yet', emptyText: 'The first one comes within a minute.', download: 'Download the checkpoint (JSON)', check: 'Check now', whole: 'All agree: {n} checkpoints compared with the journal.', broken: 'Differences found', line: 'Checkpoint {no}: {fault}',
    faults: { gap: 'the one before is missing', 'previous-root': 'the one before is another', 'unknown-key': 'its key is unknown', signature: 'the signature is wrong', root: 'the root does not agree', entry: 'an entry is gone or changed ({chain}, {seq})' },
  },
  views: { title: 'Who opened cases', lead: 'Staff and oversight who opened the folder of a case. One person and one case are noted once an hour.', columns: { at: 'Time', who: 'Who', number: 'Case' }, empty: 'Nothing recorded', emptyText: 'When a folder is opened, it is recorded here.', own: 'Who opened your case', ownEmpty: 'Nobody has opened your case yet.' },
}
