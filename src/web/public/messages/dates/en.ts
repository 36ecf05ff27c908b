import type { DatesText } from './kk.ts'

export const en: DatesText = {
  until: ['by {n} January', 'by {n} February', 'by {n} March', 'by {n} April', 'by {n} May', 'by {n} June', 'by {n} July', 'by {n} August', 'by {n} September', 'by {n} October', 'by {n} November', 'by {n} December'],
  years: { one: '{n} year', few: '{n} years', many: '{n} years', other: '{n} years' },
  monthsOf: { one: '{n} month', few: '{n} months', many: '{n} months', other: '{n} months' },
}
