import type pg from 'pg'
import type { Bench } from '../instance.ts'
import { cpuMsOf } from '../load.ts'
import type { Line } from '../report.ts'

const SEATS = 60
const WATCHERS = 5
const QUESTIONS = 50

export interface SeededWall {
  sittingId: string
  /** Demonstration key of somebody who may act at this centre. */
  staff: string
  runs: { id: string; number: string }[]
  options: string[][]
}

/** A sitting of today with so many who write, as if they had been notified, briefed and admitted; the acts would take hours. */
export async function seedWall(owner: pg.Client, seats: number, key: string, prefix = 'W-'): Promise<SeededWall> {
  await owner.query("select set_config('tanu.scope', 'system', false)")
  const { rows: [base] } = await owner.query<Record<string, string>>(
    `select a.id as account_id, p.centre_id, p.profession_code, i.programme_version_id, (select v.id from profession_version v where v.code = p.profession_code limit 1) as profession_version_id,
       (select edition from norm_edition order by valid_from limit 1) as edition, (select version from calendar_version limit 1) as version, (select id from contract limit 1) as contract_id, (select id from paper limit 1) as paper_id,
       s.id as staff_id, s.demo_key as staff
     from account a, (select programme_version_id, count(*) as n from item group by 1 order by n desc limit 1) i join programme_version pv on pv.id = i.programme_version_id join programme p on p.id = pv.programme_id
       join role_grant g on g.organisation_id = p.centre_id and g.role in ('invigilator', 'centre-head') and g.revoked_at is null join account s on s.id = g.account_id and s.demo_key is not null
     where a.demo_key = $1 order by g.role desc limit 1`, [key])
  const { rows: items } = await owner.query<{ id: string; kind: string; topic: string; options: { key: string }[] }>('select id, kind, topic, options from item where programme_version_id = $1 order by code limit $2', [base!['programme_version_id'], QUESTIONS])
  const form = items.map((item, place) => ({ no: place + 1, itemId: item.id, kind: item.kind, topic: item.topic, options: item.options.map((option) => option.key) }))
  const { rows: [sitting] } = await owner.query<{ id: string }>(
    `with hall as (insert into room (id, centre_id, name_kk, name_ru, seats) values (gen_random_uuid(), $1, 'Үлкен зал', 'Большой зал', $2) returning id)
     insert into sitting (id, centre_id, stage, profession_code, level, room_id, on_day, starts_at, ends_at, seats, invigilator_id, created_by, created_at)
     select gen_random_uuid(), $1, 'theory', $3, 4, hall.id, (now() at time zone 'Asia/Almaty')::date, now() - interval '30 minutes', now() + interval '3 hours', $2, $4, $4, now() from hall returning id`,
    [base!['centre_id'], seats, base!['profession_code'], base!['staff_id']])
  const { rows: runs } = await owner.query<{ id: string; number: string }>(
    `with somebody as (select id, row_number() over (order by surname, given_name, id) as n from person where surname <> '' limit $6::int),
     made as (
       insert into case_file (id, number, kind, centre_id, person_id, account_id, profession_code, profession_version_id, level, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at)
       select gen_random_uuid(), $14::text || lpad(n::text, 3, '0'), 'recognition', $1, id, $2, $11, $12::uuid, 200 + n, 'theory-running', 'candidate', $4, $5, now(), current_date, now() from somebody returning id, number),
     tried as (insert into attempt (id, case_id, number, contract_id, programme_version_id, stages, opened_at) select gen_random_uuid(), id, 1, $7, $3, '{theory}', now() from made returning id, case_id),
     told as (insert into notification (id, attempt_id, case_id, number, sent_at, sent_on, sent_by, channel, paper_id) select gen_random_uuid(), id, case_id, 1, now(), current_date, $2, 'account', $13 from tried returning id),
     seated as (insert into notification_sitting (notification_id, stage, sitting_id) select id, 'theory', $8 from told),
     run as (insert into theory_run (id, attempt_id, case_id, sitting_id, account_id, seed, language, form, total, admitted_by, identity_checked_at, started_at, ends_at)
       select gen_random_uuid(), t.id, t.case_id, $8, $2, '\\x00', 'kk', $9::jsonb, $10, $2, now(), now() - interval '9 minutes', now() + interval '31 minutes' from tried t returning id, case_id)
     select run.id, made.number from run join made on made.id = run.case_id order by made.number`,
    [base!['centre_id'], base!['account_id'], base!['programme_version_id'], base!['edition'], base!['version'], seats, base!['contract_id'], sitting!.id, JSON.stringify(form), form.length, base!['profession_code'], base!['profession_version_id'], base!['paper_id'], prefix])
  return { sittingId: sitting!.id, staff: base!['staff']!, runs, options: form.map((question) => question.options) }
}

/** From the answer acknowledged to the card at each of five who watch; sixty write, each every two seconds, far more than people do. */
export async function wall(bench: Bench, seconds: number): Promise<Line[]> {
  const { sittingId, staff, runs, options } = await seedWall(bench.owner, SEATS, 'rustam')
  const { cookie } = await bench.signIn('rustam')
  const page = await (await fetch(`${bench.own.url}/kk/account`, { headers: { cookie } })).text()
  const headers = { cookie, 'x-csrf-token': /name="csrf" value="([^"]+)"/.exec(page)![1]!, 'content-type': 'application/json' }
  const acknowledged = new Map<string, number>()
  const latencies: number[] = []
  let failed = runs.length === SEATS ? 0 : SEATS - runs.length
  let bytes = 0
  const line = new AbortController()
  for (let each = 0; each < WATCHERS; each++) {
    const watcher = await bench.signIn(staff)
    const stream = await fetch(`${bench.own.url}/ru/centre/sittings/${sittingId}/wall`, { headers: watcher, signal: line.signal })
    if (stream.status !== 200) failed++
    const shown = new Map<string, number>()
    void (async () => {
      let text = ''
      for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
        bytes += chunk.length
        text += chunk
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const data = /^event: wall\ndata: (.*)$/m.exec(text.slice(0, end))?.[1]
          text = text.slice(end + 2)
          for (const seat of data ? (JSON.parse(data) as { seats: { number: string; face: string }[] }).seats : []) {
            const now = performance.now()
            const answered = Number(/Ответов: (\d+) из/.exec(seat.face)?.[1] ?? 0)
            for (let seq = (shown.get(seat.number) ?? 0) + 1; seq <= answered; seq++) {
              const at = acknowledged.get(`${seat.number}.${seq}`)
              latencies.push(at === undefined ? 0 : now - at)
            }
            shown.set(seat.number, Math.max(answered, shown.get(seat.number) ?? 0))
          }
        }
      }
    })().catch(() => undefined)
  }
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  const turns = Math.min(options.length, Math.max(4, seconds * 4))
  const cpuBefore = cpuMsOf(bench.own.pid)
  const begun = performance.now()
  await Promise.all(runs.map(async (run, place) => {
    await new Promise((resolve) => setTimeout(resolve, (2_000 / SEATS) * place))
    for (let seq = 1; seq <= turns; seq++) {
      const startedAt = performance.now()
      const saved = await fetch(`${bench.own.url}/kk/exam/${run.number}/answers`, { method: 'POST', headers, body: JSON.stringify({ runId: run.id, changes: [{ seq, itemNo: seq, chosen: [options[seq - 1]![0]] }] }) })
      if (saved.ok) acknowledged.set(`${run.number}.${seq}`, performance.now())
      else failed++
      await saved.arrayBuffer()
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 2_000 - (performance.now() - startedAt))))
    }
  }))
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  const elapsed = (performance.now() - begun) / 1000
  const cpu = cpuMsOf(bench.own.pid) - cpuBefore
  line.abort()
  failed += runs.length * turns * WATCHERS - latencies.length
  latencies.sort((a, b) => a - b)
  const at = (share: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return [{
    measure: `wall, ${SEATS} seats, ${WATCHERS} watch`,
    own: { perSecond: latencies.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuMs: cpu / Math.max(1, latencies.length), failed, bytes: bytes / Math.max(1, latencies.length) },
    note: `answer acknowledged → card shown; slowest ${Math.round(at(1))} ms; ${Math.round(cpu / elapsed / 10)} % of one core, answers included; ${Math.round(bytes / elapsed / WATCHERS / 1024)} KiB/s a watcher`,
  }]
}
