import type { OwnDeskText } from './kk.ts'

export const ru: OwnDeskText = {
  certificate: {
    title: 'Аттестат аккредитации',
    lead: 'Аттестат центра, срок его действия и чего не хватает, чтобы проводить экзамен по каждой профессии.',
    none: 'Аттестата нет', noneText: 'Здесь появится выданный аттестат.',
    number: 'Аттестат № {number}', dates: 'Срок действия', datesValue: '{from} – {until}',
    left: 'До окончания', daysLeft: 'осталось дней: {days}',
    paper: 'Аттестат (PDF)', publicPage: 'Открытая страница', atCase: 'Дело об аккредитации {number}',
    scope: 'Область аккредитации', profession: 'Профессия', level: 'Уровень', state: 'Состояние',
    happened: 'Решения об аттестате', happenedNone: 'Со дня выдачи решений не было.', whole: 'аттестат целиком', about: 'О чём', from: 'Действует с', ground: 'Основание', circumstances: 'Обстоятельства', fromRegister: 'Сведения пришли вместе с реестром, основание в них не названо.', clauseUnknown: 'пункт не указан',
    readiness: 'Готовность к экзаменам', examine: 'Экзамен', ready: 'можно проводить', notReady: 'проводить нельзя', ahead: 'Сеансов впереди', open: 'Открыть',
    cases: 'Дела об аккредитации', casesNone: 'На платформе дел об аккредитации нет.', caseNumber: 'Дело', caseStep: 'Этап', draft: 'Черновик',
    missing: 'Не хватает', warnings: 'Обратите внимание', complete: 'Для экзамена по этому уровню есть всё.',
    price: 'Цена', noPrice: 'не опубликована', programme: 'Программа', noProgramme: 'утверждённой версии нет', version: 'версия {n}', certificateOf: 'Аттестат', until: '№ {number}, до {date}',
    assessors: 'Эксперты', assessorsNone: 'не назначены', sittings: 'Сеансы впереди', sittingsNone: 'В расписании сеансов нет.', when: 'Время', stage: 'Этап', room: 'Помещение', seats: 'Свободно мест', seatsValue: 'свободно {free} из {seats}',
    toPrices: 'К прейскуранту', toProgrammes: 'К программам', toPeople: 'К сотрудникам', toSittings: 'К расписанию экзаменов', toRegister: 'Страница в реестре', levelTitle: 'Уровень {level}', kinds: { initial: 'первичная аккредитация', extension: 'расширение области', renewal: 'продление', reissue: 'переоформление' },
  },
}
