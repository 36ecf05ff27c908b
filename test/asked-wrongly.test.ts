import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloads, pages } from '#web/pages.ts'
import { openDemonstration, type Demonstration } from './support/demonstration.ts'
import { HOLDERS } from './support/holders.ts'

let demonstration: Demonstration
beforeAll(async () => { demonstration = await openDemonstration() }, 120_000)
afterAll(() => demonstration.close())

const holderOf = ({ access }: Pick<(typeof pages)[number], 'access'>): string => (access === 'public' ? '' : access === 'signed-in' ? 'sholpan' : HOLDERS[access[0]!])
const ask = async (page: Pick<(typeof pages)[number], 'access'>, url: string) => (await demonstration.guest(holderOf(page))).ask(url)

describe('a filter in the address', () => {
  it('that a list offers is a wrong request with any other value, and the answer names it, on every list of every desk', async () => {
    const asked: string[] = []
    for (const page of pages.filter((each) => !each.path.includes(':') && each.path !== '/dev/gallery')) {
      const shown = await ask(page, `/kk${page.path === '/' ? '' : page.path}`)
      for (const [, form] of shown.body.matchAll(/<form class="t-fbar"[^>]*>([\s\S]*?)<\/form>/g)) {
        for (const [, name] of form!.matchAll(/<select\b[^>]*\bname="([^"]+)"/g)) {
          const [lang, value] = [(['kk', 'ru', 'en'] as const)[asked.length % 3]!, 'no-such']
          const answer = await ask(page, `/${lang}${page.path}?${name}=${value}`)
          expect([page.path, name, answer.statusCode]).toEqual([page.path, name, 400])
          // Statistics show what they can and say what they passed over; every other list says nothing but this.
          if (!page.path.startsWith('/statistics')) expect(answer.body, page.path).toContain({ kk: `«${name}» сүзгісінің «${value}»`, ru: `Значение «${value}» фильтра «${name}»`, en: `The value “${value}” of the filter “${name}”` }[lang])
          asked.push(`${page.path}?${name}`)
        }
      }
    }
    expect(asked).toEqual(expect.arrayContaining(['/professions?track', '/professions?region', '/centres?region', '/standards?kind', '/centre?step', '/auditor?kind']))
    expect(asked.length).toBeGreaterThan(30)
  }, 120_000)

  it.each([
    ['/calendar', 'year=1900'], ['/terms', 'year=1900'], ['/statistics/recognised', 'year=1900'], ['/ministry/calendar', 'year=1900'], ['/ministry/vouchers', 'year=1900'], ['/centre/sittings', 'week=soon'], ['/centre/calendar', 'week=2026-02-30'],
    ['/auditor', 'from=yesterday'], ['/professions/K-0001', 'region=zz'], ['/professions/K-0001/history', 'earlier=99'],
  ])('that is a day, a year or a version: %s?%s', async (path, query) => {
    const page = pages.find((each) => each.path === path || each.path === path.replace('K-0001', ':code'))!
    const answer = await ask(page, `/ru${path}?${query}`)
    expect([answer.statusCode, answer.body.includes(`фильтра «${query.split('=')[0]}»`)]).toEqual([400, true])
    expect(answer.body).toContain(`href="/ru${path}"`)
  })

  it('that names an entry, an account, a centre, a stage or an operation names one that there is', async () => {
    const [marking] = await demonstration.column("select c.number from case_file c join practice_run r on r.case_id = c.id join sitting s on s.id = r.sitting_id where s.mode = 'online' and r.end_kind is null limit 1")
    const asked: [key: string, url: string, filter: string, right: string][] = [
      ['auditor', '/auditor', 'before', ''], ['auditor', '/auditor', 'actor', ''], ['auditor', '/auditor/views', 'account', ''], ['', '/complaint', 'centre', '01'], ['', '/papers/application-form', 'centre', '01'],
      ['c01-assessor-1', `/examiner/marking/${marking}`, 'step', '1'], ['proctor-1', `/proctor/cases/${marking}`, 'stage', 'practice'], ['auditor', '/statistics/rows', 'after', ''],
    ]
    for (const [key, path, filter, right] of asked) {
      const guest = await demonstration.guest(key)
      for (const value of ['no-such', '99', '00000000-0000-7000-8000-000000000000']) {
        // Of an account whose acts are looked for it is lawful that there are none.
        if (value.length > 10 && (filter === 'actor' || filter === 'account')) continue
        const answer = await guest.ask(`/ru${path}?${filter}=${value}`)
        expect([path, filter, value, answer.statusCode, answer.body.includes(`фильтра «${filter}»`)]).toEqual([path, filter, value, 400, true])
      }
      expect([path, (await guest.ask(`/ru${path}?${filter}=${right}`)).statusCode]).toEqual([path, 200])
    }
  })

  it('that was typed comes back with the page, as a wrong request', async () => {
    for (const query of ['/centres?price=cheap', '/centres?by=soon', '/calendar?from=soon&add=1', '/calendar?from=2026-03-06&add=many', '/terms?from=soon', '/statistics?asOf=soon']) {
      const answer = await ask({ access: 'public' }, `/ru${query}`)
      expect([query, answer.statusCode, answer.body.includes('<h1')]).toEqual([query, 400, true])
    }
  })

  it('is wrong for the table of a list as for the list', async () => {
    for (const query of ['/professions/table.csv?track=foo', '/centres/table.json?region=zz', '/centres/table.csv?price=cheap', '/statistics/pictures/recognised.svg?region=nowhere']) {
      expect(downloads.some((each) => each.path === query.split('?')[0]), query).toBe(true)
      expect([query, (await ask({ access: 'public' }, `/en${query}`)).statusCode]).toEqual([query, 400])
    }
  })

  it('that is left empty is not asked', async () => {
    for (const query of ['/professions?q=&track=&field=&region=&page=', '/centres?profession=&region=&language=&price=&by=&sort=', '/standards?q=&kind=&body=', '/statistics/recognised?year=&region=']) expect([query, (await ask({ access: 'public' }, `/kk${query}`)).statusCode]).toEqual([query, 200])
  })
})

const PAGED = [
  '/professions', '/centres', '/standards', '/register/editions', '/accreditation', '/account/letters', '/demo/mailbox', '/centre', '/centre/appeals', '/centre/complaints', '/centre/documents', '/centre/money/refunds', '/centre/paper-letters',
  '/accreditor/cases', '/accreditor/monitoring', '/accreditor/signals', '/ministry/register', '/ministry/register-proposals', '/auditor/views', '/auditor/deletions', '/career-centre', '/employer', '/employer/documents', '/sector', '/sector/proposals',
  '/sector/mandatory', '/proctor',
]
describe('the page of a list', () => {
  it.each(PAGED)('%s is a number, and past the end it is the last', async (path) => {
    const page = pages.find((each) => each.path === path)!
    for (const wrong of ['abc', '0', '-1', '1.5']) {
      const answer = await ask(page, `/kk${path}?page=${wrong}`)
      expect([wrong, answer.statusCode, answer.body.includes('«page»')]).toEqual([wrong, 400, true])
    }
    const rows = (html: string) => html.split('<tr').length
    const [first, past] = [await ask(page, `/kk${path}`), await ask(page, `/kk${path}?page=999`)]
    expect(past.statusCode).toBe(200)
    // A list with anything on it shows something on its last page.
    if (rows(first.body) > 2) expect(rows(past.body)).toBeGreaterThan(1)
    const last = /aria-current="page"[^>]*>\s*(?:<[^>]*>)*\s*([0-9]+)/.exec(/<nav class="govuk-pagination[\s\S]*?<\/nav>/.exec(past.body)?.[0] ?? '')?.[1]
    if (last) expect(Number(last)).toBeLessThan(999)
  })
})
