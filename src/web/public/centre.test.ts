import { beforeAll, describe, expect, it } from 'vitest'
import { aDecidedCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()
let anybody: Visitor
const cases: DecidedCase[] = []
const decide = async (count: number) => {
  for (let place = 0; place < count; place++) cases.push(await aDecidedCase(world, place % 2 ? 'fail' : 'pass', cases[0] ? { beside: cases[0] } : {}))
}
beforeAll(async () => {
  anybody = await aVisitor(world, app)
  await decide(4)
}, 60_000)
// A query that means nothing keeps the pages apart that are kept for a minute.
const page = (query: string) => `/centres/${cases[0]!.centre.serial}?${query}`
const json = async (query: string) => (await app.inject(`/api/v1/centres/${cases[0]!.centre.id}?${query}`)).json<{ figures: Record<string, { suppressed: boolean; of: number | null; percent: number | null }> }>().figures

describe('the page of a centre', () => {
  it('does not tell the share of four cases, nor how many of them passed, to people or to machines', async () => {
    world.at('2026-04-10 09:00')
    const bodies = await inAllLanguages(anybody, page('four'))
    expect(bodies.map((body) => /50 %|100 %/.test(body))).toEqual([false, false, false])
    expect(bodies[2]).toContain('There are fewer than 5 cases')
    expect(await json('')).toMatchObject({ until: '2026-04-09', suppressUnder: 5, passed: { suppressed: true, of: null, good: null, percent: null }, termsKept: { suppressed: true } })
  })

  it('tells the share of five, with their number', async () => {
    await decide(1)
    world.at('2026-04-11 09:00')
    expect((await anybody.get(`/en${page('five')}`)).replace(/<[^>]+>/g, '')).toContain('60 %Passed the exam. Of 5 cases, decided positively: 3.')
  })

  it('leads to its certificate and keeps every price that was in force', async () => {
    const body = await anybody.get(`/en${page('prices')}`)
    expect(body).toMatch(/href="\/en\/certificates\/T-\d+"/)
    expect(body).toContain('The price list has not changed since 1 January 2025')
    await world.db.run("insert into price_list (id, centre_id, in_force_from, published_at) values (gen_random_uuid(), $1, '2026-04-20', now())", [cases[0]!.centre.id])
    const changed = await anybody.get(`/en${page('changed')}`)
    expect(changed).toContain('1 January 2025 – 19 April 2026 (in force)')
    expect(changed).toContain('20 April 2026 – … (comes into force)')
  })

  it('offers no date where the certificate is withdrawn', async () => {
    await cases[0]!.sitting('theory', '2026-05-20')
    expect(await anybody.get(`/en${page('open')}`)).toContain('20 May 2026')
    await world.db.run("update accreditation_certificate set withdrawn_on = '2026-04-01' where id = $1", [cases[0]!.centre.certificateId])
    const body = await anybody.get(`/en${page('withdrawn')}`)
    expect(body).not.toContain('20 May 2026')
    expect(body).toContain('The certificate is withdrawn')
    // It says no more what the centre recognises, but what its certificate names, and what that is today.
    expect([body.includes('Which professions it recognises'), body.includes('Professions that the certificate names'), body.includes('/en/apply/')]).toEqual([false, true, false])
    const clerk = await aVisitor(world, app, cases[0]!.clerk)
    for (const [place, words] of ['кері қайтарып алынған', 'отозван', 'withdrawn'].entries()) {
      const desk = (await inAllLanguages(clerk, '/centre'))[place]!
      // Once in the head of the desk, once above the list.
      expect(desk.split(words).length - 1).toBeGreaterThanOrEqual(2)
    }
  })
})
