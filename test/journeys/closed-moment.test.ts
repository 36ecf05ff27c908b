import { afterAll, beforeAll, expect, it } from 'vitest'
import { CUTS, film } from '../../bench/proctoring/pictures.ts'
import { silence, wav } from '../../bench/proctoring/sound.ts'
import { assertKind } from '../support/axe.ts'
import { anOnlineExam } from '../support/online-exam.ts'
import { openOnlineRoom, shot, shotInBoth, type OnlineRoom } from '../support/online-room.ts'

let room: OnlineRoom
beforeAll(async () => { room = await openOnlineRoom() }, 120_000)
afterAll(() => room.end())

it('somebody whose face is covered agrees, shows her room, reads who asks, declines one, shows her face to another once, and is let in', { timeout: 180_000 }, async () => {
  const { world, origin } = room
  const exam = await anOnlineExam(world, { condition: 'covered-face', noReference: true })
  await exam.called()
  const other = await world.aStaffMember(exam.centre.id, ['proctor'])
  const computer = await room.computer({ video: await film({ cut: CUTS.womanA }), sound: wav(silence(8)) })
  const [candidate, first, second] = [await room.sit(computer, exam.candidate), await room.sit(computer, exam.proctor), await room.sit(computer, other)]
  await candidate.goto(`${origin}/kk/exam/${exam.number}/watch`)
  await shotInBoth(candidate, 'closed-consent')
  await assertKind(candidate)
  expect(await candidate.getByText('ерекше қорғалатын мәлімет').count()).toBe(1)
  await candidate.locator('[name=recording]').check()
  await candidate.locator('[name=rules]').check()
  await candidate.getByRole('button', { name: 'Келісемін, жалғастыру' }).click()
  // No picture of face or document is asked for: the room comes at once.
  await candidate.locator('[data-shot="room-1"]').waitFor({ state: 'attached' })
  expect(await candidate.locator('[data-shot="face"]').count()).toBe(0)
  const take = async (kinds: readonly string[]) => {
    await candidate.getByRole('button', { name: 'Камераны қосу' }).click()
    for (const kind of kinds) {
      const wanted = candidate.locator(`[data-shot="${kind}"]`)
      await wanted.locator('[data-take]').click()
      await wanted.locator('[data-send]').click()
      await candidate.locator(`[data-shot="${kind}"][data-sent]`).waitFor()
    }
  }
  await take(['room-1', 'room-2', 'room-3', 'room-4'])
  await candidate.getByRole('link', { name: 'Жалғастыру' }).click()
  await candidate.getByRole('heading', { name: 'Жабық сәт' }).waitFor()
  await shotInBoth(candidate, 'closed-wait')

  // One asks; she reads who it is, by itself, and declines.
  const ask = async (proctor: typeof first) => {
    await proctor.goto(`${origin}/kk/proctor/cases/${exam.number}`)
    await proctor.locator('[name=alone]').check()
    await proctor.getByRole('button', { name: 'Бетін көрсетуді сұрау' }).click()
    await proctor.getByText('Сұралды.').waitFor()
  }
  await ask(first)
  await candidate.locator('[data-shot="closed-face"]').waitFor({ state: 'attached', timeout: 20_000 })
  await candidate.getByRole('button', { name: 'Бұл адамға көрсетпеймін' }).click()
  await candidate.getByText('Бұл адамға ештеңе көрсетілмейді.').waitFor()
  await first.reload()
  await first.getByText('бұл – оның құқығы').waitFor()
  await shotInBoth(first, 'closed-declined')

  // Another asks, is shown, looks once.
  await ask(second)
  await candidate.locator('[data-shot="closed-face"]').waitFor({ state: 'attached', timeout: 20_000 })
  await shotInBoth(candidate, 'closed-asked')
  await assertKind(candidate)
  await take(['closed-document', 'closed-face'])
  await candidate.getByRole('link', { name: 'Жалғастыру' }).click()
  await candidate.getByText('Көрсетілді, қаралуын күтуде.').waitFor()
  await second.reload()
  await shotInBoth(second, 'closed-shown')
  await assertKind(second)
  await second.getByRole('link', { name: 'Бір рет қарау' }).click()
  for (const kind of ['Бет', 'Құжат']) await expect.poll(() => second.getByRole('img', { name: kind, exact: true }).evaluate((img) => (img as HTMLImageElement).naturalWidth), { timeout: 10_000 }).toBeGreaterThan(100)
  await shot(second, 'closed-look')
  await second.getByRole('link', { name: 'Қарап болдым' }).click()
  await second.getByText('Бетті жабық сәтте көрген').waitFor()
  expect(await second.locator('main img').count()).toBe(4)
  await second.locator('[name=face]').check()
  await second.locator('[name=room]').check()
  await second.getByRole('button', { name: 'Емтиханға жіберу', exact: true }).first().click()
  await second.getByText('Кандидат емтиханға жіберілді.').waitFor()
  await candidate.getByRole('heading', { name: 'Сіз жіберілдіңіз' }).waitFor({ timeout: 20_000 })
  await candidate.goto(`${origin}/kk/cases/${exam.number}/watch`)
  await candidate.getByText('Бетті жабық сәтте көрген').waitFor()
  await shotInBoth(candidate, 'closed-own')
  expect(room.foreign).toEqual([])
})
