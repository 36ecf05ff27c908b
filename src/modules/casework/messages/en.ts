import type { CaseworkText } from './kk.ts'

export const en: CaseworkText = {
  timeline: {
    'application-registered': 'Application registered', 'case-assigned': 'The case was assigned', 'deadline-lapsed': 'A deadline lapsed',
  },
}
