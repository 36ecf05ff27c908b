import { en as decision } from './decision/en.ts'
import type { AccreditationText } from './kk.ts'

export const en: AccreditationText = {
  denials: {
    ...decision.denials,
    'accreditation.open-already': 'This organisation has an open accreditation case. Finish it first.',
    'accreditation.not-at-this-step': 'The accreditation case is at another step now, so this cannot be done. Reload the page.',
  },
}
