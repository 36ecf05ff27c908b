import { describe, expect, it } from 'vitest'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

describe('the page of a certificate', () => {
  it('takes no proposal that does not say whether it concerns the whole certificate or single professions, and names these', async () => {
    const code = await world.aProfession()
    const centre = await world.aCentre({ professionCode: code })
    const [first, second] = [await aVisitor(world, app, await world.anOfficial('accreditor')), await aVisitor(world, app, await world.anOfficial('accreditor'))]
    const path = `/accreditor/certificates/${centre.certificateId}`
    for (const body of await inAllLanguages(first, path)) expect(body).toMatch(new RegExp(`(дәнекерлеуші|сварщик|welder) \\(${code}\\)`))
    const fields = { kind: 'withdrawal', 'from-day': '3', 'from-month': '3', 'from-year': '2026', ground: 'breaches-found', note: 'Тексеру актісі', clause: '' }
    const errorsAt = (body: string): string[] => [...body.matchAll(/id="f-([\w-]+)-error"/g)].map((match) => match[1]!)
    const vague = await first.send(`/ru${path}`, fields)
    expect([vague.statusCode, errorsAt(vague.body)]).toEqual([422, ['about']])
    const empty = await first.send(`/ru${path}`, { ...fields, about: 'some' })
    expect([empty.statusCode, errorsAt(empty.body)]).toEqual([422, ['professions']])
    expect((await first.send(`/ru${path}`, { ...fields, about: 'some', professions: code })).statusCode).toBe(303)
    const waiting = await second.get(`/ru${path}`)
    expect(waiting).toContain('value="approve"')
    expect(await first.get(`/ru${path}`)).not.toContain('value="approve"')
    expect((await second.send(`/ru${path}`, { do: 'approve', event: /name="event" value="([^"]+)"/.exec(waiting)![1]! })).statusCode).toBe(303)
  })
})
