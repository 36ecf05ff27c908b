import type { ClassificationsText } from './kk.ts'

export const ru: ClassificationsText = {
  title: 'Классификаторы и рамки', lead: 'Место профессии в других классификаторах и отраслевые рамки квалификаций — необязательные сведения. В каждой строке указан источник. Таблица принимается целиком или не принимается.',
  mappings: 'Соответствие классификаторам', frameworks: 'Отраслевые рамки квалификаций', kind: 'Таблица', kinds: { mappings: 'Соответствие классификаторам', frameworks: 'Отраслевые рамки квалификаций' }, kindMissing: 'Выберите таблицу.', columns: 'Графы: {columns}.',
  endedHint: 'Если в графе «ended» стоит 1, строка прекращается; запись не стирается.', schemesHint: 'В графе «scheme»: nkz, isco08 или esco.', template: 'Пустой шаблон, CSV', file: 'Файл', take: 'Принять таблицу', done: 'Внесено: {entered}, прекращено: {ended}, без изменений: {unchanged}.',
  fault: 'Строка {line}, {column}: {reason}', none: 'Пока ничего не внесено.', code: 'Код', name: 'Название',
}
