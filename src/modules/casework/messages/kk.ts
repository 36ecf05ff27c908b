export const kk = {
  timeline: {
    'application-registered': 'Өтініш тіркелді', 'case-assigned': 'Істі жүргізуші тағайындалды', 'file-deleted': 'Материалдардың сақтау мерзімі өтті: файлдар, хаттар және байланыс деректері {on} күні жойылды', 'deadline-recounted': 'Өндірістік күнтізбе өзгерді: мерзімнің соңғы күні — {to}', 'deadline-lapsed': 'Мерзім өтіп кетті',
  },
}
export type CaseworkText = typeof kk
