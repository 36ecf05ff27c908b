import { lateness, type Lateness } from '#kernel/deadline-rule.ts'
import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import type { Step } from '../domain/road.ts'
import { policy } from '../policy.ts'
import { selectCase } from '../store/case-store.ts'
import { comparePotential } from './domain/potential-centre.ts'
import { chainOfPotential, colleaguesOf, type Colleague } from './potential-centres.ts'
import { selectNotes, selectPotentialCentre, selectPotentialCentres, type PotentialCentre, type PotentialNote } from './store/potential-store.ts'

export interface PotentialSearch {
  text?: string
  state?: string
  region?: string
  profession?: string
  responsible?: string
}
export interface PotentialListed extends PotentialCentre {
  region: professions.Region | undefined
  responsible: string | undefined
  professionNames: { code: string; name: Partial<Localized> }[]
  lateness: Lateness | undefined
}
export interface PotentialList {
  rows: PotentialListed[]
  all: number
  regions: professions.Region[]
  /** What the list may be narrowed to, of what stands in it. */
  professions: { code: string; name: Partial<Localized> }[]
  colleagues: Colleague[]
  mayWrite: boolean
}

async function shown(t: Tx, rows: readonly PotentialCentre[]): Promise<PotentialListed[]> {
  const regions = new Map((await professions.listRegions(t.sql)).map((region) => [region.kato, region]))
  const names = await people.namesOf(t, rows.map((row) => row.responsibleId))
  const known = new Map<string, Partial<Localized>>()
  for (const code of new Set(rows.flatMap((row) => row.professions))) known.set(code, (await professions.findProfession(t.sql, code, t.today))?.name ?? {})
  return rows.map((row) => ({
    ...row, region: row.regionKato ? regions.get(row.regionKato) : undefined, responsible: row.responsibleId ? names.get(row.responsibleId) : undefined,
    professionNames: row.professions.map((code) => ({ code, name: known.get(code)! })), lateness: row.nextStepOn ? lateness(row.nextStepOn, t.today, t.calendar) : undefined,
  }))
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The organisations of the pipeline, overdue next steps first. */
export async function listPotentialCentres(ctx: Ctx, search: PotentialSearch = {}): Promise<PotentialList> {
  return read(ctx, 'potential-centre.list', async (t) => {
    assertMay(t, policy, 'potential-centre.list', undefined as never)
    const all = await shown(t, await selectPotentialCentres(t.sql))
    const word = folded(search.text?.trim() ?? '')
    const rows = all.filter((row) =>
      (word === '' || folded(row.name).includes(word) || row.bin === word) && (!search.state || row.state === search.state) && (!search.region || row.regionKato === search.region)
      && (!search.profession || row.professions.includes(search.profession)) && (!search.responsible || row.responsibleId === search.responsible)).sort(comparePotential)
    const offered = new Map(all.flatMap((row) => row.professionNames.map((each) => [each.code, each] as const)))
    return {
      rows, all: all.length, regions: await professions.listRegions(t.sql), professions: [...offered.values()], colleagues: await colleaguesOf(t), mayWrite: may(t.actor, policy, 'potential-centre.write', undefined as never),
    }
  })
}

export interface PotentialView {
  row: PotentialListed
  kase: { id: string; number: string | null; step: Step; closed: boolean } | undefined
  notes: (PotentialNote & { writer: string })[]
  history: { at: Moment; kind: string; who: string; payload: Record<string, unknown> }[]
  regions: professions.Region[]
  colleagues: Colleague[]
  mayWrite: boolean
}
/** One organisation with everything written and done about it. */
export async function readPotentialCentre(ctx: Ctx, id: string): Promise<PotentialView> {
  return read(ctx, 'potential-centre.list', async (t) => {
    assertMay(t, policy, 'potential-centre.list', undefined as never)
    const row = parseUuid(id) && (await selectPotentialCentre(t.sql, id))
    if (!row) throw new Denial('not-found')
    const [notes, entries] = [await selectNotes(t.sql, id), (await entriesOf(t.sql, chainOfPotential(id))).reverse()]
    const names = await people.namesOf(t, [...notes.map((note) => note.writtenBy), ...entries.map((entry) => entry.actorId)])
    const kase = row.caseId ? await selectCase(t.sql, row.caseId) : undefined
    return {
      row: (await shown(t, [row]))[0]!, kase: kase && { id: kase.id, number: kase.number, step: kase.step, closed: kase.closedAt !== null },
      notes: notes.map((note) => ({ ...note, writer: names.get(note.writtenBy) ?? '' })),
      history: entries.map((entry) => ({ at: entry.at, kind: entry.kind, who: names.get(entry.actorId ?? '') ?? '', payload: entry.payload })),
      regions: await professions.listRegions(t.sql), colleagues: await colleaguesOf(t), mayWrite: may(t.actor, policy, 'potential-centre.write', undefined as never),
    }
  })
}
