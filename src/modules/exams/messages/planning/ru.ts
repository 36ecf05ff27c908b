import type { ExamPlanningText } from './kk.ts'

export const ru: ExamPlanningText = {
  timeline: {
    'day-chosen': 'Кандидат выбрал день экзамена: {examOn}', 'day-choice-changed': 'Кандидат выбрал другой день: {examOn}', 'day-choice-taken-back': 'Кандидат отказался от выбранного дня', 'day-wished': 'Кандидат указал удобные дни', 'day-told': 'Кандидату сообщено о подходящем дне: {examOn}', 'chosen-day-called-off': 'Выбранный кандидатом сеанс не состоится',
    'interest-declared': 'Заявлено о конфликте интересов', 'interest-withdrawn': 'Заявление о конфликте интересов признано необоснованным',
    'exam-postponed-candidate': 'Кандидат перенёс день экзамена', 'exam-postponed-illness': 'День экзамена перенесён из-за болезни кандидата', 'exam-postponed-centre': 'Центр перенёс день экзамена',
  },
  letters: {
    dayOffered: { subject: '{number}: можно выбрать день экзамена', body: 'По делу {number} появился день экзамена, который подходит к указанному вами времени: {day}. Число мест ограничено, выберите день здесь:\n{link}' },
    chosenDayOff: { subject: '{number}: выбранный вами сеанс не состоится', body: 'По делу {number} выбранный вами сеанс снят с расписания. Выберите другой день или дождитесь уведомления центра:\n{link}' },
    postponed: { subject: '{number}: день экзамена перенесён', candidate: 'По делу {number} день экзамена перенесён по вашей просьбе. Новый день центр назначит в срок, бесплатно.\n{link}', illness: 'По делу {number} день экзамена перенесён из-за болезни. Новый день центр назначит в срок, бесплатно.\n{link}', centre: 'По делу {number} центр не может провести экзамен в назначенный день. Новый день назначат в срок, бесплатно; сданный этап сохраняется.\n{link}' },
  },
  denials: {
    'choice.not-possible': 'Этот день выбрать нельзя.', 'choice.not-now': 'День выбирают после заключения договора и до отправки уведомления.', 'choice.centre-names': 'День экзамена назначает центр.', 'choice.not-offered': 'Этот сеанс вам не предлагается. Выберите другой.', 'choice.none': 'Выбранного дня нет.', 'wish.unknown': 'Выберите день и время из списка.',
    'postponement.not-possible': 'День экзамена нельзя перенести.', 'postponement.begun': 'Экзамен уже начался: перенести его нельзя.', 'postponement.over': 'Сеанс закончился.', 'postponement.note-too-long': 'Текст не длиннее {most} знаков.', 'postponement.paper-missing': 'Напишите номер и дату документа о болезни.', 'postponement.note-missing': 'Напишите причину.', 'postponement.too-often': 'За одну попытку день переносят не больше {times} раза.', 'postponement.too-late': 'До экзамена должно оставаться не менее {days} полного рабочего дня.', 'postponement.somebody-runs': 'На сеансе сдают экзамен: {n}. Сначала остановите его.', 'postponement.ground-missing': 'Выберите основание.',
    'conflict.same-person': '{name} не может оценивать себя.', 'conflict.same-employer': 'Конфликт интересов: {name} и кандидат имеют одного работодателя.', 'conflict.declared-kin': 'Конфликт интересов: заявлено о родстве {name} и кандидата.',
    'conflict.taught-by': 'Конфликт интересов: заявлено, что {name} обучал(а) кандидата.', 'conflict.marked-before': 'Конфликт интересов: {name} уже оценивал(а) кандидата раньше.', 'conflict.same-address': 'Конфликт интересов: у {name} и кандидата один адрес.',
    'sitting.staff-not-possible': 'Этих людей нельзя назначить на сеанс.',
    'interest.not-possible': 'Заявление не принимается.', 'interest.kind-missing': 'Выберите, какая связь.', 'interest.no-staff': 'Выберите сотрудника центра.', 'interest.own-case': 'Это ваше собственное дело, заявлять не нужно.',
    'interest.stands-already': 'Такое заявление уже есть.', 'interest.case-closed': 'Дело закрыто.', 'interest.own': 'Заявление о себе снять нельзя.', 'interest.ground-missing': 'Напишите основание (до 500 знаков).',
  },
}
