import type { Tx } from '#platform/acts/ctx.ts'
import { record } from '#platform/journal/journal.ts'
import { chainOfRequest } from '../office.ts'
import { reservePlace } from '../store/place-store.ts'
import { selectRequest, selectWaiting, updateChecks } from '../store/request-store.ts'

/** Gives free places to requests that wait, in order of arrival; called whenever places come. Answers how many were given. */
export async function assignPlaces(t: Tx, year: number, region: string): Promise<number> {
  let given = 0
  for (const waiting of await selectWaiting(t.sql, year, region)) {
    if (!(await reservePlace(t.sql, year, region, waiting.id))) break
    const request = (await selectRequest(t.sql, waiting.id))!
    await updateChecks(t.sql, waiting.id, { ...request.checks, place: 'yes' })
    await record(t, chainOfRequest(waiting.id), 'voucher-place-reserved', { region })
    given++
  }
  return given
}
