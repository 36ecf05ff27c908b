import type { CentreDeskText } from './kk.ts'

export const en: CentreDeskText = {
  denials: {
    'contacts.wrong': 'The contacts cannot be saved.',
    'contacts.phone-wrong': 'Write the telephone with its code, for example +7 700 000 00 00.',
    'contacts.email-wrong': 'Write the whole e-mail address, for example centre@example.kz.',
    'contacts.site-wrong': 'Write the whole address of the site, beginning with https://.',
    'contacts.unchanged': 'Nothing has changed.',
    'hours.wrong': 'The working hours cannot be saved.',
    'hours.day-past': 'Working hours change from today or a day to come.',
    'hours.no-day': 'Give the hours of at least one day.',
    'hours.time-wrong': 'Write the time as 09:00; beginning and end go together.',
    'hours.end-before-start': 'A working day ends after it begins.',
    'hours.break-outside': 'The break must lie within the working hours.',
    'hours.exception-wrong': 'This day cannot be saved.',
    'hours.exception-past': 'The day must be today or still to come.',
    'hours.exception-taken': 'Hours are already given for this day. Take them back first.',
    'hours.exception-time-wrong': 'Write beginning and end as 09:00, or leave both empty.',
    'hours.exception-end-before-start': 'The end must be after the beginning.',
    'hours.note-missing': 'Write the reason in both languages (up to 200 characters).',
  },
  hours: {
    short: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    withBreak: ', break {from}–{until}',
    closed: 'closed',
  },
}
