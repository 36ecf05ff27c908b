import type { ExamPlanningText } from './kk.ts'

export const ru: ExamPlanningText = {
  timeline: {
    'interest-declared': 'Заявлено о конфликте интересов', 'interest-withdrawn': 'Заявление о конфликте интересов признано необоснованным',
  },
  denials: {
    'conflict.same-person': '{name} не может оценивать себя.', 'conflict.same-employer': 'Конфликт интересов: {name} и кандидат имеют одного работодателя.', 'conflict.declared-kin': 'Конфликт интересов: заявлено о родстве {name} и кандидата.',
    'conflict.taught-by': 'Конфликт интересов: заявлено, что {name} обучал(а) кандидата.', 'conflict.marked-before': 'Конфликт интересов: {name} уже оценивал(а) кандидата раньше.', 'conflict.same-address': 'Конфликт интересов: у {name} и кандидата один адрес.',
    'sitting.staff-not-possible': 'Этих людей нельзя назначить на сеанс.',
    'interest.not-possible': 'Заявление не принимается.', 'interest.kind-missing': 'Выберите, какая связь.', 'interest.no-staff': 'Выберите сотрудника центра.', 'interest.own-case': 'Это ваше собственное дело, заявлять не нужно.',
    'interest.stands-already': 'Такое заявление уже есть.', 'interest.case-closed': 'Дело закрыто.', 'interest.own': 'Заявление о себе снять нельзя.', 'interest.ground-missing': 'Напишите основание (до 500 знаков).',
  },
}
