import { beforeAll, describe, expect, it } from 'vitest'
import { loadRegisters } from '../../../demo/registers.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../test/support/visitor.ts'
import { readWish, wishQuery } from './centre-wish.ts'

const { world, app } = await servedWorld()
let anybody: Visitor
beforeAll(async () => {
  await loadRegisters(world)
  anybody = await aVisitor(world, app)
})

const wish = (query: string) => readWish(new URLSearchParams(query), [{ kato: '750000000' }] as never)
const tiles = (body: string) => [...body.matchAll(/<li class="t-tile [^"]*"><a href="([^"]*)"[^>]*>.*?<b>(\d+)/g)].map((match) => ({ href: match[1]!.replaceAll('&amp;', '&'), count: Number(match[2]) }))

describe('the list of centres', () => {
  it('shows every region as a tile that leads to its list, in every language', async () => {
    for (const body of await inAllLanguages(anybody, '/centres')) {
      expect(tiles(body)).toHaveLength(20)
      expect(tiles(body).reduce((sum, tile) => sum + tile.count, 0)).toBe(16)
    }
  })

  it('leads from a tile to exactly as many centres as the tile says', async () => {
    const tile = tiles(await anybody.get('/ru/centres?access=ramp&price=60000')).find((each) => each.count > 0)!
    expect(tile.href).toContain('access=ramp')
    const list = await anybody.get(tile.href)
    expect([...list.matchAll(/<h3><a href="\/ru\/centres\/\d+"/g)]).toHaveLength(tile.count)
  })

  it('says what stands in the way when nothing is found', async () => {
    expect(await anybody.get('/en/centres?profession=astronaut')).toContain('The register has no profession')
    expect(await anybody.get('/en/centres?region=590000000&profession=K-0001')).toContain('The nearest region that has some')
    expect(await anybody.get('/en/centres?price=1')).toContain('No centre in the country meets these wishes yet')
  })

  it('takes a list away as a table with the same filters', async () => {
    const answer = await app.inject('/kk/centres/table.csv?region=750000000')
    expect(answer.headers['content-type']).toContain('text/csv')
    const lines = answer.body.trim().split('\r\n')
    expect(lines).toHaveLength(1 + 8)
    expect(lines[0]).toContain('number,name_kk,name_ru,name_en,region')
    expect(lines.slice(1).every((line) => line.includes('750000000') && line.endsWith('true'))).toBe(true)
  })
})

describe('the list of professions', () => {
  it('is taken away as it was searched, as a table and as JSON', async () => {
    const json = (await app.inject('/ru/professions/table.json?q=%D0%BA%D0%B0%D0%BD%D0%B4%D0%B8%D1%82%D0%B5%D1%80')).json<{ total: number; items: { code: string; centres: number }[] }>()
    expect(json.items[0]).toMatchObject({ code: 'K-0001', track: 'voluntary', name_ru: 'Кондитер' })
    const csv = (await app.inject('/ru/professions/table.csv?track=mandatory')).body.trim().split('\r\n')
    expect(csv[0]).toContain('code,name_kk,name_ru,name_en,track')
    expect(csv.slice(1).every((line) => line.includes(',mandatory,'))).toBe(true)
  })
})

describe('a centre', () => {
  it.each([
    ['Медеу', '02'], ['медев', '02'], ['medeu', '02'], ['Meedu', '02'], ['Сарыарка', '03'], ['сариарка', '03'], ['sariarka', '03'], ['Каспии', '06'], ['caspain', '06'], ['ертис', '04'], ['иртышь', '04'], ['оңтустик шебрелер үйі', '05'], ['south house', '05'],
    ['хан танири', '08'], ['хроматау', '07'], ['хромтауский цетнр', '07'], ['кокторбе', '09'], ['көктөбеде', '09'], ['Craftsmens yard', '10'], ['академиясы курылыс', '11'], ['центр признания Есиль', '14'],
  ])('is found by its name in any language, however it is spelt: «%s»', async (words, number) => {
    const { items } = (await app.inject(`/api/v1/centres?q=${encodeURIComponent(words)}`)).json<{ items: { number: string }[] }>()
    expect(items[0]?.number).toBe(number)
    const page = await anybody.get(`/kk/centres?name=${encodeURIComponent(words)}`)
    expect(/<h3><a href="\/kk\/centres\/(\d+)"/.exec(page)?.[1]).toBe(number)
  })

  it('that nobody knows is not found, and the page says by which words', async () => {
    expect((await app.inject('/api/v1/centres?q=zzzzz')).json()).toEqual({ items: [], total: 0 })
    expect(await anybody.get('/ru/centres?name=zzzzz')).toContain('Центр по словам «zzzzz»')
  })

  it('is sought by name together with the other wishes, and taken away as a table', async () => {
    expect((await app.inject('/api/v1/centres?q=medeu&region=710000000')).json<{ total: number }>().total).toBe(0)
    const lines = (await app.inject('/kk/centres/table.csv?name=medeu&region=750000000')).body.trim().split('\r\n')
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['02'])
  })
})

describe('an address with filters', () => {
  it.each([
    ['region=750000000&language=kk&sort=&access=ramp&access=lift', { region: '750000000', language: 'kk', sort: 'name', access: ['ramp', 'lift'], misread: [] }],
    ['price=45+000', { price: 45_000, misread: [] }],
    ['price=45%C2%A0000%20%E2%82%B8', { price: 45_000, misread: [] }],
    ['price=cheap', { price: undefined, misread: ['price'] }],
    ['by=2026-02-30', { by: undefined, misread: ['by'] }],
    ['by=2026-03-20&page=2', { by: '2026-03-20', page: 2, misread: [] }],
  ])('is read with care: %s', (query, read) => expect(wish(query)).toMatchObject(read))

  it.each([['region', '1'], ['language', 'de'], ['sort', 'x'], ['access', 'bed'], ['page', 'x']])('names the filter that it cannot follow: %s=%s', (name, value) => {
    expect(() => wish(`${name}=${value}`)).toThrow(expect.objectContaining({ code: 'filter.wrong', data: { filter: name, value } }))
  })

  it('is written as it was read, and drops what is not set', () => {
    const query = '?name=medeu&profession=K-0001&region=750000000&language=kk&price=45000&by=2026-03-20&access=ramp&access=lift&sort=date'
    expect(wishQuery(wish(query))).toBe(query)
    expect(wishQuery(wish(''))).toBe('')
    expect(wishQuery(wish('region=750000000'), 3)).toBe('?region=750000000&page=3')
  })
})
