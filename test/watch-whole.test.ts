import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { momentAt, type Day } from '#kernel/day.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { CUTS, film } from '../bench/proctoring/pictures.ts'
import { silence, wav } from '../bench/proctoring/sound.ts'
import { anOnlineExam } from './support/online-exam.ts'
import { changeNorms, openOnlineRoom, shot, sizeOfClip, type OnlineRoom } from './support/online-room.ts'

let room: OnlineRoom
beforeAll(async () => {
  room = await openOnlineRoom()
  // Short enough for a test; the closed list names a page left as well.
  await changeNorms(room.world, { 'violation.automaticKinds': 'second-workstation page-left', 'proctoring.pageLeftViolationSeconds': '3', 'proctoring.repeatAfterSeconds': '1' })
}, 120_000)
afterEach(() => room.stopClock())
afterAll(() => room.end())

/** Refusals that belong to the agreement: a piece that was on its way when the page was drawn anew is numbered anew, and the exam room's sign of life may meet the end before the page knows of it. */
const EXPECTED = [/^409 .*\/chunks\/camera\//, /^422 .*\/answers$/]
const unexpected = () => room.broken.filter((each) => !EXPECTED.some((pattern) => pattern.test(each)))
const quiet = () => wav(silence(8))

// Three runs of one house: a shared clock, so they go one after another.
describe('an exam on line of somebody who sits and writes', () => {
  it('is recorded, signals nothing, and nothing follows from it', { timeout: 120_000 }, async () => {
    const { world, origin } = room
    const exam = await anOnlineExam(world)
    await exam.watched()
    room.runClock()
    const page = await room.sit(await room.computer({ video: await film({ cut: CUTS.womanA }), sound: quiet() }), exam.candidate)
    await page.goto(`${origin}/kk/exam/${exam.number}`)
    await page.locator('section[data-now] input').first().click()
    const stateNow = () => proctoring.readOwnState(world.as(exam.candidate), exam.number)
    while ((await stateNow()).tracks['camera']!.next < 3) await page.waitForTimeout(500)
    await shot(page, 'whole')
    const view = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    expect(view.violations).toEqual([])
    // A machine that carries other tests at once may call itself weak; that is no word on the candidate.
    expect(view.signals.map((signal) => signal.kind).filter((kind) => kind !== 'weak-computer')).toEqual([])
    expect([room.foreign, room.broken]).toEqual([[], []])
    expect((await stateNow()).state).toBe('running')
    await page.context().browser()!.close()
  })
})

describe('an exam on line with somebody else before the camera', () => {
  it('leads to an incident by the machine, and by the proctor to a warning that is read, seen, answered and acknowledged; the exam goes on', { timeout: 120_000 }, async () => {
    const { world, origin } = room
    const exam = await anOnlineExam(world)
    await exam.watched()
    room.runClock()
    const computer = await room.computer({ video: await film({ cut: CUTS.two }), sound: quiet() })
    const [candidate, proctor] = [await room.sit(computer, exam.candidate), await room.sit(computer, exam.proctor)]
    const { sitting } = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    await proctor.goto(`${origin}/kk/proctor/sittings/${sitting.id}`)
    await candidate.goto(`${origin}/kk/exam/${exam.number}`)

    // The table renews itself; the proctor looks at whom it puts first.
    await proctor.getByText('Бірнеше бет көрінді').first().waitFor()
    await shot(proctor, 'desk')
    while ((await proctoring.readOwnState(world.as(exam.candidate), exam.number)).tracks['camera']!.next < 3) await candidate.waitForTimeout(300)
    await proctor.getByRole('link', { name: 'Қарау' }).click()
    await proctor.getByRole('button', { name: 'Жазбаны ашу' }).click()
    await proctor.getByText('Ашылуы жазылды.').waitFor()
    expect(await sizeOfClip(proctor.getByLabel('Бірнеше бет көрінді, Осы бөлігі').first())).toEqual([640, 480])

    // They write to each other: both pages learn it by themselves, once, and no recording is cut for it.
    await proctor.getByLabel('Кандидатқа жазу').fill('Қасыңызда кім бар?')
    await proctor.getByRole('button', { name: 'Жіберу' }).click()
    await candidate.locator('[data-chat] li', { hasText: 'Қасыңызда кім бар?' }).waitFor()
    await candidate.getByLabel('Хабарлама').fill('Қазір шығады')
    await candidate.getByRole('button', { name: 'Жіберу' }).click()
    await proctor.locator('[data-chat] li', { hasText: 'Қазір шығады' }).waitFor()
    await shot(candidate, 'chat')
    for (const page of [candidate, proctor]) expect(await page.locator('[data-chat] li').count()).toBe(2)
    expect(await exam.sql('select count(*)::int as heads from proctoring_chunk where case_id = $1 and begins', [exam.caseId])).toEqual([{ heads: 1 }])
    const told = proctor.locator('form', { has: proctor.locator('input[name="do"][value="violation"]') })
    await told.locator('select[name="ground"]').selectOption('outside-help')
    await told.locator('select[name="flag"]').selectOption({ index: 1 })
    await told.locator('textarea[name="note"]').fill('Қасыңызда екінші адам отыр')
    await told.getByRole('button', { name: 'Ескерту жасау' }).click()
    await proctor.getByText('Ескерту жасалды.').waitFor()
    await shot(proctor, 'warned-proctor')

    // The candidate's page says it by itself: what, when, and its clip without leaving the exam.
    await candidate.getByRole('heading', { name: 'Сізге ескерту жасалды' }).waitFor()
    const warning = candidate.locator('.t-note', { hasText: 'Бөгде көмек. Қасыңызда екінші адам отыр' })
    expect(await warning.textContent()).toMatch(/Уақыты: 10:0\d/)
    expect(await warning.textContent()).toContain('Тағы бір бұзушылық болса, емтиханнан шеттетілесіз.')
    expect(await candidate.locator('#exam').count()).toBe(0)
    await candidate.getByRole('button', { name: 'Жазбаның осы бөлігін көру' }).click()
    expect(await sizeOfClip(candidate.getByLabel('Жазбаның осы бөлігін көру'))).toEqual([640, 480])
    await shot(candidate, 'warning')
    await candidate.getByRole('button', { name: 'Оқыдым, жалғастыру' }).click()
    await candidate.locator('section[data-now] input').first().waitFor()
    expect((await proctoring.readOwnState(world.as(exam.candidate), exam.number)).state).toBe('running')

    // He answers in writing, and the proctor reads it.
    await candidate.goto(`${origin}/kk/cases/${exam.number}/watch`)
    const own = candidate.locator('li', { hasText: 'Қасыңызда екінші адам отыр' })
    await own.getByText('Жауап жазу').click()
    await own.getByLabel('Жауабыңыз').fill('Бұл – қызым, есікті ашып қойған.')
    await own.getByRole('button', { name: 'Жіберу' }).click()
    await candidate.getByText('Кандидаттың жауабы: Бұл – қызым, есікті ашып қойған.').waitFor()
    await shot(candidate, 'own')
    await proctor.reload()
    await proctor.getByText('Кандидаттың жауабы: Бұл – қызым, есікті ашып қойған.').waitFor()
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).violations.map((each) => each.acknowledgedAt !== null)).toEqual([true])
    expect([room.foreign, unexpected()]).toEqual([[], []])
    await computer.close()
  })
})

describe('an exam on line that the closed list ends', () => {
  it('goes to a person who took no part; annulled with reasons, it is held again on a new lawful day, free of charge', { timeout: 120_000 }, async () => {
    const { world, origin } = room
    const exam = await anOnlineExam(world)
    await exam.watched()
    room.runClock()
    const scene = { video: await film({ cut: CUTS.womanB }), sound: quiet() }
    const computer = await room.computer(scene)
    const candidate = await room.sit(computer, exam.candidate)
    await candidate.goto(`${origin}/kk/exam/${exam.number}`)
    await candidate.getByText('Жіберіліп тұр').first().waitFor()

    // The same account on a second computer: one sentence there, a warning here.
    const second = await room.sit(computer, exam.candidate)
    await second.goto(`${origin}/kk/exam/${exam.number}`)
    await second.getByText('Емтихан басқа компьютерде ашық', { exact: true }).waitFor()
    await second.getByText('Бірінші компьютерге оралыңыз. Ол істен шықса, оны өшіріп, 45 секундтан кейін осы бетті жаңартыңыз: бұл бұзушылық емес.').waitFor()
    expect(await second.locator('#exam').isVisible()).toBe(false)
    await shot(second, 'second')
    await second.context().close()
    await candidate.getByRole('heading', { name: 'Сізге ескерту жасалды' }).waitFor()
    await candidate.getByText('Бір емтиханға екінші компьютерден кірілді / ').waitFor()
    await candidate.getByRole('button', { name: 'Оқыдым, жалғастыру' }).click()
    await candidate.getByText('Жіберіліп тұр').first().waitFor()

    // He leaves the page for longer than the norm: the exam ends by itself.
    await candidate.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
      setTimeout(() => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' })
        document.dispatchEvent(new Event('visibilitychange'))
      }, 5000)
    })
    await candidate.locator('[data-ended]').waitFor()
    await shot(candidate, 'ended')
    expect((await proctoring.readAttempt(world.as(exam.head), exam.number)).violations.map((each) => each.byNorm)).toEqual(['violation.automaticKinds:second-workstation', 'violation.automaticKinds:page-left'])

    // Everything that concerns him lies before him, with the clip; he answers.
    await candidate.goto(`${origin}/kk/cases/${exam.number}/watch`)
    await candidate.getByText('Тексеруді күтуде.').waitFor()
    await candidate.getByRole('button', { name: 'Өз жазбамды ашу' }).click()
    const end = candidate.locator('li', { hasText: 'Емтихан беті рұқсат етілген уақыттан ұзақ жабық немесе тасада болды' }).last()
    expect(await end.textContent()).toContain('Норманың жабық тізімі бойынша')
    expect(await sizeOfClip(end.locator('video'))).toEqual([640, 480])
    await end.getByText('Жауап жазу').click()
    await end.getByLabel('Жауабыңыз').fill('Жүйе жаңару терезесін өзі ашты.')
    await end.getByRole('button', { name: 'Жіберу' }).click()
    await candidate.getByText('Кандидаттың жауабы: Жүйе жаңару терезесін өзі ашты.').waitFor()

    // The reviewer finds it on his desk, sees the clip and the answer, and annuls with reasons.
    const reviewer = await room.sit(computer, exam.head)
    await reviewer.goto(`${origin}/kk/proctor`)
    await reviewer.locator('tr', { hasText: exam.number }).getByText('Тексеруді күтуде').waitFor()
    await reviewer.getByRole('link', { name: exam.number }).click()
    await reviewer.getByLabel('Аяқталуын тексеру').check()
    await reviewer.getByRole('button', { name: 'Жазбаны ашу' }).click()
    await reviewer.getByText('Кандидаттың жауабы: Жүйе жаңару терезесін өзі ашты.').waitFor()
    expect(await sizeOfClip(reviewer.locator('li', { hasText: 'Емтихан аяқталды' }).locator('video'))).toEqual([640, 480])
    await shot(reviewer, 'review')
    await reviewer.getByLabel('Аяқталудың күші жойылсын: тегін жаңа күн беріледі').check()
    await reviewer.getByLabel('Негіздемесі').fill('Жазбада жүйенің жаңару терезесі көрінеді, кандидат орнында отыр.')
    await reviewer.getByRole('button', { name: 'Қорытынды беру' }).click()
    await reviewer.getByText('Аяқталудың күші жойылды: ').first().waitFor()
    await candidate.reload()
    const verdict = candidate.locator('.t-note', { hasText: 'Аяқталудың күші жойылды: ' })
    expect(await verdict.textContent()).toContain('Жазбада жүйенің жаңару терезесі көрінеді, кандидат орнында отыр.')
    await shot(candidate, 'verdict')

    // The centre names a new day; the candidate sees it, and pays nothing.
    const on = '2026-04-16' as Day
    await world.db.run(
      `insert into sitting (id, centre_id, stage, profession_code, level, mode, proctor_id, place_kk, place_ru, on_day, starts_at, ends_at, seats, created_by, created_at)
       values ($1, $2, 'theory', $3, 4, 'online', $4, 'онлайн', 'онлайн', $5, $6, $7, 12, $8, $9)`,
      [newUuid(world.clock.now()), exam.centre.id, exam.professionCode, exam.proctor.accountId, on, momentAt(on, '10:00'), momentAt(on, '12:00'), exam.clerk.accountId, world.clock.now()])
    const clerk = await room.sit(computer, exam.clerk)
    await clerk.goto(`${origin}/kk/centre/cases/${exam.number}/notify`)
    await clerk.getByRole('button', { name: 'Хабарламаны жіберу' }).click()
    await clerk.waitForURL(`**/centre/cases/${exam.number}`)
    await candidate.goto(`${origin}/kk/cases/${exam.number}`)
    await candidate.getByText('2026 ж. 16 сәуір').first().waitFor()
    await shot(candidate, 'new-day')
    expect(await exam.sql('select price::int as price, stages from contract where case_id = $1 order by sent_at desc limit 1', [exam.caseId])).toEqual([{ price: 0, stages: ['theory'] }])
    expect(await candidate.locator('main').textContent()).toContain('Емтиханның аяқталуының күші жойылды: кезеңдер тегін қайта өткізіледі')
    expect([room.foreign, unexpected()]).toEqual([[], []])
  })
})
