import { describe, expect, it } from 'vitest'
import { servedWorld } from '../../../../test/support/server.ts'
import { byYear, daysText } from './times-and-appeals.tsx'

const { app } = await servedWorld()

describe('days from application to document', () => {
  it.each([['told', { median_days: 12, p90_days: 30 }, '12 / 30 күн'], ['withheld, for fewer than the norm', { median_days: null, p90_days: null }, 'жарияланбайды']])('are %s', (_says, row, words) => expect(daysText({ year: 2026, ...row }, 'kk')).toBe(words))
  it('are read from the oldest year on', () => expect(byYear([{ year: 2026 }, { year: 2024 }, { year: 2025 }]).map((row) => row['year'])).toEqual([2024, 2025, 2026]))
})

describe('the pictures of the road', () => {
  it.each([['times', '', 'Өтініштен құжатқа дейін: Медиана, күн / 90-процентиль, күн'], ['appeals', '?by=year', 'Апелляциялар: Жылдар бойынша'], ['appeals', '?by=end&year=2026', '2026 жылғы апелляциялардың нәтижесі']])('%s%s', async (table, query, title) => {
    const svg = await app.inject({ url: `/kk/statistics/pictures/${table}.svg${query}` })
    expect([svg.statusCode, svg.headers['content-type'], svg.body.includes(`<title>${title}</title>`)]).toEqual([200, 'image/svg+xml', true])
    const png = await app.inject({ url: `/kk/statistics/pictures/${table}.png${query}` })
    expect([png.statusCode, png.rawPayload.subarray(1, 4).toString()]).toEqual([200, 'PNG'])
  })
  it('stand on the page, with their files', async () => {
    const page = await app.inject({ url: '/ru/statistics/road' })
    expect(page.statusCode).toBe(200)
    for (const href of ['/ru/statistics/pictures/times.svg', '/ru/statistics/pictures/appeals.png', '/api/v1/statistics/datasets/appeals.parquet']) expect(page.body).toContain(href)
  })
})
