import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as professions from '#modules/professions/index.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { importFrameworks, importMappings } from './import-classifications.ts'
import { selectFrameworks, selectMappings } from './store/classification-store.ts'

let world: TestWorld
let [ministry, clerk]: PersonActor[] = []
let code: string
beforeAll(async () => {
  world = await openTestWorld()
  ministry = await world.anOfficial('ministry')
  code = await world.aProfession()
  clerk = await world.aStaffMember((await world.aCentre({ professionCode: code })).id, ['centre-head'])
  await tx(world.system(), 'register.enter', (t) => professions.enterSectorBody(t, { code: 'T01', nameKk: 'Орган', nameRu: 'Орган', nameEn: 'Body', provenance: 'demonstration' }))
}, 60_000)
afterAll(() => world.drop())

const file = (...lines: string[]) => ({ name: 'x.csv', bytes: new TextEncoder().encode(lines.join('\n')) })
const HEAD = 'profession,scheme,code,title_kk,title_ru,source,ended'

describe('mappings to other classifications', () => {
  it('are entered by the ministry, with a source', async () => {
    await expect(importMappings(world.as(clerk!), file(HEAD, `${code},isco08,7212,,,ILO,`))).rejects.toMatchObject({ code: 'not-found' })
    expect(await importMappings(world.as(ministry!), file(HEAD, `${code},isco08,7212,,,,`))).toMatchObject({ entered: 0, faults: [{ line: 2, column: 'source', reason: 'import.missing' }] })
    expect(await importMappings(world.as(ministry!), file(HEAD, `${code},isco08,7212,Дәнекерлеушілер,Сварщики,ILO,`))).toEqual({ entered: 1, ended: 0, unchanged: 0, faults: [] })
  })

  it('are taken all or none', async () => {
    const { faults, entered } = await importMappings(world.as(ministry!), file(HEAD, `${code},nkz,7212-1,,,x,`, `K-9999,isco08,72121,,,x,`))
    expect([entered, faults.map(({ column, reason }) => `${column} ${reason}`)]).toEqual([0, ['profession import.code-unknown', 'code import.code-wrong']])
    expect(await selectMappings(world.db, code)).toHaveLength(1)
  })

  it('stay as they are when a table says the same, are replaced when it says otherwise, and end when it says so', async () => {
    const bring = (row: string) => importMappings(world.as(ministry!), file(HEAD, row))
    expect(await bring(`${code},isco08,7212,Дәнекерлеушілер,Сварщики,ILO,`)).toMatchObject({ unchanged: 1, entered: 0 })
    expect(await bring(`${code},isco08,7212,Дәнекерлеушілер,Сварщики и газорезчики,ILO,`)).toMatchObject({ entered: 1 })
    expect((await selectMappings(world.db, code)).map(({ title }) => title.ru)).toEqual(['Сварщики и газорезчики'])
    expect(await bring(`${code},isco08,7212,Дәнекерлеушілер,Сварщики,ILO,1`)).toMatchObject({ ended: 1, entered: 0 })
    expect(await selectMappings(world.db, code)).toEqual([])
  })
})

describe('sectoral frameworks', () => {
  it('are a list with body, act and source', async () => {
    const head = 'code,body,title_kk,title_ru,act_kk,act_ru,source'
    expect((await importFrameworks(world.as(ministry!), file(head, 'F1,T99,a,b,c,d,e'))).faults).toEqual([{ line: 2, column: 'body', reason: 'import.code-unknown' }])
    await importFrameworks(world.as(ministry!), file(head, 'F1,T01,Шеңбер,Рамка,Бұйрық,Приказ,adilet'))
    expect(await selectFrameworks(world.db)).toMatchObject([{ code: 'F1', bodyCode: 'T01', title: { kk: 'Шеңбер', ru: 'Рамка' }, source: 'adilet' }])
  })
})
