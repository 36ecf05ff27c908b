import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { computeSignals, planCheck } from '#modules/monitoring/index.ts'
import { anExamHistory } from '../../../../test/support/exam-history.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()
const dayOf = (day: string, month: string) => ({ 'on-day': day, 'on-month': month, 'on-year': '2026' })
const errorsAt = (body: string): string[] => [...body.matchAll(/id="f-([\w-]+)-error"/g)].map((match) => match[1]!)

describe('monitoring in the browser', () => {
  it('goes from the plan over a finding and an order to the answer of the centre and the remedy, and to a proposal of withdrawal', async () => {
    const centre = await world.aCentre()
    const person = await world.anOfficial('accreditor')
    const accreditor = await aVisitor(world, app, person)
    const head = await aVisitor(world, app, await world.aStaffMember(centre.id, ['centre-head']))
    const ministry = await aVisitor(world, app, await world.anOfficial('ministry'))
    for (const body of await inAllLanguages(accreditor, '/accreditor/monitoring')) expect(body).toContain('381')
    const plan = { centre: centre.id, kind: 'planned', reason: 'Жылдық жоспар', responsible: person.accountId, announced: 'yes' }
    const past = await accreditor.send('/ru/accreditor/monitoring/plan', { ...plan, ...dayOf('1', '3') })
    expect([past.statusCode, errorsAt(past.body)]).toEqual([422, ['on']])
    const planned = await accreditor.send('/ru/accreditor/monitoring/plan', { ...plan, ...dayOf('2', '3') })
    expect(planned.statusCode).toBe(303)
    const check = planned.headers.location!.split('?')[0]!.replace('/ru', '')
    for (const body of await inAllLanguages(accreditor, check)) expect(body).toContain('value="hold"')
    expect((await accreditor.send(`/kk${check}`, { do: 'hold', outcome: 'Тексерілді', ...dayOf('2', '3') })).statusCode).toBe(303)
    const empty = await accreditor.send(`/kk${check}`, { do: 'finding' })
    expect([empty.statusCode, errorsAt(empty.body)]).toEqual([422, ['gravity', 'requirement', 'description']])
    expect((await accreditor.send(`/kk${check}`, { do: 'finding', gravity: 'major', requirement: 'Өрт қауіпсіздігі', description: 'Сөндіргіш жоқ' })).statusCode).toBe(303)
    const finding = /name="finding" value="([^"]+)"/.exec(await accreditor.get(`/kk${check}`))![1]!
    const bare = await accreditor.send(`/kk${check}`, { do: 'order', finding, no: '1' })
    expect([bare.statusCode, errorsAt(bare.body)]).toEqual([422, ['demand-1', 'due-1']])
    const issued = await accreditor.send(`/kk${check}`, { do: 'order', finding, no: '1', 'demand-1': 'Сатып алу', 'due-1-day': '20', 'due-1-month': '3', 'due-1-year': '2026' })
    expect(issued.statusCode).toBe(303)
    const order = issued.headers.location!.split('?')[0]!.replace('/kk', '')
    const own = order.replace('/accreditor/', '/centre/')
    for (const path of ['/centre/monitoring', own, check.replace('/accreditor/', '/centre/')]) for (const body of await inAllLanguages(head, path)) expect(body).toContain('Өрт қауіпсіздігі')
    expect((await head.send(`/kk${own}`, { body: 'Сатып алдық' })).statusCode).toBe(303)
    for (const path of [order, check, `/accreditor/monitoring/centres/${centre.id}`]) {
      const ids = [...(await accreditor.get(`/kk${path}`)).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
      expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    }
    const moved = await accreditor.send(`/kk${order}`, { do: 'extend', ground: '' })
    expect([moved.statusCode, errorsAt(moved.body)]).toEqual([422, ['dueOn', 'ground']])
    for (const path of [order, '/accreditor/monitoring', `/accreditor/monitoring/centres/${centre.id}`]) await inAllLanguages(accreditor, path)
    for (const path of ['/ministry/monitoring', order.replace('/accreditor/', '/ministry/')]) for (const body of await inAllLanguages(ministry, path)) expect(body).not.toContain('name="do"')
    await ministry.get('/kk/ministry/monitoring/plan', 404)
    const certificate = await accreditor.get(`/kk/accreditor/certificates/${centre.certificateId}?order=${order.split('/').at(-1)!}`)
    expect(certificate).toMatch(/<textarea[^>]*>№? ?[^<]*Өрт қауіпсіздігі\. Сөндіргіш жоқ/)
    expect((await accreditor.send(`/kk${order}`, { do: 'confirm', words: 'Суреттен көрдім', ...dayOf('2', '3') })).statusCode).toBe(303)
    expect(await head.get(`/kk${own}`)).toContain('Суреттен көрдім')
  })

  it('turns each list of a centre by itself: the checks further back, the others as they stand', async () => {
    const centre = await world.aCentre()
    const person = await world.anOfficial('accreditor')
    for (let n = 1; n <= 21; n++) await planCheck(world.as(person), { centreId: centre.id, kind: 'planned', on: day(`2026-04-${String(n).padStart(2, '0')}`), reason: `Себеп-${n}-ші`, responsible: person.accountId, announced: true })
    const [accreditor, head] = [await aVisitor(world, app, person), await aVisitor(world, app, await world.aStaffMember(centre.id, ['centre-head']))]
    for (const [who, path] of [[accreditor, `/accreditor/monitoring/centres/${centre.id}`], [head, '/centre/monitoring']] as const) {
      const [first, second] = [await who.get(`/kk${path}`), await who.get(`/kk${path}?checks=2`)]
      const shown = (body: string) => Array.from({ length: 21 }, (_, n) => n + 1).filter((n) => body.includes(`Себеп-${n}-ші`)).length
      expect([shown(first), shown(second)]).toEqual([20, 1])
      expect(first).toContain(`href="/kk${path}?checks=2#checks"`)
      // The course of it all is as long as the list, and stays at its first page.
      expect(second).toContain(`href="/kk${path}?checks=2&amp;history=2#history"`)
    }
  })

  it('shows a signal in plain words with its figures, and a person says what it means', async () => {
    const { centre, write } = await anExamHistory(world, { questions: 20 })
    const [made] = await write([{ on: day('2026-02-04'), people: [{ passed: true, seconds: 100 }, { passed: true, seconds: 120 }, { passed: false }] }])
    await computeSignals(world.system())
    const person = await world.anOfficial('accreditor')
    const accreditor = await aVisitor(world, app, person)
    const ministry = await aVisitor(world, app, await world.anOfficial('ministry'))
    const [kk, ru, en] = await inAllLanguages(accreditor, `/accreditor/signals?centre=${centre.id}&kind=fast`)
    expect([kk!.includes('3 адамнан 2 адам бір сұраққа 8 секундтан аз'), ru!.includes('2 из 3 сдали теорию'), en!.includes('2 of 3 people passed')]).toEqual([true, true, true])
    const path = /href="\/kk(\/accreditor\/signals\/[0-9a-f-]+)"/.exec(kk!)![1]!
    for (const body of await inAllLanguages(accreditor, path)) expect(body).not.toMatch(/centre\/cases\//)
    const seen = await ministry.get(`/ru${path.replace('/accreditor/', '/ministry/')}`)
    expect([seen.match(/centre\/cases\//g)?.length, seen.includes('name="outcome"'), made!.length]).toEqual([2, false, 3])
    const empty = await accreditor.send(`/ru${path}`, { outcome: 'check', words: 'Посмотреть зал', responsible: '' })
    expect([empty.statusCode, errorsAt(empty.body)]).toEqual([422, ['on', 'responsible']])
    expect((await accreditor.send(`/ru${path}`, { outcome: 'check', words: 'Посмотреть зал', responsible: person.accountId, ...dayOf('5', '3') })).statusCode).toBe(303)
    const check = /href="\/ru(\/accreditor\/monitoring\/checks\/[0-9a-f-]+)"/.exec(await accreditor.get(`/ru${path}`))![1]!
    expect(await accreditor.get(`/ru${check}`)).toContain('Посмотреть зал')
  })

  it('shows the pipeline to the body, the ministry and the overseers, with its table', async () => {
    const accreditor = await aVisitor(world, app, await world.anOfficial('accreditor'))
    const national = await aVisitor(world, app, await world.anOfficial('national-body'))
    for (const body of await inAllLanguages(accreditor, '/accreditor/potential-centres')) expect(body).toContain('Qaz Textile Industry')
    const entered = await accreditor.send('/kk/accreditor/potential-centres/new', { name: 'Ұста мектебі', bin: '', region: '', professions: '', contact: '' })
    expect(entered.statusCode).toBe(303)
    const path = entered.headers.location!.split('?')[0]!.replace('/kk', '')
    const wrong = await accreditor.send(`/ru${path}`, { do: 'plan', what: '', responsible: '' })
    expect([wrong.statusCode, errorsAt(wrong.body)]).toEqual([422, ['what', 'on', 'responsible']])
    for (const body of await inAllLanguages(accreditor, path)) expect(body).toContain('value="move"')
    for (const body of await inAllLanguages(national, path.replace('/accreditor/', '/ministry/'))) expect(body).not.toContain('value="note"')
    expect(await national.get('/kk/ministry/potential-centres.csv?q=allur')).toMatch(/Allur,,/)
    await (await aVisitor(world, app, await world.anOfficial('auditor'))).get('/kk/ministry/potential-centres')
  })
})
