import type { CaseworkText } from './kk.ts'

export const en: CaseworkText = {
  timeline: {
    'application-registered': 'Application registered', 'case-assigned': 'The case was assigned', 'deadline-recounted': 'The working calendar changed: the last day of the term is {to}', 'deadline-lapsed': 'A deadline lapsed',
  },
}
