/** So many entries has the generated register. */
export const ENTRIES = 10_000

export interface Named { code: string; kk: string; ru: string; en: string; synonyms: string[] }

/** What tells one generated entry from another of the same occupation: the industry and the kind of work. */
const WHERE = [
  ['құрылыс саласы', 'строительной отрасли', 'in construction'], ['тау-кен өндірісі', 'горного производства', 'in mining'], ['мұнай-газ кешені', 'нефтегазового комплекса', 'in oil and gas'],
  ['көлік шаруашылығы', 'транспортного хозяйства', 'in transport'], ['ауыл шаруашылығы', 'сельского хозяйства', 'in agriculture'], ['тамақ өнеркәсібі', 'пищевой промышленности', 'in the food industry'],
  ['жеңіл өнеркәсіп', 'лёгкой промышленности', 'in light industry'], ['энергетика', 'энергетики', 'in energy'], ['металлургия', 'металлургии', 'in metallurgy'], ['химия өндірісі', 'химического производства', 'in chemistry'],
  ['тұрғын үй шаруашылығы', 'жилищного хозяйства', 'in housing'], ['туризм', 'туризма', 'in tourism'], ['денсаулық сақтау', 'здравоохранения', 'in health care'], ['байланыс', 'связи', 'in communications'],
] as const

/** Ten thousand entries made from known occupations and industries; the names are generated and mean nothing. */
export function registerOf(known: readonly Readonly<Record<string, string>>[]): Named[] {
  return Array.from({ length: ENTRIES }, (_, at) => {
    const row = known[at % known.length]!
    const where = at < known.length ? undefined : WHERE[Math.floor(at / known.length) - 1]!
    const name = (column: string, of: 0 | 1 | 2) => [row[column], where?.[of]].filter(Boolean).join(' ')
    return {
      code: `X-${String(at + 1).padStart(5, '0')}`, kk: name('name_kk', 0), ru: name('name_ru', 1), en: name('name_en', 2),
      synonyms: where ? [] : (row['synonyms'] ?? '').split(';').filter(Boolean),
    }
  })
}

export const QUERIES: readonly { kind: string; queries: readonly string[] }[] = [
  { kind: 'one to three letters', queries: ['а', 'к', 'ас', 'та', 'co', 'дән', 'сва', 'weld'] },
  { kind: 'as written, kk', queries: ['аспаз', 'дәнекерлеуші', 'тігінші', 'электргазбен дәнекерлеуші', 'бағдарламалық қамтылымды тестілеуші тау-кен өндірісі'] },
  { kind: 'as written, ru', queries: ['повар', 'сварщик', 'электрогазосварщик', 'слесарь', 'тестировщик программного обеспечения нефтегазового комплекса'] },
  { kind: 'as written, en', queries: ['cook', 'welder', 'software tester', 'confectioner in mining', 'real-estate agent in construction'] },
  { kind: 'misspelt, kk', queries: ['аспас', 'данекерлеушы', 'тигинши', 'құтқаршы', 'электргазбен дәнекерлеушы', 'багдарламалык камтылымды тестилеуши', 'жылжымайтын мулик агенти'] },
  { kind: 'misspelt, ru', queries: ['повор', 'кандитер', 'штукотур', 'аграном', 'электрогазасварщик', 'тистировщик програмного обеспечения', 'машинист эксковатора строителной отросли'] },
  { kind: 'misspelt, en', queries: ['confectionar', 'weldor', 'sofware tester', 'bricklaier', 'carpentir in agriculure'] },
]
