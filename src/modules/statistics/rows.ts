import { dayOf, type Day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { policy } from './policy.ts'

/** Which documents are behind a number: of a year or of all, by who paid, by the region of the centre. */
export interface RowsAsked {
  asOf: Day
  year?: number | undefined
  funding?: string | undefined
  region?: string | undefined
}
export interface RowShown extends documents.IssuedListed {
  centreSerial: string
  region: string
}
export interface RowPlace {
  /** Of an application its day of registration. */
  issuedOn: Day
  id: string
}

const CHAIN = 'statistics:rows'
const FIRST: RowPlace = { issuedOn: '0001-01-01' as Day, id: '00000000-0000-0000-0000-000000000000' }
/** Rows that are in memory at once while a list of any length is written. */
const BATCH = 5_000

/** Documents behind a number, after the place named; who looked and at what is in the journal. */
export async function listRows(ctx: Ctx, asked: RowsAsked, after: RowPlace | undefined, limit: number): Promise<RowShown[]> {
  return tx(ctx, 'statistics.rows', async (t) => {
    assertMay(t, policy, 'statistics.rows', undefined as never)
    await record(t, CHAIN, 'statistics-rows-read', { ...asked, limit })
    return withSystemSight(t, async () => {
      const all = new Map((await centres.listAllCentres(t.sql)).map((each) => [each.id as string, each]))
      return shown(await documents.listIssuedAfter(t.sql, questionOf(asked, all), after ?? FIRST, limit), all)
    })
  })
}

export interface ApplicationShown extends casework.ApplicationListed {
  centreSerial: string
  region: string
}
/** Applications behind a number: those of a year, or all, to the end of the day. */
export async function listApplications(ctx: Ctx, asked: Omit<RowsAsked, 'funding'>, after: RowPlace | undefined, limit: number): Promise<ApplicationShown[]> {
  return tx(ctx, 'statistics.rows', async (t) => {
    assertMay(t, policy, 'statistics.rows', undefined as never)
    await record(t, CHAIN, 'statistics-rows-read', { of: 'applications', ...asked, limit })
    return withSystemSight(t, async () => {
      const all = new Map((await centres.listAllCentres(t.sql)).map((each) => [each.id as string, each]))
      const place = after ?? FIRST
      const rows = await casework.listApplicationsAfter(t.sql, questionOf(asked, all), { openedOn: place.issuedOn, id: place.id }, limit)
      return rows.map((row) => ({ ...row, centreSerial: all.get(row.centreId)?.serial ?? '', region: all.get(row.centreId)?.regionKato ?? '' }))
    })
  })
}

/** The same to the last row, in batches, so that a million of them needs no more memory than one batch. */
export async function* streamRows(ctx: Ctx, asked: RowsAsked): AsyncGenerator<RowShown[]> {
  await tx(ctx, 'statistics.rows', async (t) => {
    assertMay(t, policy, 'statistics.rows', undefined as never)
    await record(t, CHAIN, 'statistics-rows-read', { ...asked })
  })
  for (let after = FIRST; ;) {
    const batch = await read(ctx, 'statistics.rows', async (t) => {
      assertMay(t, policy, 'statistics.rows', undefined as never)
      return withSystemSight(t, async () => {
        const all = new Map((await centres.listAllCentres(t.sql)).map((each) => [each.id as string, each]))
        return shown(await documents.listIssuedAfter(t.sql, questionOf(asked, all), after, BATCH), all)
      })
    })
    if (batch.length > 0) yield batch
    if (batch.length < BATCH) return
    after = batch.at(-1)!
  }
}

function questionOf({ asOf, year, funding, region }: RowsAsked, all: ReadonlyMap<string, centres.Centre>): documents.IssuedQuestion {
  const end = year === undefined || dayOf(year, 12, 31) > asOf ? asOf : dayOf(year, 12, 31)
  return {
    from: year === undefined ? FIRST.issuedOn : dayOf(year, 1, 1), until: end, funding,
    centreIds: region === undefined ? undefined : [...all.values()].filter((each) => each.regionKato === region).map((each) => each.id),
  }
}

function shown(rows: readonly documents.IssuedListed[], all: ReadonlyMap<string, centres.Centre>): RowShown[] {
  return rows.map((row) => ({ ...row, centreSerial: all.get(row.centreId)?.serial ?? '', region: all.get(row.centreId)?.regionKato ?? '' }))
}
