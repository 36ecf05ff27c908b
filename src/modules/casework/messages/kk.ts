export const kk = {
  timeline: {
    'application-registered': 'Өтініш тіркелді', 'case-assigned': 'Істі жүргізуші тағайындалды', 'deadline-lapsed': 'Мерзім өтіп кетті',
  },
}
export type CaseworkText = typeof kk
