import { ru as filing } from './filing/ru.ts'
import { denials as surveyDenials, ru as survey } from '../survey/messages/ru.ts'
import { ru as decision } from './decision/ru.ts'
import { ru as extension } from './extension/ru.ts'
import type { AccreditationText } from './kk.ts'
import { denials as potentialDenials, ru as potential } from '../pipeline/messages/ru.ts'

export const ru: AccreditationText = {
  letters: filing.letters,
  timeline: {
    ...filing.timeline,
    ...extension.timeline,
    ...survey.timeline,
    'accreditation-agreement-answered': 'Уполномоченный орган ответил', 'accreditation-agreement-lapsed': 'Срок ответа уполномоченного органа истёк', 'accreditation-commission-called': 'Созвана комиссия', 'accreditation-voted': 'Член комиссии проголосовал', 'accreditation-decided': 'Комиссия приняла решение', 'accreditation-certificate-issued': 'Выдан аттестат', 'accreditation-contract-sent': 'Направлен постаккредитационный договор', 'accreditation-contract-accepted': 'Договор заключён', 'accreditation-centre-published': 'Центр опубликован',
  },
  denials: {
    ...filing.denials,
    ...decision.denials,
    ...extension.denials,
    'accreditation.open-already': 'У этой организации есть открытое дело об аккредитации. Сначала завершите его.',
    'accreditation.not-at-this-step': 'Дело об аккредитации сейчас на другом этапе, поэтому это действие невозможно. Обновите страницу.',
    ...surveyDenials,
    ...potentialDenials,
  },
  survey,
  potential,
  reissue: { letters: extension.letters },
}
