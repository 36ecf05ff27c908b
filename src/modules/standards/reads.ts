import { legalDay, type Day } from '#kernel/day.ts'
import { Denial, type Blocker } from '#kernel/denial.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { editorsOf, factsOf, getVersion, standardOf, versionBlockers } from './bases.ts'
import { namedBy } from './decide-basis.ts'
import { basisState, isWritable, type BasisState } from './domain/basis-state.ts'
import { compareStandards, type StandardChange } from './domain/comparison.ts'
import { replacements } from './domain/redo.ts'
import type { BasisFor, BasisKind } from './domain/standard.ts'
import { policy } from './policy.ts'
import { ownBodies, redosAmong, type ProgrammeToRedo } from './programmes-to-redo.ts'
import * as store from './store/basis-store.ts'
import type { BasisRow, BasisVersion, VersionHead } from './store/basis-store.ts'

export interface BasisListed extends VersionHead {
  state: BasisState
}
export interface PublicSearch {
  q: string
  kind: BasisKind | undefined
  bodyCode: string | undefined
  page: number
  pageSize: number
}

const todayOf = (ctx: Ctx): Day => legalDay(ctx.clock.now())
const listed = (head: VersionHead, today: Day): BasisListed => ({ ...head, state: basisState(head, today) })

/** Documents as the public sees them: the version in force, else the one to come; those whose text is held first. */
export async function searchBases(ctx: Ctx, { q, kind, bodyCode, page, pageSize }: PublicSearch): Promise<{ items: BasisListed[]; total: number }> {
  const today = todayOf(ctx)
  const { items, total } = await store.selectPublic(ctx.db, today, { q: q.trim(), kind, bodyCode, limit: pageSize, offset: (page - 1) * pageSize })
  return { items: items.map((head) => listed(head, today)), total }
}

export interface BasisSeen {
  version: BasisVersion & { state: BasisState }
  /** Every approved version, the newest first. */
  versions: (BasisVersion & { state: BasisState })[]
  body: professions.SectorBody | undefined
  /** Professions and levels for which the shown version is the basis, with their names in the register. */
  named: (BasisFor & { name: professions.Profession['name'] })[]
  /** Requirements only: which standard takes their place, for which profession, from which day. */
  replacedBy: { of: BasisFor; standard: BasisRow; on: Day }[]
}

/** One document as the public sees it: a version by its number, else the one in force, else the one to come. */
export async function readBasis(ctx: Ctx, input: { kind: BasisKind; code: string; versionNo?: number | undefined }): Promise<BasisSeen> {
  const today = todayOf(ctx)
  const versions = (await store.selectVersionsOf(ctx.db, input.code)).filter((each) => each.approvedAt !== null && each.kind === input.kind).map((each) => ({ ...each, state: basisState(each, today) }))
  const version = input.versionNo === undefined ? (versions.find((each) => each.state === 'in-force') ?? versions[0]) : versions.find((each) => each.versionNo === input.versionNo)
  if (!version) throw new Denial('not-found')
  const bases = await store.selectBases(ctx.db, undefined)
  const own = bases.find((each) => each.versionId === version.id)
  const named = await inTurn((own?.professions ?? []), async (each) => ({ ...each, name: (await professions.findProfession(ctx.db, each.professionCode, today))?.name ?? {} }))
  const body = (await professions.listSectorBodies(ctx.db)).find((each) => each.code === version.bodyCode)
  return { version, versions, body, named, replacedBy: own && input.kind === 'requirements' ? replacements(own, bases) : [] }
}

/** What a profession is assessed by on the day, level by level, and what comes; a document known by its title only is found by that title. */
export async function basesOfProfession(sql: Sql, input: { code: string; titleRu: string | undefined; today: Day }): Promise<{ bases: BasisRow[]; titles: VersionHead[] }> {
  const bases = (await store.selectBases(sql, [input.code])).filter((basis) => (basis.validUntil === null || basis.validUntil > input.today) && basis.professions.some((each) => each.professionCode === input.code))
  return { bases, titles: input.titleRu ? (await store.selectByTitle(sql, input.titleRu)).filter((each) => !each.textHeld) : [] }
}

/** The documents of the actor's body, or of all bodies for the authorised one. */
export async function listBasisDesk(ctx: Ctx): Promise<{ rows: BasisListed[]; bodies: professions.SectorBody[]; mayDraft: boolean }> {
  return read(ctx, 'basis.list', async (t) => {
    assertMay(t, policy, 'basis.list', undefined as never)
    const own = await ownBodies(t)
    const rows = (await store.selectDesk(t.sql, own)).map((head) => listed(head, t.today))
    return { rows, bodies: await professions.listSectorBodies(t.sql), mayDraft: own !== undefined && own.length > 0 }
  })
}

export interface BasisOpened {
  version: BasisVersion & { state: BasisState }
  body: professions.SectorBody | undefined
  /** The approved version before it. */
  previous: BasisVersion | undefined
  changes: StandardChange[]
  blockers: Blocker[]
  /** Programmes that this version makes to be redone, or would once approved. */
  redos: ProgrammeToRedo[]
  names: Map<string, string>
  may: { write: boolean; submit: boolean; return: boolean; approve: boolean; draft: boolean }
}

/** An unapproved version as the basis it would be; undefined while its first day is not written. */
function proposedBy(version: BasisVersion): BasisRow | undefined {
  if (version.approvedAt !== null || version.validFrom === null) return undefined
  return { ...version, versionId: version.id, validFrom: version.validFrom, validUntil: null, professions: namedBy(version) }
}

/** One version at a desk, with what changes in it and what may be done with it now. */
export async function openBasis(ctx: Ctx, versionId: string): Promise<BasisOpened> {
  return read(ctx, 'basis.read', async (t) => {
    const version = await getVersion(t, versionId)
    const facts = await factsOf(t, version)
    assertMay(t, policy, 'basis.read', facts)
    const versions = (await store.selectVersionsOf(t.sql, version.code)).filter((each) => each.droppedAt === null)
    const previous = versions.find((each) => each.approvedAt !== null && each.versionNo < version.versionNo)
    const [was, is] = [previous && standardOf(previous), standardOf(version)]
    const editors = await editorsOf(t, version.id)
    const { actor } = ctx
    const account = accountOf(actor)
    const writable = isWritable(version)
    const isWaiting = version.submittedAt !== null && version.approvedAt === null
    const redos = (await redosAmong(t, {}, proposedBy(version))).filter(({ redo }) => redo.after.versionId === version.id)
    return {
      version: { ...version, state: basisState(version, t.today) }, previous, changes: was && is ? compareStandards(was, is) : [],
      body: (await professions.listSectorBodies(t.sql)).find((each) => each.code === version.bodyCode),
      blockers: version.approvedAt === null ? versionBlockers(version) : [], redos,
      names: await people.namesOf(t, [version.authorId, version.approvedBy]),
      may: {
        write: writable && may(actor, policy, 'basis.write', facts), submit: writable && may(actor, policy, 'basis.submit', facts),
        return: isWaiting && may(actor, policy, 'basis.return', facts),
        approve: isWaiting && may(actor, policy, 'basis.approve', facts) && account !== undefined && !editors.includes(account),
        draft: version.approvedAt !== null && versions[0]?.id === version.id && may(actor, policy, 'basis.draft', facts),
      },
    }
  })
}
