import type { StatisticsText } from './kk.ts'

export const en: StatisticsText = {
  denials: {
    'statistics.day-wrong': 'Write the day as YYYY-MM-DD.',
    'statistics.day-to-come': 'This day has not come yet: numbers are counted up to today.',
  },
}
