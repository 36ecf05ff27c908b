import type { CentreText } from './kk.ts'

export const en: CentreText = {
  figures: {
    title: 'How the centre works', period: 'Of the cases between {from} and {until}. The figures are counted once a day.',
    terms: 'Kept in time', termsOf: { one: '{n} term', other: '{n} terms' }, termsNote: 'Of {of}, kept: {good}',
    passed: 'Passed the exam', passedOf: { one: '{n} case', other: '{n} cases' }, passedNote: 'Of {of}, decided positively: {good}',
    complaints: 'Complaints upheld', complaintsNote: { one: 'of {n} answered complaint', other: 'of {n} answered complaints' }, partly: 'in part: {n}', noComplaints: 'No complaint was answered',
    none: 'none yet', noneTerms: 'No term ended in this period.', nonePassed: 'No case was decided in this period.',
    few: 'not shown', fewNote: 'There are fewer than {under} cases: the share is not published, so that nobody’s own result can be read out of it.',
    how: 'Terms: answer to an application, notification, decision, document or failure notice, appeal, complaint. Those who passed are counted by the last decision of each case; those who did not appear are left out.',
    source: 'By which norms',
  },
  dates: {
    title: 'Nearest free dates', none: 'The centre has published no exam dates with free seats yet. You may apply all the same: the centre sets the date after the contract.',
    day: 'Day', profession: 'Profession', stage: 'Stage', free: 'Free seats', theory: 'theory', practice: 'practice', time: '{day}, {time}',
    note: 'Only days that keep the term of notice are shown. A seat is given by the notification; there is no booking on this site.',
  },
  certificate: 'Page of the certificate',
  history: {
    title: 'History of prices', from: 'from {date}', until: 'until {date}', inForce: 'in force', coming: 'comes into force', past: 'no longer in force', period: '{from} – {until}', none: 'The centre has published no price list.', one: 'The price list has not changed since {date}.',
    profession: 'Profession', level: 'Level', price: 'Price', published: 'Published: {date}.',
  },
  json: 'This centre as JSON',
}
