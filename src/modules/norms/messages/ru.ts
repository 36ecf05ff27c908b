import type { NormsText } from './kk.ts'

export const ru: NormsText = {
  denials: {
    'norms.not-proposable': 'Изменение нормы не предложено.', 'norms.unknown': 'Такой нормы нет.', 'norms.acts-backwards': 'Изменение не действует назад: назначьте день после {today}.', 'norms.before-a-later-edition': 'Утверждена редакция с {validFrom}: более ранний день назначить нельзя.',
    'norms.mark-missing': 'Выберите отметку доказанности.', 'norms.source-missing': 'Напишите источник на казахском и русском.', 'norms.ground-missing': 'Напишите основание изменения.', 'norms.nothing-changes': 'Значение прежнее: изменения нет.', 'norms.value-missing': 'Установленную норму нельзя оставить пустой.', 'norms.value-wrong': 'Значение не того вида, что эта норма.',
    'norms.proposed-already': 'По этой норме уже есть нерешённое предложение.', 'norms.own-proposal': 'Своё предложение не утверждают: это дело второго человека.', 'norms.decided-already': 'По этому предложению решение уже принято.',
  },
  page: {
    title: 'Нормы', lead: 'Новое значение срока или требования предлагает один человек, утверждает другой. Идущие дела остаются в своей редакции.', proposals: 'Предложения', none: 'Нет предложений, ждущих решения.', history: 'Редакции', edition: 'Редакция', from: 'Действует с', ground: 'Основание', norm: 'Норма', value: 'Значение', change: 'Изменить', before: 'Сейчас: {value}', after: 'Новое значение: {value}',
    proposedBy: 'Предложение: {name}, {at}', decidedBy: '{name}, {at}', approve: 'Утвердить', reject: 'Отклонить', own: 'Ваше предложение решит второй человек.', approved: 'утверждено', rejected: 'отклонено', approvedFlash: 'Изменение утверждено.', rejectedFlash: 'Предложение отклонено.',
    formTitle: 'Изменить норму', valueLabel: 'Новое значение', valueHint: 'Пусто — не установлено.', yes: 'да', no: 'нет', mark: 'Отметка доказанности', sourceKk: 'Источник, на казахском', sourceRu: 'Источник, на русском', validFrom: 'С какого дня', propose: 'Предложить', proposed: 'Предложение записано, решит второй человек.', dayWrong: 'Напишите правильный день.',
  },
}
