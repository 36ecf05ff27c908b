import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as proctoring from '#modules/proctoring/index.ts'
import { CUTS, film } from '../bench/proctoring/pictures.ts'
import { silence, wav } from '../bench/proctoring/sound.ts'
import { assertKind } from './support/axe.ts'
import { anOnlineExam } from './support/online-exam.ts'
import { changeNorms, openOnlineRoom, shot, shotInBoth, sizeOfClip, type OnlineRoom } from './support/online-room.ts'

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
const QUESTIONS = 10
const quiet = () => wav(silence(8))

// Three runs of one house: a shared clock, so they go one after another.
describe('an exam on line of somebody who sits and writes', () => {
  it('goes from the consent over pictures, practice question and admission to the last answer and the handing in; it signals nothing, and nothing follows from it', { timeout: 240_000 }, async () => {
    const { world, origin } = room
    const exam = await anOnlineExam(world)
    await exam.called()
    world.at('2026-03-26 09:50')
    room.runClock()
    const computer = await room.computer({ video: await film({ cut: CUTS.womanA }), sound: quiet() })
    const page = await room.sit(computer, exam.candidate)
    const stateNow = () => proctoring.readOwnState(world.as(exam.candidate), exam.number)

    // The door of the exam leads to its preparation: the computer is tried, and he consents.
    await page.goto(`${origin}/kk/exam/${exam.number}`)
    await page.getByRole('link', { name: 'Дайындыққа өту' }).click()
    await page.getByRole('button', { name: 'Тексеруді бастау' }).click()
    await page.locator('[data-line="camera"][data-tone="good"]').waitFor()
    await page.locator('[name=recording]').check()
    await page.locator('[name=rules]').check()
    await page.getByRole('button', { name: 'Келісемін, жалғастыру' }).click()

    // Face and document, then the room, each seen by himself before it goes.
    for (const kinds of [['face', 'document'], ['room-1', 'room-2', 'room-3', 'room-4']]) {
      await page.locator(`[data-shot="${kinds[0]}"]`).waitFor({ state: 'attached' })
      await page.getByRole('button', { name: 'Камераны қосу' }).click()
      for (const kind of kinds) {
        const wanted = page.locator(`[data-shot="${kind}"]`)
        await wanted.locator('[data-take]').click()
        await wanted.locator('[data-send]').click()
        await page.locator(`[data-shot="${kind}"][data-sent]`).waitFor()
      }
      await page.getByRole('link', { name: 'Жалғастыру' }).click()
    }
    await page.getByRole('heading', { name: 'Проктор тексеріп жатыр' }).waitFor()

    // The practice question: a choice shows at once how it is saved, and may be changed; nothing of it is kept.
    await shotInBoth(page, 'trial-offer')
    await page.getByRole('link', { name: 'Сынама сұрақты ашу' }).click()
    const saved = page.getByText('Жауабыңыз осылай сақталады')
    await page.locator('#trial[data-live]').waitFor()
    expect([await saved.isVisible(), await page.getByRole('button', { name: 'Сақтау' }).isVisible()]).toEqual([false, false])
    await shotInBoth(page, 'trial', '#trial[data-live]')
    await page.getByLabel('7', { exact: true }).check()
    await saved.waitFor()
    await page.getByLabel('12', { exact: true }).check()
    await page.getByText('Бұл жауап ештеңеге есептелмейді және еш жерде сақталмайды.').waitFor()
    expect(new URL(page.url()).search).toBe('')
    await assertKind(page)
    await page.goto(`${page.url()}?answer=12`)
    await shotInBoth(page, 'trial-saved', '#trial[data-live]')
    await page.getByRole('link', { name: 'Дайындыққа оралу' }).click()
    await page.getByRole('heading', { name: 'Проктор тексеріп жатыр' }).waitFor()

    // The proctor compares, looks at the room, and lets him in; his page learns it by itself.
    const proctor = await room.sit(computer, exam.proctor)
    await proctor.goto(`${origin}/kk/proctor/cases/${exam.number}`)
    // Beside the photograph that was given before.
    expect(await proctor.locator('.t-shots img').count()).toBe(7)
    const admission = proctor.locator('form', { has: proctor.locator('input[name="do"][value="admit"]') })
    await admission.getByLabel('Бетті құжатпен және фотосуретпен салыстырдым: сол адам').check()
    await admission.getByLabel('Бөлмеде басқа адам мен тыйым салынған зат көрінбейді').check()
    await admission.getByRole('button', { name: 'Жіберу' }).click()
    await proctor.getByText('Кандидат емтиханға жіберілді.').waitFor()
    await page.getByRole('heading', { name: 'Сіз жіберілдіңіз' }).waitFor()
    await page.getByRole('link', { name: 'Емтиханға өту' }).click()
    await page.getByRole('heading', { name: 'Бастауға дайынсыз ба?' }).waitFor()
    await shotInBoth(page, 'trial-ready')

    // At ten he begins, answers every question and hands in.
    world.at('2026-03-26 10:00')
    room.runClock()
    await page.getByRole('button', { name: 'Бастау' }).click()
    for (let no = 1; no <= QUESTIONS; no++) {
      const question = page.locator(`#q-${no}[data-now]`)
      await question.waitFor()
      const chosen = (await question.locator('input').first().getAttribute('type')) === 'radio' ? ['b'] : ['a', 'c']
      for (const value of chosen) await question.locator(`input[value="${value}"]`).check()
      if (no < QUESTIONS) await question.getByRole('link', { name: 'Келесі' }).click()
    }
    await expect.poll(() => page.locator('[data-save-state]').getAttribute('data-save-state'), { timeout: 20_000 }).toBe('saved')
    while ((await stateNow()).tracks['camera']!.next < 3) await page.waitForTimeout(500)
    await shot(page, 'whole')
    expect((await stateNow()).state).toBe('running')
    await page.locator(`#q-${QUESTIONS}`).getByRole('link', { name: 'Емтиханды аяқтау…' }).click()
    await page.getByText('Барлық сұраққа жауап берілді.').waitFor()
    await page.getByRole('button', { name: 'Аяқтап, тапсыру' }).click()
    await page.getByText(`${QUESTIONS} сұрақтың ${QUESTIONS} сұрағына дұрыс жауап берілді`).waitFor()
    await shot(page, 'whole-ended')

    const view = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    expect([(await stateNow()).state, view.violations, view.flags]).toEqual(['ended', [], []])
    // A machine that carries other tests at once may call itself weak; that is no word on the candidate.
    expect(view.signals.map((signal) => signal.kind).filter((kind) => kind !== 'weak-computer')).toEqual([])
    await page.goto(`${origin}/kk/cases/${exam.number}/watch`)
    await page.getByText('Белгі жоқ.').waitFor()
    expect(await exam.step()).toBe('held')
    expect([room.foreign, unexpected()]).toEqual([[], []])
    await computer.close()
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
    await shotInBoth(candidate, 'own')
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
    await shotInBoth(reviewer, 'review')
    await reviewer.getByLabel('Аяқталудың күші жойылсын: тегін жаңа күн беріледі').check()
    await reviewer.getByLabel('Негіздемесі').fill('Жазбада жүйенің жаңару терезесі көрінеді, кандидат орнында отыр.')
    await reviewer.getByRole('button', { name: 'Қорытынды беру' }).click()
    await reviewer.getByText('Аяқталудың күші жойылды: ').first().waitFor()
    await candidate.reload()
    const verdict = candidate.locator('.t-note', { hasText: 'Аяқталудың күші жойылды: ' })
    expect(await verdict.textContent()).toContain('Жазбада жүйенің жаңару терезесі көрінеді, кандидат орнында отыр.')
    await shotInBoth(candidate, 'verdict')

    // The centre names a new day; the candidate sees it, and pays nothing.
    const clerk = await room.sit(computer, exam.clerk)
    await clerk.goto(`${origin}/kk/centre/sittings/new`)
    await clerk.locator('input[name="stage"][value="theory"]').check()
    await clerk.locator('input[name="mode"][value="online"]').check()
    await clerk.locator('select[name="qualification"]').selectOption(`${exam.professionCode}/4`)
    for (const [field, typed] of Object.entries({ 'day-day': '16', 'day-month': '4', 'day-year': '2026', start: '10:00', end: '12:00', seats: '12' })) await clerk.locator(`input[name="${field}"]`).fill(typed)
    await clerk.locator('select[name="proctor"]').selectOption(exam.proctor.accountId)
    await clerk.getByRole('button', { name: 'Кестеге қою' }).click()
    await clerk.waitForURL('**/centre/sittings?week=2026-04-16')
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
