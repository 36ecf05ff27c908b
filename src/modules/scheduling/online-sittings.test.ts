import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import * as programmes from '#modules/programmes/index.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { createSitting, findSitting, listOnlineSittings } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('a sitting on line has a proctor and a place in words, no room, and its proctor is not taken twice', async () => {
  const code = await world.aProfession()
  const centre = await world.aCentre({ professionCode: code })
  const clerk = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
  const proctor = await world.aStaffMember(centre.id, ['proctor'])
  const plan = { centreId: centre.id, mode: 'online' as const, proctorId: proctor.accountId, stage: 'theory' as const, professionCode: code, level: 4, onDay: day('2026-03-26'), start: '10:00', end: '12:00', seats: 12, assessorIds: [] }
  const id = await createSitting(clerk, plan)
  expect(await findSitting(world.db, id)).toMatchObject({ mode: 'online', roomId: null, proctorId: proctor.accountId, roomKk: 'онлайн, өз компьютерінде', roomRu: 'онлайн, за своим компьютером' })
  expect((await listOnlineSittings(world.db, [centre.id], day('2026-03-01'), day('2026-04-01'))).map((sitting) => sitting.id)).toEqual([id])
  const codesOf = (change: object) => createSitting(clerk, { ...plan, ...change }).then(() => [], (error: { blockers: { code: string }[] }) => error.blockers.map((each) => each.code))
  expect(await codesOf({ start: '11:00', end: '13:00' })).toEqual(['sitting.proctor-busy'])
  expect(await codesOf({ start: '13:00', end: '15:00', proctorId: undefined })).toEqual(['sitting.proctor-missing'])
  expect(await codesOf({ start: '13:00', end: '15:00', seats: 13 })).toEqual(['sitting.seats-over-proctor'])
  expect(await codesOf({ start: '13:00', end: '15:00', proctorId: clerk.actor.kind === 'person' ? clerk.actor.accountId : undefined })).toEqual(['sitting.proctor-without-role'])
})

it('a sitting of the practice on line has a proctor, no room, and assessors as always; and only where the programme in force lets the practice be held on line', async () => {
  const code = await world.aProfession()
  const centre = await world.aCentre({ professionCode: code })
  await world.aProgramme(centre.id, code, 4)
  const clerk = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
  const [proctor, first, second] = [await world.aStaffMember(centre.id, ['proctor']), await world.aStaffMember(centre.id, ['assessor']), await world.aStaffMember(centre.id, ['assessor'])]
  const plan = {
    centreId: centre.id, mode: 'online' as const, proctorId: proctor.accountId, stage: 'practice' as const, professionCode: code, level: 4, onDay: day('2026-03-26'), start: '13:00', end: '16:00', seats: 4,
    assessorIds: [first.accountId, second.accountId],
  }
  const codesOf = (change: object) => createSitting(clerk, { ...plan, ...change }).then(() => [], (error: { blockers: { code: string }[] }) => error.blockers.map((each) => each.code))
  expect(await codesOf({})).toEqual(['sitting.practice-not-online'])
  const author = world.as(first)
  const seen = async (versionId: string) => ({ versionId, revision: (await programmes.getProgrammeVersion(world.db, versionId)).revision })
  const next = await programmes.draftProgramme(author, { centreId: centre.id, professionCode: code, level: 4 })
  await programmes.saveProgrammePart(author, { ...(await seen(next)), part: 'modes', theoryOnline: true, practiceOnline: true })
  await programmes.submitProgramme(author, await seen(next))
  await programmes.approveProgramme(world.as(await world.aStaffMember(centre.id, ['centre-head'])), await seen(next))
  expect(await codesOf({ assessorIds: [] })).toEqual(['sitting.assessors-too-few'])
  expect(await codesOf({ proctorId: first.accountId })).toEqual(['sitting.proctor-without-role', 'sitting.proctor-assesses'])
  const id = await createSitting(clerk, plan)
  expect(await findSitting(world.db, id)).toMatchObject({ stage: 'practice', mode: 'online', roomId: null, proctorId: proctor.accountId })
})
