import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as exams from '#modules/exams/index.ts'
import { assertKind } from '../support/axe.ts'
import { anExamCase, type ExamCase } from '../support/exam-case.ts'
import { PNG } from '../support/files.ts'
import { aProposalCast, type ProposalCast } from '../support/proposal.ts'
import type { TestWorld } from '../support/world.ts'
import { openDesk, push, says, type OpenDesk } from './open-desk.ts'

const PAPER = { name: 'hattama.png', mimeType: 'image/png', buffer: PNG }

let open: OpenDesk
let world: TestWorld
let url: string
let signedIn: OpenDesk['signedIn']
let visit: OpenDesk['visit']
let cast: ProposalCast
let running: ExamCase
let address = ''
beforeAll(async () => {
  open = await openDesk('2026-03-02 09:00')
  ;({ world, url, signedIn, visit } = open)
  cast = await aProposalCast(world)
  running = await anExamCase(world)
}, 120_000)
afterAll(() => open.end())

async function typeDay(page: Page, name: string, day: string): Promise<void> {
  const [year, month, date] = day.split('-')
  for (const [part, value] of [['day', date], ['month', month], ['year', year]]) await page.locator(`[name="${name}-${part}"]`).fill(value!)
}
async function recordAnswer(page: Page, number: string, day: string): Promise<void> {
  await page.locator('input[name="answer"][value="yes"]').check()
  await page.locator('[name="number"]').fill(number)
  await typeDay(page, 'on', day)
  await page.locator('[name="paper"]').setInputFiles(PAPER)
}

describe('a profession moves from voluntary to mandatory', () => {
  it('the officer of the sector body writes what the association proposes, is told what is missing, and files it', async () => {
    world.at('2026-03-02 10:00')
    const context = await signedIn(cast.officer)
    const list = await visit(context, '/kk/sector/proposals')
    await says(list, '1 қыркүйек күні жабылады')
    await says(list, 'Ұсыныс жоқ')
    await assertKind(list)
    const page = await visit(context, '/kk/sector/proposals/new')
    await push(page, 'Жобаны бастау')
    expect(await page.locator('.govuk-error-summary li').count()).toBe(1)
    await page.locator('input[value="move"]').check()
    await page.locator('[name="code"]').selectOption(running.professionCode)
    await assertKind(page)
    await push(page, 'Жобаны бастау')
    await says(page, 'Жазба қалай оқылуы керек')
    await push(page, 'Жолдау')
    expect(await page.locator('.govuk-error-summary li').count()).toBe(5)
    await assertKind(page)
    await page.locator('[name="association"]').fill('Дәнекерлеушілер қауымдастығы (үлгі)')
    await page.locator('[name="draftGrounds"]').fill('Жұмыс адамдардың қауіпсіздігіне қатысты.')
    await page.locator('[name="form"]').selectOption('attestation')
    await page.locator('[name="actKk"]').fill('Үлгі акт (заң емес)')
    await page.locator('[name="actRu"]').fill('Демонстрационный акт (не закон)')
    await push(page, 'Жобаны сақтау')
    await says(page, 'Жоба сақталды')
    await page.locator('[name="file"]').setInputFiles(PAPER)
    await push(page, 'Тіркеу')
    await says(page, 'Құжат тіркелді')
    await push(page, 'Жолдау')
    await says(page, 'Ұсыныс жолданды: U-2026-')
    await assertKind(page)
    address = page.url().split('/').at(-1)!
    await context.close()
  }, 90_000)

  it('records that the sectoral council agreed, by its protocol', async () => {
    world.at('2026-03-03 10:00')
    const context = await signedIn(cast.officer, 360)
    const page = await visit(context, `/ru/sector/proposals/${address}`)
    await push(page, 'Записать ответ')
    expect(await page.locator('.govuk-error-summary li').count()).toBe(1)
    await recordAnswer(page, '4', '2026-03-04')
    await push(page, 'Записать ответ')
    await says(page, 'Дата протокола ещё не наступила')
    await recordAnswer(page, '4', '2026-03-03')
    await push(page, 'Записать ответ')
    await says(page, 'Отраслевой совет согласовал')
    await assertKind(page)
    await context.close()
  }, 60_000)

  it('the National body records the recommendation of the National Council, and the ministry has its term', async () => {
    world.at('2026-03-04 10:00')
    const context = await signedIn(cast.nationalBody)
    const list = await visit(context, '/kk/ministry/register-proposals')
    await assertKind(list)
    await list.locator('table a').first().click()
    await recordAnswer(list, '12', '2026-03-04')
    await assertKind(list)
    await push(list, 'Жауапты тіркеу')
    await says(list, 'Ұлттық кеңес ұсынды')
    await says(list, '2026 ж. 19 наурыз')
    await says(list, 'Нұсқаны министрліктің маманы дайындайды')
    await context.close()
  }, 60_000)

  it('one person of the ministry prepares the version, another publishes the edition', async () => {
    world.at('2026-03-05 10:00')
    const one = await signedIn(cast.ministry)
    const first = await visit(one, `/kk/ministry/register-proposals/${address}`)
    await says(first, 'Ерікті тану түрінен міндетті түрге ауыстырылды')
    await says(first, 'Бұл кәсіп бойынша 1 іс жүріп жатыр')
    await typeDay(first, 'firstDay', '2026-03-06')
    await push(first, 'Дайындау')
    await says(first, 'Нұсқаны сіз дайындағансыз')
    await assertKind(first)
    expect(await first.locator('button', { hasText: 'Бекітіп' }).count()).toBe(0)
    await one.close()

    const two = await signedIn(cast.second)
    const second = await visit(two, '/ru/ministry/register-proposals?tab=proposed')
    await assertKind(second)
    await second.locator('input[name="proposals"]').check()
    await push(second, 'Опубликовать выбранные')
    await says(second, '1 профессия переведена в обязательные')
    await assertKind(second)
    await two.close()
  }, 60_000)

  it('until its first day the profession is voluntary, and its page says what is to come', async () => {
    const context = await signedIn(undefined, 360)
    const page = await visit(context, `/kk/professions/${running.professionCode}`)
    await says(page, '6 наурыз күнінен бастап тану міндетті болады')
    await says(page, 'Ерікті тану')
    await assertKind(page)
    const api = await page.request.get(`${url}/api/v1/professions/${running.professionCode}`)
    expect(((await api.json()) as { track: string }).track).toBe('voluntary')
    await context.close()
  }, 60_000)

  it('from that day the page says mandatory, and a new application is refused kindly', async () => {
    world.at('2026-03-06 00:01')
    const context = await signedIn(await world.aPerson())
    const page = await visit(context, `/ru/professions/${running.professionCode}`)
    await says(page, 'Обязательное признание')
    await says(page, 'Демонстрационный акт (не закон)')
    await assertKind(page)
    const apply = await visit(context, `/ru/apply/${running.professionCode}`)
    await says(apply, 'Это заявление подаётся не здесь')
    expect(await apply.locator('main form').count()).toBe(0)
    await assertKind(apply)
    const api = await page.request.get(`${url}/api/v1/professions/${running.professionCode}`)
    expect(((await api.json()) as { track: string }).track).toBe('mandatory')
    await context.close()
  }, 60_000)

  it('the history of the entry and the edition tell it, in words, as a table and for machines', async () => {
    const context = await signedIn(undefined)
    const history = await visit(context, `/kk/professions/${running.professionCode}/history`)
    await says(history, 'Ерікті тану түрінен міндетті түрге ауыстырылды')
    await assertKind(history)
    await history.locator('table a', { hasText: '1-редакция' }).click()
    await says(history, '1 кәсіп міндетті тануға ауыстырылды')
    await says(history, '1 іс жүріп жатыр')
    await assertKind(history)
    const english = await visit(context, '/en/register/editions')
    await says(english, '1 moved to mandatory')
    await assertKind(english)
    const json = (await (await english.request.get(`${url}/api/v1/register/editions/1`)).json()) as { counts: unknown; runningCases: number; changes: { code: string; inForceFrom: string }[] }
    expect(json).toMatchObject({ counts: [{ kind: 'moved-to-mandatory', count: 1 }], runningCases: 1, changes: [{ code: running.professionCode, inForceFrom: '2026-03-06' }] })
    const csv = await (await english.request.get(`${url}/en/register/editions/1/changes.csv`)).text()
    expect(csv.split('\r\n')[1]).toContain(`${running.professionCode},moved-to-mandatory,2026-03-06`)
    await context.close()
  }, 60_000)

  it('the case registered before goes on under its own version, and everybody concerned was written to', async () => {
    world.at('2026-03-06 10:00')
    const sittings = { theory: await running.sitting('theory', '2026-03-30'), practice: await running.sitting('practice', '2026-03-30', '13:00', '16:00') }
    await exams.sendNotification(world.as(running.clerk), { number: running.number, version: await running.version(), sittings })
    expect(await running.step()).toBe('notified')
    const kinds = async (actor: PersonActor) => (await world.db.many<{ kind: string }>("select kind from letter where account_id = $1 and kind like 'proposal-%' order by kind", [actor.accountId])).map((row) => row.kind)
    expect(await kinds(running.candidate)).toEqual(['proposal-candidate'])
    expect(await kinds(running.clerk)).toEqual(['proposal-centre'])
    expect(await kinds(cast.officer)).toEqual(['proposal-entered', 'proposal-recommended'])
    expect(await kinds(cast.second)).toEqual(['proposal-agreed', 'proposal-prepared', 'proposal-recommended'])
  }, 60_000)
})
