import type { PluralForms } from '#platform/i18n/message.ts'

const n = (other: string): PluralForms => ({ other })
export const kk = {
  home: 'Басты бет',
  title: 'Аккредиттеу барысы',
  lead: 'Тану орталығы болуға берілген өтінімдер қазір қай кезеңде тұр және сол кезең қашан аяқталуға тиіс. Ұйымдардың атаулары көрсетілмейді: өтініш беруші өз ісін нөмірі бойынша табады.',
  stages: 'Алты кезең',
  stage: 'Кезең',
  term: 'Мерзімі',
  cases: 'Істер',
  late: 'Мерзімі өткені',
  running: 'Қаралып жатқан істер',
  number: 'Нөмірі',
  region: 'Өңір',
  received: 'Түскен күні',
  since: 'Кезең басталған күн',
  due: 'Аяқталуға тиіс',
  notSet: 'белгіленбеген',
  stands: 'өтініш беруші түзетуде, мерзім тоқтап тұр',
  days: n('{n} жұмыс күні'),
  empty: 'Қаралып жатқан іс жоқ',
  emptyText: 'Өтінім түскенде оның кезеңі мен мерзімі осында көрсетіледі.',
  source: 'Кезеңдер: Заңның 23-бабының 2-тармағы. Мерзімнің ұзақтығы норма болып белгіленбесе, «белгіленбеген» деп көрсетіледі.',
  terms: 'Мерзімдер күнтізбесі',
  csv: 'CSV кестесі',
  json: 'JSON',
}
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : PluralForms }
export type ClocksText = Shape<typeof kk>
