import { afterAll, beforeAll, expect, it } from 'vitest'
import { moment } from '#kernel/day.ts'
import { anOnlineExam, hashOf } from '../../../test/support/online-exam.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as proctoring from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const at = (time: string) => moment(`2026-03-26T05:${time}.000Z`)
const stretch = (from: string, to: string) => ({ fromAt: at(from), toAt: at(to) })
type Piece = readonly [track: 'camera' | 'screen', from: string, ms: number]

/** What the page knows of a recording of these pieces, sent in this order. */
async function barOf(pieces: readonly Piece[], norms: Record<string, number> = {}) {
  const exam = await anOnlineExam(world)
  if (Object.keys(norms).length > 0) await pinNorms(world, exam.caseId, norms)
  await exam.watched()
  const next = { camera: 0, screen: 0 }
  for (const [track, from, ms] of pieces) {
    const bytes = Buffer.from(`${track} ${next[track]}`)
    await exam.chunk(next[track]++, { track, bytes, sha256: hashOf(bytes), clientFrom: Date.parse(at(from)), ms })
  }
  // Times of the clock do not come from the browser alone: told as the server has them.
  await exam.sql("update proctoring_chunk set from_at = to_timestamp(client_from / 1000.0) where case_id = $1", [exam.caseId])
  return (await proctoring.readAttempt(world.as(exam.proctor), exam.number)).bar
}
const camera = (from: string, to: string, gaps: ReturnType<typeof stretch>[] = []) => ({ track: 'camera', ...stretch(from, to), gaps })

it.each<[string, readonly Piece[], ReturnType<typeof stretch>, unknown[]]>([
  ['one piece', [['camera', '00:00', 4000]], stretch('00:00', '00:04'), [camera('00:00', '00:04')]],
  ['one piece without length', [['camera', '00:00', 0]], stretch('00:00', '00:00'), [camera('00:00', '00:00')]],
  ['pieces in another order', [['camera', '00:04', 4000], ['camera', '00:00', 4000]], stretch('00:00', '00:08'), [camera('00:00', '00:08')]],
  ['a hole as short as a browser makes', [['camera', '00:00', 4000], ['camera', '00:09', 4000]], stretch('00:00', '00:13'), [camera('00:00', '00:13')]],
  ['a hole', [['camera', '00:00', 4000], ['camera', '00:10', 4000]], stretch('00:00', '00:14'), [camera('00:00', '00:14', [stretch('00:04', '00:10')])]],
  ['a piece within another one, which hides no hole and makes none', [['camera', '00:00', 20_000], ['camera', '00:02', 4000], ['camera', '00:30', 4000]], stretch('00:00', '00:34'), [camera('00:00', '00:34', [stretch('00:20', '00:30')])]],
  ['a screen that was shown later and for a while not', [['camera', '00:00', 50_000], ['screen', '00:10', 4000], ['screen', '00:40', 4000]], stretch('00:00', '00:50'), [camera('00:00', '00:50'), { track: 'screen', ...stretch('00:10', '00:44'), gaps: [stretch('00:14', '00:40')] }]],
])('tells the length and the holes of a recording: %s', async (_, pieces, whole, tracks) => {
  expect(await barOf(pieces)).toEqual({ ...whole, tracks })
})

it('knows no length without a piece, and calls a hole what the norm of the case calls so', async () => {
  expect(await barOf([])).toBeUndefined()
  const pieces = [['camera', '00:00', 4000], ['camera', '00:10', 4000]] as const
  expect((await barOf(pieces, { 'proctoring.gapSeconds': 6 }))!.tracks[0]!.gaps).toEqual([])
  expect((await barOf(pieces, { 'proctoring.gapSeconds': 4 }))!.tracks[0]!.gaps).toEqual([stretch('00:04', '00:10')])
})
