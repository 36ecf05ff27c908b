import { kk as decision } from './decision/kk.ts'

export const kk = {
  denials: {
    ...decision.denials,
    'accreditation.open-already': 'Бұл ұйымның аккредиттеу бойынша ашық ісі бар. Алдымен соны аяқтаңыз.',
    'accreditation.not-at-this-step': 'Аккредиттеу ісі қазір басқа кезеңде, сондықтан бұл әрекет орындалмайды. Бетті жаңартыңыз.',
  },
}
export type AccreditationText = typeof kk
