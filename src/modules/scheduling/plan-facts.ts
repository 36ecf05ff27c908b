import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { findNorm, normNumberOr } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import { findApprovedProgramme, practiceModesOf } from '#modules/programmes/index.ts'
import { absentOn, isWithinHours } from './calendar/domain/staff-calendar.ts'
import { weekOf } from './calendar/staff-hours.ts'
import { selectAbsencesOf, selectStaffHours } from './calendar/store/staff-calendar-store.ts'
import type { SittingFacts, SittingPlan } from './domain/sitting.ts'
import { selectKitsTaken } from './store/booking-store.ts'
import { selectBusy } from './store/sitting-store.ts'

export interface PlanOf extends SittingPlan {
  centreId: Uuid
  professionCode: string
  level: number
}
export interface PlanFacts extends SittingFacts {
  /** Assessors without a confirmed competence on the day; kept out only where the norm says so. */
  incompetent: string[]
}

/** Everything the rule asks of a sitting, as it is now; `except` is the sitting itself when it stands already. The day must be locked. */
export async function planFacts(t: Tx, plan: PlanOf, except?: string): Promise<PlanFacts> {
  const people = [...(plan.invigilatorId ? [plan.invigilatorId] : []), ...(plan.proctorId ? [plan.proctorId] : []), ...plan.assessorIds]
  const online = plan.mode === 'online'
  const room = online ? undefined : (await centres.listRooms(t.sql, plan.centreId)).find((each) => each.id === plan.roomId)
  const incompetent = await centres.findWithoutCompetence(t.sql, { centreId: plan.centreId, professionCode: plan.professionCode, level: plan.level, on: plan.onDay, people: plan.assessorIds as Uuid[] })
  const busy = await selectBusy(t.sql, { day: plan.onDay, roomId: online ? null : (plan.roomId ?? null), people })
  const hours = await selectStaffHours(t.sql, plan.centreId)
  return {
    now: t.now, calendar: t.calendar, room, staff: await centres.listStaff(t.sql, plan.centreId, plan.onDay), assessorsWanted: await assessorsWanted(t), seatsPerProctor: await seatsPerProctor(t),
    // A sitting that stands keeps its candidates, whatever a later edition says.
    practiceOnline: !online || plan.stage === 'theory' || except !== undefined || practiceModesOf((await findApprovedProgramme(t.sql, plan))?.content ?? {}).includes('online'),
    incompetent, keptOut: (await isCompetenceRequired(t)) ? incompetent : [], busy: busy.filter((each) => each.id !== except),
    absent: absentOn(people, await selectAbsencesOf(t.sql, people, plan.onDay, plan.onDay), plan.onDay),
    outOfHours: people.filter((person) => !isWithinHours(weekOf(hours, person, plan.onDay), plan.startsAt, plan.endsAt)),
    kits: await kitFacts(t, plan),
  }
}

async function kitFacts(t: Tx, plan: PlanOf) {
  const wanted = (plan.kits ?? []).map((kit) => kit.equipmentId)
  if (wanted.length === 0) return []
  const taken = await selectKitsTaken(t.sql, wanted, plan.startsAt as Moment, plan.endsAt as Moment)
  return (await centres.listEquipmentOn(t.sql, plan.centreId, plan.onDay)).filter((piece) => wanted.includes(piece.id)).map((piece) => ({
    equipmentId: piece.id, name: t.lang === 'kk' ? piece.nameKk : piece.nameRu, roomId: piece.roomId, movable: piece.movable, quantity: piece.quantity, state: piece.state,
    takenUnits: taken.filter((each) => each.equipmentId === piece.id).map((each) => each.unit),
  }))
}

/** By the norms in force, for a sitting belongs to no case; one where the edition does not say. */
async function assessorsWanted(t: Tx): Promise<number> {
  return normNumberOr(await t.law.normsInForce(t.sql, t.today), 'practice.assessors', 1)
}

/** Whether an assessor without a confirmed competence is kept out of a sitting, or only spoken of [D]. */
export async function isCompetenceRequired(t: Pick<Tx, 'law' | 'sql' | 'today'>): Promise<boolean> {
  return findNorm(await t.law.normsInForce(t.sql, t.today), 'assessor.competenceRequired')?.value === true
}

/** Where the edition does not say: as many as one person can keep in sight [D]. */
const SEATS_PER_PROCTOR = 12
async function seatsPerProctor(t: Tx): Promise<number> {
  return normNumberOr(await t.law.normsInForce(t.sql, t.today), 'proctoring.seatsPerProctor', SEATS_PER_PROCTOR)
}
