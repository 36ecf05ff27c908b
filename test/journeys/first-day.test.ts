import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { legalDay, moment } from '#kernel/day.ts'
import { arrives, beginWalk, goesOn, press, type Visitor, type Walk } from './walk.ts'

// People of the nineteenth century: right numbers of nobody who lives. The same for the number of the organisation, registered in the year to come.
const PEOPLE = {
  admin: { iin: '990517100002', day: 17, surname: 'Әкімшіев', givenName: 'Бірінші' },
  ministry: { iin: '990518100008', day: 18, surname: 'Министрова', givenName: 'Екінші' },
  head: { iin: '990519100003', day: 19, surname: 'Басшыев', givenName: 'Үшінші' },
  clerk: { iin: '990520100009', day: 20, surname: 'Операторова', givenName: 'Төртінші' },
  candidate: { iin: '990521100004', day: 21, surname: 'Кандидатов', givenName: 'Бесінші' },
} as const
type Key = keyof typeof PEOPLE
const BIN = '301240000001'
const PASSWORD = 'жаңа орталықтың бірінші күні 2026'
const ROOT = join(import.meta.dirname, '../..')
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f']
const email = (key: Key): string => `${key}@example.kz`

interface ProgrammeFile {
  title: Trio; topics: { code: string; name: Trio }[]; blueprint: { topic: string; count: number }[]; theoryMinutes: number
  items: { code: string; topic: string; kind: string; stem: Trio; options: { key: string; text: Trio }[]; correct: string[] }[]
  map: { title: Trio; task: Trio; minutes: number; steps: { operation: Trio; criterion: Trio }[] }; recommendations: Record<string, Trio>; methodology: Trio; briefing: Trio; needs: Trio
}
interface Trio { kk: string; ru: string }

let walk: Walk
const visitors = new Map<Key, Visitor>()
beforeAll(async () => {
  walk = await beginWalk({
    environment: { DEMO: '0' },
    before: (dataDir) => new Promise((resolve, reject) => {
      const { iin, day, surname, givenName } = PEOPLE.admin
      const made = spawn(process.execPath, ['src/entry/cli.ts', 'create-admin', '--email', email('admin'), '--iin', iin, '--surname', surname, '--given-name', givenName, '--birth', `1899-05-${day}`],
        { cwd: ROOT, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, DEMO: '0' }, stdio: ['pipe', 'ignore', 'inherit'] })
      made.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`create-admin ended with ${code}`))))
      made.stdin.end(`${PASSWORD}\n`)
    }),
  })
}, 180_000)
afterAll(() => walk.end())

async function fill(visitor: Visitor, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = visitor.page.locator(`main [name="${name}"]`).first()
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}
const trio = (name: string, text: Trio): Record<string, string> => ({ [`${name}-kk`]: text.kk, [`${name}-ru`]: text.ru })

async function signedIn(key: Key): Promise<Visitor> {
  const known = visitors.get(key)
  if (known) return known
  const visitor = await walk.visitor()
  await visitor.go('/kk/sign-in')
  await fill(visitor, { email: email(key), password: PASSWORD })
  await press(visitor, 'Кіру')
  expect(new URL(visitor.page.url()).pathname).not.toMatch(/sign-in/)
  visitors.set(key, visitor)
  return visitor
}
async function register(key: Key): Promise<void> {
  const visitor = await walk.visitor({ phone: true })
  const { iin, day, surname, givenName } = PEOPLE[key]
  await visitor.go('/kk/register')
  await fill(visitor, { surname, givenName, iin, 'birthOn-day': String(day), 'birthOn-month': '5', 'birthOn-year': '1899', phone: '+7 700 000 00 00', address: 'Ақтөбе', email: email(key), newPassword: PASSWORD })
  await press(visitor, 'Аккаунт ашу')
  await arrives(visitor, /register\/sent/)
  await visitor.leave()
}
/** The administrator finds the account and gives it a role at an organisation named so. */
async function give(key: Key, role: string, organisation: string): Promise<void> {
  const admin = await signedIn('admin')
  await admin.go('/kk/admin')
  await fill(admin, { email: email(key) })
  await press(admin, 'Табу')
  await goesOn(admin, admin.page.locator('main a[href*="/admin/accounts/"]').first())
  await fill(admin, { role })
  await admin.page.locator('main select[name="organisationId"]').selectOption({ label: organisation })
  await goesOn(admin, admin.page.locator('button[name="do"][value="grant"]'))
  expect(await admin.page.locator('.govuk-error-summary').count()).toBe(0)
}
async function bring(kind: string, csv: string): Promise<void> {
  const ministry = await signedIn('ministry')
  await ministry.go('/kk/ministry/import')
  await ministry.page.locator(`input[name="kind"][value="${kind}"]`).check()
  await ministry.page.locator('input[type="file"][name="file"]').setInputFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await ministry.page.locator('main form button').first().click()
  await arrives(ministry, /\/ministry\/import\/[0-9a-f-]{36}/)
  await ministry.assertKind()
  expect(await ministry.page.locator('main table tbody tr').allInnerTexts()).toEqual([])
  await press(ministry, /енгізу|қолдану/i)
  await expect.poll(async () => { await ministry.page.reload(); return ministry.page.locator('main').innerText() }, { timeout: 20_000 }).toMatch(/Енгізілді/)
}

describe('an instance without demonstration, from its first administrator to its first application', () => {
  it('has no demonstration page, and an honest empty register', async () => {
    const visitor = await walk.visitor()
    expect((await visitor.context.request.get(`${walk.instance.url}/kk/demo`)).status()).toBe(404)
    for (const path of ['/kk', '/kk/professions', '/kk/centres', '/ru/sign-in', '/kk/register']) {
      await visitor.go(path)
      await visitor.assertKind()
      expect(await visitor.page.locator('body').innerText()).not.toMatch(/үлгі\)|Көрсетілім:/)
    }
    await visitor.leave()
  }, 60_000)

  it('gets its ministry from the administrator, and its registers from the ministry', async () => {
    const admin = await signedIn('admin')
    await register('ministry')
    await admin.go('/kk/admin/organisations')
    await fill(admin, { kind: 'ministry', nameKk: 'Министрлік', nameRu: 'Министерство', nameEn: 'Ministry' })
    await press(admin, 'Енгізу')
    await give('ministry', 'ministry', 'Министрлік')
    await bring('professions', 'code,name_kk,name_ru,track,basis,basis_title_kk,basis_title_ru,levels,education_required,experience_required,validity_months\nP-0001,Дәнекерлеуші,Сварщик,voluntary,standard,Дәнекерлеу ісі,Сварочное дело,3;4,жоқ,0,60\n')
    await bring('centres', `serial,bin,name_kk,name_ru,name_en,region_kato,address_kk,address_ru,phone,email,hours_kk,hours_ru,certificate_number,valid_from,valid_until,scope\n41,${BIN},Бірінші орталық,Первый центр,First centre,150000000,"Ақтөбе, 1","Актобе, 1",+7 700 000 00 00,centre@example.kz,9:00-18:00,9:00-18:00,C-1,2026-01-01,2028-12-31,P-0001:4\n`)
    const visitor = await walk.visitor()
    await visitor.go('/kk/professions/P-0001')
    expect(await visitor.page.locator('main').innerText()).toMatch(/Бірінші орталық/)
    await visitor.leave()
  }, 120_000)

  it('gets the people of its centre from the administrator and from the head, its prices and its programme from the centre', async () => {
    for (const key of ['head', 'clerk', 'candidate'] as const) await register(key)
    await give('head', 'centre-head', 'Бірінші орталық')
    const head = await signedIn('head')
    await head.go('/kk/centre/people')
    await fill(head, { email: email('clerk'), role: 'centre-operator' })
    await press(head, /Беру|Рөл беру/)
    expect(await head.page.locator('.govuk-error-summary').allInnerTexts()).toEqual([])
    await head.go('/kk/centre/prices')
    const today = legalDay(moment(new Date().toISOString())).split('-').map(Number)
    await fill(head, { 'from-day': String(today[2]), 'from-month': String(today[1]), 'from-year': String(today[0]), 'amount-0': '45000', 'retakeTheory-0': '10000', 'retakePractice-0': '20000', 'retakeBoth-0': '25000' })
    await press(head, /Жариялау/)
    expect(await head.page.locator('.govuk-error-summary').allInnerTexts()).toEqual([])
    await writeProgramme()
  }, 180_000)

  it('registers its first application', async () => {
    const candidate = await signedIn('candidate')
    await candidate.go('/kk/apply/P-0001')
    await candidate.page.locator('button[name="do"][value="begin"]').click()
    for (const step of ['place', 'you', 'learning', 'papers', 'needs', 'language']) {
      await candidate.go(`/kk/apply/P-0001/${step}`)
      if (step === 'place') {
        if (await candidate.page.locator('input[name="level"][value="4"]').count()) await candidate.page.locator('input[name="level"][value="4"]').check()
        await candidate.page.locator('label', { hasText: 'Бірінші орталық' }).first().click()
      }
      if (step === 'you') await fill(candidate, { phone: '+7 700 123 45 67', address: 'Ақтөбе, 2' })
      if (step === 'learning') await candidate.page.locator('input[name="wayLearnt"][value="informal"]').check()
      if (step === 'language') await candidate.page.locator('input[name="examLanguage"][value="kk"]').check()
      await goesOn(candidate, candidate.page.locator(step === 'needs' ? 'button[value="skip"]' : 'button[name="do"][value="next"]').first())
    }
    await candidate.go('/kk/apply/P-0001/summary')
    await candidate.page.locator('input[name="consent"]').check()
    await candidate.page.locator('button[name="do"][value="next"]').click()
    await arrives(candidate, /\d{4}-41-000001-[A-Z]/)
    const number = /\d{4}-41-000001-[A-Z]/.exec(candidate.page.url())![0]

    const clerk = await signedIn('clerk')
    await clerk.go('/kk/centre')
    expect(await clerk.page.locator('main').innerText()).toContain(number)
    await clerk.go(`/kk/centre/cases/${number}/identity`)
    await clerk.assertKind()
    await fill(clerk, { iin: PEOPLE.candidate.iin })
    await clerk.page.locator('input[name="seen"]').check()
    await press(clerk, 'Жеке басын растау')
    await clerk.go(`/kk/centre/cases/${number}/check`)
    await goesOn(clerk, clerk.page.locator('button[value="all-right"]'))
    await clerk.page.locator('button[name="do"][value="send"]').click()
    await arrives(clerk, new RegExp(`/centre/cases/${number}$`))

    await candidate.go(`/kk/cases/${number}/contract`)
    await candidate.assertKind()
    await candidate.go(`/kk/cases/${number}`)
    expect(await candidate.page.locator('main').innerText()).toMatch(/Шарт/)
  }, 120_000)
})

/** In the plain editor: texts, topics, the items from a table, the map; the second person approves. */
async function writeProgramme(): Promise<void> {
  const content = JSON.parse(readFileSync(join(ROOT, 'demo/programmes/welder.json'), 'utf8')) as ProgrammeFile
  const clerk = await signedIn('clerk')
  await clerk.go('/kk/centre/programmes')
  await clerk.assertKind()
  await fill(clerk, { qualification: 'P-0001/4' })
  await clerk.page.locator('main form button').first().click()
  await arrives(clerk, /programmes\/[0-9a-f-]{36}$/)
  const programme = new URL(clerk.page.url()).pathname
  await clerk.go(`${programme}/texts`)
  await fill(clerk, { ...trio('title', content.title), theoryMinutes: String(content.theoryMinutes), ...trio('methodology', content.methodology), ...trio('briefing', content.briefing), ...trio('needs', content.needs) })
  await press(clerk, 'Сақтау')
  for (let done = 0; done < content.topics.length; done += 3) {
    await clerk.go(`${programme}/topics`)
    for (const [place, topic] of content.topics.slice(done, done + 3).entries()) {
      await fill(clerk, { [`code-${done + place}`]: topic.code, [`count-${done + place}`]: String(content.blueprint.find((line) => line.topic === topic.code)?.count ?? 0), ...trio(`name-${done + place}`, topic.name), ...trio(`advice-${done + place}`, content.recommendations[topic.code]!) })
    }
    await press(clerk, 'Сақтау')
  }
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const header = ['code', 'topic', 'kind', 'stem_kk', 'stem_ru', ...KEYS.flatMap((key) => [`${key}_kk`, `${key}_ru`]), 'correct']
  const rows = content.items.map((item) => [item.code, item.topic, item.kind, item.stem.kk, item.stem.ru, ...KEYS.flatMap((key) => { const text = item.options.find((option) => option.key === key)?.text; return [text?.kk ?? '', text?.ru ?? ''] }), item.correct.join(';')])
  await clerk.go(`${programme}/import`)
  await clerk.page.locator('input[type="file"][name="file"]').setInputFiles({ name: 'items.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...rows].map((row) => row.map(cell).join(',')).join('\n')) })
  await press(clerk, /Енгізу|Жүктеу/)
  expect(await clerk.page.locator('.govuk-error-summary').allInnerTexts()).toEqual([])
  await clerk.go(`${programme}/map`)
  await fill(clerk, { ...trio('title', content.map.title), ...trio('task', content.map.task), minutes: String(content.map.minutes) })
  await press(clerk, 'Сақтау')
  for (const step of content.map.steps.slice(0, 2)) {
    await clerk.go(`${programme}/map/new`)
    await fill(clerk, { ...trio('operation', step.operation), ...trio('criterion', step.criterion) })
    await press(clerk, 'Сақтау')
  }
  await clerk.go(programme)
  await clerk.assertKind()
  await goesOn(clerk, clerk.page.locator('button[name="do"][value="submit"]'))
  expect(await clerk.page.locator('.govuk-error-summary').allInnerTexts()).toEqual([])
  const head = await signedIn('head')
  await head.go(programme)
  await head.assertKind()
  await goesOn(head, head.page.locator('button[name="do"][value="approve"]'))
  expect(await head.page.locator('.govuk-error-summary').allInnerTexts()).toEqual([])
}
