import type { PluralForms } from '#platform/i18n/message.ts'

const n = (other: string): PluralForms => ({ other })
export const kk = {
  title: 'Тізілім редакциялары', lead: 'Кәсіптер тізілімінің әр жарияланған өзгерісі: нені қосты, нені ауыстырды, нені өзгертті, нені алып тастады.', home: 'Басты бет', professions: 'Кәсіптер',
  one: '{no}-редакция', edition: 'Редакция', published: 'Жарияланған күні', content: 'Мазмұны', empty: 'Редакция жоқ', emptyText: 'Алғашқы редакция жарияланғанда осында көрінеді.',
  counts: { added: n('{n} кәсіп қосылды'), 'moved-to-mandatory': n('{n} кәсіп міндетті тануға ауыстырылды'), 'moved-to-voluntary': n('{n} кәсіп ерікті тануға ауыстырылды'), changed: n('{n} кәсіптің талаптары өзгерді'), struck: n('{n} кәсіп алып тасталды') },
  nothing: 'өзгеріс жоқ',
  kinds: { added: 'Қосылды', 'moved-to-mandatory': 'Міндетті тануға ауыстырылды', 'moved-to-voluntary': 'Ерікті тануға ауыстырылды', changed: 'Өзгерді', struck: 'Алып тасталды' },
  profession: 'Кәсіп', kind: 'Өзгеріс', from: 'Күшіне енеді', items: 'Не өзгереді', all: 'Кестеде алғашқы {shown} жазба көрсетілген, барлығы — {total}. Толық тізім файлда.',
  running: 'Жүріп жатқан істер', runningText: n('Ауыстырылған немесе алып тасталған нұсқалар бойынша {n} іс жүріп жатыр. Олар тіркелген күнгі нұсқамен аяқталады.'), runningNone: 'Ауыстырылған немесе алып тасталған нұсқалар бойынша жүріп жатқан іс жоқ.',
  csv: 'CSV кестесі', json: 'JSON', files: 'Деректер', history: 'жазбаның тарихы',
}
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : T[K] extends PluralForms ? PluralForms : Shape<T[K]> }
export type EditionsText = Shape<typeof kk>
