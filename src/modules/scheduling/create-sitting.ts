import { momentAt, type Day, type Moment } from '#kernel/day.ts'
import { assertNone, Denial, type Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { findNorm } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { sittingBlockers, type ExamMode, type Stage } from './domain/sitting.ts'
import { messages } from './messages/index.ts'
import { policy } from './policy.ts'
import { insertSitting, lockDay, selectBusy } from './store/sitting-store.ts'

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
}

/** Puts a sitting into the schedule: on a working day, with a room and people that are free and hold their roles then. */
export async function createSitting(ctx: Ctx, input: NewSitting): Promise<Uuid> {
  return tx(ctx, 'sitting.create', async (t) => {
    assertMay(t, policy, 'sitting.create', input)
    if (t.actor.kind !== 'person') throw new Denial('not-found')
    await lockDay(t.sql, input.onDay)
    const startsAt = timeOf(input.onDay, input.start)
    const endsAt = timeOf(input.onDay, input.end)
    const people = [...(input.invigilatorId ? [input.invigilatorId] : []), ...(input.proctorId ? [input.proctorId] : []), ...input.assessorIds]
    const mode = input.mode ?? 'offline'
    const room = mode === 'online' ? undefined : (await centres.listRooms(t.sql, input.centreId)).find((each) => each.id === input.roomId)
    const scope = await centres.findScope(t.sql, { centreId: input.centreId, professionCode: input.professionCode, level: input.level, on: input.onDay })
    const incompetent = await centres.findWithoutCompetence(t.sql, { centreId: input.centreId, professionCode: input.professionCode, level: input.level, on: input.onDay, people: input.assessorIds })
    // Cases that the ministry lets the centre finish need their sittings, though its scope is lost.
    const blockers: Blocker[] = scope || (await casework.hasPermits(t.sql, input)) ? [] : [{ code: 'sitting.out-of-scope' }]
    blockers.push(...sittingBlockers({ ...input, mode, roomId: input.roomId, startsAt, endsAt, invigilatorId: input.invigilatorId }, {
      seatsPerProctor: await seatsPerProctor(t),
      now: t.now, calendar: t.calendar, room, staff: await centres.listStaff(t.sql, input.centreId, input.onDay),
      assessorsWanted: await assessorsWanted(t), keptOut: (await isCompetenceRequired(t)) ? incompetent : [], busy: await selectBusy(t.sql, { day: input.onDay, roomId: room ? (input.roomId ?? null) : null, people }),
    }))
    assertNone('sitting.not-possible', blockers)
    const id = t.newId()
    await insertSitting(t.sql, {
      id, centreId: input.centreId, stage: input.stage, professionCode: input.professionCode, level: input.level, mode, roomId: mode === 'online' ? null : input.roomId!, proctorId: mode === 'online' ? input.proctorId! : null, place: mode === 'online' ? { kk: messages.kk.onlinePlace, ru: messages.ru.onlinePlace } : null, onDay: input.onDay, startsAt, endsAt,
      seats: input.seats, invigilatorId: input.invigilatorId ?? null, assessorIds: [...input.assessorIds], createdBy: t.actor.accountId, createdAt: t.now,
    })
    await record(t, `sitting:${id}`, 'sitting-created', { centreId: input.centreId, stage: input.stage, onDay: input.onDay, seats: input.seats, ...(mode === 'online' ? { mode, proctorId: input.proctorId } : {}), ...(incompetent.length > 0 ? { withoutCompetence: incompetent } : {}) })
    return id
  })
}

/** By the norms in force, for a sitting belongs to no case; one where the edition does not say. */
async function assessorsWanted(t: Tx): Promise<number> {
  const value = findNorm(await t.law.normsInForce(t.sql, t.today), 'practice.assessors')?.value
  return typeof value === 'number' ? value : 1
}

/** Where the edition does not say: as many as one person can keep in sight [D]. */
const SEATS_PER_PROCTOR = 12
async function seatsPerProctor(t: Tx): Promise<number> {
  const value = findNorm(await t.law.normsInForce(t.sql, t.today), 'proctoring.seatsPerProctor')?.value
  return typeof value === 'number' ? value : SEATS_PER_PROCTOR
}

/** Whether an assessor without a confirmed competence is kept out of a sitting, or only spoken of [D]. */
export async function isCompetenceRequired(t: Pick<Tx, 'law' | 'sql' | 'today'>): Promise<boolean> {
  return findNorm(await t.law.normsInForce(t.sql, t.today), 'assessor.competenceRequired')?.value === true
}

function timeOf(day: Day, text: string): Moment {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new Denial('sitting.time-wrong')
  return momentAt(day, text)
}
