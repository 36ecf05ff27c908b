import type { CaseworkText } from './kk.ts'

export const ru: CaseworkText = {
  timeline: {
    'application-registered': 'Заявление зарегистрировано', 'case-assigned': 'Назначен ведущий дела', 'deadline-recounted': 'Производственный календарь изменился: последний день срока — {to}', 'deadline-lapsed': 'Срок истёк',
  },
}
