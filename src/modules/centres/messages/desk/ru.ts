import type { CentreDeskText } from './kk.ts'

export const ru: CentreDeskText = {
  denials: {
    'contacts.wrong': 'Контакты нельзя сохранить.',
    'contacts.phone-wrong': 'Напишите телефон с кодом, например +7 700 000 00 00.',
    'contacts.email-wrong': 'Напишите адрес почты полностью, например centre@example.kz.',
    'contacts.site-wrong': 'Напишите адрес сайта полностью, начиная с https://.',
    'contacts.unchanged': 'Ничего не изменилось.',
    'hours.wrong': 'Часы работы нельзя сохранить.',
    'hours.day-past': 'Часы работы меняются с сегодняшнего или будущего дня.',
    'hours.no-day': 'Укажите часы хотя бы одного рабочего дня.',
    'hours.time-wrong': 'Напишите время в виде 09:00; начало и конец указывают вместе.',
    'hours.end-before-start': 'Рабочий день должен закончиться позже, чем начнётся.',
    'hours.break-outside': 'Перерыв должен лежать внутри рабочего времени.',
    'hours.exception-wrong': 'Этот день нельзя сохранить.',
    'hours.exception-past': 'День должен быть сегодняшним или будущим.',
    'hours.exception-taken': 'Для этого дня часы уже указаны. Сначала уберите прежнюю запись.',
    'hours.exception-time-wrong': 'Напишите начало и конец в виде 09:00 или оставьте оба поля пустыми.',
    'hours.exception-end-before-start': 'Конец должен быть позже начала.',
    'hours.note-missing': 'Напишите причину на двух языках (до 200 знаков).',
  },
  hours: {
    short: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
    withBreak: ', перерыв {from}–{until}',
    closed: 'закрыто',
  },
}
