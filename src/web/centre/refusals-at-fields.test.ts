import { describe, expect, it } from 'vitest'
import * as decisions from '#modules/decisions/index.ts'
import { aHeldCase } from '../../../test/support/decided-case.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

const errorsAt = (body: string): string[] => [...body.matchAll(/id="f-(\w+)-error"/g)].map((match) => match[1]!)

describe('a refusal stands at the field it is about, with what was typed', () => {
  it('when an identity is confirmed', async () => {
    const exam = await aHeldCase(world, 'pass')
    const clerk = await aVisitor(world, app, exam.clerk)
    const path = `/centre/cases/${exam.number}/identity`
    for (const body of await inAllLanguages(clerk, path)) expect(body).toContain('name="iin"')
    const refused = await clerk.send(`/ru${path}`, { version: String(await exam.version()), iin: '123' })
    expect([refused.statusCode, errorsAt(refused.body), refused.body.includes('value="123"')]).toEqual([422, ['iin', 'seen'], true])
    const unseen = await clerk.send(`/kk${path}`, { version: String(await exam.version()), iin: '123', seen: 'yes' })
    expect(errorsAt(unseen.body)).toEqual(['iin'])
  })

  it('when a panel is dissolved: the form is open again', async () => {
    const exam = await aHeldCase(world, 'pass')
    await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
    const clerk = await aVisitor(world, app, exam.clerk)
    const path = `/centre/cases/${exam.number}/panel`
    for (const body of await inAllLanguages(clerk, path)) expect(body).not.toMatch(/<details class="govuk-details" open/)
    const refused = await clerk.send(`/kk${path}`, { version: String(await exam.version()), do: 'dissolve', dissolveGround: 'other', dissolveNote: ' ' })
    expect([refused.statusCode, errorsAt(refused.body)]).toEqual([422, ['dissolveNote']])
    expect(refused.body).toMatch(/<details class="govuk-details" open/)
    expect((await clerk.send(`/kk${path}`, { version: String(await exam.version()), do: 'dissolve', dissolveGround: 'other', dissolveNote: 'Мүше ауырып қалды' })).statusCode).toBe(303)
  })
})
