import type { CentresPageText } from './kk.ts'

export const en: CentresPageText = {
  title: 'Recognition centres',
  lead: 'An accredited centre recognises only the professions that its certificate names.',
  region: 'Region', wholeCountry: 'the whole country', profession: 'Profession', anyProfession: 'any',
  count: 'Centres: {count}',
  emptyTitle: 'No centre was found', emptyText: 'No centre answers these filters. Choose another region or another profession.', reset: 'Show all centres',
  demo: 'Demonstration: this centre is invented.',
  states: { valid: 'The certificate is valid', 'not-yet': 'The certificate is not valid yet', expired: 'The certificate has run out', withdrawn: 'The certificate is withdrawn', terminated: 'The certificate is terminated', replaced: 'The certificate was replaced by a new one' },
  mayNot: 'At present this centre cannot take new applications.',
  noCertificate: 'No certificate',
  from: 'from {price}', noPrice: 'no price published',
  certificate: 'Accreditation certificate', certificateValue: 'No {number}', certificateDates: '{from} – {until}',
  withdrawnOn: 'Withdrawn: {date}', terminatedOn: 'Terminated: {date}',
  address: 'Address', phone: 'Phone', email: 'E-mail', hours: 'Opening hours', bin: 'BIN', number: 'Number of the centre',
  contacts: 'Contacts',
  scope: 'Which professions it recognises', scopeProfession: 'Profession', scopeLevel: 'Level', scopePrice: 'Price', scopeTheory: 'Retake of the theory', scopePractice: 'Retake of the practice', scopeBoth: 'Retake of both', scopeApply: 'Application',
  apply: 'Apply', applyMore: '{name}, level {level}',
  pricesSince: 'The price list is in force from {date}.', pricesNext: 'The next price list comes into force on {date}.', priceNote: 'The contract fixes the price by the list in force on the day of application.',
  noScope: 'There are no professions under a valid certificate.',
  accessibility: 'Accessibility passport', accessibilityLead: 'Conditions for persons with disabilities are the duty of the centre. Say in the application what you need.',
  available: 'yes', notAvailable: 'no', noPassport: 'The centre has not filled in its accessibility passport yet.',
  features: {
    ramp: 'Ramp', lift: 'Lift', 'accessible-toilet': 'Accessible toilet', tactile: 'Tactile marks', 'sign-language': 'Sign language interpreter', 'large-print': 'Large print',
    'extra-time': 'Extra time', 'quiet-room': 'Quiet room', parking: 'Parking place', assistant: 'Assistant',
  },
  home: 'Home',
}
