import { momentAt, type Day, type Moment } from '#kernel/day.ts'
import { assertNone, deny, Denial, type Blocker } from '#kernel/denial.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { freeUnits, type KitFacts, type KitWanted } from './domain/kits.ts'
import { sittingBlockers } from './domain/sitting.ts'
import { messages } from './messages/index.ts'
import { planFacts } from './plan-facts.ts'
import { policy } from './policy.ts'
import { insertBookings, TAKEN_TWICE, type NewBooking } from './store/booking-store.ts'
import { insertSitting, lockDay } from './store/sitting-store.ts'

export interface NewSitting {
  centreId: Uuid
  stage: Stage
  professionCode: string
  level: number
  /** On line without a room: the proctor is named instead. */
  mode?: ExamMode
  roomId?: Uuid | undefined
  proctorId?: Uuid | undefined
  onDay: Day
  /** Wall time of Almaty, HH:MM. */
  start: string
  end: string
  seats: number
  invigilatorId?: Uuid | undefined
  assessorIds: readonly Uuid[]
  /** Pieces of equipment that it takes for its time. */
  kits?: readonly KitWanted[]
}

/** Puts a sitting into the schedule: on a working day, with a room, people and equipment that are free, and people who hold their roles then. */
export async function createSitting(ctx: Ctx, input: NewSitting): Promise<Uuid> {
  return tx(ctx, 'sitting.create', async (t) => {
    assertMay(t, policy, 'sitting.create', input)
    if (t.actor.kind !== 'person') throw new Denial('not-found')
    await lockDay(t.sql, input.onDay)
    const startsAt = timeOf(input.onDay, input.start)
    const endsAt = timeOf(input.onDay, input.end)
    const mode = input.mode ?? 'offline'
    const scope = await centres.findScope(t.sql, { centreId: input.centreId, professionCode: input.professionCode, level: input.level, on: input.onDay })
    // Cases that the ministry lets the centre finish need their sittings, though its scope is lost.
    const blockers: Blocker[] = scope || (await casework.hasPermits(t.sql, input)) ? [] : [{ code: 'sitting.out-of-scope' }]
    const plan = { ...input, mode, roomId: input.roomId, proctorId: input.proctorId, startsAt, endsAt, invigilatorId: input.invigilatorId }
    const facts = await planFacts(t, plan)
    assertNone('sitting.not-possible', [...blockers, ...sittingBlockers(plan, facts)])
    const id = t.newId()
    await insertSitting(t.sql, {
      id, centreId: input.centreId, stage: input.stage, professionCode: input.professionCode, level: input.level, mode, roomId: mode === 'online' ? null : input.roomId!, proctorId: mode === 'online' ? input.proctorId! : null, place: mode === 'online' ? { kk: messages.kk.onlinePlace, ru: messages.ru.onlinePlace } : null, onDay: input.onDay, startsAt, endsAt,
      seats: input.seats, invigilatorId: input.invigilatorId ?? null, assessorIds: [...input.assessorIds], createdBy: t.actor.accountId, createdAt: t.now,
    })
    const time = { from: startsAt, until: endsAt, sittingId: id }
    await takeAll(t, [
      ...(mode === 'online' ? [] : [{ kind: 'room' as const, resourceId: input.roomId!, ...time }]),
      ...[...(input.invigilatorId ? [input.invigilatorId] : []), ...(mode === 'online' && input.proctorId ? [input.proctorId] : []), ...input.assessorIds].map((resourceId) => ({ kind: 'person' as const, resourceId, ...time })),
      ...(input.kits ?? []).flatMap((kit) => unitsOf(kit, facts.kits!).map((unit) => ({ kind: 'kit' as const, resourceId: kit.equipmentId, unit, ...time }))),
    ])
    await record(t, `sitting:${id}`, 'sitting-created', {
      centreId: input.centreId, stage: input.stage, onDay: input.onDay, seats: input.seats, ...(mode === 'online' ? { mode, proctorId: input.proctorId } : {}), ...(input.kits?.length ? { kits: input.kits } : {}),
      ...(facts.incompetent.length > 0 ? { withoutCompetence: facts.incompetent } : {}),
    })
    return id
  })
}

/** Books what was found free; whoever comes second to the same thing at the same time is told by the constraint. */
export async function takeAll(t: Tx, bookings: readonly NewBooking[]): Promise<void> {
  try {
    await insertBookings(t.sql, bookings, () => t.newId())
  } catch (error) {
    if (violatedConstraint(error) === TAKEN_TWICE) deny('sitting.taken-meanwhile')
    throw error
  }
}

function unitsOf(kit: KitWanted, facts: readonly KitFacts[]): number[] {
  return freeUnits(facts.find((each) => each.equipmentId === kit.equipmentId)!).slice(0, kit.quantity)
}

function timeOf(day: Day, text: string): Moment {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new Denial('sitting.time-wrong')
  return momentAt(day, text)
}
