import type { CaseworkText } from './kk.ts'

export const ru: CaseworkText = {
  timeline: {
    'application-registered': 'Заявление зарегистрировано', 'case-assigned': 'Назначен ведущий дела', 'file-deleted': 'Срок хранения материалов истёк: файлы, письма и контакты удалены {on}', 'deadline-recounted': 'Производственный календарь изменился: последний день срока — {to}', 'deadline-lapsed': 'Срок истёк',
  },
}
