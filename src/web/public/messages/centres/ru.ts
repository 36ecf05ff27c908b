import type { CentresPageText } from './kk.ts'

export const ru: CentresPageText = {
  title: 'Центры признания',
  lead: 'Аккредитованный центр признаёт только те профессии, которые указаны в его аттестате.',
  region: 'Регион', wholeCountry: 'вся страна', profession: 'Профессия', anyProfession: 'любая',
  count: 'Центров: {count}',
  emptyTitle: 'Центр не найден', emptyText: 'По этим фильтрам центров нет. Выберите другой регион или другую профессию.', reset: 'Показать все центры',
  demo: 'Демонстрация: этот центр вымышлен.',
  states: { valid: 'Аттестат действует', 'not-yet': 'Аттестат ещё не действует', expired: 'Срок аттестата истёк', withdrawn: 'Аттестат отозван', terminated: 'Действие аттестата прекращено', replaced: 'Аттестат заменён новым' },
  mayNot: 'Сейчас этот центр не может принимать новые заявления.',
  noCertificate: 'Аттестата нет',
  from: 'от {price}', noPrice: 'цена не опубликована',
  certificate: 'Аттестат аккредитации', certificateValue: '№ {number}', certificateDates: '{from} – {until}',
  withdrawnOn: 'Отозван: {date}', terminatedOn: 'Прекращён: {date}',
  address: 'Адрес', phone: 'Телефон', email: 'Электронная почта', hours: 'Часы работы', bin: 'БИН', number: 'Номер центра',
  contacts: 'Контакты',
  scope: 'Какие профессии признаёт', scopeProfession: 'Профессия', scopeLevel: 'Уровень', scopePrice: 'Цена', scopeTheory: 'Пересдача теории', scopePractice: 'Пересдача практики', scopeBoth: 'Пересдача обоих', scopeApply: 'Заявление',
  apply: 'Подать заявление', applyMore: '{name}, {level}-й уровень',
  pricesSince: 'Прейскурант действует с {date}.', pricesNext: 'Следующий прейскурант вступает в силу {date}.', priceNote: 'Цена закрепляется в договоре по прейскуранту на день подачи заявления.',
  noScope: 'По действующему аттестату профессий нет.',
  accessibility: 'Паспорт доступности', accessibilityLead: 'Создать условия для лиц с инвалидностью — обязанность центра. Укажите в заявлении, какие условия вам нужны.',
  available: 'есть', notAvailable: 'нет', noPassport: 'Центр ещё не заполнил паспорт доступности.',
  features: {
    ramp: 'Пандус', lift: 'Лифт', 'accessible-toilet': 'Доступный санузел', tactile: 'Тактильные указатели', 'sign-language': 'Переводчик жестового языка', 'large-print': 'Крупный шрифт',
    'extra-time': 'Дополнительное время', 'quiet-room': 'Тихая комната', parking: 'Место для парковки', assistant: 'Помощник',
  },
  home: 'Главная',
}
