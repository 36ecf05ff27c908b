import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTable } from '#platform/tables/read-table.ts'
import { searchIn, searchIndex } from './search-index.ts'

/** The register of the demonstration, as large as the one of the slides. */
const { rows } = await readTable(readFileSync(join(import.meta.dirname, '../../../../demo/data/professions.csv')), { filename: 'professions.csv' })
const INDEX = searchIndex(rows.map(({ cells }) => ({ code: cells['code']!, texts: [cells['name_kk']!, cells['name_ru']!, cells['name_en'] ?? '', ...(cells['synonyms'] ?? '').split(';')].filter(Boolean) })))

/** As people mistype in Kazakh and in Russian: letters of the other keyboard, a letter less, two changed places, written as heard. */
const MISSPELLINGS: readonly (readonly [string, string])[] = [
  ['кандитер', 'K-0001'], ['кондитир', 'K-0001'], ['кондитэр', 'K-0001'],
  ['канидтер', 'K-0001'], ['кандидтер', 'K-0001'], ['кнодитер', 'K-0001'], ['кодинтер', 'K-0001'], ['канидтерді', 'K-0001'], ['канидтеры', 'K-0001'], ['кондитерлерге', 'K-0001'], ['кондитером', 'K-0001'],
  ['модельэр одежды', 'K-0002'], ['киим моделери', 'K-0002'],
  ['инжинер конструктор', 'K-0003'], ['инженер канструктор', 'K-0003'],
  ['адвакат', 'K-0004'], ['адвокад', 'K-0004'],
  ['спосатель', 'K-0005'], ['спасатил', 'K-0005'], ['куткарушы', 'K-0005'], ['құтқаршы', 'K-0005'],
  ['пилот вертолёта', 'K-0006'], ['пелот вертолета', 'K-0006'], ['тикушак пилоты', 'K-0006'],
  ['электрогазасварщик', 'K-0007'], ['электрогазосварщек', 'K-0007'], ['электргазбен данекерлеуши', 'K-0007'], ['электргазбен дәнекерлеушы', 'K-0007'],
  ['шфея', 'K-0008'], ['тигинши', 'K-0008'], ['тігінше', 'K-0008'],
  ['партной', 'K-0009'], ['портнои', 'K-0009'],
  ['пикарь', 'K-0010'], ['наубаишы', 'K-0010'],
  ['обработчек мяса', 'K-0011'],
  ['обувщек', 'K-0013'], ['аяккиим тигуши', 'K-0013'],
  ['тистировщик програмного обеспечения', 'K-0015'], ['тестировщик програмного обеспечение', 'K-0015'], ['багдарламалык камтылымды тестилеуши', 'K-0015'],
  ['администратор веп сайтов', 'K-0016'], ['веб акимши', 'K-0016'],
  ['администратор бас данных', 'K-0017'], ['деректкор акимшиси', 'K-0017'],
  ['графический дезайнер', 'K-0019'], ['графикалык дизаинер', 'K-0019'],
  ['повор', 'K-0022'], ['поваров', 'K-0022'], ['аспзаға', 'K-0022'],
  ['екскурсовод', 'K-0024'], ['экскурсавод', 'K-0024'], ['экскурсия жетекшиси', 'K-0024'],
  ['барисста', 'K-0025'], ['офицыант', 'K-0026'], ['официянт', 'K-0026'], ['даяшы', 'K-0026'],
  ['горнична', 'K-0028'], ['бөлме кызметкери', 'K-0028'],
  ['машинист эксковатора', 'K-0029'], ['экскаватор машиниси', 'K-0029'],
  ['машинист дрибилки', 'K-0030'], ['аграном', 'K-0035'], ['пчиловод', 'K-0036'], ['ара осируши', 'K-0036'],
  ['трактарист машинист', 'K-0037'], ['шапан', 'K-0040'], ['социальный роботник', 'K-0041'], ['алеуметтик кызметкер', 'K-0041'],
  ['сиделька', 'K-0043'], ['каменьщик', 'K-0046'], ['тас калаушы', 'K-0046'], ['штукотур', 'K-0047'], ['сылакшы', 'K-0047'],
  ['электромантажник', 'K-0048'], ['сантехнек', 'K-0049'], ['плитошник', 'K-0052'], ['столер', 'K-0053'],
  ['агент по нидвижимости', 'K-0054'], ['жылжымайтын мулик агенти', 'K-0054'], ['натариус', 'K-0057'],
]

test('there are sixty of them and more', () => {
  expect(MISSPELLINGS.length).toBeGreaterThanOrEqual(60)
  expect(rows.length).toBe(749)
})

test.each(MISSPELLINGS)('«%s» finds its profession first among 749', (typed, code) => {
  expect(searchIn(INDEX, typed, 5)[0]?.code).toBe(code)
})

test.each([['моляр', 'K-0051']])('«%s», as near to another entry, finds its profession among the first five', (typed, code) => {
  expect(searchIn(INDEX, typed, 5).map((each) => each.code)).toContain(code)
})

/** A slip that makes a word which stands inside another one: «аспас» is also a part of «баспашы». */
const BESIDE_A_PART: readonly (readonly [string, string])[] = [
  ['аспас', 'K-0022'], ['асаз', 'K-0022'], ['тігіні', 'K-0008'], ['ткарь', 'K-0067'], ['токрь', 'K-0067'], ['тоқымшы', 'K-0102'], ['иірші', 'K-0105'],
  ['қймашы', 'K-0164'], ['сечник', 'K-0170'], ['портьи', 'K-0248'], ['игінші', 'K-0335'], ['рсовод', 'K-0340'], ['стриаль', 'K-0373'],
  ['екерь', 'K-0383'], ['леник', 'K-0385'], ['хашы', 'K-0437'], ['куьер', 'K-0470'], ['актурий', 'K-0698'],
]

test.each(BESIDE_A_PART)('«%s» is a part of another word, and finds its profession all the same, beside what has the part', (typed, code) => {
  const found = searchIn(INDEX, typed, 30)
  expect(found[0]?.kind).toBe('inside')
  expect(found.find((each) => each.kind === 'typo')).toBeDefined()
  expect(found.map((each) => each.code)).toContain(code)
})

test.each(['сварщик', 'слесарь', 'администратор', 'дәнекерлеуші'])('«%s», written right, brings no misspellings', (typed) => {
  expect(searchIn(INDEX, typed, 749).filter((each) => each.kind === 'typo')).toEqual([])
})
