import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { numbersOf } from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { listRegions } from '#modules/professions/index.ts'
import { inspectorsOf } from '../centre-file.ts'
import { policy } from '../policy.ts'
import { selectLastComputation, selectSignal, selectSignals, type Computation, type SignalRow } from './store/signal-store.ts'

export interface SignalListed extends SignalRow {
  centre: Localized
  /** Names of the assessors in its figures, by account. */
  names: ReadonlyMap<string, string>
  /** Names of the regions in its figures, by KATO. */
  regions: ReadonlyMap<string, Localized>
  /** Open, and the newest computation did not see it any more. */
  gone: boolean
}
export interface SignalList {
  rows: SignalListed[]
  open: number
  centres: { id: Uuid; name: Localized }[]
  computation: Computation | undefined
}

async function shown(t: Tx, rows: readonly SignalRow[], computation: Computation | undefined): Promise<SignalListed[]> {
  const named = new Map((await centres.listAllCentres(t.sql)).map((centre) => [centre.id as string, centre.name]))
  const names = await people.namesOf(t, rows.flatMap((row) => ['assessor', 'assessorA', 'assessorB'].map((key) => row.figures[key]).filter((id): id is string => typeof id === 'string')))
  const regions = new Map((await listRegions(t.sql)).map((region) => [region.kato, { kk: region.nameKk, ru: region.nameRu, en: region.nameEn }]))
  return rows.map((row) => ({ ...row, centre: named.get(row.centreId)!, names, regions, gone: row.judgedAt === null && computation !== undefined && row.asOf < computation.asOf }))
}

/** Signals of all centres: those that nobody has judged first. */
export async function listSignals(ctx: Ctx, filter: { centreId?: string; kind?: string } = {}): Promise<SignalList> {
  return read(ctx, 'signal.list', async (t) => {
    assertMay(t, policy, 'signal.list', undefined as never)
    const computation = await selectLastComputation(t.sql)
    const all = await selectSignals(t.sql)
    const rows = all.filter((row) => (!filter.centreId || row.centreId === filter.centreId) && (!filter.kind || row.kind === filter.kind))
    return { rows: await shown(t, rows, computation), open: all.filter((row) => row.judgedAt === null).length, centres: (await centres.listAllCentres(t.sql)).map(({ id, name }) => ({ id, name })), computation }
  })
}

export interface SignalView {
  signal: SignalListed
  judge: string | undefined
  /** Numbers of the cases it rests on, for those who may see these cases; the others see how many there are. */
  numbers: string[]
  computation: Computation | undefined
  inspectors: Omit<people.Holder, 'roles'>[]
  mayJudge: boolean
}
/** One signal with its figures and what was said of it. */
export async function readSignal(ctx: Ctx, id: string): Promise<SignalView> {
  return read(ctx, 'signal.list', async (t) => {
    assertMay(t, policy, 'signal.list', undefined as never)
    const row = parseUuid(id) && (await selectSignal(t.sql, id))
    if (!row) throw new Denial('not-found')
    const computation = await selectLastComputation(t.sql)
    // Row-level security answers only the cases that the reader may see.
    const numbers = await numbersOf(t, row.caseIds)
    return {
      signal: (await shown(t, [row], computation))[0]!, judge: row.judgedBy ? await people.fullNameOf(t, row.judgedBy) : undefined, numbers: [...numbers.values()].sort(), computation, inspectors: await inspectorsOf(t),
      mayJudge: row.judgedAt === null && may(t.actor, policy, 'signal.judge', row),
    }
  })
}
