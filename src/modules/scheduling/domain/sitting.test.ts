import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { day, momentAt } from '#kernel/day.ts'
import { sittingBlockers, type SittingFacts, type SittingPlan } from './sitting.ts'

const calendar = buildCalendar([{ date: day('2026-03-23'), day: 'off' }], { version: 'v', source: 's', years: [2026] })
const on = day('2026-03-17')
const at = (time: string) => momentAt(on, time)
const plan = (overrides: Partial<SittingPlan> = {}): SittingPlan => ({ stage: 'theory', onDay: on, startsAt: at('10:00'), endsAt: at('12:00'), roomId: 'room', seats: 8, invigilatorId: 'ivan', assessorIds: [], ...overrides })
const facts = (overrides: Partial<SittingFacts> = {}): SittingFacts => ({
  now: momentAt(day('2026-03-02'), '09:00'), calendar, room: { seats: 8 },
  staff: [{ accountId: 'ivan', roles: ['invigilator'] }, { accountId: 'asel', roles: ['assessor'] }, { accountId: 'arman', roles: ['assessor', 'invigilator'] }], busy: [], assessorsWanted: 1, ...overrides,
})
const practice = (overrides: Partial<SittingPlan> = {}) => plan({ stage: 'practice', invigilatorId: undefined, assessorIds: ['asel', 'arman'], ...overrides })
const busy = (start: string, end: string, overrides = {}) => ({ roomId: 'other', startsAt: at(start), endsAt: at(end), invigilatorId: null, assessorIds: [], ...overrides })
const on2 = (text: string) => ({ onDay: day(text), startsAt: momentAt(day(text), '10:00'), endsAt: momentAt(day(text), '12:00') })

describe('a sitting', () => {
  it.each<[string, SittingPlan, SittingFacts, string[]]>([
    ['of the theory with a free room and invigilator is possible', plan(), facts(), []],
    ['of the practice with two assessors is possible', practice(), facts(), []],
    ['is not held on a holiday', plan(on2('2026-03-23')), facts(), ['day-off']],
    ['is not held on a Saturday', plan(on2('2026-03-21')), facts(), ['day-off']],
    ['is not held in a year without a calendar', plan(on2('2027-03-16')), facts(), ['year-not-in-calendar']],
    ['is not held in the past', plan(), facts({ now: at('10:00') }), ['in-the-past']],
    ['on line needs a proctor, and no room', plan({ mode: 'online', roomId: undefined, invigilatorId: undefined }), facts({ room: undefined }), ['proctor-missing']],
    ['on line is watched by who holds the role on its day', plan({ mode: 'online', roomId: undefined, invigilatorId: undefined, proctorId: 'ivan' }), facts({ room: undefined }), ['proctor-without-role']],
    ['on line with a proctor is possible', plan({ mode: 'online', roomId: undefined, invigilatorId: undefined, proctorId: 'timur' }), facts({ room: undefined, staff: [{ accountId: 'timur', roles: ['proctor'] }], seatsPerProctor: 8 }), []],
    ['on line has no more candidates than a proctor may watch', plan({ mode: 'online', roomId: undefined, invigilatorId: undefined, proctorId: 'timur', seats: 9 }), facts({ room: undefined, staff: [{ accountId: 'timur', roles: ['proctor'] }], seatsPerProctor: 8 }), ['seats-over-proctor']],
    ['of the practice on line has assessors as in the centre', plan({ stage: 'practice', mode: 'online', roomId: undefined, invigilatorId: undefined, proctorId: 'timur' }), facts({ room: undefined, staff: [{ accountId: 'timur', roles: ['proctor'] }] }), ['assessors-too-few']],
    ['of the practice on line is planned only where the programme lets it be', plan({ stage: 'practice', mode: 'online', roomId: undefined, invigilatorId: undefined, proctorId: 'timur', assessorIds: ['asel'] }), facts({ room: undefined, staff: [{ accountId: 'timur', roles: ['proctor'] }, { accountId: 'asel', roles: ['assessor'] }], practiceOnline: false }), ['practice-not-online']],
    ['on line does not take a proctor who watches another', plan({ mode: 'online', roomId: undefined, invigilatorId: undefined, proctorId: 'timur' }), facts({ room: undefined, staff: [{ accountId: 'timur', roles: ['proctor'] }], busy: [busy('11:00', '13:00', { proctorId: 'timur' })] }), ['proctor-busy']],
    ['ends after it begins', plan({ endsAt: at('10:00') }), facts(), ['times-wrong']],
    ['has a room of the centre', plan(), facts({ room: undefined }), ['room-missing']],
    ['has no more seats than its room', plan({ seats: 9 }), facts(), ['seats-over-room']],
    ['has a seat', plan({ seats: 0 }), facts(), ['seats-wrong']],
    ['does not take a room already taken', plan(), facts({ busy: [busy('11:59', '13:00', { roomId: 'room' })] }), ['room-busy']],
    ['may begin when the one before ends', plan(), facts({ busy: [busy('08:00', '10:00', { roomId: 'room', invigilatorId: 'ivan' })] }), []],
    ['of the theory has an invigilator', plan({ invigilatorId: undefined }), facts(), ['invigilator-missing']],
    ['does not take an invigilator from another', plan(), facts({ busy: [busy('09:00', '10:01', { invigilatorId: 'ivan' })] }), ['invigilator-busy']],
    ['has an invigilator with that role', plan({ invigilatorId: 'asel' }), facts(), ['invigilator-without-role']],
    ['has assessors with that role', practice({ assessorIds: ['asel', 'ivan'] }), facts(), ['assessor-without-role']],
    ['does not take an assessor who invigilates elsewhere', practice(), facts({ busy: [busy('11:00', '13:00', { invigilatorId: 'arman' })] }), ['assessor-busy']],
    ['does not take an assessor who assesses elsewhere', practice(), facts({ busy: [busy('11:00', '13:00', { assessorIds: ['asel'] })] }), ['assessor-busy']],
    ['of the practice is possible with one assessor where the norm asks for one', practice({ assessorIds: ['asel'] }), facts(), []],
    ['of the practice has an assessor', practice({ assessorIds: [] }), facts(), ['assessors-too-few']],
    ['of the practice has as many assessors as the norm says', practice({ assessorIds: ['asel'] }), facts({ assessorsWanted: 2 }), ['assessors-too-few']],
    ['of the practice does not make do with fewer in a centre that has no more', practice({ assessorIds: ['asel'] }), facts({ assessorsWanted: 2, staff: [{ accountId: 'asel', roles: ['assessor'] }] }), ['assessors-too-few']],
    ['of the practice has no more places than its room has workplaces', practice({ seats: 5 }), facts({ room: { seats: 8, workplaces: 4 } }), ['workplaces-over-room']],
    ['of the practice may take every workplace', practice({ seats: 4 }), facts({ room: { seats: 2, workplaces: 4 } }), []],
    ['of the practice takes seats where nobody has said how many workplaces there are', practice({ seats: 9 }), facts({ room: { seats: 8, workplaces: null } }), ['seats-over-room']],
    ['of the theory does not ask for workplaces', plan(), facts({ room: { seats: 8, workplaces: 0 } }), []],
    ['has no invigilator who is away', plan(), facts({ absent: ['ivan'] }), ['invigilator-absent']],
    ['has no assessor who is away', practice(), facts({ absent: ['arman'] }), ['assessor-absent']],
    ['lies in the hours of its invigilator', plan(), facts({ outOfHours: ['ivan'] }), ['invigilator-out-of-hours']],
    ['lies in the hours of its assessors', practice(), facts({ outOfHours: ['asel'] }), ['assessor-out-of-hours']],
    ['has no assessor twice', practice({ assessorIds: ['asel', 'asel'] }), facts(), ['assessor-twice']],
    ['has no assessor who invigilates it', practice({ invigilatorId: 'arman' }), facts(), ['invigilator-assesses']],
  ])('%s', (_says, sitting, known, codes) => {
    expect(sittingBlockers(sitting, known).map((blocker) => blocker.code.replace('sitting.', ''))).toEqual(codes)
  })
})
