import { describe, expect, it } from 'vitest'
import { loadHistory } from '../../../../demo/history/load-history.ts'
import { loadRegisters } from '../../../../demo/registers.ts'
import { servedWorld } from '../../../../test/support/server.ts'

const { app, world } = await servedWorld()
world.at('2026-11-24 10:00')
await loadRegisters(world)
await loadHistory(world)

interface File { filter?: { by: string; value: string }; items: Record<string, string | number | null>[] }
const json = async (query: string): Promise<File> => (await app.inject({ url: `/api/v1/statistics/datasets/${query}` })).json<File>()
const whole = (await json('recognised.json')).items
const value = (by: string): string => String(whole.find((row) => row['by'] === by && row['year'] === 2025)!['value'])

describe('statistics of one region, profession or direction', () => {
  it.each(['region', 'profession', 'direction'])('by %s: the page shows its years, kept in the language, the other themes, the picture and the files', async (by) => {
    const address = `/kk/statistics/recognised?asOf=2026-02-27&${by}=${value(by)}`
    const page = await app.inject({ url: address })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`<option value="${value(by)}" selected`)
    expect(page.body).toContain('Бір белгі бойынша тек жылдар көрсетіледі')
    const query = `asOf=2026-02-27&amp;${by}=${value(by)}`
    for (const href of [`/ru/statistics/recognised?${query}`, `/kk/statistics/register?${query}`, `/api/v1/statistics/datasets/recognised.csv?${query}`, `/api/v1/statistics/datasets/recognised.parquet?${query}`, `/kk/statistics/pictures/recognised.svg?${query}&amp;by=year`]) expect(page.body).toContain(href)
    const svg = (await app.inject({ url: `/kk/statistics/pictures/recognised.svg?${by}=${value(by)}&by=year` })).body
    expect(svg).not.toBe((await app.inject({ url: '/kk/statistics/pictures/recognised.svg?by=year' })).body)
    const { filter, items } = await json(`recognised.json?${by}=${value(by)}`)
    expect(filter).toEqual({ by, value: value(by) })
    // The very rows of the whole table, so that nothing is counted anew.
    expect(items).toEqual(whole.filter((row) => row['by'] === by && row['value'] === value(by)))
    expect(items.length).toBeGreaterThan(1)
  })

  it.each(['xlsx', 'csv', 'parquet', 'json'])('come as %s, under a name that says of what', async (type) => {
    const file = await app.inject({ url: `/api/v1/statistics/datasets/demand.${type}?region=110000000` })
    expect([file.statusCode, file.headers['content-disposition']]).toEqual([200, expect.stringContaining(`-region-110000000.${type}`)])
  })

  it.each([['two features at once', 'recognised.csv?region=110000000&profession=K-0001'], ['a feature that the table has not', 'holders.csv?region=110000000'], ['a direction of pass rates', 'outcomes.json?direction=it']])('are refused to machines for %s', async (_says, query) => {
    const answer = await app.inject({ url: `/api/v1/statistics/datasets/${query}` })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'statistics.filter-wrong'])
  })

  it.each(['recognised?region=nowhere', 'recognised?profession=K-9999', "outcomes?direction=x'", `demand?region=110000000&profession=${value('profession')}`, 'register?direction=%3Cscript%3E', `register?region=${'9'.repeat(300)}`])('say of a wrong filter that it was passed over, as of a wrong request: %s', async (query) => {
    const page = await app.inject({ url: `/ru/statistics/${query}` })
    expect(page.statusCode).toBe(400)
    expect(page.body).toContain('Отбор применён не полностью')
  })

  it('show of a region its centres, of a direction its professions and centres, of a profession who recognises it', async () => {
    const shown = async (query: string) => { const { body } = await app.inject({ url: `/ru/statistics/register?${query}` }); return ['directions', 'map', 'cities', 'covered'].filter((id) => body.includes(`aria-labelledby="${id}"`)) }
    const direction = String((await json('covered.json')).items[0]!['direction'])
    expect(await shown('region=710000000')).toEqual(['cities'])
    expect(await shown(`direction=${direction}`)).toEqual(['directions', 'map', 'cities', 'covered'])
    expect(await shown(`profession=${String((await json('covered.json')).items[0]!['profession'])}`)).toEqual(['covered'])
    expect((await json('centres.json?region=710000000')).items.every((row) => row['region'] === '710000000')).toBe(true)
  })

  it.each(['outcomes', 'demand'])('tell %s of one region, with the picture of its years', async (theme) => {
    const page = await app.inject({ url: `/en/statistics/${theme}?region=110000000` })
    expect([page.statusCode, page.body.includes('aria-labelledby="trend"')]).toEqual([200, true])
    const png = await app.inject({ url: `/en/statistics/pictures/${theme}.png?region=110000000&by=year` })
    expect([png.statusCode, png.rawPayload.subarray(1, 4).toString()]).toEqual([200, 'PNG'])
  })
})
