import type { Bench } from '../instance.ts'
import { median, round, type Round, type Shot } from '../load.ts'
import type { Line } from '../report.ts'

const QUESTIONS = 50

interface Seeded {
  runs: { id: string; number: string }[]
  /** Options of the questions, in the order of the form. */
  options: string[][]
}

/** Runs that are being written by one account, as if the invigilator had admitted them a minute ago; the acts would take hours. */
export async function seedRuns(bench: Bench, prefix: string, count: number, key: string): Promise<Seeded> {
  const { owner } = bench
  await owner.query("select set_config('tanu.scope', 'system', false)")
  const { rows: [base] } = await owner.query<{ account_id: string; person_id: string; centre_id: string; edition: string; version: string; contract_id: string; programme_version_id: string; sitting_id: string; profession_code: string; profession_version_id: string }>(
    `select a.id as account_id, a.person_id, p.centre_id, p.profession_code, (select v.id from profession_version v where v.code = p.profession_code limit 1) as profession_version_id, (select edition from norm_edition order by valid_from limit 1) as edition, (select version from calendar_version limit 1) as version,
       (select id from contract limit 1) as contract_id, i.programme_version_id, (select id from sitting limit 1) as sitting_id
     from account a, (select programme_version_id, count(*) as n from item group by 1 order by n desc limit 1) i join programme_version pv on pv.id = i.programme_version_id join programme p on p.id = pv.programme_id
     where a.demo_key = $1`, [key])
  const { rows: items } = await owner.query<{ id: string; kind: string; topic: string; options: { key: string }[] }>('select id, kind, topic, options from item where programme_version_id = $1 order by code limit $2', [base!.programme_version_id, QUESTIONS])
  const form = items.map((item, place) => ({ no: place + 1, itemId: item.id, kind: item.kind, topic: item.topic, options: item.options.map((option) => option.key) }))
  const { rows: runs } = await owner.query<{ id: string; number: string }>(
    `with made as (
       insert into case_file (id, number, kind, centre_id, person_id, account_id, profession_code, profession_version_id, level, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at)
       select gen_random_uuid(), $1 || n, 'recognition', $2, $3, $4, $13, $14::uuid, 100 + n, 'theory-running', 'candidate', $5, $6, now(), current_date, now() from generate_series(1, $7::int) n returning id, number),
     tried as (insert into attempt (id, case_id, number, contract_id, programme_version_id, stages, opened_at) select gen_random_uuid(), id, 1, $8, $9, '{theory}', now() from made returning id, case_id),
     run as (insert into theory_run (id, attempt_id, case_id, sitting_id, account_id, seed, language, form, total, admitted_by, identity_checked_at, started_at, ends_at)
       select gen_random_uuid(), t.id, t.case_id, $10, $4, '\\x00', 'kk', $11::jsonb, $12, $4, now(), now(), now() + interval '6 hours' from tried t returning id, case_id)
     select run.id, made.number from run join made on made.id = run.case_id order by made.number`,
    [prefix, base!.centre_id, base!.person_id, base!.account_id, base!.edition, base!.version, count, base!.contract_id, base!.programme_version_id, base!.sitting_id, JSON.stringify(form), form.length, base!.profession_code, base!.profession_version_id])
  return { runs, options: form.map((question) => question.options) }
}

export async function session(bench: Bench, key: string): Promise<Record<string, string>> {
  const { cookie } = await bench.signIn(key)
  const html = await (await fetch(`${bench.own.url}/kk/account`, { headers: { cookie } })).text()
  return { cookie, 'x-csrf-token': /name="csrf" value="([^"]+)"/.exec(html)![1]!, 'content-type': 'application/json' }
}

/** Answers acknowledged durable in a second, against the floor's batch of the same kind; and a whole attempt of one person. */
export async function autosave(bench: Bench, seconds: number): Promise<Line[]> {
  const lines: Line[] = []
  const headers = await session(bench, 'rustam')
  const { runs, options } = await seedRuns(bench, 'A-', 32, 'rustam')
  const seqs = runs.map(() => 0)
  const own = (client: number): Shot => {
    const seq = ++seqs[client]!
    const place = seq % options.length
    return { method: 'POST', path: `/kk/exam/${runs[client]!.number}/answers`, headers, body: JSON.stringify({ runId: runs[client]!.id, changes: [{ seq, itemNo: place + 1, chosen: [options[place]![seq % options[place]!.length]] }] }) }
  }
  const floor = (path: string) => (client: number, turn: number): Shot => ({ method: 'POST', path, headers: { cookie: 'a=b' }, body: JSON.stringify({ run: client, item: turn % QUESTIONS, chosen: 'a', seq: turn + 1 }) })
  for (const clients of [1, 8, 32]) {
    const [owns, floors, single]: [Round[], Round[], Round[]] = [[], [], []]
    for (let each = 0; each < 3; each++) {
      owns.push(await round(bench.own.url, bench.own.pid, clients, seconds, own))
      floors.push(await round(bench.floor.url, bench.floor.pid, clients, seconds, floor('/batch')))
      single.push(await round(bench.floor.url, bench.floor.pid, clients, seconds, floor('/answer')))
    }
    lines.push({ measure: `autosave, durable, c${clients}`, own: median(owns), floor: median(floors), note: `floor: batched upsert; one by one ${Math.round(median(single).perSecond).toLocaleString('en')}/s` })
  }
  lines.push(await wholeAttempts(bench))
  return lines
}

/** T50: sign in, open the room, 50 answers each its own request, hand in, read the result. One person after another. */
async function wholeAttempts(bench: Bench): Promise<Line> {
  const { runs, options } = await seedRuns(bench, 'T-', 12, 'olga')
  const times: number[] = []
  let failed = 0
  for (const run of runs) {
    const begun = performance.now()
    const headers = await session(bench, 'olga')
    const page = `${bench.own.url}/kk/exam/${run.number}`
    const room = await (await fetch(page, { headers: { cookie: headers['cookie']! } })).text()
    if (!room.includes('data-run')) failed++
    for (let seq = 1; seq <= QUESTIONS; seq++) {
      const saved = await fetch(`${page}/answers`, { method: 'POST', headers, body: JSON.stringify({ runId: run.id, changes: [{ seq, itemNo: seq, chosen: [options[seq - 1]![0]] }] }) })
      if (!saved.ok) failed++
      await saved.arrayBuffer()
    }
    const form = await (await fetch(`${page}/hand-in`, { headers: { cookie: headers['cookie']! } })).text()
    const body = new URLSearchParams({ csrf: /name="csrf" value="([^"]+)"/.exec(form)![1]!, requestKey: /name="requestKey" value="([^"]+)"/.exec(form)![1]! })
    const handed = await fetch(`${page}/hand-in`, { method: 'POST', redirect: 'manual', headers: { cookie: headers['cookie']!, 'content-type': 'application/x-www-form-urlencoded' }, body: body.toString() })
    if (handed.status !== 303) failed++
    const result = await (await fetch(page, { headers: { cookie: headers['cookie']! } })).text()
    if (!result.includes('data-ended')) failed++
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return { measure: 'T50, a whole attempt, c1', own: { perSecond: 1000 / at(0.5), p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuMs: 0, failed, bytes: 0 }, note: 'sign-in, room, 50 answers one by one, hand-in, result' }
}
