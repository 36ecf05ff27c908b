import { describe, expect, it } from 'vitest'
import { servedWorld } from '../../../../test/support/server.ts'
import { loadRegisters } from '../../../../demo/registers.ts'
import { importVouchersOf2025 } from '../../../../demo/vouchers-2025.ts'

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

  it('claim for no more sums than are printed that they are those of the slides', async () => {
    expect((await app.inject({ url: '/ru/statistics/vouchers?year=2025' })).body).toContain('Как на слайдах – только напечатанные на них суммы')
  })

  it('bear the mark in the files, their schema and the catalogue', async () => {
    const csv = (await app.inject({ url: '/api/v1/statistics/datasets/vouchers.csv' })).body.trim().split('\r\n')
    expect(csv[0]).toMatch(/,over_plan,generated$/)
    expect(csv.find((line) => line.startsWith('2025,350000000,'))).toMatch(/,gone_through passed annulled$/)
    // A region without vouchers has nothing that was made up.
    expect(csv.find((line) => line.startsWith('2025,620000000,'))).toMatch(/,0,$/)
    const { items } = (await app.inject({ url: '/api/v1/statistics/datasets/vouchers.json' })).json<{ items: { region: string; generated: string }[] }>()
    expect(items.find((row) => row.region === '350000000')!.generated).toBe('gone_through passed annulled')
    const schema = (await app.inject({ url: '/api/v1/statistics/datasets/vouchers.schema.json' })).json<{ fields: { name: string; description?: string }[] }>()
    expect(schema.fields.find((field) => field.name === 'generated')!.description).toContain('made up for the demonstration')
    expect((await app.inject({ url: '/api/v1/statistics/catalog' })).body).toContain('созданы для демонстрации')
  })
})
