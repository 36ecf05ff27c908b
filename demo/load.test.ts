import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bin } from '#kernel/bin.ts'
import { LATENESS_STATES, lateness } from '#kernel/deadline-rule.ts'
import { legalDay, type Day } from '#kernel/day.ts'
import { Iin } from '#kernel/iin.ts'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import { emptyDemonstration } from '#platform/db/empty.ts'
import { firstBreak, type JournalEntry } from '#platform/journal/journal.ts'
import { STEPS } from '#modules/casework/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import * as professions from '#modules/professions/index.ts'
import { verifyDocument } from '#modules/recognition-documents/index.ts'
import * as statistics from '#modules/statistics/index.ts'
import { attack } from '../test/support/table-attack.ts'
import { openTestWorld, type TestWorld } from '../test/support/world.ts'
import { openTestServer } from '../test/support/server.ts'
import { firstStart } from '../src/entry/first-start.ts'
import { loadDemonstration } from './load.ts'

let world: TestWorld
const told: string[] = []
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-11-24 19:00')
  // Every loading here follows one that was killed in the midst of the story, which leaves people and cases behind.
  let moments = 40
  const dying = { ...world, clock: { ...world.clock, now: () => {
    if (--moments === 0) throw new Error('killed')
    return world.clock.now()
  } } }
  await expect(loadDemonstration(dying, { say: (text) => told.push(text) })).rejects.toThrow('killed')
  expect((await world.db.one<{ count: number }>('select count(*) as count from account')).count).toBeGreaterThan(0)
  await firstStart(world, { say: (text) => told.push(text), empty: () => emptyDemonstration(world.ownerUrl) })
}, 120_000)
afterAll(() => world.drop())

/** Rows with the sight of the system. */
const rows = <Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> => world.db.begin((sql) => sql.many<Row>(text, params), { 'tanu.scope': 'system' })
const column = async (text: string): Promise<string[]> => (await rows<Record<string, string>>(text)).map((row) => Object.values(row)[0]!)

describe('the story', () => {
  it('tells of proposals to the register at every step, and of one that became an edition', async () => {
    expect((await column('select step from register_proposal')).sort()).toEqual(['agreed', 'entered', 'filed', 'proposed', 'recommended'])
    expect(await column('select published_on <= $$2026-11-24$$ from register_edition')).toEqual([true])
    expect(await column("select (select code from profession_version v where v.edition_no = e.no) from register_edition e")).toEqual(['K-0133'])
  })

  it('tells of eight applications for accreditation, each at another stage, and of the eight organisations that the slides name', async () => {
    expect((await column('select step from accreditation_case')).sort()).toEqual(['accredited', 'awaiting-agreement', 'correcting', 'deciding', 'draft', 'expertise', 'submitted', 'survey'])
    expect(await column("select name from potential_centre where provenance = 'slides'")).toHaveLength(8)
  })

  it('tells of at least 24 named people in at least six centres and twelve professions', async () => {
    const named = await rows<{ surname: string; givenName: string }>('select distinct p.id, p.surname, p.given_name from case_file c join person p on p.id = c.person_id')
    expect(named.length).toBeGreaterThanOrEqual(24)
    expect(new Set(named.map((person) => `${person.surname} ${person.givenName}`)).size).toBe(named.length)
    for (const person of named) expect([person.surname, person.givenName]).toEqual([expect.stringMatching(/^\p{Lu}/u), expect.stringMatching(/^\p{Lu}/u)])
    expect((await column('select distinct centre_id from case_file')).length).toBeGreaterThanOrEqual(6)
    expect((await column("select distinct profession_code from case_file where kind = 'recognition'")).length).toBeGreaterThanOrEqual(12)
  })

  it('has a case at every step of the road', async () => {
    expect((await column("select distinct step from case_file where kind = 'recognition'")).sort()).toEqual([...STEPS].sort())
  })

  it('holds documents that are valid, that have run out and that are annulled, as the public check says', async () => {
    const ctx = world.context(ANONYMOUS, 'kk')
    const found = await Promise.all((await column('select number from recognition_document')).map((number) => verifyDocument(ctx, number)))
    expect([...new Set(found.map((each) => each.status))].sort()).toEqual(['annulled', 'expired', 'valid'])
    for (const { document } of found.filter((each) => each.status === 'expired')) expect(document!.validUntil! < legalDay(world.clock.now())).toBe(true)
  })

  it('holds appeals upheld, rejected and open, and complaints answered and open', async () => {
    const appeals = await column("select coalesce(a.outcome, case when c.closed_at is null then 'open' else 'withdrawn' end) from appeal a join case_file c on c.id = a.case_id")
    expect(appeals).toEqual(expect.arrayContaining(['upheld-pass', 'rejected', 'open']))
    const complaints = await column("select case when a.answered_at is null and c.closed_at is null then 'open' else 'answered' end from complaint a join case_file c on c.id = a.case_id")
    expect([...new Set(complaints)].sort()).toEqual(['answered', 'open'])
  })

  it('holds a practice on line that was handed in and waits to be marked from its recording, which says that it is none of an exam', async () => {
    const [work] = await rows<{ caseId: string; number: string; files: number; pieces: number; kinds: string[] }>(`select r.case_id, c.number, (select count(*)::int from practice_work_file f where f.run_id = r.id) as files,
        (select count(*)::int from proctoring_chunk k join proctoring_session s on s.id = k.session_id where s.case_id = r.case_id and s.stage = 'practice') as pieces,
        (select array_agg(kind) from journal_entry e where e.chain = 'case:' || r.case_id and e.kind in ('work-handed-in', 'watch-admitted')) as kinds
      from practice_run r join case_file c on c.id = r.case_id where r.work_minutes is not null and r.work_end_kind = 'handed-in' and r.end_kind is null`)
    expect(work).toMatchObject({ files: 2, pieces: 2, kinds: ['watch-admitted', 'watch-admitted', 'work-handed-in'] })
    const account = (await column("select id::text from account where demo_key = 'c01-assessor-1'"))[0]!
    const assessor = world.context((await people.personActor(world, account))!, 'ru')
    const list = await exams.listMarking(assessor)
    expect(JSON.stringify(list)).toContain(work!.number)
    const viewId = await proctoring.openRecording(assessor, { number: work!.number, stage: 'practice', purpose: 'marking' })
    for (const track of ['camera', 'screen']) {
      const clip = await proctoring.readClip(assessor, { viewId, number: work!.number, track, from: undefined, to: undefined })
      const bytes: Buffer[] = []
      for await (const part of clip.body) bytes.push(Buffer.from(part as Uint8Array))
      expect(Buffer.concat(bytes).equals(readFileSync(join(import.meta.dirname, `recordings/${track}.webm`)))).toBe(true)
    }
  })

  it('has terms in every state: overdue, due today and tomorrow, later, met in time, run out, cancelled', async () => {
    const calendar = await world.law.calendar(world.db)
    const today = legalDay(world.clock.now())
    const due = await rows<{ dueOn: Day }>('select next_due_on as due_on from case_file where closed_at is null and next_due_on is not null')
    expect(new Set(due.map((row) => lateness(row.dueOn, today, calendar).state))).toEqual(new Set(LATENESS_STATES))
    const states = await column(`select distinct case when met_at is not null then 'met' when cancelled_at is not null then 'cancelled' when lapsed_at is not null then 'lapsed' else 'running' end as state from deadline order by 1`)
    expect(states).toEqual(['cancelled', 'lapsed', 'met', 'running'])
  })
})

describe('what the story stands on', () => {
  it('is at least four approved programmes of forty questions or more, each in Kazakh and in Russian', async () => {
    const versions = await rows<{ id: string; professionCode: string }>("select distinct on (p.profession_code) v.id, p.profession_code from programme_version v join programme p on p.id = v.programme_id where v.approved_at is not null order by p.profession_code")
    expect(versions.length).toBeGreaterThanOrEqual(4)
    for (const version of versions) {
      const items = await programmes.listItems(world.db, version.id)
      const keys = await programmes.answerKey(world.db, version.id)
      expect(items.length, version.professionCode).toBeGreaterThanOrEqual(40)
      for (const lang of ['kk', 'ru'] as const) {
        expect(new Set(items.map((item) => item.stem[lang])).size).toBe(items.length)
        for (const item of items) expect([item.stem[lang], ...item.options.map((option) => option.text[lang])].every((text) => text.trim() !== ''), item.code).toBe(true)
      }
      expect(items.filter((item) => item.stem.kk === item.stem.ru)).toEqual([])
      for (const item of items) expect(keys.get(item.id)?.length, item.code).toBeGreaterThan(0)
    }
  })

  it('is a technological map for each: operations with a criterion, tools and time, the critical ones named', async () => {
    const ids = await column('select distinct on (p.profession_code) v.id from programme_version v join programme p on p.id = v.programme_id where v.approved_at is not null order by p.profession_code')
    const operations = new Set<string>()
    let steps = 0
    for (const id of ids) {
      const { map } = (await programmes.getProgrammeVersion(world.db, id)).content
      expect(map.steps.length).toBeGreaterThanOrEqual(10)
      expect(map.steps.map((step) => step.no)).toEqual(map.steps.map((_, place) => place + 1))
      expect(map.steps.some((step) => step.critical)).toBe(true)
      for (const step of map.steps) {
        for (const text of [step.operation, step.criterion, step.tools]) expect([text?.kk, text?.ru].every((words) => (words ?? '').length > 2), `${id} ${step.no}`).toBe(true)
        expect(step.minutes).toBeGreaterThan(0)
        operations.add(step.operation.ru)
        steps++
      }
    }
    expect(operations.size).toBe(steps)
  })

  it('is people and organisations whose numbers hold by their check digit and can never be issued', async () => {
    const persons = await rows<{ iinCipher: Uint8Array; birthOn: Day }>('select iin_cipher, birth_on from person')
    for (const person of persons) {
      const iin = Iin.parse(world.system().cipher.open(person.iinCipher, 'person.iin'))
      expect([iin.ok && iin.value.kind, iin.ok && iin.value.birthDate]).toEqual(['demonstration', person.birthOn])
    }
    const bins = await column('select bin from organisation where bin is not null')
    for (const text of bins) {
      const bin = Bin.parse(text)
      expect(bin.ok && bin.value.kind, text).toBe('demonstration')
    }
    expect([persons.length, bins.length].every((count) => count > 10)).toBe(true)
  })

  it('is a journal whose chains are all whole', async () => {
    const entries = await rows<JournalEntry>('select id, chain, seq, kind, payload, actor_kind, actor_id, at, previous_hash, hash from journal_entry order by chain, seq')
    const chains = Map.groupBy(entries, (entry) => entry.chain)
    expect([...chains].filter(([, chain]) => firstBreak(chain) !== undefined).map(([name]) => name)).toEqual([])
    const cases = await column("select 'case:' || id from case_file")
    expect(cases.filter((chain) => !chains.has(chain))).toEqual([])
    // A chain in which one entry was changed is found out.
    const [first, ...rest] = chains.get(cases[0]!)!
    expect(firstBreak([{ ...first!, kind: 'changed' }, ...rest])).toBe(1)
  })
})

describe('the numbers of the story', () => {
  it('begin after the day of the slides, whose figures are those of the history', async () => {
    expect(await column('select count(*) from case_file where opened_on <= $$2026-03-31$$')).toEqual([0])
    expect(await column('select count(*) from recognition_document where issued_on <= $$2026-03-31$$')).toEqual([0])
  })

  it('tell nothing of one to four people, nothing that could be subtracted, and come back out of the open files', async () => {
    const ctx = world.context(ANONYMOUS, 'kk')
    const { tables } = await statistics.readSummary(ctx, statistics.dayAsked(ctx, undefined))
    const directions = new Map((await professions.listCurrentProfessions(world.db, legalDay(world.clock.now()))).map((each) => [each.code, each.fieldCode ?? 'unknown']))
    const seen = attack(tables, (code) => directions.get(code)!)
    expect({ small: seen.small, found: seen.found }).toEqual({ small: [], found: [] })
    expect(seen.withheld).toBeGreaterThan(10)
    expect((await statistics.recompute(world.system(), { asOf: statistics.dayAsked(ctx, undefined) })).differences).toEqual([])
  })
})

describe('the loading', () => {
  it('says that it begins anew where it was broken off, and keeps nothing of the broken one', async () => {
    expect(told).toEqual(['Loading the demonstration …', 'The demonstration was broken off while it was loading, so it is loaded anew …'])
    expect(await column("select kind from journal_entry where chain = 'register:demonstration' order by seq")).toEqual(['demonstration-begun', 'demonstration-loaded'])
  })

  it('empties nothing where it is real work', async () => {
    const real = await openTestWorld()
    const owner = new pg.Client({ connectionString: real.ownerUrl })
    await owner.connect()
    await owner.query("update instance set kind = 'real'")
    await expect(emptyDemonstration(real.ownerUrl)).rejects.toThrow('only a demonstration')
    expect((await owner.query('select 1 from region')).rowCount).toBe(20)
    await owner.end()
    await real.drop()
  })

  it('is done once: a second start changes nothing', async () => {
    const before = await world.db.one<{ count: number }>('select count(*) as count from journal_entry')
    await loadDemonstration(world, { say: () => {} })
    expect(await world.db.one('select count(*) as count from journal_entry')).toEqual(before)
  })
})

describe('the page of the demonstration people', () => {
  it.each(['kk', 'ru', 'en'])('shows in %s where each candidate stands, and a document of each status to check', async (lang) => {
    const { app } = await openTestServer(world)
    const { body } = await app.inject(`/${lang}/demo`)
    const buttons = (text: string) => [...text.matchAll(/<button [^>]*name="person" value="([\w-]+)"/g)].map(([, key]) => key!)
    expect([...new Set(buttons(body))].sort()).toEqual((await column('select demo_key from account where demo_key is not null')).sort())
    const groups = new Map([...body.matchAll(/<section id="([\w-]+)">([\s\S]*?)<\/section>/g)].map(([, id, inner]) => [id!, buttons(inner!)]))
    expect(groups.get('contract')).toEqual(['erbol'])
    expect(groups.get('notice')).toEqual(expect.arrayContaining(['rustam', 'svetlana']))
    expect(groups.get('exam-day')!.sort()).toEqual(['dauren', 'kairat', 'lyudmila', 'viktor-kim'])
    expect(groups.get('marking')).toEqual(['aliya'])
    expect(groups.get('document')).toEqual(expect.arrayContaining(['timur', 'gulnara', 'zhanna', 'andrei-schmidt', 'dinara']))
    expect(groups.get('failed')).toEqual(expect.arrayContaining(['sholpan', 'igor']))
    expect(groups.get('disputes')).toContain('madina')
    expect(groups.get('waiting')).toEqual(['saltanat'])
    expect(groups.get('without')).toEqual(expect.arrayContaining(['kamila', 'zhansaya']))
    const links = [...body.matchAll(new RegExp(`href="/${lang}/verify/([\\w-]+)"`, 'g'))].map(([, number]) => number!)
    const checked = await Promise.all(links.map((number) => verifyDocument(world.context(ANONYMOUS, 'kk'), number)))
    expect(checked.map((each) => each.status)).toEqual(['valid', 'expired', 'annulled'])
    expect((await app.inject(`/${lang}/verify/${links[1]}`)).body).toContain({ kk: 'мерзімі', ru: 'Срок документа истёк', en: 'expired' }[lang])
    await app.close()
  })
})
