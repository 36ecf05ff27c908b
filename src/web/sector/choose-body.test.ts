import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import * as people from '#modules/people/index.ts'
import { aSectorBody } from '../../../test/support/sector-body.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

describe('an officer of two sector bodies', () => {
  it('chooses at which one he is now: its professions are shown, and he gets no right by it', async () => {
    const [first, second, foreign] = [await aSectorBody(world, 'T01', 'K-N1'), await aSectorBody(world, 'T02', 'K-N2'), await aSectorBody(world, 'T03', 'K-N3')]
    await people.grantRole(world.system(), { accountId: first.officer.accountId, role: 'sector-officer', organisationId: second.organisationId, validFrom: day('2024-01-01') })
    const visitor = await aVisitor(world, app, (await people.personActor(world, first.officer.accountId))!)
    const offered = (body: string) => [...body.matchAll(/name="body" value="([^"]+)"/g)].map((match) => match[1]!)
    const home = await visitor.get('/ru/sector')
    expect(home).toContain('/ru/sector/choose')
    const [other] = offered(await visitor.get('/kk/sector/choose'))
    for (const body of await inAllLanguages(visitor, '/sector/choose')) expect(offered(body)).toEqual([other])
    const here = [first, second].find((body) => body.organisationId !== other)!
    const there = [first, second].find((body) => body.organisationId === other)!
    expect([home.includes(here.professionCode), home.includes(there.professionCode)]).toEqual([true, false])

    const chosen = await visitor.send('/ru/sector/choose', { body: other! })
    expect([chosen.statusCode, chosen.headers.location, chosen.cookies.find((each) => each.name === 'tanu-body')?.value]).toEqual([303, '/ru/sector', other])
    expect((await visitor.send('/ru/sector/choose', { body: foreign.organisationId })).statusCode).toBe(422)
    const at = (body: string) => app.inject({ url: '/ru/sector', headers: { cookie: `${visitor.cookie()}; tanu-body=${body}` } })
    const moved = (await at(there.organisationId)).body
    expect([moved.includes(here.professionCode), moved.includes(there.professionCode)]).toEqual([false, true])
    expect((await at(foreign.organisationId)).body).not.toContain(foreign.professionCode)
  })

  it('is not offered the choice where he has one body only', async () => {
    const only = await aSectorBody(world, 'T04', 'K-N4')
    expect(await (await aVisitor(world, app, only.officer)).get('/ru/sector')).not.toContain('/sector/choose')
  })
})
