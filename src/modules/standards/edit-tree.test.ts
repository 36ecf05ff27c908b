import { day } from '#kernel/day.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { aSectorBody } from '../../../test/support/sector-body.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { editorsOf } from './bases.ts'
import { CARD_TEXTS, textsOf } from './domain/standard.ts'
import type { NodeDraft } from './domain/tree-change.ts'
import { addTreeNode, approveBasis, changeTreeNode, draftBasis, moveTreeNode, openBasis, removeTreeNode, saveBasisHead, savePassport, standardOf, submitBasis } from './index.ts'
import { policy } from './policy.ts'

let world: TestWorld
let [author, colleague, stranger, ministry]: PersonActor[] = []
let profession: string
let versionId: string
const both = (text: string) => ({ kk: `${text} kk`, ru: `${text} ru` })
const card = (professionCode: string | null): NodeDraft => ({ node: 'card', code: '1', name: both('card'), professionCode, occupationCode: null, level: 4, tariffGrade: null, aim: both('aim'), texts: { ...textsOf(CARD_TEXTS), education: both('education') } })
const seen = async () => ({ versionId, revision: (await openBasis(world.as(ministry!), versionId)).version.revision })
const contentNow = async () => standardOf((await openBasis(world.as(ministry!), versionId)).version)!

beforeAll(async () => {
  world = await openTestWorld()
  const body = await aSectorBody(world, 'T01', 'K-N1')
  author = body.officer
  colleague = await world.aStaffMember(author.roles[0]!.organisationId, ['sector-officer'])
  stranger = (await aSectorBody(world, 'T02', 'K-N2')).officer
  ministry = await world.anOfficial('ministry')
  profession = await world.aProfession({ levels: [4] })
  versionId = await draftBasis(world.as(author), { kind: 'standard', title: { kk: 'Дәнекерлеу', ru: 'Сварка' } })
}, 60_000)
afterAll(() => world.drop())

describe('a standard written node by node', () => {
  it('is written by the officers of its body and by nobody else', async () => {
    for (const who of [stranger!, ministry!]) {
      await expect(addTreeNode(world.as(who), { ...(await seen()), under: '', draft: card(null) })).rejects.toMatchObject({ code: 'not-found' })
      await expect(savePassport(world.as(who), { ...(await seen()), passport: (await contentNow()).passport })).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  it('takes a card with a profession of the register only', async () => {
    await expect(addTreeNode(world.as(author!), { ...(await seen()), under: '', draft: card('K-9999') })).rejects.toMatchObject({ code: 'standards.profession-unknown', data: { code: 'K-9999', field: 'professionCode' } })
    expect(await addTreeNode(world.as(author!), { ...(await seen()), under: '', draft: card(profession) })).toBe('0')
    await expect(addTreeNode(world.as(author!), { ...(await seen()), under: '', draft: card(null) })).rejects.toMatchObject({ code: 'standards.node-wrong', blockers: [{ code: 'standards.node-code-repeated' }] })
    await expect(addTreeNode(world.as(author!), { ...(await seen()), under: '5', draft: { node: 'function', code: '1.1', name: both('f'), mandatory: true } })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is added to once by a button pressed twice', async () => {
    const press = { ...(await seen()), under: '0', draft: { node: 'function', code: '1.1', name: both('weld'), mandatory: true } as NodeDraft }
    expect([await addTreeNode(world.as(author!, 'one-press'), press), await addTreeNode(world.as(author!, 'one-press'), press)]).toEqual(['0-0', '0-0'])
    expect((await contentNow()).cards[0]!.functions).toHaveLength(1)
  })

  it('tells the second of two officers that it has changed, and writes nothing of his', async () => {
    const start = await seen()
    const add = (who: PersonActor, code: string) => addTreeNode(world.as(who), { ...start, under: '0-0', draft: { node: 'skill', code, name: both(code), alone: false } })
    const results = await Promise.allSettled([add(author!, '1.1.1'), add(colleague!, '1.1.2')])
    expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'standards.changed-meanwhile' } })
    expect((await contentNow()).cards[0]!.functions[0]!.skills).toHaveLength(1)
    await expect(removeTreeNode(world.as(colleague!), { ...start, at: '0' })).rejects.toMatchObject({ code: 'standards.changed-meanwhile' })
    await expect(moveTreeNode(world.as(colleague!), { ...start, at: '0', by: 1 })).rejects.toMatchObject({ code: 'standards.changed-meanwhile' })
  })

  it('is changed, moved and thinned out', async () => {
    for (const text of ['see', 'measure', 'guess']) await addTreeNode(world.as(author!), { ...(await seen()), under: '0-0-0', draft: { node: 'ability', name: both(text) } })
    await addTreeNode(world.as(author!), { ...(await seen()), under: '0-0-0', draft: { node: 'knowledge', name: both('rules') } })
    expect(await moveTreeNode(world.as(colleague!), { ...(await seen()), at: '0-0-0-a1', by: -1 })).toBe('0-0-0-a0')
    expect(await removeTreeNode(world.as(author!), { ...(await seen()), at: '0-0-0-a2' })).toBe('0-0-0')
    await changeTreeNode(world.as(author!), { ...(await seen()), at: '0-0-0-k0', draft: { node: 'knowledge', name: both('norms') } })
    expect((await contentNow()).cards[0]!.functions[0]!.skills[0]).toMatchObject({ abilities: [both('measure'), both('see')], knowledge: [both('norms')] })
  })

  it('stays as it was, with its revision, when a node at the edge is moved', async () => {
    const before = await seen()
    await moveTreeNode(world.as(author!), { ...before, at: '0', by: -1 })
    expect(await seen()).toEqual(before)
  })

  it('is whole with its passport, is sent, and then changes no more', async () => {
    const { passport } = await contentNow()
    await savePassport(world.as(author!), { ...(await seen()), passport: { ...passport, scope: both('scope'), oked: both('oked'), summary: both('summary') } })
    await saveBasisHead(world.as(author!), { ...(await seen()), head: { title: { kk: 'Дәнекерлеу', ru: 'Сварка', en: '' }, act: both('act'), edition: '', page: '', validFrom: day('2026-03-10') } })
    await submitBasis(world.as(author!), await seen())
    await expect(addTreeNode(world.as(author!), { ...(await seen()), under: '0', draft: { node: 'function', code: '1.9', name: both('x'), mandatory: false } })).rejects.toMatchObject({ code: 'standards.not-a-draft' })
  })

  it('is not approved by an officer who moved one node in it', async () => {
    const editors = await read(world.as(ministry!), 'basis.read', async (t) => {
      assertMay(t, policy, 'basis.read', { organisationId: undefined })
      return editorsOf(t, versionId)
    })
    expect(editors).toContain(colleague!.accountId)
    await expect(approveBasis(world.as(colleague!), await seen())).rejects.toMatchObject({ blockers: [{ code: 'standards.approver-wrote-in-it' }] })
    await approveBasis(world.as(ministry!), await seen())
    expect((await openBasis(world.as(ministry!), versionId)).version.state).toBe('to-come')
  })

  it('has no tree where the document is requirements', async () => {
    const id = await draftBasis(world.as(author!), { kind: 'requirements', title: { kk: 'Талаптар', ru: 'Требования' } })
    await expect(addTreeNode(world.as(author!), { versionId: id, revision: 1, under: '', draft: card(null) })).rejects.toMatchObject({ code: 'not-found' })
  })
})
