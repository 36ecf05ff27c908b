import { afterAll, beforeAll, expect, it } from 'vitest'
import { CUTS, film } from '../../bench/proctoring/pictures.ts'
import { silence, wav } from '../../bench/proctoring/sound.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { assertKind } from '../support/axe.ts'
import { anOnlineExam } from '../support/online-exam.ts'
import { openOnlineRoom, shotInBoth, type OnlineRoom } from '../support/online-room.ts'

let room: OnlineRoom
beforeAll(async () => { room = await openOnlineRoom() }, 120_000)
afterAll(() => room.end())

it('a theory on line that a failure broke off: the proctor writes it down and lets him go on, and he goes on at another computer', { timeout: 180_000 }, async () => {
  const { world, origin } = room
  const exam = await anOnlineExam(world)
  await exam.watched()
  room.runClock()
  const scene = { video: await film({ cut: CUTS.womanA }), sound: wav(silence(8)) }
  const first = await room.computer(scene)
  const candidate = await room.sit(first, exam.candidate)
  await candidate.goto(`${origin}/kk/exam/${exam.number}`)
  await candidate.locator('#q-1 input').first().check()
  await candidate.getByText('Барлық жауап жеткізілді').waitFor()

  const proctor = await room.sit(first, exam.proctor)
  await proctor.goto(`${origin}/kk/proctor/cases/${exam.number}?stage=theory`)
  await proctor.getByText('Емтихан ақаудан үзілді', { exact: true }).click()
  await proctor.getByLabel('Ақаудың түрі').selectOption('equipment')
  await proctor.locator('[name=breakNote]').fill('Экран сөніп қалды')
  await proctor.getByRole('button', { name: 'Үзілді деп жазу' }).click()
  await proctor.getByText('Жабдық істен шықты').first().waitFor()
  await shotInBoth(proctor, 'broken-proctor')
  await assertKind(proctor)
  const { sitting } = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
  const desk = await room.sit(first, exam.proctor)
  await desk.goto(`${origin}/kk/proctor/sittings/${sitting.id}`)
  await desk.getByText('Жабдық істен шықты').waitFor()
  await shotInBoth(desk, 'broken-desk')

  // His page finds it out by itself, says why and how much is left, and shows no question.
  await candidate.locator('[data-broken]').waitFor({ timeout: 40_000 })
  await candidate.getByText('Экран сөніп қалды').waitFor()
  expect(await candidate.locator('#exam').count()).toBe(0)
  await assertKind(candidate)
  await shotInBoth(candidate, 'broken-candidate')
  await candidate.context().close()

  // Another computer, the same account: the page waits for the proctor, and goes on by itself when he lets him.
  const second = await room.computer(scene)
  const again = await room.sit(second, exam.candidate)
  await again.goto(`${origin}/kk/exam/${exam.number}`)
  await again.locator('[data-broken]').waitFor()
  await proctor.getByRole('button', { name: 'Жалғастыруға рұқсат беру' }).click()
  await proctor.getByText('Рұқсат берілді').first().waitFor()
  const goOn = again.getByRole('button', { name: 'Жалғастыру', exact: true })
  await goOn.waitFor({ timeout: 40_000 })
  await shotInBoth(again, 'broken-go-on')
  await goOn.click()
  await again.locator('#q-2 input').first().waitFor({ state: 'attached' })
  expect(await again.locator('#q-1 input').first().isChecked()).toBe(true)
  await again.goto(`${again.url().split('#')[0]}#q-2`)
  await expect.poll(async () => (await proctoring.readAttempt(world.as(exam.proctor), exam.number)).session?.device, { timeout: 40_000 }).not.toBeNull()
  await again.locator('#q-2 input').first().check()
  await again.getByText('Барлық жауап жеткізілді').waitFor()
  const watched = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
  expect([watched.state, watched.violations, watched.flags.filter((flag) => ['device-changed', 'second-workstation'].includes(flag.kind))]).toEqual(['running', [], []])
})
