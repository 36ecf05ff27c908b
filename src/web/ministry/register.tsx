import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { plural } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import { todayOf } from '#modules/register/index.ts'
import { Filters, FilterSearch } from '../ui/filters.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { inLanguage } from '#kernel/localized.ts'
import { readPage } from '../page-number.ts'
import { REGISTERS } from './registers-texts.ts'

const PAGE_SIZE = 50

interface RegisterData {
  q: string
  page: number
  found: professions.ProfessionPage
}

/** The register as the ministry keeps it: entries with their version and provenance. */
export const registerPage = page<RegisterData>({
  path: '/ministry/register', action: 'profession.read', desk: 'ministry', access: ['ministry', 'national-body'],
  async load(ctx, { query, lang }) {
    const q = (query.get('q') ?? '').trim().slice(0, 200)
    const { page, list: found } = await readPage({ query }, PAGE_SIZE, (each) => professions.searchProfessions(ctx.db, { q, page: each, pageSize: PAGE_SIZE, lang, on: todayOf(ctx) }), ({ total }) => total)
    return { q, page, found }
  },
  title: (_data, lang) => REGISTERS[lang].registerTitle,
  view: ({ data, lang }) => {
    const t = REGISTERS[lang]
    const address = (page: number) => `/${lang}/ministry/register?${new URLSearchParams({ ...(data.q ? { q: data.q } : {}), page: String(page) })}`
    return (
      <div class="t-stack">
        <h1>{t.registerTitle}</h1>
        <p>{t.registerLead}</p>
        <Filters action={`/${lang}/ministry/register`} resetHref={data.q ? `/${lang}/ministry/register` : undefined}><FilterSearch name="q" label={t.find} value={data.q} /></Filters>
        <Table caption={t.registerTitle} captionHidden rowHeaders empty={<p>{t.empty}</p>}
          columns={[{ title: t.code, noWrap: true }, { title: t.name }, { title: t.track }, { title: t.levels }, { title: t.version, numeric: true }, { title: t.from, noWrap: true }, { title: t.provenance }]}
          rows={data.found.items.map((each) => ({
            key: each.code,
            cells: [<a href={`/${lang}/ministry/register/${each.code}`}>{each.code}</a>, inLanguage(each.name, lang), t[each.track], each.levels.join(', ') || '—', each.versionNo, formatDay(each.validFrom, lang), t.provenances[each.provenance]],
          }))} />
        <Pagination page={data.page} pages={Math.ceil(data.found.total / PAGE_SIZE)} hrefFor={address} />
      </div>
    )
  },
})

/** Every version of one entry, the newest first. */
export const registerEntryPage = page<professions.Profession[]>({
  path: '/ministry/register/:code', action: 'profession.read', desk: 'ministry', access: ['ministry', 'national-body'],
  async load(ctx, { params }) {
    const { code } = await professions.getProfessionOrStruck(ctx.db, (params['code'] ?? '').slice(0, 40), todayOf(ctx))
    return professions.listVersionsOf(ctx.db, code)
  },
  title: (data, lang) => `${data[0]!.code} ${inLanguage(data[0]!.name, lang)}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/ministry/register`, text: REGISTERS[lang].registerTitle } }),
  view: ({ data, lang }) => {
    const t = REGISTERS[lang]
    return (
      <div class="t-stack">
        <h1>{data[0]!.code}. {inLanguage(data[0]!.name, lang)}</h1>
        <Table caption={t.versions} rowHeaders columns={[{ title: t.version, numeric: true }, { title: t.from, noWrap: true }, { title: t.until, noWrap: true }, { title: t.name }, { title: t.track }, { title: t.levels }, { title: t.validity }, { title: t.provenance }]}
          rows={data.map((each) => ({
            key: each.versionId,
            cells: [each.versionNo, formatDay(each.validFrom, lang), each.validUntil ? formatDay(each.validUntil, lang) : t.current, inLanguage(each.name, lang), t[each.track], each.levels.join(', ') || '—',
              each.validityMonths === null ? t.unlimited : plural(lang, t.months, each.validityMonths), t.provenances[each.provenance]],
          }))} />
        <p><a href={`/${lang}/professions/${data[0]!.code}`}>{t.publicPage}</a></p>
      </div>
    )
  },
})
