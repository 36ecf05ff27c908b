import type { SchedulingText } from './kk.ts'

export const ru: SchedulingText = {
  denials: {
    'sitting.not-possible': 'Такой сеанс нельзя поставить в расписание.',
    'sitting.time-wrong': 'Напишите время в виде 09:30.',
    'sitting.times-wrong': 'Сеанс должен закончиться позже, чем начнётся.',
    'sitting.in-the-past': 'Время сеанса уже прошло.',
    'sitting.day-off': 'Это выходной или праздничный день, а экзамен проводят в рабочий день.',
    'sitting.year-not-in-calendar': 'Производственный календарь на {year} год ещё не загружен.',
    'sitting.out-of-scope': 'На этот день в области аккредитации центра нет такой профессии и уровня.',
    'sitting.room-missing': 'Выберите помещение.',
    'sitting.room-busy': 'В это время помещение занято.',
    'sitting.seats-wrong': 'Укажите число мест целым числом.',
    'sitting.seats-over-room': 'Мест в помещении: {room}, а вы указали: {seats}.',
    'sitting.invigilator-missing': 'Назначьте на теорию наблюдателя.',
    'sitting.invigilator-without-role': 'Выбранный человек в этот день не является наблюдателем этого центра.',
    'sitting.invigilator-busy': 'Наблюдатель в это время занят на другом сеансе.',
    'sitting.invigilator-assesses': 'Один человек не может быть на сеансе и наблюдателем, и экспертом.',
    'sitting.assessor-twice': 'Один эксперт выбран дважды.',
    'sitting.assessor-without-role': 'Выбранный человек в этот день не является экспертом этого центра.',
    'sitting.assessor-busy': 'Один из экспертов в это время занят на другом сеансе.',
    'sitting.assessors-too-few': 'Экспертов на практике должно быть не меньше: {wanted}.',
    'sitting.cancelled-already': 'Сеанс уже снят с расписания.',
    'sitting.begun': 'Сеанс уже начался, его нельзя снять.',
    'sitting.has-candidates': 'На этот сеанс приглашено кандидатов: {notified}. Сначала отправьте им уведомление с новой датой.',
  },
}
