import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { sweepFiles } from '#modules/uploads/index.ts'
import sharp from 'sharp'
import { PNG } from '../../../test/support/files.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import * as programmes from './index.ts'

let world: TestWorld
let centre: CentreMade
let code: string
let author: Ctx
let head: Ctx
let approved: Uuid
beforeAll(async () => {
  world = await openTestWorld()
  code = await world.aProfession()
  centre = await world.aCentre({ professionCode: code, level: 4 })
  approved = await world.aProgramme(centre.id, code, 4)
  author = world.as(await world.aStaffMember(centre.id, ['assessor']))
  head = world.as(await world.aStaffMember(centre.id, ['centre-head']))
})
afterAll(() => world.drop())

const seen = async (versionId: string) => ({ versionId, revision: (await programmes.getProgrammeVersion(world.db, versionId)).revision })
const contentOf = async (versionId: string) => (await programmes.getProgrammeVersion(world.db, versionId)).content
const add = async (versionId: string, bytes: Uint8Array, name = 'talap.png', as = author) => programmes.addTaskFile(as, { ...(await seen(versionId)), file: { name, bytes } })
const picture = (shade: number) => sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade, g: shade, b: shade } } }).png().toBuffer()
const draft = () => programmes.draftProgramme(author, { centreId: centre.id, professionCode: code, level: 4 })
const keysLeft = async () => {
  await sweepFiles(world.system(), -1000)
  let count = 0
  for await (const _ of world.files.list(-1000)) count++
  return count
}

it('an edition says in which modes its practice may be held, never on line without the theory, and freezes it by its digest', async () => {
  const versionId = await draft()
  const before = (await programmes.standingOf(world.db, versionId)).digest
  expect(programmes.practiceModesOf(await contentOf(versionId))).toEqual(['offline'])
  await expect(programmes.saveProgrammePart(author, { ...(await seen(versionId)), part: 'modes', theoryOnline: false, practiceOnline: true })).rejects.toMatchObject({ code: 'programme.modes-wrong', blockers: [{ code: 'programme.practice-online-theory-not' }] })
  await programmes.saveProgrammePart(author, { ...(await seen(versionId)), part: 'modes', theoryOnline: true, practiceOnline: true })
  expect(await contentOf(versionId)).toMatchObject({ modes: ['offline', 'online'], practiceModes: ['offline', 'online'] })
  expect((await programmes.standingOf(world.db, versionId)).digest).not.toBe(before)
  await programmes.saveProgrammePart(author, { ...(await seen(versionId)), part: 'modes', theoryOnline: false, practiceOnline: false })
  // What says nothing is written as it was before the practice could be on line: kept editions and their digests stay.
  expect((await programmes.standingOf(world.db, versionId)).digest).toBe(before)
  await programmes.retireProgrammeVersion(author, await seen(versionId))
})

it('files join the task of a draft, are approved with it, and are given to those who may read its keys', async () => {
  const versionId = await draft()
  const fileId = await add(versionId, PNG, '../талап.png')
  const { file, bytes } = await programmes.readTaskFile(author, { versionId, fileId })
  expect([file.name.includes('/'), file.mediaType, file.size]).toEqual([false, 'image/png', bytes.length])
  expect((await contentOf(versionId)).map.files).toEqual([file])
  await expect(add(versionId, PNG)).rejects.toMatchObject({ code: 'programme.task-file-wrong', blockers: [{ code: 'programme.task-file-there' }] })
  await expect(programmes.addTaskFile(author, { versionId, revision: 1, file: { name: 'b.png', bytes: await picture(1) } })).rejects.toMatchObject({ code: 'programme.changed-meanwhile' })
  await expect(add(versionId, Buffer.from('MZ not a document'), 'run.pdf')).rejects.toMatchObject({ code: 'file.wrong-type' })
  await expect(programmes.addTaskFile(author, { ...(await seen(versionId)), file: undefined })).rejects.toMatchObject({ code: 'programme.file-missing' })

  const digest = (await programmes.standingOf(world.db, versionId)).digest
  await programmes.submitProgramme(author, await seen(versionId))
  await expect(add(versionId, await picture(2))).rejects.toMatchObject({ code: 'programme.not-a-draft' })
  await programmes.approveProgramme(head, await seen(versionId))
  expect((await programmes.standingOf(world.db, versionId)).digest).toBe(digest)
  await expect(programmes.removeTaskFile(author, { ...(await seen(versionId)), fileId })).rejects.toMatchObject({ code: 'programme.not-a-draft' })

  expect((await programmes.readTaskFile(head, { versionId, fileId })).bytes.length).toBe(bytes.length)
  const invigilator = world.as(await world.aStaffMember(centre.id, ['invigilator']))
  const stranger = world.as(await world.aStaffMember((await world.aCentre()).id, ['centre-head']))
  for (const other of [invigilator, stranger, world.as(await world.aPerson())]) await expect(programmes.readTaskFile(other, { versionId, fileId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(programmes.readTaskFile(head, { versionId: approved, fileId })).rejects.toMatchObject({ code: 'not-found' })
})

it('a copy of an edition gives the same files; taking one out of the copy leaves the edition whole, and the last one to name it lets the bytes go', async () => {
  const versionId = await draft()
  const [kept] = (await contentOf(versionId)).map.files!
  const fresh = await add(versionId, await picture(3))
  expect(await keysLeft()).toBe(4)
  await programmes.removeTaskFile(author, { ...(await seen(versionId)), fileId: kept!.id })
  await programmes.removeTaskFile(author, { ...(await seen(versionId)), fileId: fresh })
  expect((await contentOf(versionId)).map).not.toHaveProperty('files')
  expect(await keysLeft()).toBe(2)
  const before = (await programmes.listProgrammes(head, centre.id)).find((line) => line.version.content.map.files)!.version
  expect((await programmes.readTaskFile(head, { versionId: before.id, fileId: kept!.id })).file).toEqual(kept)
  await programmes.retireProgrammeVersion(author, await seen(versionId))
})

it('a task has no more files than the norm says', async () => {
  const versionId = await draft()
  for (let n = (await contentOf(versionId)).map.files?.length ?? 0; n < 5; n++) await add(versionId, await picture(10 + n))
  await expect(add(versionId, await picture(99))).rejects.toMatchObject({ blockers: [{ code: 'programme.task-files-most', data: { most: 5 } }] })
  await programmes.retireProgrammeVersion(author, await seen(versionId))
})

it('whoever has applied for the qualification himself does not see the files of its task', async () => {
  const member = await world.aStaffMember(centre.id, ['centre-head'])
  await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: centre.id, accountId: null })
    await casework.openCase(t, { kind: 'recognition', centreId: centre.id, centreSerial: centre.serial, personId: member.personId, accountId: member.accountId, professionCode: code, level: 4, step: 'registered', whoseMove: 'centre' })
  })
  const named = (await programmes.listProgrammes(head, centre.id)).find((line) => line.version.content.map.files)!.version
  await expect(programmes.readTaskFile(world.as(member), { versionId: named.id, fileId: named.content.map.files![0]!.id })).rejects.toMatchObject({ code: 'programme.own-exam' })
})
