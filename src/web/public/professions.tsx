import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Filters, FilterSearch, FilterSelect } from '../ui/filters.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { IconLinks } from '../ui/ticket.tsx'
import { LocalizedName } from './localized-name.tsx'
import { readPage } from '../page-number.ts'
import { PROFESSIONS } from './professions-texts.ts'
import { wholeNumber } from './words.ts'
import { askedOneOf } from '../asked.ts'

const PAGE_SIZE = 20
const FILTERS = ['q', 'track', 'field', 'region'] as const

interface ListData {
  chosen: Record<(typeof FILTERS)[number], string>
  page: number
  found: register.ProfessionList
  fields: professions.Field[]
  regions: professions.Region[]
}

/** The register of professions: search that forgives, filters in the address. */
export const professionsPage = page<ListData>({
  path: '/professions', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { query, lang }) {
    const [fields, regions] = [await professions.listFields(ctx.db), await professions.listRegions(ctx.db)]
    const known = (name: string, among: readonly string[]) => askedOneOf({ query }, name, among) ?? ''
    const chosen = {
      q: (query.get('q') ?? '').trim().slice(0, 200), track: known('track', professions.TRACKS),
      field: known('field', fields.map((each) => each.code)), region: known('region', regions.map((each) => each.kato)),
    }
    const list = (page: number) => register.listProfessions(ctx, {
      q: chosen.q || undefined, track: (chosen.track || undefined) as professions.Track | undefined, fieldCode: chosen.field || undefined,
      regionKato: chosen.region || undefined, page, pageSize: PAGE_SIZE, lang,
    })
    const { list: found, page } = await readPage({ query }, PAGE_SIZE, list, ({ total }) => total)
    return { chosen, page, found, fields, regions }
  },
  title: (_data, lang) => PROFESSIONS[lang].title,
  layout: ({ lang }) => ({ crumbs: [{ text: PROFESSIONS[lang].home, href: `/${lang}` }, { text: PROFESSIONS[lang].title }], description: PROFESSIONS[lang].lead }),
  view: ({ data, lang }) => {
    const t = PROFESSIONS[lang]
    const { chosen, found, page: current } = data
    const nameOf = (each: { nameKk: string; nameRu: string; nameEn: string }) => ({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }[lang])
    const address = (changes: Partial<Record<string, string>>) => {
      const values = { ...chosen, ...changes }
      const kept = new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])))
      return `/${lang}/professions${kept.size > 0 ? `?${kept}` : ''}`
    }
    const words: Record<string, string> = {
      q: `«${chosen.q}»`, track: chosen.track === 'mandatory' ? t.mandatory : t.voluntary,
      field: nameOfCode(data.fields, chosen.field, nameOf), region: nameOf(data.regions.find((each) => each.kato === chosen.region) ?? { nameKk: '', nameRu: '', nameEn: '' }),
    }
    const active = FILTERS.filter((name) => chosen[name]).map((name) => ({ label: words[name]!, dropHref: address({ [name]: '' }) }))
    const pages = Math.ceil(found.total / PAGE_SIZE)
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead} {t.findHint}</p>
        <Filters action={`/${lang}/professions`} active={active} resetHref={active.length > 0 ? `/${lang}/professions` : undefined} aside={fill(t.count, { count: wholeNumber(found.total, lang) })}>
          <FilterSearch name="q" label={t.find} value={chosen.q} />
          <FilterSelect name="track" label={t.track} value={chosen.track} options={[{ value: '', label: t.allTracks }, { value: 'voluntary', label: t.voluntary }, { value: 'mandatory', label: t.mandatory }]} />
          <FilterSelect name="field" label={t.field} value={chosen.field} options={[{ value: '', label: t.allFields }, ...data.fields.map((each) => ({ value: each.code, label: nameOf(each) }))]} />
          <FilterSelect name="region" label={t.region} value={chosen.region} options={[{ value: '', label: t.allRegions }, ...data.regions.map((each) => ({ value: each.kato, label: nameOf(each) }))]} />
        </Filters>
        {found.total === 0
          ? <Empty title={t.emptyTitle} icon="search" action={<Button kind="secondary" href={`/${lang}/professions`}>{t.reset}</Button>}>{t.emptyText}</Empty>
          : (
            <>
              {found.onlyAlike && <p role="status">{t.alike}</p>}
              <Table caption={t.table} captionHidden rowHeaders columns={[{ title: t.name }, { title: t.how }, { title: t.levels }, { title: t.centres, numeric: true }]}
                rows={found.items.map(({ profession, centres }) => ({
                  key: profession.code,
                  cells: [
                    <a href={`/${lang}/professions/${profession.code}`}><LocalizedName name={profession.name} lang={lang} /></a>,
                    profession.track === 'voluntary' ? <Tag tone="green">{t.voluntary}</Tag> : <Tag icon="landmark">{t.mandatory}</Tag>,
                    profession.levels.join(', ') || '—',
                    profession.track === 'mandatory' ? t.notByCentre : centres === 0 ? t.noCentres : wholeNumber(centres, lang),
                  ],
                }))} />
              <Pagination page={current} pages={pages} hrefFor={(page) => address({ page: String(page) })}
                rows={{ from: (current - 1) * PAGE_SIZE + 1, to: Math.min(current * PAGE_SIZE, found.total), total: wholeNumber(found.total, lang) }} />
              <IconLinks links={(['csv', 'json'] as const).map((type) => ({ href: address({}).replace('/professions', `/professions/table.${type}`), text: t[type], icon: 'download' }))} />
            </>
          )}
      </div>
    )
  },
})

function nameOfCode(fields: readonly professions.Field[], code: string, nameOf: (each: professions.Field) => string): string {
  const found = fields.find((each) => each.code === code)
  return found ? nameOf(found) : ''
}
