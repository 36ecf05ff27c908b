import type { RegistersText } from './kk.ts'

export const ru: RegistersText = {
  importTitle: 'Импорт данных',
  importLead: 'Загрузите таблицу: сначала она проверяется, ошибки показываются по строкам. Если есть хоть одна ошибка, не вносится ничего.',
  kind: 'Что импортируется', kinds: { professions: 'Реестр профессий', centres: 'Центры признания', holidays: 'Рабочий календарь' },
  file: 'Файл CSV или XLSX', fileHint: 'В первой строке названия столбцов. До 100 000 строк.',
  check: 'Проверить', recent: 'Последние импорты', started: 'Начат', state: 'Состояние', rows: 'Строк', none: 'Импортов ещё не было.', open: 'Открыть',
  states: { examined: 'проверен, не внесён', running: 'вносится', applied: 'внесён', failed: 'не внесён', faulty: 'с ошибками' },
  counts: 'Всего строк: {rows}; новых: {added}, изменится: {changed}, без изменений: {unchanged}, ошибок: {faults}.',
  faults: 'Ошибки', line: 'Строка', column: 'Столбец', reason: 'Причина', moreFaults: 'Показаны первые ошибки: {count}.',
  faultsTitle: 'Ничего не внесено', faultsText: 'Исправьте ошибки в файле и загрузите его снова.', again: 'Загрузить другой файл',
  dryTitle: 'Проверка пройдена', dryText: 'Пока ничего не изменилось. Внесение — одно действие: либо всё, либо ничего.', nothing: 'Вносить нечего.', apply: 'Внести строк: {count}',
  runningText: 'Страницу можно закрыть и позже найти по этому же адресу.', refresh: 'Обновить страницу', done: 'Внесено.', started1: 'Внесение началось.', progress: 'Вносится',
  fileName: 'Файл: {name}',
  registerTitle: 'Реестр профессий', registerLead: 'У каждой записи есть версии: прежняя не стирается, дело ведётся по версии того дня, когда оно открыто.',
  code: 'Код', name: 'Название', track: 'Вид признания', version: 'Версия', from: 'Начало', until: 'Конец', provenance: 'Происхождение', levels: 'Уровень', validity: 'Срок документа', find: 'Поиск', current: 'действует', unlimited: 'бессрочно',
  voluntary: 'добровольное', mandatory: 'обязательное', provenances: { slides: 'слайды, март 2026 г.', demonstration: 'демонстрация', import: 'импорт' }, versions: 'Версии', publicPage: 'Страница для всех', empty: 'Записей не найдено.', months: 'месяцев: {n}',
}
