import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { loadRegisters } from '../../../../demo/registers.ts'
import { importVouchersOf2025 } from '../../../../demo/vouchers-2025.ts'
import { voucherRoad } from './vouchers.tsx'

const { app, world } = await servedWorld()
await loadRegisters(world)
await importVouchersOf2025(world)

describe('vouchers of a year that the slides tell', () => {
  it.each([
    ['kk', 'слайдтарда жоқ: олар көрсетілім үшін құрастырылған', 'тапсыра алмағандар – 84, күші жойылғандар – 130'],
    ['ru', 'на слайдах нет: они созданы для демонстрации', 'не сдали – 84, аннулировано – 130'], ['en', 'the slides do not state: they were made for the demonstration', 'not passed: 84, annulled: 130'],
  ])('say in %s, beside the figures, what the slides do not state', async (lang, sentence, numbers) => {
    const page = await app.inject({ url: `/${lang}/statistics/vouchers?year=2025` })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(sentence)
    expect(page.body).toContain(numbers)
    // The sign stands at three columns; plan and issue are printed and bear none.
    expect(page.body.match(/<abbr [^>]*>†<\/abbr>/g)).toHaveLength(3)
  })

  it('are drawn as the page shows them: the map as tiles, plan and fact as bars, the road as its steps', async () => {
    const drawn = async (by: string) => (await app.inject({ url: `/kk/statistics/pictures/vouchers.svg?year=2025&by=${by}` })).body.replaceAll(/[\u00A0\u202F]/g, ' ')
    const [map, bars, road] = await Promise.all(['issued', 'plan', 'road'].map(drawn)) as [string, string, string]
    expect(new Set([map, bars, road]).size).toBe(3)
    // Twenty tiles, no two in one place, each with its name, its number and how far it is over plan.
    const tiles = [...map.matchAll(/<g><title>([^<]+)<\/title><rect x="(\d+)" y="(\d+)" width="118" height="118"/g)]
    expect([tiles.length, new Set(tiles.map(([, , x, y]) => `${x}/${y}`)).size]).toEqual([20, 20])
    expect(map).toContain('Шымкент қаласы: 130')
    expect(map).toContain('>+7</text>')
    for (const words of ['2025 жылы ваучер қайда берілді', '61–98 %', 'жоспардан артық']) expect(map).toContain(words)
    expect(map).toContain(formatDay('2026-03-02' as Day, 'kk').replaceAll(/[\u00A0\u202F]/g, ' '))
    expect(bars).not.toContain('<g>')
    for (const words of ['Ваучер жолы, 2025', '2 000', '>442 (22,1', '>228 (51,6']) expect(road).toContain(words)
    for (const by of ['issued', 'road']) {
      const png = await app.inject({ url: `/kk/statistics/pictures/vouchers.png?year=2025&by=${by}` })
      expect([png.statusCode, png.rawPayload.subarray(1, 4).toString()]).toEqual([200, 'PNG'])
    }
    expect((await app.inject({ url: '/kk/statistics/vouchers?year=2025' })).body).toContain('/kk/statistics/pictures/vouchers.png?by=road&amp;year=2025')
  })

  it('the road has the step of those who went through wherever it is stated, and not where it was made up', () => {
    const row = { year: 2026, region: '330000000', plan_in_force: 100, issued: 80, gone_through: 40, passed: 30 }
    expect(voucherRoad([{ ...row, generated: '' }], 'en').map((step) => [step.value, step.drop?.replace(/\u00a0/g, ' ')])).toEqual([[100, undefined], [80, '80.0% of the plan issued'], [40, '50.0% of those issued went through'], [30, '75.0% of those who went through passed']])
    expect(voucherRoad([{ ...row, generated: 'gone_through passed annulled' }], 'en').map((step) => step.value)).toEqual([100, 80, 30])
  })

  it('and centres are drawn as tiles too', async () => {
    for (const table of ['centres', 'recognised']) expect((await app.inject({ url: `/ru/statistics/pictures/${table}.svg?by=region` })).body.match(/width="118" height="118"/g)).toHaveLength(20)
  })

  it('claim for no more sums than are printed that they are those of the slides', async () => {
    expect((await app.inject({ url: '/ru/statistics/vouchers?year=2025' })).body).toContain('Как на слайдах – только напечатанные на них суммы')
  })

  it('bear the mark in the files, their schema and the catalogue', async () => {
    const csv = (await app.inject({ url: '/api/v1/statistics/datasets/vouchers.csv' })).body.trim().split('\r\n')
    expect(csv[0]).toMatch(/,over_plan,generated,revised$/)
    expect(csv.find((line) => line.startsWith('2025,350000000,'))).toMatch(/,gone_through passed annulled,0$/)
    // A region without vouchers has nothing that was made up.
    expect(csv.find((line) => line.startsWith('2025,620000000,'))).toMatch(/,0,,0$/)
    const { items } = (await app.inject({ url: '/api/v1/statistics/datasets/vouchers.json' })).json<{ items: { region: string; generated: string }[] }>()
    expect(items.find((row) => row.region === '350000000')!.generated).toBe('gone_through passed annulled')
    const schema = (await app.inject({ url: '/api/v1/statistics/datasets/vouchers.schema.json' })).json<{ fields: { name: string; description?: string }[] }>()
    expect(schema.fields.find((field) => field.name === 'generated')!.description).toContain('made up for the demonstration')
    expect((await app.inject({ url: '/api/v1/statistics/catalog' })).body).toContain('созданы для демонстрации')
  })
})
