import { Denial } from '#kernel/denial.ts'
import { plusMinutes, type Moment } from '#kernel/day.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import type { Table } from '#platform/tables/table.ts'
import { importKind, importTable, type ImportKind, type ImportOutcome } from './import-table.ts'
import { policy } from './policy.ts'
import { finishWork, insertWork, selectRecentWorks, selectWork, setWorkDone, takeUpWork, type LongWork } from './store/long-work-store.ts'

const PREFIX = 'import:'
const STALE_MINUTES = 10
const TELL_EVERY = 25
const SHOWN_FAULTS = 1_000

interface Kept {
  filename: string
  /** The rows as they were brought, sealed: some hold IINs. */
  sealed: string
  outcome: ImportOutcome
}
const TABLE_PLACE = 'long_work.table'
const seal = (ctx: Ctx, table: Table): string => Buffer.from(ctx.cipher.seal(JSON.stringify(table), TABLE_PLACE)).toString('base64')
const unseal = (ctx: Ctx, kept: Kept): Table => JSON.parse(ctx.cipher.open(Buffer.from(kept.sealed, 'base64'), TABLE_PLACE)) as Table

export interface ImportWork {
  id: Uuid
  kind: ImportKind
  filename: string
  state: LongWork['state']
  total: number
  done: number
  outcome: ImportOutcome
  startedAt: Moment
  finishedAt: Moment | null
}

/** Examines a table and keeps it, so that it can be applied later without being sent again. */
export async function examineImport(ctx: Ctx, input: { kind: string; filename: string; table: Table }): Promise<Uuid> {
  const kind = importKind(input.kind)
  const { requestKey: _, ...plain } = ctx
  const outcome = await importTable(plain, kind, input.table, { dryRun: true })
  return tx(ctx, 'register.examine-import', async (t) => {
    assertMay(t, policy, 'register.import', undefined as never)
    const id = t.newId()
    const kept: Kept = { filename: input.filename.slice(0, 200), sealed: outcome.faults.length > 0 ? '' : seal(ctx, input.table), outcome: { ...outcome, faults: outcome.faults.slice(0, SHOWN_FAULTS) } }
    await insertWork(t.sql, { id, kind: `${PREFIX}${kind}`, accountId: accountOf(t.actor)! as Uuid, total: outcome.added + outcome.changed, state: 'done', result: kept, startedAt: t.now, finishedAt: t.now })
    return id
  })
}

/** Applies an examined table; the work goes on when the page is left, and is found again by its id. */
export async function applyImport(ctx: Ctx, id: string): Promise<{ finished: Promise<void> }> {
  const { requestKey: _, ...plain } = ctx
  const work = await findImport(ctx, id)
  if (work.outcome.faults.length > 0) throw new Denial('import.has-faults')
  if (work.outcome.applied) return { finished: Promise.resolve() }
  const kept = await read(ctx, 'register.apply-import', async (t) => {
    assertMay(t, policy, 'register.import', undefined as never)
    return (await selectWork(t.sql, id, PREFIX))!.result as Kept
  })
  const taken = await takeUpWork(ctx.db, id, ctx.clock.now(), plusMinutes(ctx.clock.now(), -STALE_MINUTES))
  if (!taken) return { finished: Promise.resolve() }
  return { finished: run(plain, work, kept) }
}

async function run(ctx: Ctx, work: ImportWork, kept: Kept): Promise<void> {
  let told = Promise.resolve()
  try {
    const outcome = await importTable(ctx, work.kind, unseal(ctx, kept), {
      dryRun: false,
      onProgress: (done) => { if (done % TELL_EVERY === 0) told = told.then(() => setWorkDone(ctx.db, work.id, done)) },
    })
    await told
    await finishWork(ctx.db, work.id, outcome.faults.length > 0 ? 'failed' : 'done', { ...kept, sealed: '', outcome: { ...outcome, faults: outcome.faults.slice(0, SHOWN_FAULTS) } }, ctx.clock.now())
  } catch (error) {
    await told.catch(() => {})
    const reason = error instanceof Denial ? error.code : 'import.broke-off'
    await finishWork(ctx.db, work.id, 'failed', { ...kept, outcome: { ...kept.outcome, faults: [{ line: 0, column: '', reason }] } }, ctx.clock.now())
  }
}

/** One import of a table, as it stands now. */
export async function findImport(ctx: Ctx, id: string): Promise<ImportWork> {
  return read(ctx, 'register.read-import', async (t) => {
    assertMay(t, policy, 'register.import', undefined as never)
    const work = parseUuid(id) && (await selectWork(t.sql, id, PREFIX))
    if (!work) throw new Denial('not-found')
    const { filename, outcome } = work.result as Kept
    return { id: work.id, kind: importKind(work.kind.slice(PREFIX.length)), filename, outcome, state: work.state, total: work.total, done: work.done, startedAt: work.startedAt, finishedAt: work.finishedAt }
  })
}

/** Recent imports, the newest first. */
export async function listImports(ctx: Ctx): Promise<Omit<LongWork, 'result'>[]> {
  return read(ctx, 'register.list-imports', async (t) => {
    assertMay(t, policy, 'register.import', undefined as never)
    return selectRecentWorks(t.sql, PREFIX, 20)
  })
}
