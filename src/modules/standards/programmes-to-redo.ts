import { legalDay, type Day } from '#kernel/day.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as programmes from '#modules/programmes/index.ts'
import { standardOf } from './bases.ts'
import { bodiesOf } from './draft-basis.ts'
import { changesOfCard, compareStandards, type StandardChange } from './domain/comparison.ts'
import { redoOf, type Redo } from './domain/redo.ts'
import { policy } from './policy.ts'
import * as store from './store/basis-store.ts'
import type { BasisRow } from './store/basis-store.ts'

/** A programme that a centre has to redo: why, since or from when, and what changed in the text where both texts are held. */
export interface ProgrammeToRedo {
  programme: programmes.ProgrammeInUse
  redo: Redo<BasisRow>
  changes: StandardChange[] | undefined
}

/**
 * Holds programmes in use against the bases in force on the day of their approval. A new version that changes nothing for the card of the profession is no reason.
 * With `proposed` it answers as if that version were approved already.
 */
export async function redosAmong(t: Tx, among: { centreId?: string; professionCodes?: readonly string[] }, proposed?: BasisRow): Promise<ProgrammeToRedo[]> {
  const used = await programmes.listProgrammesInUse(t.sql, among)
  const approved = await store.selectBases(t.sql, [...new Set(used.map((each) => each.professionCode))])
  const bases = proposed ? [...approved.map((each) => (each.code === proposed.code && each.validUntil === null ? { ...each, validUntil: proposed.validFrom } : each)), proposed] : approved
  const compared = new Map<string, Promise<StandardChange[] | undefined>>()
  const compare = ({ before, after }: Redo<BasisRow>): Promise<StandardChange[] | undefined> => {
    if (!before || before.code !== after.code) return Promise.resolve(undefined)
    const key = `${before.versionId}/${after.versionId}`
    if (!compared.has(key)) compared.set(key, changesBetween(t, before.versionId, after.versionId))
    return compared.get(key)!
  }
  const found: ProgrammeToRedo[] = []
  for (const programme of used) {
    const redo = redoOf({ ...programme, approvedOn: legalDay(programme.approvedAt) }, bases)
    if (!redo) continue
    const whole = await compare(redo)
    const card = redo.after.professions.find((each) => each.professionCode === programme.professionCode && each.level === programme.level)?.cardCode
    const changes = whole && redo.reason !== 'lost' && card ? changesOfCard(whole, card) : undefined
    if (redo.reason === 'changed' && changes?.length === 0) continue
    found.push({ programme, redo, changes })
  }
  return found
}

async function changesBetween(t: Tx, beforeId: string, afterId: string): Promise<StandardChange[] | undefined> {
  const [before, after] = [await store.selectVersion(t.sql, beforeId), await store.selectVersion(t.sql, afterId)]
  const [was, is] = [before && standardOf(before), after && standardOf(after)]
  return was && is ? compareStandards(was, is) : undefined
}

/** The programmes of a centre that have to be redone, for its own people and for oversight. */
export async function redosOfCentre(ctx: Ctx, centreId: string): Promise<ProgrammeToRedo[]> {
  return read(ctx, 'basis.redos-of-centre', async (t) => {
    assertMay(t, policy, 'basis.redos-of-centre', { centreId })
    return redosAmong(t, { centreId })
  })
}

/** The programmes of all centres that have to be redone because of the documents of a body, or of any body for the authorised one. */
export async function listRedos(ctx: Ctx): Promise<{ redos: ProgrammeToRedo[]; today: Day }> {
  return read(ctx, 'basis.list', async (t) => {
    assertMay(t, policy, 'basis.list', undefined as never)
    const own = await ownBodies(t)
    const redos = (await redosAmong(t, {})).filter(({ redo }) => own === undefined || own.includes(redo.after.bodyCode))
    return { redos, today: t.today }
  })
}

/** The bodies an officer is confined to; undefined for the authorised body, which sees all. */
export async function ownBodies(t: Tx): Promise<string[] | undefined> {
  const sees = t.actor.kind === 'person' && t.actor.roles.some((held) => held.role === 'ministry' || held.role === 'national-body')
  return sees ? undefined : (await bodiesOf(t)).map((body) => body.code)
}
