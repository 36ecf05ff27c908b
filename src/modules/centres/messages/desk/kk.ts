export const kk = {
  denials: {
    'contacts.wrong': 'Байланыс деректерін сақтауға болмайды.',
    'contacts.phone-wrong': 'Телефонды кодымен жазыңыз, мысалы +7 700 000 00 00.',
    'contacts.email-wrong': 'Электрондық поштаны толық жазыңыз, мысалы ortalyq@example.kz.',
    'contacts.site-wrong': 'Сайттың мекенжайын https:// белгісінен бастап толық жазыңыз.',
    'contacts.unchanged': 'Ештеңе өзгерген жоқ.',
    'hours.wrong': 'Жұмыс уақытын сақтауға болмайды.',
    'hours.day-past': 'Жұмыс уақыты бүгіннен немесе алдағы күннен бастап өзгереді.',
    'hours.no-day': 'Кемінде бір жұмыс күнінің уақытын жазыңыз.',
    'hours.time-wrong': 'Уақытты 09:00 түрінде жазыңыз, басталуы мен аяқталуы бірге көрсетіледі.',
    'hours.end-before-start': 'Жұмыс күні басталғаннан кейін аяқталуға тиіс.',
    'hours.break-outside': 'Үзіліс жұмыс уақытының ішінде болуға тиіс.',
    'hours.exception-wrong': 'Бұл күнді сақтауға болмайды.',
    'hours.exception-past': 'Күн бүгін немесе алда болуға тиіс.',
    'hours.exception-taken': 'Бұл күнге уақыт көрсетіліп қойған. Алдымен оны алып тастаңыз.',
    'hours.exception-time-wrong': 'Басталуы мен аяқталуын 09:00 түрінде жазыңыз немесе екеуін де бос қалдырыңыз.',
    'hours.exception-end-before-start': 'Аяқталуы басталуынан кейін болуға тиіс.',
    'hours.note-missing': 'Себебін екі тілде жазыңыз (200 таңбаға дейін).',
  },
  hours: {
    short: ['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс'],
    withBreak: ', үзіліс {from}–{until}',
    closed: 'жабық',
  },
}
export type CentreDeskText = typeof kk
