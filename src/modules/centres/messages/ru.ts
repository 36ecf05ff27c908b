import type { CentresText } from './kk.ts'

export const ru: CentresText = {
  denials: {
    'price-list.not-publishable': 'Такой прейскурант нельзя опубликовать.',
    'price-list.too-early': 'Новый прейскурант вступает в силу не раньше завтрашнего дня: цена, которую люди уже видели, не меняется.',
    'price-list.day-taken': 'Прейскурант с этого дня уже есть.',
    'price-list.no-scope': 'У центра нет действующей области аккредитации.',
    'price-list.line-missing': 'Не указана цена: {line}.',
    'price-list.line-out-of-scope': 'Нет в области аккредитации: {line}.',
    'price-list.line-repeated': 'Указано дважды: {line}.',
    'price-list.amount-wrong': 'Напишите цену целым числом тенге: {line}.',
    'price-list.part-over-whole': 'Пересдача одного этапа не может стоить дороже двух: {line}.',
    'room.name-missing': 'Напишите название помещения на двух языках (до 120 знаков).',
    'room.seats-wrong': 'Число мест должно быть целым, от 1 до {most}.',
    'room.closed-already': 'Это помещение уже закрыто.',
    'room.has-sittings': 'В помещении предстоят сеансы: {coming}. Сначала снимите их с расписания.',
    'accessibility.unknown-feature': 'В паспорте доступности нет такого пункта.',
    'accessibility.note-too-long': 'Примечание слишком длинное: до {most} знаков.',
    'accessibility.note-in-both': 'Напишите примечание на двух языках.',
  },
  paper: { certificate: '№ {number}, последний день действия — {until}' },
}
