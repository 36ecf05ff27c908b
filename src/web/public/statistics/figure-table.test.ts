import { describe, expect, it } from 'vitest'
import { loadRegisters } from '../../../../demo/registers.ts'
import { importVouchersOf2025 } from '../../../../demo/vouchers-2025.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor } from '../../../../test/support/visitor.ts'

const { app, world } = await servedWorld()
await loadRegisters(world)
await importVouchersOf2025(world)

const linksOf = (html: string) => [...html.split('<tbody')[1]!.split('</tbody>')[0]!.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) => [...row!.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')))

describe('each main figure', () => {
  it('leads everybody to an open file that answers, and to its register, page or norm where that is open', async () => {
    const { body } = await app.inject({ url: '/kk/statistics' })
    const rows = linksOf(body)
    expect(rows.length).toBeGreaterThan(15)
    for (const links of rows) {
      expect(links[0]).toMatch(/^\/api\/v1\/statistics\/datasets\/\w+\.csv$/)
      for (const href of links) expect([href, (await app.inject({ url: href })).statusCode]).toEqual([href, 200])
    }
    expect(body).not.toContain('/statistics/rows')
  }, 60_000)

  it('leads the ministry to its rows as well, of the day that is looked at', async () => {
    const ministry = await aVisitor(world, app, await world.anOfficial('ministry'))
    const body = await ministry.get('/ru/statistics?asOf=2026-02-01')
    const links = linksOf(body).flat().filter((href) => href.includes('/statistics/rows'))
    expect(links).toContain('/ru/statistics/rows?asOf=2026-02-01&year=2025&funding=voucher')
    for (const href of new Set(links)) expect([href, (await app.inject({ url: href, headers: { cookie: ministry.cookie() } })).statusCode]).toEqual([href, 200])
  }, 60_000)
})
