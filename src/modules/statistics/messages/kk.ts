export const kk = {
  denials: {
    'statistics.day-wrong': 'Күн ЖЖЖЖ-АА-КК түрінде жазылуы керек.',
    'statistics.day-to-come': 'Бұл күн әлі келген жоқ: сандар бүгінге дейінгі күндерге ғана есептеледі.',
  },
}
export type StatisticsText = typeof kk
