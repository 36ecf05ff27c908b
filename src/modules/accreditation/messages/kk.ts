import { kk as filing } from './filing/kk.ts'
import { denials as surveyDenials, kk as survey } from '../survey/messages/kk.ts'
import { kk as decision } from './decision/kk.ts'
import { denials as potentialDenials, kk as potential } from '../pipeline/messages/kk.ts'
import { kk as extension } from './extension/kk.ts'

export const kk = {
  letters: filing.letters,
  timeline: {
    ...filing.timeline,
    ...extension.timeline,
    ...survey.timeline,
    'accreditation-agreement-answered': 'Уәкілетті орган жауап берді', 'accreditation-agreement-lapsed': 'Уәкілетті органның жауап мерзімі өтті', 'accreditation-commission-called': 'Комиссия шақырылды', 'accreditation-voted': 'Комиссия мүшесі дауыс берді', 'accreditation-decided': 'Комиссия шешім қабылдады', 'accreditation-certificate-issued': 'Аттестат берілді', 'accreditation-contract-sent': 'Аккредиттеуден кейінгі шарт жіберілді', 'accreditation-contract-accepted': 'Шарт жасалды', 'accreditation-centre-published': 'Орталық жарияланды',
  },
  denials: {
    ...filing.denials,
    ...decision.denials,
    ...extension.denials,
    'accreditation.open-already': 'Бұл ұйымның аккредиттеу бойынша ашық ісі бар. Алдымен соны аяқтаңыз.',
    'accreditation.not-at-this-step': 'Аккредиттеу ісі қазір басқа кезеңде, сондықтан бұл әрекет орындалмайды. Бетті жаңартыңыз.',
    ...surveyDenials,
    ...potentialDenials,
  },
  survey,
  potential,
  reissue: { letters: extension.letters },
}
export type AccreditationText = typeof kk
