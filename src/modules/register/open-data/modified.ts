import { legalDay, type Day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
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
  const days: Record<Exclude<DatasetId, 'regions'>, Day | undefined> = {
    professions: register, 'profession-versions': register, 'centre-scope': latest(certificates), centres: latest([...certificates, ...shown.map((each) => each.publicFrom)]),
    prices: lists ? legalDay(lists) : undefined, calendar: legalDay(await selectLoadedAt(ctx.db, calendar.version)), norms: (await ctx.law.normsInForce(ctx.db, today)).validFrom,
    standards: approved ? legalDay(approved) : undefined,
  }
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined))
}
