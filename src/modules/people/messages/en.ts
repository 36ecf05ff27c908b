import type { PeopleText } from './kk.ts'

export const en: PeopleText = {
  denials: {
    'person.not-admissible': 'There is a mistake in the personal details.',
    'person.surname-missing': 'Write the surname.',
    'person.given-name-missing': 'Write the given name.',
    'person.birth-date-wrong': 'The birth date is wrong: write day, month and year.',
    'person.birth-date-future': 'A birth date cannot lie in the future.',
    'person.birth-date-not-of-iin': 'The birth date does not agree with the IIN. Check both.',
    'iin.twelve-digits': 'An IIN has 12 digits.',
    'iin.check-digit': 'The IIN is mistyped: its check digit does not agree.',
    'iin.birth-date': 'The first six digits of the IIN are not a birth date.',
    'iin.century': 'The seventh digit of the IIN is wrong.',
    'iin.demonstration': 'This IIN is for demonstrations and is not accepted in real work.',
    'account.email-taken-meanwhile': 'The account was opened just now. Try to sign in.',
    'role.to-oneself': 'Nobody gives a role to himself.',
  },
}
