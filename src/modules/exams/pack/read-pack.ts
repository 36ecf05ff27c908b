import { Denial } from '#kernel/denial.ts'
import type { Moment } from '#kernel/day.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Actor } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import { findPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { selectSeats, type SeatRow } from '../conduct/store/conduct-store.ts'
import { accountName, findSitting, type PlannedSitting } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { selectAcknowledgements } from '../preparation/store/preparation-store.ts'
import { seatPlan, type PlanPlace } from './domain/seat-plan.ts'
import { selectPacks, type PackRow } from './store/pack-store.ts'

/** One candidate on the lists of the day. */
export interface PackPerson extends Pick<SeatRow, 'caseNumber' | 'examLanguage' | 'accommodations' | 'extraPercent'> {
  seat: number
  name: string
  shortName: string
  iinLastFour: string
  /** When both sides recorded it; null while it is still to be held or signed. */
  familiarisedAt: Moment | null
  briefedAt: Moment | null
}
export interface SittingPack {
  sitting: PlannedSitting
  people: PackPerson[]
  plan: PlanPlace<PackPerson>[][]
  staff: { role: 'invigilator' | 'proctor' | 'assessor'; name: string }[]
  packs: (Pick<PackRow, 'number' | 'people' | 'madeAt'> & { by: string })[]
}

/** Whether somebody is shown the way to the pack; the act asks again. */
export function mayReadPack(actor: Actor, sitting: PlannedSitting): boolean {
  return may(actor, policy, 'sitting.pack', sitting)
}

/** Everything that lies on the table of the day, for those who hold the sitting. */
export async function readPack(ctx: Ctx, sittingId: string): Promise<SittingPack> {
  return read(ctx, 'sitting.pack', async (t) => {
    const sitting = await sittingOfPack(t, sittingId)
    assertMay(t, policy, 'sitting.pack', sitting)
    return packOf(t, sitting)
  })
}

/** The sitting of this address, of whom the caller asks its policy. */
export async function sittingOfPack(t: Tx, sittingId: string): Promise<PlannedSitting> {
  const id = parseUuid(sittingId)
  const sitting = id ? await findSitting(t.sql, id) : undefined
  if (!sitting) throw new Denial('not-found')
  return sitting
}

export async function packOf(t: Tx, sitting: PlannedSitting): Promise<SittingPack> {
  const rows = await selectSeats(t.sql, sitting.id)
  const { rows: places, seatOf } = seatPlan(rows, sitting.seats)
  const found = new Map<SeatRow, PackPerson>()
  for (const [place, row] of rows.entries()) found.set(row, await personOf(t, row, seatOf(place)))
  const staff: SittingPack['staff'] = []
  for (const [role, ids] of [['invigilator', [sitting.invigilatorId]], ['proctor', [sitting.proctorId]], ['assessor', sitting.assessorIds]] as const) for (const id of ids) if (id) staff.push({ role, name: await accountName(t, id) })
  const packs: SittingPack['packs'] = []
  for (const pack of await selectPacks(t.sql, sitting.id)) packs.push({ number: pack.number, people: pack.people, madeAt: pack.madeAt, by: await accountName(t, pack.madeBy) })
  return { sitting, people: [...found.values()], plan: places.map((line) => line.map(({ seat, person }) => ({ seat, person: person && found.get(person) }))), staff, packs }
}

async function personOf(t: Tx, row: SeatRow, seat: number): Promise<PackPerson> {
  const kase = await casework.getCaseByNumber(t, row.caseNumber)
  const { iinLastFour } = await people.getPerson(t, kase.personId)
  const records = await selectAcknowledgements(t.sql, row.attemptId)
  const whole = (kind: string) => { const record = records.find((each) => each.kind === kind); return record?.heldAt && record.confirmedAt ? record.confirmedAt : null }
  const { caseNumber, examLanguage, accommodations, extraPercent } = row
  return {
    caseNumber, examLanguage, accommodations, extraPercent, seat, iinLastFour, name: personName(row, 'kk', 'full'), shortName: personName(row, 'kk', 'initials'), familiarisedAt: whole('familiarisation'), briefedAt: whole('briefing'),
  }
}

/** The printed pack of a sitting, for those who hold it. */
export async function findPackPaper(ctx: Ctx, sittingId: string, number: number): Promise<{ paperId: string; fileKey: string | null }> {
  return read(ctx, 'sitting.pack', async (t) => {
    const sitting = await sittingOfPack(t, sittingId)
    assertMay(t, policy, 'sitting.pack', sitting)
    const pack = (await selectPacks(t.sql, sitting.id)).find((each) => each.number === number)
    const paper = pack && (await findPaper(t.sql, pack.paperId))
    if (!paper) throw new Denial('not-found')
    return { paperId: paper.id, fileKey: paper.fileKey }
  })
}
