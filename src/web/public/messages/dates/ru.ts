import type { DatesText } from './kk.ts'

export const ru: DatesText = {
  until: ['до {n} января', 'до {n} февраля', 'до {n} марта', 'до {n} апреля', 'до {n} мая', 'до {n} июня', 'до {n} июля', 'до {n} августа', 'до {n} сентября', 'до {n} октября', 'до {n} ноября', 'до {n} декабря'],
  years: { one: '{n} год', few: '{n} года', many: '{n} лет', other: '{n} года' },
  monthsOf: { one: '{n} месяц', few: '{n} месяца', many: '{n} месяцев', other: '{n} месяца' },
}
