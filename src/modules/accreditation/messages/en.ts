import { en as filing } from './filing/en.ts'
import { denials as surveyDenials, en as survey } from '../survey/messages/en.ts'
import { en as decision } from './decision/en.ts'
import type { AccreditationText } from './kk.ts'

export const en: AccreditationText = {
  letters: filing.letters,
  timeline: filing.timeline,
  denials: {
    ...filing.denials,
    ...decision.denials,
    'accreditation.open-already': 'This organisation has an open accreditation case. Finish it first.',
    'accreditation.not-at-this-step': 'The accreditation case is at another step now, so this cannot be done. Reload the page.',
    ...surveyDenials,
  },
  survey,
}
