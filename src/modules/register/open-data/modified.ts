import { addDays, legalDay, type Day, type Moment } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import * as mandatory from '#modules/mandatory-outcomes/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as standards from '#modules/standards/index.ts'
import { todayOf } from '../reads.ts'
import { selectLoadedAt } from '../store/calendar-store.ts'
import type { DatasetId } from './domain/datasets.ts'

/** The day on which each dataset last became what it is; nothing where no day is kept. */
export async function modifiedDays(ctx: Ctx): Promise<Partial<Record<DatasetId, Day>>> {
  const today = todayOf(ctx)
  const latest = (days: Iterable<Day | null | undefined>) => [...days].filter((day): day is Day => Boolean(day) && day! <= today).sort().at(-1)
  const entries = await professions.listCurrentProfessions(ctx.db, today)
  const register = latest(entries.map((each) => each.validFrom))
  const certificates = [...(await centres.certificateStates(ctx.db, today)).values()].flatMap((each) => [each.validFrom, each.withdrawnOn, each.resumedOn, each.terminatedOn, ...(each.events ?? []).map((event) => event.from)])
  const shown = await centres.listPublicCentres(ctx.db, today)
  const lists = await centres.lastPublished(ctx.db)
  const calendar = await ctx.law.calendar(ctx.db)
  const approved = await standards.lastApproved(ctx.db)
  const norms = (await ctx.law.normsInForce(ctx.db, today)).validFrom
  const { editions: [edition] } = await professions.listEditions(ctx.db, { page: 1, pageSize: 1 })
  const newest = (rows: readonly { at: Moment }[]) => latest(rows.map(({ at }) => legalDay(at)))
  const days: Record<Exclude<DatasetId, 'regions' | 'accreditation-clocks'>, Day | undefined> = {
    professions: register, 'profession-versions': register, 'centre-scope': latest(certificates), centres: latest([...certificates, ...shown.map((each) => each.publicFrom)]),
    prices: lists ? legalDay(lists) : undefined, calendar: legalDay(await selectLoadedAt(ctx.db, calendar.version)), norms, terms: norms,
    standards: approved ? legalDay(approved) : undefined, certificates: latest(certificates), 'certificate-events': latest(certificates),
    // The figures are counted until the day before.
    'centre-figures': shown.length > 0 ? addDays(today, -1) : undefined, 'register-changes': edition?.publishedOn,
    classifications: newest((await standards.listMappings(ctx.db, undefined)).map((each) => ({ at: each.enteredAt }))), frameworks: newest((await standards.listFrameworks(ctx.db)).map((each) => ({ at: each.enteredAt }))),
    'mandatory-procedures': newest((await mandatory.listProcedures(ctx.db)).map((each) => ({ at: each.publishedAt }))),
  }
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined))
}
