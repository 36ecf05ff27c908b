import { lateness, type Lateness } from '#kernel/deadline-rule.ts'
import type { Localized } from '#kernel/localized.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { accountOf, hasRole, isOversight } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { initialBlockers } from '../extension/domain/opening.ts'
import { policy } from '../policy.ts'
import { countInbox, selectCasesOf, selectInbox, type CaseLine, type InboxScope } from './store/inbox-store.ts'
import { selectChambers } from './store/receipt-store.ts'

export type CaseListed = CaseLine & { organisation: Localized; region: professions.Region | undefined; lateness: Lateness | undefined }

async function shown(t: Tx, rows: readonly CaseLine[]): Promise<CaseListed[]> {
  const regions = new Map((await professions.listRegions(t.sql)).map((region) => [region.kato, region]))
  const names = new Map<string, Localized>()
  for (const id of new Set(rows.map((row) => row.organisationId))) names.set(id, (await people.getOrganisation(t.sql, id)).name)
  return rows.map((row) => ({
    ...row, organisation: names.get(row.organisationId)!, region: regions.get(row.regionKato),
    lateness: row.nextDueOn && !row.closed ? lateness(row.nextDueOn, t.today, t.calendar) : undefined,
  }))
}

export interface OwnApplications {
  organisations: { id: string; name: Localized; mayOpen: boolean; holds: boolean }[]
  /** Regions whose chamber receives applications. */
  regions: professions.Region[]
  cases: CaseListed[]
}

/** The cases of the organisations that the reader represents. */
export async function listOwnApplications(ctx: Ctx): Promise<OwnApplications> {
  return read(ctx, 'accreditation.list-own', async (t) => {
    assertMay(t, policy, 'accreditation.list-own', undefined as never)
    const held = t.actor.kind === 'person' ? t.actor.roles.filter((each) => each.role === 'applicant' || each.role === 'centre-head') : []
    const ids = [...new Set(held.map((each) => each.organisationId))]
    const cases = await shown(t, await selectCasesOf(t.sql, ids))
    const chambers = new Set((await selectChambers(t.sql)).map((chamber) => chamber.regionKato))
    const organisations = await inTurn(ids, async (id) => ({ ...(await people.getOrganisation(t.sql, id)), mayOpen: !cases.some((kase) => kase.organisationId === id && !kase.closed),
      holds: initialBlockers(await centres.listCertificates(t.sql, id, t.today)).length > 0 }))
    return { organisations, regions: (await professions.listRegions(t.sql)).filter((region) => chambers.has(region.kato)), cases }
  })
}

/** The inbox of the accrediting body: an officer sees the cases of his chamber's region, experts, surveyors and members of the commission those they are assigned to, the accreditor and oversight all that were submitted. */
export async function listCases(ctx: Ctx, page: number, pageSize: number): Promise<{ rows: CaseListed[]; total: number; chambers: { organisationId: string; region: professions.Region | undefined }[] }> {
  return read(ctx, 'accreditation.list', async (t) => {
    assertMay(t, policy, 'accreditation.list', undefined as never)
    const chambers = (await selectChambers(t.sql)).filter((chamber) => hasRole(t.actor, 'chamber-officer', chamber.organisationId))
    const scope: InboxScope = {
      all: hasRole(t.actor, 'accreditor') || isOversight(t.actor), regions: chambers.map((chamber) => chamber.regionKato), accountId: accountOf(t.actor) ?? null,
    }
    const regions = await professions.listRegions(t.sql)
    return {
      rows: await shown(t, await selectInbox(t.sql, scope, pageSize, (page - 1) * pageSize)), total: await countInbox(t.sql, scope),
      chambers: chambers.map((chamber) => ({ organisationId: chamber.organisationId, region: regions.find((region) => region.kato === chamber.regionKato) })),
    }
  })
}
