import { createServer } from 'node:http'
import pg from 'pg'

// The floor: what the same work costs with nothing around it. Bare HTTP, a cookie that must be there, one prepared statement.
const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 })
await pool.query('create table if not exists floor_answer (run int not null, item int not null, chosen text not null, seq int not null, primary key (run, item))')
await pool.query('create table if not exists floor_document (number text primary key, body jsonb not null)')
await pool.query("insert into floor_document select 'N' || n, jsonb_build_object('number', n, 'status', 'valid', 'name', 'somebody') from generate_series(1, 1000) n on conflict do nothing")

const UPSERT = { name: 'upsert', text: 'insert into floor_answer (run, item, chosen, seq) values ($1, $2, $3, $4) on conflict (run, item) do update set chosen = excluded.chosen, seq = excluded.seq' }
const READ = { name: 'read', text: 'select body from floor_document where number = $1' }
const BATCH = {
  name: 'batch',
  text: `insert into floor_answer (run, item, chosen, seq) select * from unnest($1::int[], $2::int[], $3::text[], $4::int[])
    on conflict (run, item) do update set chosen = excluded.chosen, seq = excluded.seq where excluded.seq > floor_answer.seq`,
}

interface Answer { run: number; item: number; chosen: string; seq: number }
let waiting: { answer: Answer; done(error?: unknown): void }[] = []
let inFlight = 0

/** The same technique as the product's autosave: everything that waits goes in one statement, acknowledged after its commit. */
function flush(): void {
  if (inFlight >= 2 || waiting.length === 0) return
  const batch = waiting.splice(0, 200)
  const newest = new Map(batch.map(({ answer }) => [`${answer.run} ${answer.item}`, answer]))
  const rows = [...newest.values()].sort((a, b) => a.run - b.run || a.item - b.item)
  inFlight++
  pool.query({ ...BATCH, values: [rows.map((row) => row.run), rows.map((row) => row.item), rows.map((row) => row.chosen), rows.map((row) => row.seq)] })
    .then(() => batch.forEach((each) => each.done()), (error: unknown) => batch.forEach((each) => each.done(error)))
    .finally(() => { inFlight--; flush() })
}

const server = createServer((request, response) => {
  const end = (status: number, body = '{}') => { response.writeHead(status, { 'content-type': 'application/json' }); response.end(body) }
  if (request.url === '/ping') return end(200)
  if (!request.headers.cookie) return end(401)
  if (request.method === 'GET') {
    pool.query({ ...READ, values: [request.url!.slice('/read/'.length)] }).then((result) => end(200, JSON.stringify(result.rows[0]?.body ?? {})), () => end(500))
    return
  }
  let body = ''
  request.on('data', (chunk: Buffer) => { body += chunk.toString() })
  request.on('end', () => {
    const answer = JSON.parse(body) as Answer
    if (request.url === '/batch') {
      waiting.push({ answer, done: (error) => end(error ? 500 : 200, `{"lastSeq":${answer.seq}}`) })
      setImmediate(flush)
      return
    }
    pool.query({ ...UPSERT, values: [answer.run, answer.item, answer.chosen, answer.seq] }).then(() => end(200, `{"lastSeq":${answer.seq}}`), () => end(500))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address!.port : 0}\n`)
})
process.on('SIGTERM', () => { server.close(); void pool.end().then(() => process.exit(0)) })
