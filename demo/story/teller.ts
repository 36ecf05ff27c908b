import { addWorkingDays, isWorkingDay, subtractWorkingDays, type WorkingCalendar } from '#kernel/calendar.ts'
import { legalDay, momentAt, type Day, type Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import type { World } from '../../src/entry/world.ts'
import type { Cast } from '../people.ts'

export interface SittingPlan {
  centre: string
  stage: 'theory' | 'practice'
  professionCode: string
  level: number
  onDay: Day
  /** When it is not the usual morning or afternoon. */
  hours?: Hours
}
/** From and to, wall time of Almaty. */
export type Hours = readonly [start: string, end: string]

/** Tells the demonstration's story: everybody acts through the same acts as in life, at the hour of the story. */
export interface Teller {
  today: Day
  now: Moment
  calendar: WorkingCalendar
  /** The n-th working day before today; 0 is today, or the last working day before it. */
  ago(workingDays: number): Day
  /** The n-th working day after a day. */
  after(day: Day, workingDays: number): Day
  as(key: string, day: Day, time?: string): Ctx
  /** What happens by itself on a day of the story. */
  system(day: Day, time?: string): Ctx
  /** The version that a form of this moment would carry. */
  versionOf(number: string): Promise<number>
  stepOf(number: string): Promise<string>
  sitting(plan: SittingPlan): Promise<Uuid>
  centreId(serial: string): Uuid
  accountId(key: string): Uuid
  /** A real PDF for a demanded paper: the platform's own blank form, with other bytes for each owner. */
  aScan(owner?: string): Promise<Uint8Array>
}

export async function openTeller(world: World, cast: Cast, centreIds: ReadonlyMap<string, { id: Uuid }>): Promise<Teller> {
  const now = world.clock.now()
  const today = legalDay(now)
  const calendar = await world.law.calendar(world.db)
  const last = isWorkingDay(calendar, today) ? today : subtractWorkingDays(calendar, today, 1)
  const sittings = new Map<string, Promise<Uuid>>()
  let scan: Promise<Uint8Array> | undefined
  const find = (number: string) => read(world.system(), 'case.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, casework.policy, 'case.read', kase)
    return kase
  })
  const teller: Teller = {
    today, now, calendar,
    ago: (days) => (days === 0 ? last : subtractWorkingDays(calendar, last, days)),
    after: (day, days) => addWorkingDays(calendar, day, days),
    as: (key, day, time = '10:00') => cast.as(key, notLater(momentAt(day, time), world.clock.now())),
    system: (day, time = '10:00') => cast.system(notLater(momentAt(day, time), world.clock.now())),
    versionOf: async (number) => (await find(number)).version,
    stepOf: async (number) => (await find(number)).step,
    centreId: (serial) => centreIds.get(serial)!.id,
    accountId: (key) => cast.person(key).accountId,
    aScan: async (owner = '') => markedBy(owner, await (scan ??= renderPdf('application-form', { demo: true, centreName: null }, { standard: 'ua-1', createdAt: '2026-01-01T00:00:00.000Z' }))),
    sitting(plan) {
      const key = JSON.stringify(plan)
      let made = sittings.get(key)
      if (!made) sittings.set(key, (made = makeSitting(plan)))
      return made
    },
  }
  return teller

  async function makeSitting(plan: SittingPlan): Promise<Uuid> {
    const centreId = teller.centreId(plan.centre)
    const rooms = await centres.listRooms(world.db, centreId)
    // Planned a month before, as a centre does: a sitting cannot be made for a day that has passed.
    const planned = subtractWorkingDays(calendar, plan.onDay < last ? plan.onDay : last, 20)
    const theory = plan.stage === 'theory'
    const [start, end] = plan.hours ?? (theory ? ['10:00', '12:00'] : ['14:00', '18:00'])
    const index = [...sittings.keys()].length % Math.max(1, rooms.length)
    const c = `c${plan.centre}`
    for (let attempt = 0; ; attempt++) {
      const room = rooms[(index + attempt) % rooms.length]!
      try {
        return await scheduling.createSitting(teller.as(`${c}-head`, planned), {
          centreId, stage: plan.stage, professionCode: plan.professionCode, level: plan.level, roomId: room.id, onDay: plan.onDay, start, end,
          seats: Math.min(6, room.seats), ...(theory ? { invigilatorId: teller.accountId(`${c}-invigilator`) } : {}),
          assessorIds: theory ? [] : [teller.accountId(`${c}-assessor-1`), teller.accountId(`${c}-assessor-2`)],
        })
      } catch (error) {
        if (attempt >= rooms.length - 1) throw error
      }
    }
  }
}

function notLater(at: Moment, now: Moment): Moment {
  return at < now ? at : now
}

/** A comment after the end of a PDF: the same page, another file. */
function markedBy(owner: string, pdf: Uint8Array): Uint8Array {
  return owner === '' ? pdf : Buffer.concat([pdf, Buffer.from(`\n% ${owner}\n`)])
}
