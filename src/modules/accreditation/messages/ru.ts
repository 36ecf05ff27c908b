import { ru as decision } from './decision/ru.ts'
import type { AccreditationText } from './kk.ts'

export const ru: AccreditationText = {
  denials: {
    ...decision.denials,
    'accreditation.open-already': 'У этой организации есть открытое дело об аккредитации. Сначала завершите его.',
    'accreditation.not-at-this-step': 'Дело об аккредитации сейчас на другом этапе, поэтому это действие невозможно. Обновите страницу.',
  },
}
