import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { sampleStandard } from '../../../test/support/sample-standard.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { DOCUMENT_COLUMNS, documentRows } from './domain/document-table.ts'
import {
  approveBasis, basesOfProfession, documentFile, documentTemplate, draftBasis, draftNextVersion, dropBasis, enterBasis, examineDocument, listBasisDesk, listRedos, openBasis, openDocument, readBasis, redosOfCentre, returnBasis,
  saveBasisHead, saveRequirements, searchBases, submitBasis, takeDocument, type StandardContent,
} from './index.ts'

let world: TestWorld
let [author, colleague, stranger, ministry, head]: PersonActor[] = []
let centre: CentreMade
let profession: string
const TITLE = { kk: 'Дәнекерлеу', ru: 'Сварка' }
const HEAD = { title: { ...TITLE, en: '' }, act: { kk: 'Бұйрық', ru: 'Приказ' }, edition: '2026', page: 'https://example.kz/act', validFrom: day('2026-03-10') }

async function aBody(code: string): Promise<Uuid> {
  return tx(world.system(), 'organisation.create', async (t) => {
    const id = await people.createOrganisation(t, { kind: 'sector-body', bin: null, nameKk: code, nameRu: code, nameEn: code, demonstration: true })
    await professions.enterSectorBody(t, { code, nameKk: code, nameRu: code, nameEn: code, provenance: 'demonstration' })
    await professions.linkSectorBody(t, { code, organisationId: id })
    return id
  })
}
const fileOf = (content: StandardContent) => writeCsv(DOCUMENT_COLUMNS, documentRows(content))
const revision = async (id: string) => (await openBasis(world.as(ministry!), id)).version.revision
async function bring(id: string, content: StandardContent): Promise<void> {
  const importId = await examineDocument(world.as(author!), { versionId: id, revision: await revision(id), name: 'standard.csv', bytes: fileOf(content) })
  await takeDocument(world.as(author!), { importId, revision: await revision(id) })
}
async function approve(id: string, validFrom: string): Promise<void> {
  await saveBasisHead(world.as(author!), { versionId: id, revision: await revision(id), head: { ...HEAD, validFrom: day(validFrom) } })
  await submitBasis(world.as(author!), { versionId: id, revision: await revision(id) })
  await approveBasis(world.as(ministry!), { versionId: id, revision: await revision(id) })
}

beforeAll(async () => {
  world = await openTestWorld()
  const body = await aBody('T01')
  author = await world.aStaffMember(body, ['sector-officer'])
  colleague = await world.aStaffMember(body, ['sector-officer'])
  stranger = await world.aStaffMember(await aBody('T02'), ['sector-officer'])
  ministry = await world.anOfficial('ministry')
  profession = await world.aProfession({ levels: [4] })
  centre = await world.aCentre({ professionCode: profession, level: 4 })
  head = await world.aStaffMember(centre.id, ['centre-head'])
  await world.aProgramme(centre.id, profession, 4)
}, 60_000)
afterAll(() => world.drop())

describe('a standard on its way', () => {
  let id: string
  it('is drafted by an officer of its body, and by nobody else', async () => {
    await expect(draftBasis(world.as(ministry!), { kind: 'standard', title: TITLE })).rejects.toMatchObject({ code: 'not-found' })
    await expect(draftBasis(world.as(head!), { kind: 'standard', title: TITLE })).rejects.toMatchObject({ code: 'not-found' })
    id = await draftBasis(world.as(author!), { kind: 'standard', title: TITLE })
    expect((await openBasis(world.as(author!), id)).version).toMatchObject({ code: 'PS-0001', versionNo: 1, state: 'draft', bodyCode: 'T01' })
  })

  it('is not seen by the officers of another body, nor by the public', async () => {
    await expect(openBasis(world.as(stranger!), id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await listBasisDesk(world.as(stranger!))).rows).toEqual([])
    await expect(readBasis(world.as(head!), { kind: 'standard', code: 'PS-0001' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is not sent while it is not whole', async () => {
    await expect(submitBasis(world.as(author!), { versionId: id, revision: 1 })).rejects.toMatchObject({ code: 'standards.not-whole' })
  })

  it('takes a filled template as a whole, or says in which row and column it is wrong and takes nothing', async () => {
    const wrong = sampleStandard('K-9999')
    const examined = await examineDocument(world.as(author!), { versionId: id, revision: 1, name: 'standard.csv', bytes: fileOf(wrong) })
    const preview = await openDocument(world.as(author!), examined)
    expect(preview.work.faults).toEqual([{ line: 10, column: 'profession', reason: 'import.code-unknown' }])
    await expect(takeDocument(world.as(author!), { importId: examined, revision: 1 })).rejects.toMatchObject({ code: 'import.has-faults' })
    const right = await examineDocument(world.as(author!), { versionId: id, revision: 1, name: 'standard.csv', bytes: fileOf(sampleStandard(profession)) })
    expect((await openDocument(world.as(author!), right)).changes.length).toBeGreaterThan(5)
    expect((await openBasis(world.as(author!), id)).version.revision).toBe(1)
    await takeDocument(world.as(author!), { importId: right, revision: 1 })
    await expect(takeDocument(world.as(author!), { importId: right, revision: 2 })).rejects.toMatchObject({ code: 'standards.import-taken' })
    expect((await openBasis(world.as(author!), id)).version.content).toEqual(sampleStandard(profession))
  })

  it('has no force backwards', async () => {
    await saveBasisHead(world.as(author!), { versionId: id, revision: 2, head: { ...HEAD, validFrom: day('2026-03-01') } })
    await expect(submitBasis(world.as(author!), { versionId: id, revision: 3 })).rejects.toMatchObject({ code: 'standards.no-first-day' })
    await saveBasisHead(world.as(author!), { versionId: id, revision: 3, head: HEAD })
  })

  it('is refused to whoever saw an older state of it', async () => {
    await expect(submitBasis(world.as(author!), { versionId: id, revision: 3 })).rejects.toMatchObject({ code: 'standards.changed-meanwhile' })
  })

  it('is given back with a reason, changed and sent again', async () => {
    await submitBasis(world.as(author!), { versionId: id, revision: 4 })
    await expect(saveBasisHead(world.as(author!), { versionId: id, revision: 5, head: HEAD })).rejects.toMatchObject({ code: 'standards.not-a-draft' })
    await expect(returnBasis(world.as(colleague!), { versionId: id, revision: 5, note: ' ' })).rejects.toMatchObject({ code: 'standards.note-missing' })
    await returnBasis(world.as(colleague!), { versionId: id, revision: 5, note: 'Екі тіл сай емес' })
    expect((await openBasis(world.as(author!), id)).version).toMatchObject({ state: 'returned', returnNote: 'Екі тіл сай емес' })
    await submitBasis(world.as(author!), { versionId: id, revision: 6 })
    // Each time to whoever may approve it: the body's other officers and the authorised body.
    const told = async (who: PersonActor) => (await world.db.many("select 1 from letter where account_id = $1 and kind = 'basis-awaits-approval'", [who.accountId])).length
    expect([await told(colleague!), await told(ministry!), await told(author!), await told(stranger!)]).toEqual([2, 2, 0, 0])
  })

  it('is approved by a second person, never by its author, nor by another body', async () => {
    await expect(approveBasis(world.as(author!), { versionId: id, revision: 7 })).rejects.toMatchObject({ code: 'standards.not-whole', blockers: [{ code: 'standards.approver-wrote-in-it' }] })
    await expect(approveBasis(world.as(stranger!), { versionId: id, revision: 7 })).rejects.toMatchObject({ code: 'not-found' })
    await approveBasis(world.as(colleague!), { versionId: id, revision: 7 })
    expect((await openBasis(world.as(author!), id)).version.state).toBe('to-come')
    await expect(saveBasisHead(world.as(author!), { versionId: id, revision: 8, head: HEAD })).rejects.toMatchObject({ code: 'standards.not-a-draft' })
  })

  it('makes a programme to be redone where no basis was known before, and the head is told in a letter', async () => {
    const own = await redosOfCentre(world.as(head!), centre.id)
    expect(own.map(({ redo: { reason, on }, changes }) => [reason, on, changes])).toEqual([['appeared', '2026-03-10', undefined]])
    const { letters } = await people.listOwnLetters(world.as(head!), 1)
    expect(letters[0]).toMatchObject({ kind: 'basis-changed', subject: expect.stringContaining('Дәнекерлеу') })
    expect(letters[0]!.body).toContain(profession)
  })

  it('is in force from its first day, and everybody reads it', async () => {
    world.at('2026-03-10 10:00')
    const seen = await readBasis(world.as(head!), { kind: 'standard', code: 'PS-0001' })
    expect(seen.version.state).toBe('in-force')
    expect(seen.named.map(({ professionCode, level }) => [professionCode, level])).toEqual([[profession, 4]])
    expect((await searchBases(world.as(head!), { q: 'СВАР', kind: undefined, bodyCode: undefined, page: 1, pageSize: 20 })).items.map(({ code }) => code)).toEqual(['PS-0001'])
    expect(await searchBases(world.as(head!), { q: '', kind: 'standard', bodyCode: 'T01', page: 9, pageSize: 20 })).toEqual({ items: [], total: 1 })
    expect((await basesOfProfession(world.db, { code: profession, titleRu: undefined, today: day('2026-03-10') })).bases.map(({ code }) => code)).toEqual(['PS-0001'])
  })
})

describe('the next version of a standard', () => {
  it('is one draft at a time and names only the programmes whose card it changes', async () => {
    await world.aProgramme(centre.id, profession, 4)
    expect(await redosOfCentre(world.as(head!), centre.id)).toEqual([])
    const second = await draftNextVersion(world.as(author!), 'PS-0001')
    await expect(draftNextVersion(world.as(author!), 'PS-0001')).rejects.toMatchObject({ code: 'standards.draft-open' })
    const content = sampleStandard(profession)
    content.cards[0]!.functions[0]!.skills[0]!.abilities.push({ kk: 'жаңа машық', ru: 'новое умение' })
    await bring(second, content)
    await saveBasisHead(world.as(author!), { versionId: second, revision: await revision(second), head: { ...HEAD, validFrom: day('2026-05-01') } })
    expect((await openBasis(world.as(ministry!), second)).redos.map(({ redo }) => redo.reason)).toEqual(['changed'])
    expect(await redosOfCentre(world.as(head!), centre.id)).toEqual([])
    await approve(second, '2026-05-01')
    const [redo] = await redosOfCentre(world.as(head!), centre.id)
    expect(redo!.redo).toMatchObject({ reason: 'changed', on: '2026-05-01', before: { versionNo: 1 }, after: { versionNo: 2 } })
    expect(redo!.changes).toEqual([{ kind: 'added', node: 'ability', card: '1', at: '1.1.1', text: { kk: 'жаңа машық', ru: 'новое умение' } }])
    expect((await listRedos(world.as(author!))).redos).toHaveLength(1)
    expect((await listRedos(world.as(stranger!))).redos).toHaveLength(0)
    await expect(redosOfCentre(world.as(stranger!), centre.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves the one before it in force until its day, and unchanged for ever', async () => {
    const state = async () => (await readBasis(world.as(head!), { kind: 'standard', code: 'PS-0001' })).versions.map(({ versionNo, state, validUntil }) => [versionNo, state, validUntil])
    expect(await state()).toEqual([[2, 'to-come', null], [1, 'in-force', '2026-05-01']])
    world.at('2026-05-01 00:10')
    expect(await state()).toEqual([[2, 'in-force', null], [1, 'replaced', '2026-05-01']])
    expect((await readBasis(world.as(head!), { kind: 'standard', code: 'PS-0001', versionNo: 1 })).version.content).toEqual(sampleStandard(profession))
  })

  it('that changes nothing for a card troubles no programme', async () => {
    await world.aProgramme(centre.id, profession, 4)
    const third = await draftNextVersion(world.as(author!), 'PS-0001')
    await approve(third, '2026-07-01')
    expect(await redosOfCentre(world.as(head!), centre.id)).toEqual([])
  })

  it('may be given up while it is a draft, and then another one is opened', async () => {
    const given = await draftNextVersion(world.as(author!), 'PS-0001')
    await expect(dropBasis(world.as(stranger!), { versionId: given, revision: 1 })).rejects.toMatchObject({ code: 'not-found' })
    await dropBasis(world.as(author!), { versionId: given, revision: 1 })
    await expect(openBasis(world.as(author!), given)).rejects.toMatchObject({ code: 'not-found' })
    expect((await listBasisDesk(world.as(author!))).rows.map(({ id }) => id)).not.toContain(given)
  })

  it('is written twice by no pressed button', async () => {
    const press = () => draftNextVersion(world.as(author!, 'one-press'), 'PS-0001')
    expect(await press()).toBe(await press())
  })
})

describe('qualification requirements', () => {
  it('are the basis until a standard takes their place, and name the programmes to redo', async () => {
    const code = await world.aProfession({ levels: [3] })
    const other = await world.aCentre({ professionCode: code, level: 3 })
    const id = await draftBasis(world.as(author!), { kind: 'requirements', title: { kk: 'Талаптар', ru: 'Требования' } })
    await expect(saveRequirements(world.as(author!), { versionId: id, revision: 1, text: TITLE, professions: 'K-9999:3' })).rejects.toMatchObject({ blockers: [{ code: 'standards.profession-unknown', data: { code: 'K-9999' } }] })
    await expect(saveRequirements(world.as(author!), { versionId: id, revision: 1, text: TITLE, professions: code })).rejects.toMatchObject({ code: 'standards.professions-wrong' })
    await saveRequirements(world.as(author!), { versionId: id, revision: 1, text: TITLE, professions: `${code}:3` })
    await approve(id, '2026-05-02')
    world.at('2026-05-03 10:00')
    await world.aProgramme(other.id, code, 3)
    const standard = await draftBasis(world.as(author!), { kind: 'standard', title: { kk: 'Жаңа стандарт', ru: 'Новый стандарт' } })
    await bring(standard, sampleStandard(code, 3))
    await approve(standard, '2026-06-01')
    const seen = await readBasis(world.as(head!), { kind: 'requirements', code: 'QR-0001' })
    expect(seen.replacedBy.map(({ of, standard: by, on }) => [of.professionCode, by.code, on])).toEqual([[code, 'PS-0002', '2026-06-01']])
    expect((await listRedos(world.as(ministry!))).redos.map(({ programme, redo }) => [programme.professionCode, redo.reason, redo.on])).toEqual([[code, 'replaced', '2026-06-01']])
  })
})

describe('a document of which only the title is known', () => {
  it('is shown as that, and its next version may bring the text', async () => {
    await tx(world.system(), 'basis.enter', (t) => enterBasis(t, {
      code: 'PS-0079', kind: 'standard', bodyCode: 'T01', title: { kk: '', ru: 'Известное название', en: 'Known title' }, act: { kk: '', ru: 'Приказ' }, edition: '', page: '', validFrom: null, provenance: 'order-title', content: null,
    }))
    expect((await readBasis(world.as(head!), { kind: 'standard', code: 'PS-0079' })).version).toMatchObject({ textHeld: false, content: null, provenance: 'order-title' })
    expect((await basesOfProfession(world.db, { code: profession, titleRu: 'Известное название', today: day('2026-05-03') })).titles.map(({ code }) => code)).toEqual(['PS-0079'])
    const next = await draftNextVersion(world.as(author!), 'PS-0079')
    await bring(next, sampleStandard(await world.aProfession(), 5))
    await approve(next, '2026-06-01')
    expect((await readBasis(world.as(head!), { kind: 'standard', code: 'PS-0079' })).versions.map(({ versionNo, textHeld }) => [versionNo, textHeld])).toEqual([[2, true], [1, false]])
  })
})

describe('the template', () => {
  it('can be brought as it is given, as CSV and as a workbook', async () => {
    for (const kind of ['csv', 'xlsx'] as const) {
      const id = await draftBasis(world.as(author!), { kind: 'standard', title: { kk: `Үлгі ${kind}`, ru: `Образец ${kind}` } })
      const file = await documentTemplate(kind)
      const importId = await examineDocument(world.as(author!), { versionId: id, revision: 1, name: file.filename, bytes: file.body })
      const preview = await openDocument(world.as(author!), importId)
      expect([preview.work.faults, preview.blockers]).toEqual([[], []])
    }
  })

  it('gives an approved text to anybody, and a draft only to its body', async () => {
    expect((await documentFile(world.as(head!), { code: 'PS-0001', versionNo: 1, kind: 'csv' })).filename).toBe('PS-0001-v1.csv')
    await expect(documentFile(world.as(head!), { code: 'PS-0001', versionNo: 5, kind: 'csv' })).rejects.toMatchObject({ code: 'not-found' })
    expect((await documentFile(world.as(author!), { code: 'PS-0001', versionNo: 5, kind: 'xlsx' })).filename).toBe('PS-0001-v5.xlsx')
  })
})
