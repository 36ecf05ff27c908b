export const kk = {
  title: 'Емтихан күтушілер', lead: 'Шарты жасалған, бірақ әлі хабарлама алмаған адамдар және {from} мен {until} аралығындағы бос орындар. Бос орын – теория мен практиканың екеуіне де орны бар емтихан саны; басқа орталықтың орны есептелмейді.',
  asOf: '{date} жағдай бойынша', byRegion: 'Өңірлер', byQualification: 'Орталықтар мен кәсіптер', own: 'Біліктіліктер', sentence: '{region}: {people}, {seats}', people: { other: '{n} адам күтіп тұр' }, seats: { other: 'бос орын – {n}' }, ofCentre: 'Орталықта {people}, {seats}.', nobody: 'Емтихан күтіп тұрған адам жоқ', nobodyText: 'Шарт жасалып, хабарлама жіберілмесе, адамдар осында көрінеді.',
  region: 'Өңір', centre: 'Орталық', profession: 'Кәсіп', level: 'Деңгей', waiting: 'Күтіп тұр', free: 'Бос орын', theory: 'Теория', practice: 'Практика', without: 'Орын жетпейді', since: 'Күту басталған күн', all: 'барлығы', onlyWithout: 'тек жетпейтіндер', rows: 'Істердің тізімі', plan: 'Сеанс қосу', csv: 'CSV', xlsx: 'XLSX',
  header: ['өңір', 'орталық', 'кәсіп', 'деңгей', 'күтіп тұр', 'теориядағы бос орын', 'практикадағы бос орын', 'бос орын', 'орын жетпейді', 'қашаннан бері'],
}
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : T[K] extends string[] ? string[] : T[K] extends { other: string } ? { one?: string; few?: string; many?: string; other: string } : Shape<T[K]> }
export type DemandText = Shape<typeof kk>
