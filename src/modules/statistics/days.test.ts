import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf, type Day } from '#kernel/day.ts'
import * as casework from '#modules/casework/index.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { bringDaysUpToDate, checkDays } from './index.ts'

/** As many rounds of a life drawn by lot, the same at every run. */
const ROUNDS = 8
const FIRST = dayOf(2023, 11, 1)
const SPAN = 800

let world: TestWorld
let owner: pg.Client
let centres: string[] = []
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 10:00')
  for (let each = 0; each < 3; each++) centres.push((await world.aCentre()).id)
  owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  await owner.query("select set_config('tanu.scope', 'system', false)")
  // Rows stand alone here: what they point at is not made.
  const { rows } = await owner.query<{ table: string; name: string }>(
    "select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'f' and conrelid::regclass::text in ('case_file', 'deadline', 'decision', 'recognition_document', 'historic_document', 'historic_batch')")
  for (const { table, name } of rows) await owner.query(`alter table ${table} drop constraint ${name}`)
}, 120_000)
afterAll(async () => {
  await owner.end()
  await world.drop()
})

/** Park and Miller's lots, from a fixed beginning. */
let seed = 20_260_331
const lot = (size: number): number => (seed = (seed * 48_271) % 2_147_483_647) % size
const one = <Each>(list: readonly Each[]): Each => list[lot(list.length)]!
const someDay = (): Day => addDays(FIRST, lot(SPAN))

let serial = 0
const cases: { id: string; openedOn: Day }[] = []
const RULES = ['T1', 'T2', 'T4', 'T5', 'T12', 'T15']

async function opened(parent?: string): Promise<string> {
  const openedOn = someDay()
  const { rows } = await owner.query<{ id: string }>(
    `insert into case_file (id, number, kind, parent_case_id, centre_id, person_id, profession_code, level, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at)
     values (gen_random_uuid(), $1, $2, $3, $4, gen_random_uuid(), $5, 4, 'x', 'nobody', 'x', 'x', $6::date, $6::date, $6::date) returning id`,
    [`L-${++serial}`, parent ? 'appeal' : 'recognition', parent ?? null, one(centres), one(['K-1', 'K-2', 'K-3', 'K-4']), openedOn])
  if (!parent) cases.push({ id: rows[0]!.id, openedOn })
  return rows[0]!.id
}

/** What may happen to a case, each as its act leaves the rows; answers the case that gets the entry. */
const HAPPENINGS: ((kase: { id: string; openedOn: Day }) => Promise<string>)[] = [
  async () => opened(),
  async () => opened(),
  async ({ id, openedOn }) => {
    const startedOn = addDays(openedOn, lot(40) - 2)
    await owner.query("insert into deadline (id, case_id, rule, started_on, due_on, norm_edition, calendar_version) values (gen_random_uuid(), $1, $2, $3, $4, 'x', 'x')", [id, one(RULES), startedOn, lot(8) === 0 ? null : addDays(startedOn, lot(15))])
    return id
  },
  async ({ id }) => {
    await owner.query("update deadline set met_at = (started_on + $2::integer)::timestamp at time zone interval '5 hours' + interval '20 hours' where id = (select id from deadline where case_id = $1 and met_at is null limit 1)", [id, lot(20)])
    return id
  },
  async ({ id }) => {
    await owner.query("update deadline set paused_on = case when paused_on is null then started_on + 1 end, due_on = due_on + $2::integer where id = (select id from deadline where case_id = $1 and met_at is null limit 1)", [id, lot(9)])
    return id
  },
  async ({ id }) => {
    await owner.query('update deadline set cancelled_at = now() where id = (select id from deadline where case_id = $1 and met_at is null limit 1)', [id])
    return id
  },
  async ({ id, openedOn }) => {
    const { rows: [last] } = await owner.query<{ on: Day }>("select max(decided_on)::text as on from decision where case_id = $1", [id])
    const on = addDays(last?.on ?? openedOn, lot(last?.on ? 30 : 60))
    const ground = one([null, null, null, 'THEORY_NOT_PASSED', 'NO_SHOW', 'NOT_LET_IN'])
    await owner.query("insert into decision (id, case_id, attempt_id, number, outcome, ground, panel_id, decided_at, decided_on, protocol_paper_id) values (gen_random_uuid(), $1, $1, $2, $3, $4, $1, $5::date + $6 * interval '1 second', $5::date, $1)",
      [id, `L-${++serial}`, ground ? 'fail' : 'pass', ground, on, serial])
    return id
  },
  async ({ id }) => {
    await owner.query('update case_file set centre_id = $2 where id = $1', [id, one(centres)])
    return id
  },
  async ({ id, openedOn }) => {
    const on = addDays(openedOn, lot(90))
    await owner.query(
      `insert into recognition_document (id, number, case_id, decision_id, centre_id, certificate_id, person_id, profession_code, level, holder_surname, holder_given_name, public_name, issued_at, issued_on, valid_until, issued_by, paper_id, holder_key, funding)
       select gen_random_uuid(), $2, id, gen_random_uuid(), centre_id, id, id, profession_code, 4, 'A', 'B', 'B A.', $3::date, $3::date, $4::date, id, id, decode($5, 'hex'), $6 from case_file where id = $1`,
      [id, `L-${++serial}`, on, lot(2) === 0 ? null : addDays(on, lot(400)), `0${lot(10)}`, one(['own', 'employer', 'voucher', null])])
    return id
  },
  async ({ id }) => {
    await owner.query('update recognition_document set annulled_on = issued_on + $2::integer where id = (select id from recognition_document where case_id = $1 and annulled_on is null limit 1)', [id, lot(60)])
    return id
  },
  async ({ id }) => opened(id),
]

async function entered(caseId: string): Promise<void> {
  await owner.query(
    `insert into journal_entry (id, chain, seq, kind, payload, actor_kind, at, on_day, previous_hash, hash)
     select gen_random_uuid(), $1, coalesce(max(seq), 0) + 1, 'x', '{}', 'system', $2, current_date, '\\x00', '\\x00' from journal_entry where chain = $1`, [casework.chainOf(caseId), world.clock.now()])
}
async function historicBatch(): Promise<void> {
  const { rows } = await owner.query<{ id: string }>("insert into historic_batch (id, origin, rows, digest, entered_at, entered_on) values (gen_random_uuid(), 'demonstration', 5, '\\x00', now(), current_date) returning id")
  for (let place = 1; place <= 5; place++) {
    const on = someDay()
    await owner.query(
      `insert into historic_document (id, batch_id, place, number, number_key, iin_cipher, holder_key, surname, given_name, public_name, profession_code, level, centre_id, issued_on, valid_until, funding, row_hash)
       values (gen_random_uuid(), $1, $2, $3, $3, '\\x00', decode($4, 'hex'), 'A', 'B', 'B A.', 'K-1', 4, $5, $6, $7, null, '\\x00')`, [rows[0]!.id, place, `L-${++serial}`, `0${lot(10)}`, one(centres), on, lot(2) === 0 ? null : addDays(on, 300)])
  }
}

describe('the numbers kept by day', () => {
  it('are those of every row, whatever happened since they were counted, for any day that is asked for', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      world.at(`2026-03-${String(3 + round).padStart(2, '0')} 10:00`)
      for (let each = 0; each < 40; each++) {
        const kase = cases.length === 0 ? undefined : one(cases)
        await entered(kase ? await one(HAPPENINGS)(kase) : await opened())
      }
      if (round % 4 === 2) {
        await historicBatch()
        await entered(cases[0]!.id)
      }
      const done = await bringDaysUpToDate(world.system())
      expect([round, done.whole, done.days > 0]).toEqual([round, round === 0, true])
      for (const asOf of [dayOf(2026, 3, 20), someDay(), someDay()]) {
        const { differences, numbers } = await checkDays(world.system(), asOf)
        expect([round, asOf, differences]).toEqual([round, asOf, []])
        expect(numbers).toBeGreaterThan(round === 0 ? -1 : 10)
      }
    }
    // Counted anew from the first day to the last, not one number is otherwise.
    expect(await bringDaysUpToDate(world.system(), { whole: true })).toMatchObject({ whole: true, differences: 0 })
  }, 120_000)

  it('are left as they are while somebody else counts: nobody waits, and the next look counts', async () => {
    await entered(await opened())
    await owner.query("select pg_advisory_lock(hashtext('statistics_progress'))")
    expect(await bringDaysUpToDate(world.system())).toEqual({ whole: false, days: 0, busy: true, differences: 0 })
    await owner.query("select pg_advisory_unlock(hashtext('statistics_progress'))")
    expect(await bringDaysUpToDate(world.system())).toMatchObject({ busy: false, whole: false })
    expect((await checkDays(world.system(), dayOf(2026, 3, 20))).differences).toEqual([])
  })

  it('are not touched while the journal stands, and betray rows that were changed behind it', async () => {
    expect(await bringDaysUpToDate(world.system())).toEqual({ whole: false, days: 0, busy: false, differences: 0 })
    await owner.query('update case_file set profession_code = $2 where id = $1', [cases[0]!.id, 'K-9'])
    expect(await bringDaysUpToDate(world.system())).toMatchObject({ days: 0 })
    const today = dayOf(2026, 3, 20)
    expect((await checkDays(world.system(), today)).differences.map((each) => each.where)).toContain(`applications/${cases[0]!.openedOn.slice(0, 4)}/profession/K-9/applications`)
    const found = await bringDaysUpToDate(world.system(), { whole: true })
    expect(found.differences).toBeGreaterThan(0)
    expect((await checkDays(world.system(), today)).differences).toEqual([])
  })
})
