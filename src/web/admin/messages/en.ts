import type { AdminText } from './kk.ts'

export const en: AdminText = {
  accounts: {
    title: 'Accounts', lead: 'The administrator keeps accounts and roles. Cases, documents and IINs are not shown here.', search: 'Part of the e-mail', searchHint: 'At least three characters', find: 'Find', tooShort: 'Write at least three characters.',
    none: 'No account with such an e-mail', found: 'Accounts found', email: 'E-mail', name: 'Name', state: 'State', active: 'in use', closed: 'closed', open: 'Open',
  },
  account: {
    facts: 'Account', opened: 'Opened', verified: 'Identity', verifiedYes: 'confirmed', verifiedNo: 'not confirmed', factor: 'Second factor', factorYes: 'on', factorNo: 'off', sessions: 'Signed in now',
    roles: 'Roles', role: 'Role', organisation: 'Organisation', from: 'From', until: 'Until', noEnd: 'no end', revoked: 'taken back', revoke: 'Take back', noRoles: 'No roles: this person is a candidate only.',
    grantTitle: 'Grant a role', validFrom: 'From which day', validUntil: 'Until which day', grant: 'Grant the role', granted: 'The role is granted.', revokedDone: 'The role was taken back.', own: 'This is your own account: you can neither give yourself a role nor take one back.',
    roleMissing: 'Choose a role.', organisationMissing: 'Choose an organisation.', dateWrong: 'Write the date correctly: day, month, year.',
    danger: 'Stop signing in', endSignIns: 'End all sign-ins', ended: 'Sign-ins ended: {count}.', close: 'Close the account', closedDone: 'The account is closed.', closeHint: 'Nobody signs in with a closed account. What was done with it stays in the journal.',
  },
  roles: { title: 'Roles', lead: 'Who can do what today: every role in force.', organisation: 'Organisation', role: 'Role', person: 'Person', email: 'E-mail', from: 'From', until: 'Until', export: 'Download as CSV', empty: 'No role is in force.', noEnd: 'no end', file: 'roles' },
  organisations: {
    chambers: 'Regional chambers',
    chambersLead: 'It is said once for which region a chamber receives applications for accreditation. In a region without a chamber nobody can apply.',
    chamber: 'Chamber',
    region: 'Region',
    chamberLinked: 'The chamber is linked to the region.',
    desks: 'Desks of sector bodies',
    desksLead: 'An organisation is linked to a body of the Register once: from then on its officers keep the professions of that body.',
    desk: 'Organisation',
    body: 'Body of the Register',
    notLinked: 'not linked',
    link: 'Link',
    linked: 'The organisation is linked to the body.',
    title: 'Organisations', newTitle: 'Enter an organisation', lead: 'Recognition centres are entered by accreditation; here are partners and other bodies.', kind: 'Kind', bin: 'BIN', nameKk: 'Name in Kazakh', nameRu: 'Name in Russian', nameEn: 'Name in English', submit: 'Enter', done: 'The organisation is entered.', kindMissing: 'Choose the kind of organisation.', name: 'Name',
    kinds: { centre: 'recognition centre', 'national-chamber': 'National chamber', 'regional-chamber': 'regional chamber', ministry: 'ministry', 'national-body': 'National body', audit: 'audit', platform: 'administration of the platform', partner: 'partner', employer: 'employer', applicant: 'applicant for accreditation', 'sector-body': 'sector state body', association: 'association of employers', 'career-centre': 'career centre', 'voucher-payer': 'payer of vouchers' },
  },
  apiKeys: {
    title: 'API keys', lead: 'With a key a partner’s system hands in applications itself.', name: 'Name', organisation: 'Organisation', scopes: 'Permissions', scopeNames: { 'applications.write': 'hand in applications and follow them', 'applications.read': 'follow applications', 'mandatory-outcomes.write': 'register documents of mandatory recognition', 'settlements.write': 'report payments of acts for vouchers' },
    assert: 'The partner may assert identity (its contract says so)', asserts: 'asserts identity', created: 'Created', used: 'Last used', never: 'never used', revoked: 'revoked', revoke: 'Revoke', revokedDone: 'The key is revoked.', newTitle: 'New key', submit: 'Make a key', empty: 'No keys.',
    secretTitle: 'Copy the key now', secretText: 'It is not shown again: the platform keeps only its digest.', organisationMissing: 'Choose an organisation.',
  },
}
