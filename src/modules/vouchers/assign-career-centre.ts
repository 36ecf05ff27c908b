import { parseDay, type Day } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { assignmentBlockers } from './domain/career-centre.ts'
import { policy } from './policy.ts'
import { insertCareerCentreRegion, selectCareerCentreRegions, type CareerCentreRegion } from './store/career-centre-store.ts'

const NOBODY = undefined as never
const chainOf = (organisationId: string): string => `career-centre:${organisationId}`

/** Says which region's unemployed a career centre serves from a day, or that it serves none; with its ground. What was before stays in the history. */
export async function assignCareerCentre(ctx: Ctx, input: { organisationId: string; regionKato: string; fromDay: string; ground: string }): Promise<void> {
  try {
    await tx(ctx, 'career-centre.assign', async (t) => {
      assertMay(t, policy, 'career-centre.assign', NOBODY)
      const organisationId = parseUuid(input.organisationId)
      const organisation = organisationId ? await people.findOrganisation(t.sql, organisationId) : undefined
      const given = (await selectCareerCentreRegions(t.sql)).filter((each) => each.organisationId === organisationId)
      const assignment = { regionKato: input.regionKato === '' ? null : input.regionKato, fromDay: parseDay(input.fromDay), ground: input.ground.trim().slice(0, 500) }
      assertNone('career-centre.not-assigned', assignmentBlockers(assignment, {
        isCareerCentre: organisation?.kind === 'career-centre', regions: new Set((await professions.listRegions(t.sql)).map((region) => region.kato)), daysGiven: new Set(given.map((each) => each.fromDay)), today: t.today,
      }))
      await enter(t, { organisationId: organisationId as Uuid, ...assignment, fromDay: assignment.fromDay! })
    })
  } catch (error) {
    throw violatedConstraint(error) === 'one_region_of_a_career_centre_a_day' ? new Denial('career-centre.day-given') : error
  }
}

async function enter(t: Tx, row: { organisationId: Uuid; regionKato: string | null; fromDay: Day; ground: string }): Promise<void> {
  await insertCareerCentreRegion(t.sql, { ...row, id: t.newId(), enteredBy: (accountOf(t.actor) ?? null) as Uuid | null, enteredAt: t.now })
  await record(t, chainOf(row.organisationId), 'career-centre-assigned', { region: row.regionKato, from: row.fromDay, ground: row.ground })
}

/** The same without a form, for the demonstration and for tests: from a day that may be over. */
export async function enterCareerCentre(ctx: Ctx, row: { organisationId: string; regionKato: string; from?: Day }): Promise<void> {
  await tx(ctx, 'voucher.enter-career-centre', async (t) => {
    assertMay(t, policy, 'voucher.sweep', NOBODY)
    await enter(t, { organisationId: row.organisationId as Uuid, regionKato: row.regionKato, fromDay: row.from ?? t.today, ground: 'demonstration' })
  })
}

export interface CareerCentreShown {
  organisationId: Uuid
  name: Localized
  /** The newest first; the first whose day has come is in force. */
  history: (CareerCentreRegion & { by: string })[]
  regionNow: string | null
}
/** Every career centre with the regions it was given, and the regions that none serves today. */
export async function readCareerCentres(ctx: Ctx): Promise<{ centres: CareerCentreShown[]; regions: professions.Region[]; unserved: professions.Region[]; mayAssign: boolean; today: Day }> {
  return read(ctx, 'career-centre.read', async (t) => {
    assertMay(t, policy, 'career-centre.read', NOBODY)
    const [organisations, rows, regions] = [await people.listOrganisationsOfKind(t.sql, 'career-centre'), await selectCareerCentreRegions(t.sql), await professions.listRegions(t.sql)]
    const names = await people.namesOf(t, rows.map((row) => row.enteredBy))
    const centres = organisations.map((each) => {
      const history = rows.filter((row) => row.organisationId === each.id).map((row) => ({ ...row, by: row.enteredBy ? names.get(row.enteredBy) ?? '' : '' }))
      return { organisationId: each.id, name: { kk: each.nameKk, ru: each.nameRu, en: each.nameEn }, history, regionNow: history.find((row) => row.fromDay <= t.today)?.regionKato ?? null }
    })
    const served = new Set(centres.map((each) => each.regionNow))
    return { centres, regions, unserved: regions.filter((region) => !served.has(region.kato)), mayAssign: may(t.actor, policy, 'career-centre.assign', NOBODY), today: t.today }
  })
}
