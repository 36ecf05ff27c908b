import type { PeopleText } from './kk.ts'

export const ru: PeopleText = {
  denials: {
    'person.not-admissible': 'В личных данных есть ошибка.',
    'person.surname-missing': 'Напишите фамилию.',
    'person.given-name-missing': 'Напишите имя.',
    'person.birth-date-wrong': 'Дата рождения неверна: напишите день, месяц и год.',
    'person.birth-date-future': 'Дата рождения не может быть в будущем.',
    'person.birth-date-not-of-iin': 'Дата рождения не совпадает с ИИН. Проверьте обе.',
    'iin.twelve-digits': 'ИИН состоит из 12 цифр.',
    'iin.check-digit': 'В ИИН ошибка: контрольная цифра не сходится.',
    'iin.birth-date': 'Первые шесть цифр ИИН не являются датой рождения.',
    'iin.century': 'Седьмая цифра ИИН неверна.',
    'iin.demonstration': 'Это ИИН для демонстрации, в настоящей работе он не принимается.',
    'account.email-taken-meanwhile': 'Учётная запись только что была открыта. Попробуйте войти.',
    'role.to-oneself': 'Нельзя дать роль самому себе.',
  },
}
