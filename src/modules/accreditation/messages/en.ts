import { en as filing } from './filing/en.ts'
import { denials as surveyDenials, en as survey } from '../survey/messages/en.ts'
import { en as decision } from './decision/en.ts'
import { en as extension } from './extension/en.ts'
import type { AccreditationText } from './kk.ts'
import { denials as potentialDenials, en as potential } from '../pipeline/messages/en.ts'

export const en: AccreditationText = {
  letters: filing.letters,
  timeline: {
    ...filing.timeline,
    ...extension.timeline,
    ...survey.timeline,
    'accreditation-agreement-answered': 'The authorised body answered', 'accreditation-agreement-lapsed': 'The term of the authorised body passed', 'accreditation-commission-called': 'The commission was called', 'accreditation-voted': 'A member of the commission voted', 'accreditation-decided': 'The commission decided', 'accreditation-certificate-issued': 'The certificate was issued', 'accreditation-contract-sent': 'The post-accreditation contract was sent', 'accreditation-contract-accepted': 'The contract was concluded', 'accreditation-centre-published': 'The centre was made public',
  },
  denials: {
    ...filing.denials,
    ...decision.denials,
    ...extension.denials,
    'accreditation.open-already': 'This organisation has an open accreditation case. Finish it first.',
    'accreditation.not-at-this-step': 'The accreditation case is at another step now, so this cannot be done. Reload the page.',
    ...surveyDenials,
    ...potentialDenials,
  },
  survey,
  potential,
  reissue: { letters: extension.letters },
}
