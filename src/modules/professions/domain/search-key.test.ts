import { describe, expect, test } from 'vitest'
import { searchIn, searchIndex, type SearchCandidate } from './search-index.ts'
import { MATCH_KINDS, searchKey, similarity, trigrams } from './search-key.ts'

const searchCandidate = (code: string, texts: readonly string[]): SearchCandidate => ({ code, texts })
const rankMatches = (query: string, candidates: readonly SearchCandidate[], limit: number) => searchIn(searchIndex(candidates), query, limit)

const CANDIDATES = [
  searchCandidate('K-0001', ['Кондитер', 'Кондитер', 'Confectioner', 'тәттілер', 'торт', 'cake']),
  searchCandidate('K-0007', ['Электр-газ дәнекерлеуші', 'Электрогазосварщик', 'Electric and gas welder', 'сварка', 'дәнекер']),
  searchCandidate('K-0008', ['Бағдарламалық қамтылымды тестілеуші', 'Тестировщик программного обеспечения', 'Software tester', 'QA']),
  searchCandidate('K-0009', ['Веб-әкімші', 'Веб-администратор', 'Web administrator', 'сайт']),
  searchCandidate('K-0010', ['Аспаз', 'Повар', 'Cook']),
  searchCandidate('K-0011', ['Тас қалаушы', 'Каменщик', 'Bricklayer']),
  searchCandidate('K-0012', ['Сылақшы', 'Штукатур', 'Plasterer']),
  searchCandidate('K-0013', ['Өкілетті жылжымайтын мүлік делдалы', 'Агент по недвижимости', 'Real-estate agent', 'риелтор', 'риэлтор']),
  searchCandidate('K-0014', ['Күтуші', 'Сиделка', 'Caregiver']),
  searchCandidate('K-0015', ['Тігінші', 'Швея', 'Seamstress']),
]

function first(query: string): string | undefined {
  return rankMatches(query, CANDIDATES, 5)[0]?.code
}

describe('the search key', () => {
  test.each([
    ['Дәнекерлеуші', 'данекерлеуши'],
    ['Дәнекерлеуші', 'danekerleushi'],
    ['Дәнекерлеуші', 'dәnekerleushi'],
    ['Дәнекерлеуші', 'Dänekerleuşi'],
    ['Кондитер', 'KONDITER'],
    ['Сварщик', 'svarshchik'],
    ['Сварщик', 'svarschik'],
    ['Аспаз', 'aspaz'],
    ['Қалаушы', 'калаушы'],
    ['Күтуші', 'кутуши'],
    ['Тігінші', 'тигинши'],
    ['Веб-администратор', 'web administrator'],
    ['Пилот вертолёта', 'пилот  вертолета'],
    ['Жүргізуші', 'jürgizuşi'],
    ['Программист', 'програмист'],
    ['Һ', 'х'],
  ])('is the same for «%s» and «%s»', (written, typed) => {
    expect(searchKey(typed)).toBe(searchKey(written))
  })

  test('keeps different professions apart', () => {
    const keys = CANDIDATES.map((candidate) => searchKey(candidate.texts[0]!))
    expect(new Set(keys).size).toBe(CANDIDATES.length)
  })

  test('squeezes punctuation and spaces and keeps digits', () => {
    expect(searchKey('  «1С»: оператор — (ЧПУ)!  ')).toBe('1s operator chpu')
  })

  test('is empty for a text without letters or digits', () => {
    expect(searchKey(' — ?! ')).toBe('')
  })

  test('folds a key onto itself', () => {
    for (const candidate of CANDIDATES) for (const text of candidate.texts) expect(searchKey(searchKey(text))).toBe(searchKey(text))
  })
})

describe('likeness', () => {
  test('is one for the same key and nought for strangers', () => {
    expect(similarity('konditer', 'konditer')).toBe(1)
    expect(similarity('konditer', 'shveia')).toBe(0)
    expect(similarity('', '')).toBe(0)
  })

  test('is symmetrical', () => {
    expect(similarity('kanditer', 'konditer')).toBe(similarity('konditer', 'kanditer'))
  })

  test('pads each word by two before and one after', () => {
    expect([...trigrams('ab c')]).toEqual(['  a', ' ab', 'ab ', '  c', ' c '])
  })
})

describe('ranking', () => {
  test.each([
    ['кандитер', 'K-0001'],
    ['кондетер', 'K-0001'],
    ['кондит', 'K-0001'],
    ['кандит', 'K-0001'],
    ['konditer', 'K-0001'],
    ['confectionar', 'K-0001'],
    ['тәтті', 'K-0001'],
    ['welder', 'K-0007'],
    ['weldor', 'K-0007'],
    ['сварщик', 'K-0007'],
    ['сварщек', 'K-0007'],
    ['электрогазасварщик', 'K-0007'],
    ['данекерлеуши', 'K-0007'],
    ['дәнекерлеушы', 'K-0007'],
    ['тестировщик прог', 'K-0008'],
    ['тистировщик', 'K-0008'],
    ['test', 'K-0008'],
    ['вебадминистратор', 'K-0009'],
    ['вэб админ', 'K-0009'],
    ['повор', 'K-0010'],
    ['поавр', 'K-0010'],
    ['аспас', 'K-0010'],
    ['каменьщик', 'K-0011'],
    ['тас калаушы', 'K-0011'],
    ['штукотур', 'K-0012'],
    ['риэлтер', 'K-0013'],
    ['агент недвижимость', 'K-0013'],
    ['сиделька', 'K-0014'],
    ['тигинши', 'K-0015'],
    ['tiginshi', 'K-0015'],
  ])('finds by «%s»', (query, code) => {
    expect(first(query)).toBe(code)
  })

  test.each(['', '  ', '—', 'астроном', 'фыва', 'qwerty'])('finds nothing by «%s»', (query) => {
    expect(rankMatches(query, CANDIDATES, 5)).toEqual([])
  })

  test.each(['тттт', 'kkkk', 'qqqq', 'АА', 'тттт аа', 'SS'])('takes one letter typed again and again, «%s», for no beginning of a word', (query) => {
    expect(rankMatches(query, CANDIDATES, 5)).toEqual([])
  })

  test('finds a Roman numeral by itself', () => {
    const list = [searchCandidate('third', ['сварщик III']), searchCandidate('other', ['исполнитель'])]
    expect(rankMatches('III', list, 9).map((match) => match.code)).toEqual(['third'])
  })

  test('puts the same text before a beginning, a beginning before a word, a word before a part', () => {
    const list = [
      searchCandidate('part', ['автослесарь']),
      searchCandidate('word', ['старший слесарь']),
      searchCandidate('beginning', ['слесарь-сантехник']),
      searchCandidate('same', ['слесарь']),
    ]
    expect(rankMatches('слесарь', list, 9).map((match) => [match.code, match.kind])).toEqual([
      ['same', 'exact'],
      ['beginning', 'prefix'],
      ['word', 'word'],
      ['part', 'inside'],
    ])
  })

  test('offers misspellings only when nothing better answers', () => {
    const list = [searchCandidate('a', ['мастер']), searchCandidate('b', ['мастир'])]
    expect(rankMatches('мастер', list, 9).map((match) => match.code)).toEqual(['a'])
    expect(rankMatches('мастэрр', list, 9).map((match) => match.code)).toEqual(['a'])
    expect(rankMatches('мостер', list, 9).every((match) => match.kind === 'typo')).toBe(true)
  })

  test('gives no more than the limit and does not depend on the order of candidates', () => {
    const forward = rankMatches('тас', CANDIDATES, 2)
    const backward = rankMatches('тас', [...CANDIDATES].reverse(), 2)
    expect(forward).toEqual(backward)
    expect(rankMatches('к', CANDIDATES, 2)).toHaveLength(2)
    expect(rankMatches('к', CANDIDATES, 0)).toEqual([])
    expect(MATCH_KINDS[0]).toBe('exact')
  })
})
