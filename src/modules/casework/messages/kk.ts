export const kk = {
  timeline: {
    'application-registered': 'Өтініш тіркелді', 'case-assigned': 'Істі жүргізуші тағайындалды', 'deadline-recounted': 'Өндірістік күнтізбе өзгерді: мерзімнің соңғы күні — {to}', 'deadline-lapsed': 'Мерзім өтіп кетті',
  },
}
export type CaseworkText = typeof kk
