import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOnlineExam } from '../../../test/support/online-exam.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as proctoring from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

describe('lines between a candidate and his proctor', () => {
  it('come to both as they are written, each once, and to nobody else', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    let news = 0
    const heard = await proctoring.watchChat(world.as(exam.candidate), exam.number, () => { news++ })
    try {
      const before = heard.changesSince(undefined).id
      const written = world.as(exam.proctor, 'one line')
      for (let n = 0; n < 2; n++) await proctoring.writeMessage(written, { number: exam.number, text: 'Камераны түзетіңіз' })
      while (news === 0) await new Promise((resolve) => setTimeout(resolve, 50))
      expect(heard.isNews(heard.changesSince(before))).toBe(true)
      expect(heard.lines().map((line) => [line.fromCandidate, line.text])).toEqual([[false, 'Камераны түзетіңіз']])
      expect(heard.isNews(heard.changesSince(heard.changesSince(before).id))).toBe(false)
      expect((await proctoring.readChat(world.as(exam.proctor), exam.number)).messages).toHaveLength(1)
    } finally {
      heard.stop()
    }
    for (const stranger of [await world.aPerson(), exam.assessor]) {
      await expect(proctoring.watchChat(world.as(stranger), exam.number, () => undefined)).rejects.toMatchObject({ code: 'not-found' })
      await expect(proctoring.readChat(world.as(stranger), exam.number)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})
