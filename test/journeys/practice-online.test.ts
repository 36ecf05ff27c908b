import { afterAll, beforeAll, expect, it } from 'vitest'
import * as proctoring from '#modules/proctoring/index.ts'
import { CUTS, film } from '../../bench/proctoring/pictures.ts'
import { silence, wav } from '../../bench/proctoring/sound.ts'
import { PNG } from '../support/files.ts'
import { anOnlineExam } from '../support/online-exam.ts'
import { openOnlineRoom, shot, type OnlineRoom } from '../support/online-room.ts'

let room: OnlineRoom
beforeAll(async () => { room = await openOnlineRoom() }, 120_000)
afterAll(() => room.end())

it('a practice on line: let in, begun, its files sent without a cut in the recording, handed in, and marked beside them', { timeout: 120_000 }, async () => {
  const { world, origin } = room
  const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
  await exam.practiceChecked()
  world.at('2026-03-26 12:55')
  await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, stage: 'practice', faceIsHis: true, roomIsEmpty: true })
  world.at('2026-03-26 13:00')
  room.runClock()
  const computer = await room.computer({ video: await film({ cut: CUTS.womanA }), sound: wav(silence(8)) })
  const page = await room.sit(computer, exam.candidate)
  await page.goto(`${origin}/kk/exam/${exam.number}/practice`)
  await shot(page, 'practice-ready')
  await page.getByRole('button', { name: 'Бастау' }).click()
  await page.getByText('Тапсырма kk').waitFor()
  await page.evaluate(() => { (window as unknown as { drawn: string }).drawn = 'once' })
  const pieces = async () => (await proctoring.readOwnState(world.as(exam.candidate), exam.number, 'practice')).tracks['camera']!.next
  while ((await pieces()) < 1) await page.waitForTimeout(300)

  const send = async (name: string, buffer: Buffer) => {
    await page.locator('#work-form input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
    await page.getByRole('button', { name: 'Файлды жіберу' }).click()
  }
  await send('есеп.png', PNG)
  await page.getByRole('link', { name: 'есеп.png' }).waitFor()
  // A file that is looked at is saved: the page of the exam stays.
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'есеп.png' }).click()
  const saved = await page.request.get((await saving).url())
  expect(decodeURIComponent(saved.headers()['content-disposition']!)).toContain('есеп.png')
  await send('есеп.exe', Buffer.from('MZ this is no picture'))
  await page.locator('[data-refused]:not([hidden])').waitFor()
  await shot(page, 'practice-working')
  const before = await pieces()
  while ((await pieces()) <= before) await page.waitForTimeout(300)
  // One head, one page: nothing was cut for a file.
  expect(await page.evaluate(() => (window as unknown as { drawn?: string }).drawn)).toBe('once')
  expect(await exam.sql("select count(*)::int as heads from proctoring_chunk c join proctoring_session s on s.id = c.session_id where s.case_id = $1 and s.stage = 'practice' and c.track = 'camera' and c.begins", [exam.caseId])).toEqual([{ heads: 1 }])

  await page.getByText('Жұмысты аяқтап, тапсыру').click()
  await page.getByLabel('Жұмысым дайын, тапсырамын').check()
  await page.getByRole('button', { name: 'Тапсыру', exact: true }).click()
  await page.locator('[data-ended]').waitFor()
  await shot(page, 'practice-ended')

  const assessor = await room.sit(computer, exam.assessor)
  await assessor.goto(`${origin}/kk/examiner/marking/${exam.number}`)
  await assessor.getByRole('link', { name: 'есеп.png' }).waitFor()
  await shot(assessor, 'practice-sheet')
  for (const step of [1, 2, 3]) {
    await assessor.goto(`${origin}/kk/examiner/marking/${exam.number}?step=${step}`)
    await assessor.locator('button[value="done"]').click()
  }
  await assessor.getByRole('button', { name: /аяқтау/i }).click()
  await expect.poll(() => exam.step()).toBe('held')
  await page.goto(`${origin}/ru/cases/${exam.number}`)
  await page.getByRole('link', { name: 'есеп.png' }).waitFor()
  await shot(page, 'practice-case')
  expect([room.foreign, room.broken.filter((each) => !/^422 .*\/practice$/.test(each) && !/^409 .*\/chunks\//.test(each))]).toEqual([[], []])
})
