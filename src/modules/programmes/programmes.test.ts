import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import * as programmes from './index.ts'

let world: TestWorld
let centre: CentreMade
let code: string
let author: Ctx
let head: Ctx
let panelMember: Ctx

const both = (text: string) => ({ kk: text, ru: text })
const item = (itemCode: string, text = 'Сұрақ'): programmes.ProgrammeItem => ({
  code: itemCode, topic: 'T1', kind: 'single', stem: both(text), options: [{ key: 'a', text: both('Иә') }, { key: 'b', text: both('Жоқ') }], correct: ['a'],
})
const revisionOf = async (versionId: string) => (await programmes.getProgrammeVersion(world.db, versionId)).revision
const seen = async (versionId: string) => ({ versionId, revision: await revisionOf(versionId) })

async function writeWhole(versionId: string): Promise<void> {
  await programmes.saveProgrammePart(author, { ...(await seen(versionId)), part: 'texts', title: both('Атау'), methodology: both('Әдіс'), briefing: both('Нұсқама'), needs: both('Құжат'), theoryMinutes: 30 })
  await programmes.saveProgrammePart(author, { ...(await seen(versionId)), part: 'topics', topics: [{ code: 'T1', name: both('Тақырып') }], blueprint: [{ topic: 'T1', count: 2 }], recommendations: { T1: both('Оқыңыз') } })
  await programmes.saveProgrammePart(author, { ...(await seen(versionId)), part: 'map', title: both('Карта'), task: both('Жасаңыз'), minutes: 60 })
  for (const name of ['Дайындау', 'Орындау', 'Жинау']) {
    await programmes.saveProgrammePart(author, { ...(await seen(versionId)), part: 'step', step: { operation: both(name), criterion: both('Дұрыс'), minutes: 10, critical: false, optional: false } })
  }
  await programmes.addItem(author, { ...(await seen(versionId)), item: item('Q-1') })
  await programmes.addItem(author, { ...(await seen(versionId)), item: item('Q-2') })
}

beforeAll(async () => {
  world = await openTestWorld()
  code = await world.aProfession()
  centre = await world.aCentre({ professionCode: code, level: 4 })
  author = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
  head = world.as(await world.aStaffMember(centre.id, ['centre-head']))
  panelMember = world.as(await world.aStaffMember(centre.id, ['panel-member']))
})
afterAll(() => world.drop())

describe('a qualification programme', () => {
  let first: Uuid

  it('is written by one person and approved by another, then found by its qualification', async () => {
    first = await programmes.draftProgramme(author, { centreId: centre.id, professionCode: code, level: 4 })
    await expect(programmes.submitProgramme(author, await seen(first))).rejects.toMatchObject({ code: 'programme.not-whole' })
    await writeWhole(first)
    await programmes.submitProgramme(author, await seen(first))
    await expect(programmes.approveProgramme(author, await seen(first))).rejects.toMatchObject({ code: 'not-found' })
    expect(await programmes.findApprovedProgramme(world.db, { centreId: centre.id, professionCode: code, level: 4 })).toBeUndefined()
    await programmes.approveProgramme(head, await seen(first))
    expect((await programmes.findApprovedProgramme(world.db, { centreId: centre.id, professionCode: code, level: 4 }))?.id).toBe(first)
  })

  it('keeps its keys apart from its items', async () => {
    const items = await programmes.listItems(world.db, first)
    expect(items.map((each) => each.code)).toEqual(['Q-1', 'Q-2'])
    expect(JSON.stringify(items)).not.toContain('correct')
    expect([...(await programmes.answerKey(world.db, first)).values()]).toEqual([['a'], ['a']])
  })

  it('is never changed once approved', async () => {
    await expect(programmes.addItem(author, { ...(await seen(first)), item: item('Q-3') })).rejects.toMatchObject({ code: 'programme.not-a-draft' })
    await expect(programmes.submitProgramme(author, await seen(first))).rejects.toMatchObject({ code: 'programme.not-a-draft' })
  })

  it('goes on in a new version that begins as a copy, and the old one stays in use until the new one is approved', async () => {
    const second = await programmes.draftProgramme(author, { centreId: centre.id, professionCode: code, level: 4 })
    await expect(programmes.draftProgramme(author, { centreId: centre.id, professionCode: code, level: 4 })).rejects.toMatchObject({ code: 'programme.draft-open' })
    const [one, two] = await programmes.listItems(world.db, second)
    await programmes.changeItem(author, { ...(await seen(second)), itemId: one!.id, item: { ...item('Q-1', 'Жаңа сұрақ'), correct: ['b'] } })
    await programmes.retireItem(author, { ...(await seen(second)), itemId: two!.id })
    await programmes.addItem(author, { ...(await seen(second)), item: item('Q-2', 'Басқа сұрақ') })
    await programmes.saveProgrammePart(author, { ...(await seen(second)), part: 'step-up', no: 3 })
    const changed = await programmes.getProgrammeVersion(world.db, second)
    expect(changed.content.map.steps.map((step) => [step.no, step.operation.kk])).toEqual([[1, 'Дайындау'], [2, 'Жинау'], [3, 'Орындау']])
    expect((await programmes.listItems(world.db, first)).map((each) => each.stem.kk)).toEqual(['Сұрақ', 'Сұрақ'])
    expect((await programmes.findApprovedProgramme(world.db, { centreId: centre.id, professionCode: code, level: 4 }))?.id).toBe(first)

    await programmes.submitProgramme(author, await seen(second))
    await programmes.returnProgramme(panelMember, { ...(await seen(second)), note: 'Екінші сұрақты түзетіңіз' })
    expect(await programmes.getProgrammeVersion(world.db, second)).toMatchObject({ state: 'returned', returnNote: 'Екінші сұрақты түзетіңіз' })
    await programmes.saveProgrammePart(head, { ...(await seen(second)), part: 'step-removed', no: 2 })
    await programmes.submitProgramme(author, await seen(second))
    await expect(programmes.approveProgramme(head, await seen(second))).rejects.toMatchObject({ blockers: [{ code: 'programme.approver-wrote-in-it' }] })
    await programmes.approveProgramme(panelMember, await seen(second))
    expect((await programmes.findApprovedProgramme(world.db, { centreId: centre.id, professionCode: code, level: 4 }))?.versionNo).toBe(2)

    await programmes.retireProgrammeVersion(head, await seen(second))
    expect((await programmes.findApprovedProgramme(world.db, { centreId: centre.id, professionCode: code, level: 4 }))?.id).toBe(first)
    expect((await programmes.getProgrammeVersion(world.db, second)).state).toBe('retired')
  })

  it('tells the second of two people that the first has changed it', async () => {
    const third = await programmes.draftProgramme(author, { centreId: centre.id, professionCode: code, level: 4 })
    const before = await seen(third)
    await programmes.saveProgrammePart(author, { ...before, part: 'step-removed', no: 1 })
    await expect(programmes.saveProgrammePart(author, { ...before, part: 'step-removed', no: 1 })).rejects.toMatchObject({ code: 'programme.changed-meanwhile' })
    await expect(programmes.saveProgrammePart(author, { ...(await seen(third)), part: 'topics', topics: [], blueprint: [], recommendations: {} })).rejects.toMatchObject({ code: 'programme.topic-has-items' })
    await expect(programmes.addItem(author, { ...(await seen(third)), item: item('Q-1') })).rejects.toMatchObject({ code: 'programme.item-code-repeated' })
    await programmes.retireProgrammeVersion(author, await seen(third))
  })

  it('is not found by people of another centre, and its keys not by an invigilator', async () => {
    const other = await world.aCentre()
    const stranger = world.as(await world.aStaffMember(other.id, ['centre-head']))
    await expect(programmes.openProgramme(stranger, first)).rejects.toMatchObject({ code: 'not-found' })
    await expect(programmes.draftProgramme(stranger, { centreId: centre.id, professionCode: code, level: 4 })).rejects.toMatchObject({ code: 'not-found' })
    const invigilator = world.as(await world.aStaffMember(centre.id, ['invigilator']))
    expect((await programmes.openProgramme(invigilator, first)).keys).toBeUndefined()
    await expect(programmes.searchItems(invigilator, { versionId: first, topic: '', q: '', page: 1, pageSize: 10 })).rejects.toMatchObject({ code: 'not-found' })
    expect((await programmes.openProgramme(head, first)).keys?.size).toBe(2)
  })

  it('is written only for a qualification in the scope in force', async () => {
    await expect(programmes.draftProgramme(author, { centreId: centre.id, professionCode: code, level: 3 })).rejects.toMatchObject({ code: 'programme.out-of-scope' })
  })

  it('finds items by their words and their topic', async () => {
    const found = await programmes.searchItems(head, { versionId: first, topic: 'T1', q: 'сұр', page: 1, pageSize: 1 })
    expect([found.total, found.rows.length]).toEqual([2, 1])
    expect((await programmes.searchItems(head, { versionId: first, topic: '', q: '100%', page: 1, pageSize: 1 })).total).toBe(0)
  })

  it('comes whole from a file and can be given to a test', async () => {
    const here = await world.aCentre({ professionCode: code, level: 4 })
    const versionId = await world.aProgramme(here.id, code, 4)
    const version = await programmes.getProgrammeVersion(world.db, versionId)
    const form = programmes.drawForm(await programmes.listItems(world.db, versionId), version.content.blueprint, new Uint8Array(16))
    expect(form.length).toBe(programmes.formLength(version.content))
  })
})

describe('whoever has applied for the qualification himself', () => {
  it('neither reads nor writes the questions of its programmes until his case is closed, whatever role he holds', async () => {
    const own = await world.aProfession()
    const place = await world.aCentre({ professionCode: own, level: 4 })
    const versionId = await world.aProgramme(place.id, own, 4)
    const member = await world.aStaffMember(place.id, ['centre-head'])
    const { kase } = await tx(world.system(), 'case.read', async (t) => {
      assertMay(t, casework.policy, 'case.read', { centreId: place.id, accountId: null })
      return { kase: await casework.openCase(t, { kind: 'recognition', centreId: centre.id, centreSerial: centre.serial, personId: member.personId, accountId: member.accountId, professionCode: own, level: 4, step: 'registered', whoseMove: 'centre' }) }
    })
    const ctx = world.as(member)
    const tries = [() => programmes.openProgramme(ctx, versionId), () => programmes.searchItems(ctx, { versionId, topic: '', q: '', page: 1, pageSize: 10 }), () => programmes.openItem(ctx, versionId, undefined), () => programmes.draftProgramme(ctx, { centreId: place.id, professionCode: own, level: 4 })]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'programme.own-exam', data: { number: kase.number } })
    await world.db.begin((sql) => sql.run("update case_file set closed_at = now(), step = 'withdrawn' where id = $1", [kase.id]), { 'tanu.scope': 'system' })
    expect((await programmes.openProgramme(ctx, versionId)).items.length).toBeGreaterThan(0)
  })
})
