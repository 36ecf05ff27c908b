import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import { entriesOf, firstBreak } from '#platform/journal/journal.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import * as people from '#modules/people/index.ts'
import { aSectorBody } from '../../../test/support/sector-body.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as mandatory from './index.ts'

let world: TestWorld
let officer: PersonActor
let colleague: PersonActor
let stranger: PersonActor
const NURSE = 'K-N1'

beforeAll(async () => {
  world = await openTestWorld()
  const body = await aSectorBody(world, 'T01', NURSE)
  officer = body.officer
  colleague = await world.aStaffMember(body.organisationId, ['sector-officer'])
  stranger = (await aSectorBody(world, 'T02', 'K-N2')).officer
})
afterAll(() => world.drop())

let serial = 0
const iinOf = (n: number) => makeDemonstrationIin('1990-05-17' as Day, 500 + n).reveal()
function typed(change: Partial<mandatory.OutcomeTyped> = {}): mandatory.OutcomeTyped {
  serial++
  return { number: `МС-${serial}`, profession: NURSE, iin: iinOf(1), surname: 'Оспанова', given_name: 'Айжан', patronymic: '', issued_on: '2026-02-01', valid_until: '2031-01-31', ground: 'Хаттама № 4', ...change }
}
const denial = (promise: Promise<unknown>) => promise.then(() => { throw new Error('was allowed') }, (error: unknown) => {
  if (!(error instanceof Denial)) throw error
  return [error.code, ...error.blockers.map((each) => each.code)].join(' ')
})
const { number: _number, ...rest } = { ...typed() }
const correction = (change: Partial<typeof rest> = {}) => ({ ...rest, iin: '', ...change })

describe('a sector body registers an outcome of mandatory recognition', () => {
  it('with the person sealed: the IIN is nowhere in the database in clear', async () => {
    const { id, repeated } = await mandatory.registerOutcome(world.as(officer), typed({ number: 'МС 100' }))
    expect(repeated).toBe(false)
    const client = new pg.Client({ connectionString: world.ownerUrl })
    await client.connect()
    const found = await client.query("set tanu.scope = 'system'; select row_to_json(v)::text as text from mandatory_outcome_version v union all select payload::text from journal_entry")
    await client.end()
    const texts = (found as unknown as pg.QueryResult<{ text: string }>[])[1]!.rows.map((row) => row.text).join('\n')
    expect(texts).toContain(id)
    expect(texts).not.toContain(iinOf(1))
    expect(texts).not.toContain(Buffer.from(iinOf(1)).toString('hex'))
  })

  it('once: the same document again is the same registration, another under its number is refused', async () => {
    const first = typed()
    const { id } = await mandatory.registerOutcome(world.as(officer), first)
    expect(await mandatory.registerOutcome(world.as(colleague), { ...first, number: first.number.toLowerCase() })).toMatchObject({ id, repeated: true })
    expect(await denial(mandatory.registerOutcome(world.as(officer), { ...first, iin: iinOf(2) }))).toBe('mandatory-outcome.number-taken')
  })

  it('and another body may use the same number', async () => {
    const { number } = await mandatory.registerOutcome(world.as(officer), typed())
    await mandatory.registerOutcome(world.as(stranger), typed({ number, profession: 'K-N2' }))
    const found = await tx(world.system(), 'test', async (t) => { t.authorised = 'test'; return mandatory.findOutcomesByNumber(t, ` № ${number.toLowerCase()}`) })
    expect(found.map((each) => each.bodyCode)).toEqual(['T01', 'T02'])
  })

  it('two officers at once with one number: one registers, the other is told', async () => {
    const same = typed()
    const answers = await Promise.allSettled([mandatory.registerOutcome(world.as(officer), same), mandatory.registerOutcome(world.as(colleague), { ...same, ground: 'Хаттама № 5' })])
    expect(answers.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((answers.find((each) => each.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'mandatory-outcome.number-taken' })
  })

  it('a double press is one registration', async () => {
    const same = typed()
    const [one, two] = [await mandatory.registerOutcome(world.as(officer, 'a press of the button'), same), await mandatory.registerOutcome(world.as(officer, 'a press of the button'), same)]
    expect(two).toEqual(one)
  })

  it('of its own mandatory professions only, with every reason at its field', async () => {
    expect(await denial(mandatory.registerOutcome(world.as(officer), typed({ profession: 'K-N2' })))).toBe('mandatory-outcome.not-registrable mandatory-outcome.profession-not-of-body')
    await mandatory.registerOutcome(world.as(officer), typed({ iin: '1', ground: '' })).catch((error: Denial) => expect(error.blockers.map((each) => each.data?.['field'])).toEqual(['iin', 'ground']))
  })

  it('and nobody else: clerk, candidate, ministry, another partner find nothing here', async () => {
    const centre = await world.aCentre()
    const others = [await world.aPerson(), await world.aStaffMember(centre.id, ['centre-head']), await world.anOfficial('ministry'), await world.aStaffMember(centre.id, ['sector-officer'])]
    for (const other of others) expect(await denial(mandatory.registerOutcome(world.as(other), typed()))).toBe('not-found')
    const partner = { ...world.system(), actor: { kind: 'partner', keyId: 'x', organisationId: centre.id, scopes: ['mandatory-outcomes.write'], mayAssertIdentity: true } as never }
    expect(await denial(mandatory.registerOutcome(partner, typed()))).toBe('not-found')
  })
})

describe('what was registered is never overwritten', () => {
  it('a correction is a version with its reason, and keeps the one before', async () => {
    const { id } = await mandatory.registerOutcome(world.as(officer), typed())
    await mandatory.correctOutcome(world.as(colleague), { id, version: 1, typed: correction({ surname: 'Оспан' }), reason: 'Тегі қате жазылған' })
    const { outcome, versions } = await mandatory.readOutcomeFile(world.as(officer), id)
    expect(outcome).toMatchObject({ surname: 'Оспан', versionNo: 2, iinLastFour: iinOf(1).slice(-4) })
    expect(versions.map((each) => [each.kind, each.surname, each.reason])).toEqual([['corrected', 'Оспан', 'Тегі қате жазылған'], ['registered', 'Оспанова', '']])
    expect(versions.every((each) => each.by)).toBe(true)
    expect(JSON.stringify({ outcome, versions })).not.toContain(iinOf(1))
  })

  it('needs a reason and a difference, and comes before an annulment', async () => {
    const { id } = await mandatory.registerOutcome(world.as(officer), typed())
    expect(await denial(mandatory.correctOutcome(world.as(officer), { id, version: 1, typed: correction(), reason: '' }))).toBe('mandatory-outcome.not-correctable mandatory-outcome.reason-missing mandatory-outcome.nothing-changed')
    await mandatory.annulOutcome(world.as(officer), { id, version: 1, annulledOn: '02.03.2026', reason: 'Сот шешімі' })
    expect(await denial(mandatory.correctOutcome(world.as(officer), { id, version: 2, typed: correction({ ground: 'x' }), reason: 'қате' }))).toBe('mandatory-outcome.not-correctable mandatory-outcome.annulled-already')
    expect(await denial(mandatory.annulOutcome(world.as(officer), { id, version: 2, annulledOn: '02.03.2026', reason: 'Сот шешімі' }))).toBe('mandatory-outcome.not-annullable mandatory-outcome.annulled-already')
  })

  it('the second of two officers is told that it changed meanwhile', async () => {
    const { id } = await mandatory.registerOutcome(world.as(officer), typed())
    const answers = await Promise.allSettled([
      mandatory.correctOutcome(world.as(officer), { id, version: 1, typed: correction({ ground: 'Бірінші' }), reason: 'қате' }),
      mandatory.annulOutcome(world.as(colleague), { id, version: 1, annulledOn: '2026-03-01', reason: 'қате' }),
    ])
    expect(answers.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((answers.find((each) => each.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'mandatory-outcome.changed-meanwhile' })
  })

  it('another body finds nothing: not to read, not to correct, not to annul', async () => {
    const { id } = await mandatory.registerOutcome(world.as(officer), typed())
    expect(await denial(mandatory.readOutcomeFile(world.as(stranger), id))).toBe('not-found')
    expect(await denial(mandatory.correctOutcome(world.as(stranger), { id, version: 1, typed: correction({ ground: 'x' }), reason: 'x' }))).toBe('not-found')
    expect(await denial(mandatory.annulOutcome(world.as(stranger), { id, version: 1, annulledOn: '2026-03-01', reason: 'x' }))).toBe('not-found')
    expect(await denial(mandatory.readOutcomeFile(world.as(officer), 'x'))).toBe('not-found')
    expect((await mandatory.listOutcomes(world.as(stranger), { number: '', professionCode: '', status: '', page: 1, pageSize: 100 })).items.every((each) => each.bodyCode === 'T02')).toBe(true)
  })

  it('not even by the database: a version cannot be changed, and without an act there is nothing to see', async () => {
    await mandatory.registerOutcome(world.as(officer), typed())
    expect(await world.db.many('select 1 from mandatory_outcome')).toEqual([])
    await expect(world.db.begin((sql) => sql.run("update mandatory_outcome_version set surname = 'x'"), { 'tanu.scope': 'system' })).rejects.toThrow('never changed')
  })

  it('and the journal of the body holds', async () => {
    const entries = await entriesOf(world.db, 'mandatory-outcomes:T01')
    expect(entries.length).toBeGreaterThan(5)
    expect(firstBreak(entries)).toBeUndefined()
    expect(JSON.stringify(entries.map((each) => each.payload))).not.toMatch(/Оспан|Айжан/)
  })
})

describe('one\'s own documents', () => {
  it('are found by the verified IIN, and not by one that is only claimed', async () => {
    const person = await world.aPerson()
    const digits = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [person.personId])
    await mandatory.registerOutcome(world.as(officer), typed({ number: 'МЕНІКІ-1', iin: world.system().cipher.open(digits.iinCipher, 'person.iin') }))
    expect(await mandatory.listOwnOutcomes(world.as(person))).toEqual([])
    expect(await mandatory.listOwnOutcomes(world.as({ ...person, verified: true }))).toEqual([])
    await world.db.run('update person set verified_at = now(), verified_by = $2 where id = $1', [person.personId, officer.accountId])
    const verified = (await people.personActor(world, person.accountId))!
    expect((await mandatory.listOwnOutcomes(world.as(verified))).map((each) => each.number)).toEqual(['МЕНІКІ-1'])
  })
})

describe('a file of outcomes', () => {
  const rowOf = (n: number, change: Partial<mandatory.OutcomeTyped> = {}) => {
    const row = { number: `Ф-${n}`, profession: NURSE, iin: iinOf(n % 50), surname: 'Оспанова', given_name: 'Айжан', patronymic: '', issued_on: '2026-02-01', valid_until: '31.01.2031', ground: `Хаттама № ${n}`, ...change }
    return mandatory.OUTCOME_FIELDS.map((field) => row[field])
  }
  const tableOf = (rows: readonly (readonly string[])[]) => readTable(writeCsv(mandatory.OUTCOME_FIELDS, rows), { filename: 'outcomes.csv' })
  const count = async () => (await mandatory.listOutcomes(world.as(officer), { number: 'Ф-', professionCode: '', status: '', page: 1, pageSize: 1 })).total

  it('of ten thousand rows with a hundred errors names them all and changes nothing', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => rowOf(n, n % 100 === 7 ? { iin: '123' } : {}))
    const id = await mandatory.examineOutcomes(world.as(officer), { filename: 'outcomes.csv', table: await tableOf(rows) })
    const found = await mandatory.findOutcomeImport(world.as(officer), id)
    expect(found).toMatchObject({ rows: 10_000, faultCount: 100, kept: false })
    expect(found.faults[0]).toEqual({ line: 9, column: 'iin', reason: 'iin.twelve-digits' })
    expect(await denial(mandatory.applyOutcomes(world.as(officer), id))).toBe('import.has-faults')
    expect(await count()).toBe(0)
  }, 60_000)

  it('of ten thousand right rows is registered whole, once, however often the button is pressed', async () => {
    const table = await tableOf(Array.from({ length: 10_000 }, (_, n) => rowOf(n)))
    const id = await mandatory.examineOutcomes(world.as(officer), { filename: 'outcomes.csv', table })
    expect(await mandatory.findOutcomeImport(world.as(officer), id)).toMatchObject({ added: 10_000, unchanged: 0, faultCount: 0, kept: true, appliedAt: null })
    expect(await denial(mandatory.findOutcomeImport(world.as(stranger), id))).toBe('not-found')
    expect(await denial(mandatory.applyOutcomes(world.as(stranger), id))).toBe('not-found')
    await Promise.all([mandatory.applyOutcomes(world.as(officer), id), mandatory.applyOutcomes(world.as(colleague), id)])
    expect(await count()).toBe(10_000)
    expect(await mandatory.findOutcomeImport(world.as(officer), id)).toMatchObject({ added: 10_000, kept: false })
    expect((await entriesOf(world.db, 'mandatory-outcomes:T01')).filter((each) => each.kind === 'outcomes-imported')).toHaveLength(1)
    const again = await mandatory.examineOutcomes(world.as(officer), { filename: 'outcomes.csv', table })
    expect(await mandatory.findOutcomeImport(world.as(officer), again)).toMatchObject({ added: 0, unchanged: 10_000, faultCount: 0, kept: false })
  }, 120_000)

  it('is kept sealed, until it is entered or another is brought', async () => {
    const first = await mandatory.examineOutcomes(world.as(officer), { filename: 'a.csv', table: await tableOf([rowOf(20_001)]) })
    const [{ sealed }] = await world.db.begin((sql) => sql.many<{ sealed: Uint8Array }>('select sealed_table as sealed from mandatory_import where id = $1', [first]), { 'tanu.scope': 'system' }) as [{ sealed: Uint8Array }]
    expect(Buffer.from(sealed).includes(iinOf(1))).toBe(false)
    await mandatory.examineOutcomes(world.as(officer), { filename: 'b.csv', table: await tableOf([rowOf(20_002)]) })
    expect(await denial(mandatory.applyOutcomes(world.as(officer), first))).toBe('mandatory-outcome.file-gone')
  })

  it('is forgotten a day after it was brought, though nobody entered it; what was found stays', async () => {
    const id = await mandatory.examineOutcomes(world.as(officer), { filename: 'a.csv', table: await tableOf([rowOf(20_003)]) })
    world.at('2026-03-03 08:00')
    expect(await mandatory.forgetTables(world.system())).toBe(0)
    world.at('2026-03-03 09:01')
    expect(await mandatory.forgetTables(world.system())).toBe(1)
    expect(await mandatory.findOutcomeImport(world.as(officer), id)).toMatchObject({ kept: false, added: 1, appliedAt: null })
    expect(await denial(mandatory.forgetTables(world.as(officer)))).toBe('not-found')
    world.at('2026-03-02 09:00')
  })

  it('is examined again before it is entered: what was registered meanwhile stops it', async () => {
    const id = await mandatory.examineOutcomes(world.as(officer), { filename: 'a.csv', table: await tableOf([rowOf(30_001), rowOf(30_002)]) })
    await mandatory.registerOutcome(world.as(colleague), typed({ number: 'Ф-30002' }))
    await mandatory.applyOutcomes(world.as(officer), id)
    expect(await mandatory.findOutcomeImport(world.as(officer), id)).toMatchObject({ appliedAt: null, faultCount: 1, faults: [{ line: 3, column: 'number', reason: 'mandatory-outcome.number-taken' }] })
  })

  it.each<[string, readonly string[], readonly (readonly string[])[], string]>([
    ['without a column it needs', ['number', 'iin'], [['1', '2']], 'import.column-missing'],
    ['with a column nobody knows', [...mandatory.OUTCOME_FIELDS, 'phone'], [[...rowOf(1), '1']], 'import.column-unknown'],
    ['without rows', mandatory.OUTCOME_FIELDS, [], 'import.no-rows'],
    ['with formulas', mandatory.OUTCOME_FIELDS, [rowOf(1, { number: '=cmd()', iin: '@x' })], 'iin.twelve-digits'],
  ])('%s is told so', async (_says, header, rows, reason) => {
    const id = await mandatory.examineOutcomes(world.as(officer), { filename: 'x.csv', table: await readTable(writeCsv(header, rows), { filename: 'x.csv' }) })
    expect((await mandatory.findOutcomeImport(world.as(officer), id)).faults.map((each) => each.reason)).toContain(reason)
  })
})

describe('how a mandatory profession is recognised', () => {
  const procedure = (change: Partial<mandatory.ProcedureTyped> = {}): mandatory.ProcedureTyped => ({
    actKk: 'Бұйрық', actRu: 'Приказ', form: 'certification', placeKk: 'Астана', placeRu: 'Астана', link: 'https://example.kz', termsKk: '10 күн', termsRu: '10 дней', contact: '+7', validFrom: '2026-03-02' as Day, ...change,
  })
  const entry = { code: NURSE, bodyCode: 'T01', track: 'mandatory' as const }

  it('is not known until the body says it, and then kept in editions', async () => {
    expect(await mandatory.procedureOf(world.system(), entry)).toBeUndefined()
    await mandatory.publishProcedure(world.as(officer), { professionCode: NURSE, edition: 0, typed: procedure() })
    expect(await denial(mandatory.publishProcedure(world.as(colleague), { professionCode: NURSE, edition: 0, typed: procedure({ contact: '+8' }) }))).toBe('procedure.changed-meanwhile')
    await mandatory.publishProcedure(world.as(colleague), { professionCode: NURSE, edition: 1, typed: procedure({ contact: '+9', validFrom: '2026-04-01' as Day }) })
    expect(await mandatory.procedureOf(world.system(), entry)).toMatchObject({ inForce: { editionNo: 1, contact: '+7' }, earlier: [], coming: [{ editionNo: 2 }] })
    world.at('2026-04-01 00:10')
    expect(await mandatory.procedureOf(world.system(), entry)).toMatchObject({ inForce: { editionNo: 2, contact: '+9' }, earlier: [{ editionNo: 1 }], coming: [] })
    expect((await mandatory.readProcedureDesk(world.as(officer), NURSE)).editions.map((each) => each.editionNo)).toEqual([2, 1])
    world.at('2026-03-02 09:00')
  })

  it('is said by its own body only', async () => {
    expect(await denial(mandatory.publishProcedure(world.as(stranger), { professionCode: NURSE, edition: 2, typed: procedure() }))).toBe('not-found')
    expect(await denial(mandatory.readProcedureDesk(world.as(stranger), NURSE))).toBe('not-found')
    expect(await denial(mandatory.publishProcedure(world.as(officer), { professionCode: await world.aProfession(), edition: 0, typed: procedure() }))).toBe('not-found')
  })

  it('and the desk counts what is there', async () => {
    const desk = await mandatory.readDesk(world.as(officer), { q: '', track: undefined, page: 1, pageSize: 20, lang: 'kk' })
    expect(desk).toMatchObject({ total: 1, counts: { mandatory: 1, voluntary: 0, withProcedure: 1 } })
    expect(desk.items[0]!.outcomes).toBeGreaterThan(10_000)
  })
})
