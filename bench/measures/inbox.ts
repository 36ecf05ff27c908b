import type { Bench } from '../instance.ts'
import { median, round } from '../load.ts'
import type { Line } from '../report.ts'

const SEED = `insert into case_file (id, number, kind, centre_id, person_id, profession_code, profession_version_id, level, step, whose_move, next_due_on, norm_edition, calendar_version, opened_at, opened_on, moved_at)
  select gen_random_uuid(), 'B-' || lpad(n::text, 9, '0'), 'recognition', $1, p.id, null, null, 4, 'registered', (array['centre', 'candidate', 'panel', 'nobody'])[1 + n % 4],
    current_date + (n % 60) - 5, e.edition, v.version, now(), current_date, now()
  from generate_series($2::int, $3::int) n, (select id from person limit 1) p, (select edition from norm_edition limit 1) e, (select version from calendar_version limit 1) v`

/** The clerk's inbox with a thousand, ten thousand and a hundred thousand cases: the page must stay flat. */
export async function inbox(bench: Bench, seconds: number): Promise<Line[]> {
  const { cookie } = await bench.signIn('c01-operator')
  const { rows } = await bench.owner.query<{ id: string }>("select id from centre where serial = '01'")
  const lines: Line[] = []
  let have = 0
  await bench.owner.query("select set_config('tanu.scope', 'system', false)")
  for (const size of [1_000, 10_000, 100_000]) {
    await bench.owner.query(SEED, [rows[0]!.id, have + 1, size])
    await bench.owner.query('analyze case_file')
    have = size
    const rounds = []
    for (let each = 0; each < 3; each++) rounds.push(await round(bench.own.url, bench.own.pid, 4, seconds, () => ({ path: '/kk/centre', headers: { cookie } })))
    lines.push({ measure: `inbox with ${size.toLocaleString('en')} cases, c4`, own: median(rounds) })
  }
  return lines
}
