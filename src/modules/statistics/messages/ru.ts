import type { StatisticsText } from './kk.ts'

export const ru: StatisticsText = {
  denials: {
    'statistics.day-wrong': 'День нужно указать в виде ГГГГ-ММ-ДД.',
    'statistics.day-to-come': 'Этот день ещё не наступил: числа считаются только по сегодняшний день.',
  },
}
