import { addYears, parseDay, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { Iin } from '#kernel/iin.ts'

export interface NewPerson {
  iin: string
  surname: string
  givenName: string
  patronymic?: string
  birthOn: string
  citizenship?: string
  phone?: string
  address?: string
}

/** A person is entered only with a right IIN, a birth date that agrees with it and lies in the past. */
export function newPersonBlockers(input: NewPerson, today: Day, { demo }: { demo: boolean }): Blocker[] {
  const blockers: Blocker[] = []
  if (input.surname.trim() === '') blockers.push({ code: 'person.surname-missing' })
  if (input.givenName.trim() === '') blockers.push({ code: 'person.given-name-missing' })
  const iin = Iin.parse(input.iin)
  if (!iin.ok) blockers.push({ code: `iin.${iin.reason}` })
  else if (iin.value.kind === 'demonstration' && !demo) blockers.push({ code: 'iin.demonstration' })
  const birth = parseDay(input.birthOn)
  if (!birth) blockers.push({ code: 'person.birth-date-wrong' })
  else if (birth > today) blockers.push({ code: 'person.birth-date-future' })
  else if (iin.ok && iin.value.birthDate !== birth) blockers.push({ code: 'person.birth-date-not-of-iin' })
  return blockers
}

/** Full years on a day: the birthday itself counts; 29 February comes of age on 28 February. */
export function ageOn(birthOn: Day, on: Day): number {
  let age = Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4))
  if (addYears(birthOn, age) > on) age--
  return age
}
