import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { atCentre, centresOf } from '#platform/acts/actor.ts'
import * as people from '#modules/people/index.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

describe('somebody who works at two centres', () => {
  it('chooses at which one he is now, and gets no right by it', async () => {
    const [first, second, foreign] = [await world.aCentre(), await world.aCentre(), await world.aCentre()]
    const once = await world.aStaffMember(first.id, ['centre-operator'])
    await people.grantRole(world.system(), { accountId: once.accountId, role: 'centre-operator', organisationId: second.id, validFrom: day('2024-01-01') })
    const clerk = (await people.personActor(world, once.accountId))!
    expect(centresOf(atCentre(clerk, second.id))).toEqual([second.id, first.id])
    expect(atCentre(clerk, foreign.id)).toBe(clerk)

    const visitor = await aVisitor(world, app, clerk)
    const offered = (body: string) => [...body.matchAll(/name="centre" value="([^"]+)"/g)].map((match) => match[1]!)
    const [other] = offered(await visitor.get('/kk/centre/choose'))
    for (const body of await inAllLanguages(visitor, '/centre/choose')) expect(offered(body)).toEqual([other])
    const chosen = await visitor.send('/ru/centre/choose', { centre: other! })
    expect([chosen.statusCode, chosen.headers.location, chosen.cookies.find((each) => each.name === 'tanu-centre')?.value]).toEqual([303, '/ru/centre', other])
    expect((await visitor.send('/ru/centre/choose', { centre: foreign.id })).statusCode).toBe(422)
    const there = await app.inject({ url: '/ru/centre/choose', headers: { cookie: `${visitor.cookie()}; tanu-centre=${other}` } })
    expect(offered(there.body)).toEqual([first.id, second.id].filter((id) => id !== other))
  })
})
