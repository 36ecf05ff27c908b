import type { Ctx } from '#platform/acts/ctx.ts'
import * as professions from '#modules/professions/index.ts'
import type * as register from '#modules/register/index.ts'
import { askedOneOf } from '../asked.ts'

/** The filters of the register of professions as an address says them. */
export async function readProfessionFilter(ctx: Ctx, query: URLSearchParams): Promise<Pick<register.ProfessionFilter, 'q' | 'track' | 'fieldCode' | 'regionKato'>> {
  const known = <Value extends string>(name: string, among: readonly Value[]) => askedOneOf({ query }, name, among)
  return {
    q: (query.get('q') ?? '').trim().slice(0, 200) || undefined, track: known('track', professions.TRACKS),
    fieldCode: known('field', (await professions.listFields(ctx.db)).map((each) => each.code)), regionKato: known('region', (await professions.listRegions(ctx.db)).map((each) => each.kato)),
  }
}
