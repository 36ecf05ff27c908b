import { momentAt, plusMinutes, plusMs, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CentreMade, TestWorld } from './world.ts'

/** One person's exam as it was long ago: answers by the place of the question, `b` being right everywhere. */
export interface PastExam {
  answers?: readonly string[]
  passed: boolean
  /** Minutes after the sitting began, and for how long. */
  begins?: number
  seconds?: number
  practice?: { passed: boolean; marks: readonly { assessor: string; done: readonly boolean[] }[]; begins?: number; minutes?: number }
  /** Whether the term of the notification was kept. */
  late?: boolean
}
export interface PastSitting {
  on: Day
  seats?: number
  /** Which of the two rooms. */
  room?: 0 | 1
  people: readonly PastExam[]
}

/** Writes a history of exams straight into the tables, as years of work would leave it; nobody's acts are walked. */
export async function anExamHistory(world: TestWorld, options: { questions: number }): Promise<{ centre: CentreMade; assessors: [Uuid, Uuid]; rooms: [Uuid, Uuid]; write(sittings: readonly PastSitting[]): Promise<Uuid[][]> }> {
  const professionCode = await world.aProfession()
  const centre = await world.aCentre({ professionCode })
  const [first, second] = [await world.aStaffMember(centre.id, ['assessor']), await world.aStaffMember(centre.id, ['assessor'])]
  const person = await world.aPerson()
  let serial = 0
  const [versionId, items, rooms] = await inSystem(world, centre.id, async (t) => {
    const [programmeId, version] = [t.newId(), t.newId()]
    await t.sql.run('insert into programme (id, centre_id, profession_code, level, created_at) values ($1, $2, $3, 4, $4)', [programmeId, centre.id, professionCode, t.now])
    await t.sql.run("insert into programme_version (id, programme_id, version_no, content, author_id, created_at, approved_by, approved_at) values ($1, $2, 1, '{}', $3, $4, $5, $4)", [version, programmeId, first.accountId, t.now, second.accountId])
    const ids = Array.from({ length: options.questions }, () => t.newId())
    await t.sql.run(
      `insert into item (id, programme_version_id, code, topic, kind, stem, options) select i.id, $2, 'Q-' || i.n, 'T1', 'single', '{}', '[{"key":"a"},{"key":"b"},{"key":"c"},{"key":"d"}]'
       from unnest($1::uuid[]) with ordinality i (id, n)`, [ids, version])
    await t.sql.run(`insert into answer_key (item_id, correct) select unnest($1::uuid[]), '{b}'`, [ids])
    const made: [Uuid, Uuid] = [t.newId(), t.newId()]
    for (const id of made) await t.sql.run("insert into room (id, centre_id, name_kk, name_ru, seats) values ($1, $2, 'Зал ' || $3, 'Зал', 12)", [id, centre.id, id.slice(-2)])
    return [version, ids, made] as const
  })
  const form = JSON.stringify(items.map((itemId, place) => ({ no: place + 1, itemId, kind: 'single', topic: 'T1', options: ['a', 'b', 'c', 'd'] })))
  return {
    centre, rooms, assessors: [first.accountId, second.accountId],
    write: (sittings) => inSystem(world, centre.id, async (t) => {
      const all: Uuid[][] = []
      const profession = await t.sql.one<{ id: Uuid }>('select id from profession_version where code = $1', [professionCode])
      const norms = await t.law.normsInForce(t.sql, t.today)
      for (const sitting of sittings) {
        const starts = momentAt(sitting.on, '10:00')
        const [theoryId, practiceId] = [t.newId(), t.newId()]
        for (const [id, stage] of [[theoryId, 'theory'], [practiceId, 'practice']]) {
          await t.sql.run(
            `insert into sitting (id, centre_id, stage, profession_code, level, room_id, on_day, starts_at, ends_at, seats, created_by, created_at) values ($1, $2, $3, $4, 4, $5, $6, $7, $8, $9, $10, $7)`,
            [id, centre.id, stage, professionCode, rooms[sitting.room ?? 0], sitting.on, starts, plusMinutes(starts, 360), sitting.seats ?? 12, first.accountId])
        }
        const made: Uuid[] = []
        for (const exam of sitting.people) {
          const [caseId, paperId, contractId, attemptId, runId] = [t.newId(), t.newId(), t.newId(), t.newId(), t.newId()]
          made.push(caseId)
          await t.sql.run(
            `insert into case_file (id, number, kind, centre_id, person_id, profession_code, profession_version_id, level, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at, closed_at)
             values ($1, $2, 'recognition', $3, $4, $5, $6, 4, 'closed', 'nobody', $7, $8, $9, $10, $9, $9)`,
            [caseId, `H-${centre.serial}-${++serial}`, centre.id, person.personId, professionCode, profession.id, norms.edition, t.calendar.version, starts, sitting.on])
          await t.sql.run("insert into paper (id, kind, case_id, data, created_at) values ($1, 'contract', $2, '{}', $3)", [paperId, caseId, starts])
          await t.sql.run(
            `insert into contract (id, case_id, kind, price, price_list_id, payer, programme_version_id, stages, sent_by, sent_at, paper_id) values ($1, $2, 'first', 1, $3, 'candidate', $4, '{theory,practice}', $5, $6, $7)`,
            [contractId, caseId, centre.priceListId, versionId, first.accountId, starts, paperId])
          await t.sql.run("insert into attempt (id, case_id, number, contract_id, programme_version_id, stages, opened_at, ended_at) values ($1, $2, 1, $3, $4, '{theory,practice}', $5, $5)", [attemptId, caseId, contractId, versionId, starts])
          const begins = plusMinutes(starts, exam.begins ?? 0)
          await t.sql.run(
            `insert into theory_run (id, attempt_id, case_id, sitting_id, seed, language, form, total, admitted_by, identity_checked_at, started_at, ends_at, handed_in_at, end_kind, correct, passed)
             values ($1, $2, $3, $4, '\\x00', 'kk', $5, $6, $7, $8, $8, $9, $10, 'handed-in', 0, $11)`,
            [runId, attemptId, caseId, theoryId, form, items.length, first.accountId, begins, plusMinutes(begins, 60), plusMs(begins, (exam.seconds ?? 1800) * 1000), exam.passed])
          if (exam.answers) {
            await t.sql.run("insert into answer_event (run_id, seq, item_no, chosen, received_at, hash) select $1, a.n, a.n, array[a.chosen], $3, '\\x00' from unnest($2::text[]) with ordinality a (chosen, n)", [runId, exam.answers, begins])
          }
          if (exam.practice) {
            const { practice } = exam
            const [id, from] = [t.newId(), plusMinutes(starts, 120 + (practice.begins ?? 0))]
            await t.sql.run(
              `insert into practice_run (id, attempt_id, case_id, sitting_id, admitted_by, identity_checked_at, started_at, ended_at, end_kind, passed) values ($1, $2, $3, $4, $5, $6, $6, $7, 'finished', $8)`,
              [id, attemptId, caseId, practiceId, first.accountId, from, plusMinutes(from, practice.minutes ?? 30), practice.passed])
            for (const { assessor, done } of practice.marks) {
              await t.sql.run('insert into mark (run_id, step_no, assessor_id, done, marked_at) select $1, m.n, $2, m.done, $3::timestamptz + make_interval(mins => m.n::int) from unnest($4::boolean[]) with ordinality m (done, n)', [id, assessor, from, done])
            }
          }
          await t.sql.run("insert into deadline (id, case_id, rule, started_on, due_on, norm_edition, calendar_version, met_at) values ($1, $2, 'T2', $3, $3, $4, $5, $6)",
            [t.newId(), caseId, sitting.on, norms.edition, t.calendar.version, exam.late ? plusMinutes(starts, 1440) : starts])
        }
        all.push(made)
      }
      return all
    }),
  }
}

async function inSystem<T>(world: TestWorld, centreId: string, fn: Parameters<typeof tx<T>>[2]): Promise<T> {
  return tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId, accountId: null })
    return fn(t)
  })
}
