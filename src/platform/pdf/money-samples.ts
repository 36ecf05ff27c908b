import type { PaperCentre, PaperData, PaperPerson, PaperQualification, PaperSignature } from './papers.ts';

/** Samples of the papers about money, with the people and places of the other samples. */
export function moneySamples({ person, centre, qualification, head }: { person: PaperPerson; centre: PaperCentre; qualification: PaperQualification; head: PaperSignature }): Pick<PaperData, 'invoice' | 'act-of-works' | 'money-letter'> {
  return {
    invoice: {
      demo: true, number: '2026-01-000012-K-1', issuedOn: { kk: '2026 ж. 14 қазан', ru: '14 октября 2026 г.' }, centre,
      payer: { kk: `${person.name}, ЖСН ${person.iin}`, ru: `${person.name}, ИИН ${person.iin}` }, candidate: person.name, contractNumber: '2026-01-000012-K', qualification,
      amount: '45 000 ₸', dueOn: { kk: '2026 ж. 24 қазан', ru: '24 октября 2026 г.' }, signatory: 'Қожахметов Бейбіт Әлімұлы',
    },
    'money-letter': {
      demo: true, number: '2026-01-000012-K', writtenOn: { kk: '2026 ж. 14 қазан', ru: '14 октября 2026 г.' }, centre, addressee: person.name,
      subject: { kk: 'Төлем түсті: № 2026-01-000012-K-1', ru: 'Поступила оплата: № 2026-01-000012-K-1' }, text: { kk: '№ 2026-01-000012-K-1 шот бойынша 20 000 ₸ түсті. Төленбегені: 25 000 ₸.', ru: 'По счёту № 2026-01-000012-K-1 поступило 20 000 ₸. Осталось оплатить: 25 000 ₸.' },
      signatory: 'Қожахметов Бейбіт Әлімұлы',
    },
    'act-of-works': {
      demo: true, number: 'W-2026-10-01-1', madeOn: { kk: '2026 ж. 3 қараша', ru: '3 ноября 2026 г.' },
      centre: { kk: `${centre.name.kk}, БСН ${centre.bin}`, ru: `${centre.name.ru}, БИН ${centre.bin}` }, payer: { kk: 'Ваучер бойынша төлеуші (үлгі), БСН 240190009424', ru: 'Плательщик по ваучерам (образец), БИН 240190009424' },
      period: '01.10.2026 – 31.10.2026',
      lines: [{ service: { kk: '«Кондитер» (4-деңгей) кәсіптік біліктілігін тану', ru: 'Признание профессиональной квалификации «Кондитер» (4-й уровень)' }, period: '05.10.2026 – 21.10.2026', count: '2', price: '45 000', total: '90 000' }],
      count: '2', total: '90 000 ₸', dueOn: { kk: '2026 ж. 3 желтоқсан', ru: '3 декабря 2026 г.' },
      vouchers: ['000001', '000002'].map((no) => ({ voucher: `V-2026-75-${no}`, kase: `2026-01-${no}-K`, service: { kk: 'Кондитер, 4-деңгей', ru: 'Кондитер, уровень 4' }, heldOn: '05.10.2026', price: '45 000' })),
      signatures: [head, { role: { kk: 'Тапсырыс беруші: төлеушінің маманы', ru: 'Заказчик: специалист плательщика' }, name: '', signedAt: null }],
    },
  };
}
