import type { TermsText } from './kk.ts'

export const en: TermsText = {
  title: 'Calendar of terms',
  lead: 'Every term on the road of recognition: how long, from which day, whose it is and where it comes from. On the right: when its last day comes if the event was on the chosen day.',
  from: 'Day of the event', fromHint: 'For example: 2026-03-06. Without it the terms are counted from today.', count: 'Count', wrongFrom: 'Write the day as year-month-day, for example 2026-03-06.',
  groups: { road: 'From the application to the document', complaints: 'Appeal and complaint', registers: 'Accreditation and the register', vouchers: 'Voucher' },
  term: 'Term', length: 'How long', who: 'Whose', example: 'If the event was on {date}', source: 'Where from',
  of: { centre: 'centre', candidate: 'candidate', ministry: 'authorised body', associations: 'associations, through sector bodies', 'career-centre': 'career centre' },
  lastDay: 'last day: {date}', firstDay: 'earliest day: {date}', unknown: 'the day is not known', notSet: 'no term is set',
  hard: 'After it the act is not possible.', soft: 'A late act stays possible; that it was late is written into the case.', shortest: 'This is a shortest term: no exam is held earlier.',
  stages: 'Terms of the stages of accreditation', stagesLead: 'No official text with these terms was found. Until the ministry sets them and names the source they are shown as “not set”.',
  year: 'Working calendar of {year}', calculator: 'Calculator of working days', api: 'The calendar for programs: JSON', csv: 'The calendar as CSV', norms: 'All norms', edition: 'By edition {edition} of the norms. A case keeps the edition of the day of its registration to its end.',
}
