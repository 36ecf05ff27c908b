import type { AuditText } from './kk.ts'

export const ru: AuditText = {
  kinds: {
    'certificate-expiry-reminded': 'Напомнено об истечении срока аттестата',
    'certificate-event-proposed': 'Предложено решение об аттестате',
    'certificate-event-approved': 'Утверждено решение об аттестате',
    'certificate-event-rejected': 'Отклонено предложение об аттестате',
    'clock-moved': 'Переведены часы демонстрации', 'reference-loaded': 'Загружены справочные данные', 'demonstration-begun': 'Загрузка демонстрации начата', 'demonstration-loaded': 'Демонстрация загружена', 'norms-supplemented': 'Добавлены новые нормы платформы', 'norm-proposed': 'Предложено изменение нормы', 'norm-approved': 'Изменение нормы утверждено', 'norm-rejected': 'Изменение нормы отклонено', 'contacts-changed': 'Изменены контакты',
    'password-changed': 'Изменён пароль', 'password-reset': 'Пароль назначен заново', 'password-reset-asked': 'Запрошено восстановление пароля', 'role-granted': 'Выдана роль', 'role-revoked': 'Роль отозвана', 'second-factor-on': 'Включён второй фактор', 'second-factor-off': 'Отключён второй фактор', 'second-factor-begun': 'Начата настройка второго фактора',
    'account-opened': 'Открыта учётная запись', 'account-closed': 'Закрыта учётная запись', 'sign-ins-ended': 'Выход на всех устройствах', 'signed-in': 'Вход', 'interest-left': 'Отмечен интерес к профессии', 'accessibility-set': 'Изменён паспорт доступности', 'price-list-published': 'Опубликован прейскурант', 'room-opened': 'Открыто помещение', 'room-closed': 'Закрыто помещение',
    'sector-body-linked': 'Организация связана с отраслевым органом', 'outcome-registered': 'Зарегистрирован документ обязательного признания', 'outcome-corrected': 'Исправлена запись о документе обязательного признания', 'outcome-annulled': 'Аннулирован документ обязательного признания', 'outcomes-imported': 'Документы обязательного признания зарегистрированы из файла', 'procedure-published': 'Опубликован порядок признания',
    'organisation-created': 'Внесена организация', 'api-key-created': 'Создан ключ API', 'api-key-revoked': 'Отозван ключ API', 'register-imported': 'В реестр внесена таблица', 'application-returned': 'Заявление возвращено', 'sitting-created': 'Сеанс поставлен в расписание', 'sitting-cancelled': 'Сеанс снят', 'person-verified': 'Подтверждена личность',
    'programme-drafted': 'Открыта версия программы', 'programme-changed': 'Изменена программа', 'programme-submitted': 'Программа передана на утверждение', 'programme-approved': 'Программа утверждена', 'programme-returned': 'Программа возвращена', 'programme-retired': 'Программа выведена из действия', 'items-imported': 'Импортированы вопросы',
  },
  chains: { 'mandatory-outcomes': 'документы обязательного признания отраслевого органа', accreditation: 'дело об аккредитации', account: 'учётная запись', person: 'человек', case: 'дело', centre: 'центр', organisation: 'организация', programme: 'программа', 'programme-version': 'программа', sitting: 'сеанс', register: 'реестр', instance: 'платформа', returned: 'возвращённое заявление' },
  journal: {
    title: 'Журнал', lead: 'Все действия: кто, когда, что сделал. Запись нельзя изменить или стереть, цепь скреплена хешем.', find: 'Номер дела', kind: 'Действие', all: 'все', from: 'С какого дня', until: 'По какой день', columns: { at: 'Время', actor: 'Кто', act: 'Действие', where: 'Где', seq: '№' }, empty: 'Таких записей нет', emptyText: 'Измените фильтр.',
    system: 'платформа', partner: 'система-партнёр', anonymous: 'неизвестный', more: 'Более старые записи', newest: 'Самые новые', whole: 'Цепь цела, записей: {n}.', broken: 'Цепь нарушена в записи {at}!', csv: 'Скачать CSV', onlyOf: 'Действия этого человека', dayHint: 'ГГГГ-ММ-ДД',
  },
  checkpoints: {
    title: 'Контрольные точки', lead: 'Каждую минуту платформа подписывает, до какого места дошла каждая цепочка журнала; ключ лежит вне базы данных. Скачайте файл и храните у себя: даже если журнал потом перепишут целиком, расхождение будет видно.',
    columns: { no: '№', at: 'Время', entries: 'Записей', root: 'Корень', key: 'Ключ' }, empty: 'Контрольных точек ещё нет', emptyText: 'Первая появится в течение минуты.', download: 'Скачать контрольную точку (JSON)', check: 'Проверить сейчас', whole: 'Всё сходится: с журналом сверено контрольных точек — {n}.', broken: 'Найдены расхождения', line: 'Точка {no}: {fault}',
    faults: { gap: 'нет предыдущей точки', 'previous-root': 'предыдущая точка другая', 'unknown-key': 'ключ неизвестен', signature: 'подпись неверна', root: 'корень не сходится', entry: 'записи нет или она изменена ({chain}, {seq})' },
  },
  views: { title: 'Кто открывал дела', lead: 'Кто из сотрудников и органов надзора открывал папку дела. Один человек и одно дело — не чаще раза в час.', columns: { at: 'Время', who: 'Кто', number: 'Дело' }, empty: 'Записей нет', emptyText: 'Когда папку дела откроют, запись появится здесь.', own: 'Кто открывал ваше дело', ownEmpty: 'Ваше дело пока никто не открывал.' },
}
