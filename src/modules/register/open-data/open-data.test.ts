import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import { mountApi } from '#platform/http/api-server.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { loadRegisters } from '../../../../demo/registers.ts'
import { loadStandards } from '../../../../demo/standards.ts'
import { aSubmittedApplication, anAccreditationCast } from '../../../../test/support/accreditation.ts'
import { certificateEvent } from '../../../../test/support/lost-scope.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { routes } from '../api.ts'
import { COLUMNS, DATASET_IDS, readFileName, type DatasetId } from './domain/datasets.ts'

let world: TestWorld
let app: FastifyInstance
const faults: unknown[] = []
beforeAll(async () => {
  world = await openTestWorld()
  await loadRegisters(world)
  await loadStandards(world)
  app = Fastify()
  mountApi(app, { routes, publicUrl: world.publicUrl, resolveKey: async () => undefined, context: (_actor, id) => world.context(ANONYMOUS, 'kk', id), report: (error) => faults.push(error) })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await world.drop()
})

/** Nothing of these comes with the registers; their rows are told below. */
const NOT_LOADED: readonly DatasetId[] = ['register-changes', 'accreditation-clocks', 'frameworks', 'mandatory-procedures']
const take = (file: string) => app.inject(`/api/v1/datasets/${file}`)
interface Texts { '@language': string; '@value': string }
interface Node { '@id': string; '@type': string; [key: string]: unknown }
const catalog = async () => (await app.inject('/api/v1/catalog')).json<Node & { 'dcat:dataset': (Node & { 'dcat:distribution': Node[] })[] }>()

describe('every dataset', () => {
  it.each(DATASET_IDS.map((id) => [id]))('%s is the same table as CSV and as JSON, with the columns that were promised', async (id) => {
    const [csv, json] = [await take(`${id}.csv`), await take(`${id}.json`)]
    expect([csv.statusCode, json.statusCode, faults]).toEqual([200, 200, []])
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers['content-disposition']).toContain(`tanu-${id}-2026-03-02.csv`)
    expect(csv.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const { dataset, asOf, items } = json.json<{ dataset: string; asOf: string; items: Record<string, unknown>[] }>()
    expect([dataset, asOf, items.length > 0]).toEqual([id, '2026-03-02', !NOT_LOADED.includes(id)])
    for (const item of items) expect(Object.keys(item)).toEqual(COLUMNS[id])
    const table = await readTable(csv.rawPayload, { filename: 'x.csv' })
    expect(table.header).toEqual(COLUMNS[id])
    expect(table.rows).toHaveLength(items.length)
    for (const [place, row] of table.rows.entries()) {
      for (const column of COLUMNS[id]) expect(row.cells[column]!.replace(/^'(?=[=+\-@])/, '')).toBe(String(items[place]![column] ?? '').trim())
    }
  })

  it('is known by its name alone', async () => {
    expect(readFileName('prices.csv')).toEqual({ id: 'prices', type: 'csv' })
    for (const name of ['prices', 'prices.xlsx', 'people.csv', '../prices.csv', 'prices.csv.json', '']) expect(readFileName(name)).toBeUndefined()
    expect((await take('people.csv')).statusCode).toBe(404)
    expect((await take('prices.csv?x=1')).statusCode).toBe(400)
  })

  it('keeps the history of the register whole, in batches', async () => {
    await world.db.run(
      `insert into profession (code, created_at) select 'X-' || lpad(n::text, 5, '0'), now() from generate_series(1, 1200) n`)
    await world.db.run(
      `insert into profession_version (id, code, version_no, valid_from, valid_until, name_ru, track, search_key, provenance, attributes_provenance)
       select gen_random_uuid(), 'X-' || lpad(n::text, 5, '0'), v, case v when 1 then date '2024-01-01' else '2024-06-01' end, case v when 1 then date '2024-06-01' end, 'x', 'voluntary', '', 'demonstration', 'demonstration' from generate_series(1, 1200) n, generate_series(1, 2) v`)
    const { items } = (await take('profession-versions.json')).json<{ items: { code: string; version: number }[] }>()
    expect(items.filter((item) => item.code.startsWith('X-'))).toHaveLength(2400)
    expect(new Set(items.map((item) => `${item.code}/${item.version}`)).size).toBe(items.length)
  })

  it('names no price of a centre that is not public, and says when each price ended', async () => {
    const before = (await take('prices.json')).json<{ items: { centre: string; in_force_until: string | null }[] }>().items
    expect(before.some((item) => item.in_force_until !== null)).toBe(true)
    await world.db.run("update centre set public_from = '2026-04-01' where serial = '01'")
    const after = (await take('prices.json')).json<{ items: { centre: string }[] }>().items
    expect([before.some((item) => item.centre === '01'), after.some((item) => item.centre === '01')]).toEqual([true, false])
    expect((await take('centres.csv')).body).not.toContain('DEMO-A-01,')
  })
})

describe('what centres and bodies do', () => {
  const itemsOf = async (id: DatasetId) => (await take(`${id}.json`)).json<{ items: Record<string, unknown>[] }>().items

  it('a certificate is told with what befell it, and never that of a centre nobody sees', async () => {
    const serial = '02'
    const { certificateId, number } = await world.db.one<{ certificateId: string; number: string }>('select a.id as certificate_id, a.number from centre c join accreditation_certificate a on a.centre_id = c.id where c.serial = $1', [serial])
    await certificateEvent(world, { certificateId: certificateId as Uuid }, 'withdrawal')
    expect((await itemsOf('certificates')).find((row) => row['number'] === number)).toMatchObject({ centre: serial, state: 'withdrawn' })
    expect((await itemsOf('certificate-events')).filter((row) => row['certificate'] === number)).toMatchObject([{ kind: 'issued' }, { kind: 'withdrawal', on: '2026-03-02', professions: null, ground: 'breaches-found' }])
    await world.db.run('update centre set public_from = null where serial = $1', [serial])
    for (const id of ['certificates', 'certificate-events', 'centre-figures'] as const) expect((await itemsOf(id)).filter((row) => row['centre'] === serial)).toEqual([])
  })

  it('figures of a centre with too few cases are not told', async () => {
    const [row] = await itemsOf('centre-figures')
    expect(row).toMatchObject({ until: '2026-03-01', complaints_answered: 0 })
    for (const each of await itemsOf('centre-figures')) expect([each['passed'], each['passed_of'], each['passed_percent']]).toEqual([null, null, null])
  })

  it('an accreditation case is told by number and stage, without the applicant', async () => {
    const { caseId } = await aSubmittedApplication(world, await anAccreditationCast(world))
    const { number, regionKato } = await world.db.one<{ number: string; regionKato: string }>('select number, region_kato from accreditation_case where id = $1', [caseId])
    expect(await itemsOf('accreditation-clocks')).toEqual([{ number, region: regionKato, stage: 1, step: 'submitted', received_on: '2026-03-02', stage_since: '2026-03-02', due_on: null }])
  })

  it('a term says how long it is and when it would end from today', async () => {
    expect((await itemsOf('terms')).find((row) => row['term'] === 'T4')).toMatchObject({ who: 'centre', length: 3, unit: 'working', event_on: '2026-03-02', ends_on: '2026-03-05' })
  })
})

describe('the catalogue', () => {
  const inThree = (texts: unknown) => expect((texts as Texts[]).map((text) => [text['@language'], text['@value'].length > 0])).toEqual([['kk', true], ['ru', true], ['en', true]])

  it('is JSON-LD that explains every prefix it uses', async () => {
    const answer = await app.inject('/api/v1/catalog')
    expect(answer.headers['content-type']).toBe('application/ld+json; charset=utf-8')
    const context = answer.json<{ '@context': Record<string, string> }>()['@context']
    const prefixes = new Set([...answer.body.matchAll(/"(?:@type":")?([a-z]+):[A-Za-z]+"/g)].map((match) => match[1]!))
    expect([...prefixes].filter((prefix) => !(prefix in context))).toEqual([])
  })

  it('has what DCAT-AP asks of a catalogue, a dataset and a distribution', async () => {
    const whole = await catalog()
    expect(whole).toMatchObject({ '@id': `${world.publicUrl}/api/v1/catalog`, '@type': 'dcat:Catalog', 'dct:publisher': { '@type': 'foaf:Agent' } })
    inThree(whole['dct:title'])
    inThree(whole['dct:description'])
    expect(whole['dcat:dataset'].map((each) => each['dct:identifier'])).toEqual(DATASET_IDS)
    for (const dataset of whole['dcat:dataset']) {
      expect(dataset['@type']).toBe('dcat:Dataset')
      inThree(dataset['dct:title'])
      inThree(dataset['dct:description'])
      if (dataset['dct:identifier'] !== 'regions' && !NOT_LOADED.includes(dataset['dct:identifier'] as DatasetId)) expect(dataset['dct:modified']).toMatchObject({ '@type': 'xsd:date', '@value': expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
      expect(dataset['dcat:distribution'].map((each) => [each['@type'], (each['dcat:mediaType'] as Node)['@id'].replace(/.*media-types\//, '')])).toEqual([['dcat:Distribution', 'text/csv'], ['dcat:Distribution', 'application/json']])
    }
  })

  it('leads to files that are there, of the type it says', async () => {
    for (const dataset of (await catalog())['dcat:dataset']) {
      for (const each of dataset['dcat:distribution']) {
        const url = (each['dcat:downloadURL'] as Node)['@id']
        const answer = await app.inject(url.slice(world.publicUrl.length))
        expect([answer.statusCode, String(answer.headers['content-type']).split(';')[0]]).toEqual([200, (each['dcat:mediaType'] as Node)['@id'].replace(/.*media-types\//, '')])
      }
    }
  })

  it('says that a demonstration is one, and claims no licence while none is set', async () => {
    const whole = await catalog()
    expect((whole['dct:description'] as Texts[])[2]!['@value']).toContain('invented')
    expect(whole['dct:license']).toBeUndefined()
    expect(whole['dct:rights']).toMatchObject({ '@type': 'dct:RightsStatement' })
  })
})
