import type { CaseworkText } from './kk.ts'

export const en: CaseworkText = {
  timeline: {
    'application-registered': 'Application registered', 'case-assigned': 'The case was assigned', 'file-deleted': 'The time of keeping is over: files, letters and contacts were deleted on {on}', 'deadline-recounted': 'The working calendar changed: the last day of the term is {to}', 'deadline-lapsed': 'A deadline lapsed',
  },
}
