import type { ExamMessages } from './kk.ts'

export const ru: ExamMessages = {
  stages: { theory: 'Теория', practice: 'Практика' },
  accommodations: { 'extra-time': 'дополнительное время', 'large-print': 'крупный шрифт', place: 'приспособленное место', assistant: 'помощник', other: 'иное условие' },
  grounds: {
    'forbidden-item': 'Запрещённый предмет', communication: 'Разговор с другим лицом', 'outside-help': 'Посторонняя помощь', disturbance: 'Нарушение порядка, помеха другим',
    'left-place': 'Самовольный уход с места', 'false-identity': 'Сдача за другое лицо', other: 'Иное нарушение',
  },
  incidents: {
    'line-lost': 'Потеря связи', 'power-cut': 'Отключение света', equipment: 'Отказ оборудования', 'server-outage': 'Сервер не работал', health: 'Здоровье кандидата', other: 'Иное событие',
  },
  seatStates: {
    notified: 'Уведомлён', briefing: 'Идёт инструктаж', briefed: 'Инструктаж пройден', admitted: 'Допущен', writing: 'Пишет', passed: 'Теория сдана', 'not-passed': 'Теория не сдана',
    working: 'Выполняет задание', ended: 'Закончил', removed: 'Отстранён', absent: 'Не явился',
  },
  forbidden: [
    'пейджер', 'сотовый телефон', 'планшет', 'iPad', 'iPod', 'смартфон', 'ноутбук', 'плеер', 'модем', 'иные мобильные устройства, способные передавать информацию',
    'любые виды радиоэлектронной связи', 'смарт-часы', 'смарт-очки', 'фитнес-браслет', 'диктофон', 'калькулятор', 'проводные наушники', 'беспроводные наушники', 'шпаргалки',
    'учебно-методическая литература',
  ],
  briefing: {
    methodTitle: 'Методика оценки', toolsTitle: 'Средства оценки и практическое задание', complaintTitle: 'Порядок подачи жалобы', appealTitle: 'Порядок подачи апелляции',
    safetyTitle: 'Использование оборудования и техника безопасности', forbiddenTitle: 'Что нельзя приносить на экзамен',
    complaintText: 'На любое действие или бездействие центра вы можете подать жалобу в любое время: на странице дела или на бумаге. Жалоба – отдельное дело, на неё отвечает центр, её видят региональная палата и Национальный орган.',
    appealText: 'Если вы не согласны с результатом признания, подайте апелляцию в течение {days} после вручения документа или уведомления. Её рассматривают лица, не участвовавшие в первом решении.',
  },
  paper: {
    until: 'до {day}', level: '{level}-й уровень', whole: 'профессия целиком', channelAccount: 'направлено в личный кабинет', channelPaper: 'на бумаге', onSite: 'в центре, офлайн',
    inKazakh: 'казахский язык', inRussian: 'русский язык', stages: { theory: 'Теоретический этап', practice: 'Практический этап' }, bringIdentity: 'Документ, удостоверяющий личность',
    centreOperator: 'Оператор центра', heldByRole: 'Инструктаж провёл', candidateRole: 'Кандидат', witnessRole: 'Подпись засвидетельствовал', onPaper: 'подписано на бумаге', inAccount: 'подтверждено в личном кабинете',
  },
  letters: {
    notification: {
      subject: '{number}: назначен день экзамена',
      body: 'Назначен день экзамена по делу {number}. Центр: {centre}.\n\n{sittings}\n\nУведомление, список запрещённых предметов и методика – на странице:\n{link}',
    },
  },
  timeline: {
    'theory-credited': 'Ошибочный вопрос засчитан', 'theory-credit-left': 'Ошибочный вопрос засчитан в прежней попытке: посмотрите, что из этого следует',
    'notification-sent': 'Направлено уведомление об экзамене', 'notification-replaced': 'Назначен новый день: направлено новое уведомление', 'briefing-held': 'Проведено ознакомление или инструктаж',
    'briefing-held.familiarisation': 'Проведено ознакомление', 'briefing-held.briefing': 'Проведён вводный инструктаж', 'briefing-confirmed.familiarisation': 'Кандидат подтвердил ознакомление', 'briefing-confirmed.briefing': 'Кандидат подтвердил вводный инструктаж',
    'briefing-confirmed': 'Кандидат подтвердил ознакомление', 'briefing-completed': 'Ознакомление и инструктаж записаны полностью', 'briefing-again': 'Место изменилось: вводный инструктаж проводится заново',
    'briefing-kept': 'Место не изменилось: ознакомление и инструктаж действуют', 'theory-admitted': 'Кандидат допущен к теории', 'seat-code-renewed': 'Код места обновлён', 'theory-started': 'Теория начата',
    'theory-passed': 'Теория сдана', 'theory-not-passed': 'Теория не сдана', 'attempt-held': 'Экзамен проведён', 'warning-given': 'Вынесено предупреждение', 'warning-acknowledged': 'Кандидат прочитал предупреждение',
    'removed-from-exam': 'Повторное нарушение: отстранён от экзамена', 'minutes-given': 'Потерянное время возвращено', 'incident-recorded': 'Записано событие', 'no-show-recorded': 'Кандидат не явился',
    'practice-started': 'Практика начата', 'step-marked': 'Операция оценена', 'practice-passed': 'Практика сдана', 'practice-not-passed': 'Практика выполнена не по карте',
    'practice-stopped': 'Нарушена безопасность: практика остановлена',
  },
  denials: {
    'theory.too-few-questions': 'По теме {topic} осталось слишком мало годных вопросов. Утвердите новую версию программы.',
    'notice.not-sendable': 'Уведомление направить нельзя.', 'notice.in-the-past': 'Этот день уже прошёл.', 'notice.too-short': 'До экзамена должно оставаться не менее {wholeDays} полных рабочих дней. Самый ранний день: {firstLawfulOn}.',
    'notice.day-off': '{procedureOn} – нерабочий день.', 'notice.no-sitting-theory': 'Выберите время теории.', 'notice.no-sitting-practice': 'Выберите время практики.',
    'notice.practice-before-theory': 'Практика должна начинаться после окончания теории.', 'notice.other-sitting': 'Это время назначено для другой профессии, уровня или центра.',
    'notice.sitting-cancelled': 'Это время отменено.', 'notice.no-seat': 'На {onDay} свободных мест не осталось.', 'notice.new-date-needs-ground': 'Укажите причину нового дня.',
    'notice.no-contract': 'Договор ещё не принят.', 'notice.none-yet': 'Уведомление ещё не направлено.', 'notice.none-offered-theory': 'Для теории с {firstLawfulOn} нет времени со свободными местами. Откройте время в расписании.',
    'notice.none-offered-practice': 'Для практики с {firstLawfulOn} нет времени со свободными местами. Откройте время в расписании.',
    'attempt.none-open': 'По этому делу нет открытого экзамена.', 'attempt.no-sitting': 'Для этого этапа время не назначено.',
    'briefing.not-possible': 'Инструктаж записать нельзя.', 'briefing.not-now': 'Ознакомление и инструктаж записываются после уведомления и до начала экзамена.', 'briefing.confirmed-already': 'Это уже подтверждено.',
    'briefing.held-already': 'Это уже проведено.', 'briefing.not-held': 'Сначала сотрудник должен провести вводный инструктаж.', 'briefing.needs-two-people': 'Провести и подтвердить должны два разных лица.',
    'briefing.text-changed': 'Текст изменился. Обновите страницу и прочитайте его ещё раз.', 'briefing.nothing-chosen': 'Отметьте, что вы подтверждаете.',
    'admission.not-possible': 'Допустить кандидата нельзя.', 'admission.not-briefed': 'Ознакомление и вводный инструктаж не подтверждены двумя лицами.', 'admission.other-day': 'День экзамена – {sittingOn}.',
    'admission.identity-not-seen': 'Проверьте документ, удостоверяющий личность, и отметьте это.', 'admission.too-early': 'Вход ещё не открыт.', 'admission.too-late': 'Время этапа закончилось.',
    'theory.not-startable': 'Экзамен начать нельзя.', 'theory.not-admitted': 'Сначала вас должен допустить наблюдатель.', 'theory.not-started': 'Экзамен ещё не начат.', 'theory.ended': 'Экзамен закончен.',
    'answers.too-late': 'Время вышло, этот ответ не принят.', 'seat.unknown-code': 'Код не найден или уже использован. Попросите у наблюдателя новый.',
    'practice.not-in-attempt': 'В этом экзамене практика не сдаётся.', 'practice.theory-first': 'Сначала нужно сдать теорию.', 'practice.not-running': 'Практика сейчас не идёт.',
    'practice.no-such-step': 'В карте нет операции {step}.', 'practice.note-missing': 'Напишите, почему операция не выполнена.', 'practice.note-too-long': 'Заметка не длиннее {most} знаков.',
    'practice.ground-missing': 'Напишите, как нарушена безопасность.', 'practice.not-stoppable': 'Остановить практику нельзя.', 'practice.step-not-critical': 'Операция {step} не критична для безопасности, практика не останавливается.',
    'practice.not-closable': 'Закончить практику нельзя.', 'practice.not-all-marked': 'Не оценены операции: {steps}.',
    'violation.unknown-ground': 'Выберите основание из списка.', 'violation.note-missing': 'Напишите, что произошло.', 'violation.another-recorded': 'За это время записано ещё одно нарушение. Проверьте и решите заново.', 'violation.not-running': 'Этот этап сейчас не идёт.',
    'incident.unknown-kind': 'Выберите вид события.', 'incident.note-missing': 'Напишите, что произошло.', 'incident.minutes-wrong': 'Минуты – целое число от 0 до {most}.', 'incident.no-time-running': 'Время возвращать некуда: экзамен не идёт.',
    'no-show.not-possible': 'Записать неявку нельзя.', 'no-show.was-there': 'Кандидат начал экзамен.', 'no-show.sitting-not-over': 'Подождите до окончания отведённого времени.',
  },
}
