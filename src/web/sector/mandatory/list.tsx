import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listOutcomes, listOwnMandatory, type OutcomeList } from '#modules/mandatory-outcomes/index.ts'
import type { Profession } from '#modules/professions/index.ts'
import { statusOn } from '#modules/recognition-documents/index.ts'
import { pageNumber } from '../../page-number.ts'
import { LocalizedName } from '../../public/localized-name.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSearch, FilterSelect } from '../../ui/filters.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { sectorText } from '../sector-text.ts'
import { StatusOfOutcome } from './parts.tsx'
import { askedOneOf } from '../../asked.ts'

const PAGE_SIZE = 25
const STATUSES = ['valid', 'expired', 'annulled'] as const

interface ListData {
  list: OutcomeList
  professions: Profession[]
  chosen: { number: string; profession: string; status: string }
  page: number
}

/** The documents that the body registered; searched by number alone, since no personal data stand in addresses. */
export const outcomesPage = page<ListData>({
  path: '/sector/mandatory', action: 'mandatory-outcome.read', desk: 'sector', access: ['sector-officer'],
  async load(ctx, { query }) {
    const professions = await listOwnMandatory(ctx)
    const chosen = {
      number: (query.get('number') ?? '').trim().slice(0, 60), profession: askedOneOf({ query }, 'profession', professions.map((each) => each.code)) ?? '',
      status: askedOneOf({ query }, 'status', STATUSES) ?? ('' as const),
    }
    const asked = pageNumber({ query })
    const read = (page: number) => listOutcomes(ctx, { number: chosen.number, professionCode: chosen.profession, status: chosen.status, page, pageSize: PAGE_SIZE })
    const first = await read(asked)
    const page = Math.min(asked, Math.max(1, Math.ceil(first.total / PAGE_SIZE)))
    return { list: page === asked ? first : await read(page), professions, chosen, page }
  },
  title: (_data, lang) => sectorText(lang).list.title,
  view: ({ data, lang }) => {
    const t = sectorText(lang).list
    const { list, chosen, page } = data
    const filtered = Object.values(chosen).some((each) => each !== '')
    const address = (to: number) => `/${lang}/sector/mandatory?${new URLSearchParams([...Object.entries(chosen).filter(([, value]) => value !== ''), ['page', String(to)]])}`
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        <ButtonRow>
          <Button href={`/${lang}/sector/mandatory/new`} icon="file-plus">{t.register}</Button>
          <Button kind="secondary" href={`/${lang}/sector/mandatory/import`} icon="upload">{t.fromFile}</Button>
        </ButtonRow>
        <Filters action={`/${lang}/sector/mandatory`} resetHref={filtered ? `/${lang}/sector/mandatory` : undefined} aside={fill(t.count, { count: formatNumber(list.total, lang) })}>
          <FilterSearch name="number" label={t.number} value={chosen.number} />
          <FilterSelect name="profession" label={t.profession} value={chosen.profession} options={[{ value: '', label: t.all }, ...data.professions.map((each) => ({ value: each.code, label: inLanguage(each.name, lang) }))]} />
          <FilterSelect name="status" label={t.status} value={chosen.status} options={[{ value: '', label: t.all }, ...STATUSES.map((each) => ({ value: each, label: t.statuses[each] }))]} />
        </Filters>
        <Table caption={t.title} captionHidden rowHeaders
          empty={filtered ? <Empty title={t.nothing} icon="search" /> : <Empty title={t.empty} icon="file-check">{t.emptyText}</Empty>}
          columns={[{ title: t.number }, { title: t.holder }, { title: t.profession }, { title: t.issued }, { title: t.until }, { title: t.status }]}
          rows={list.items.map((each) => ({
            key: each.outcomeId,
            cells: [
              <a class="t-num" href={`/${lang}/sector/mandatory/${each.outcomeId}`}>{each.number}</a>, personName(each, lang), <LocalizedName name={each.profession.name} lang={lang} />,
              formatDay(each.issuedOn, lang, 'numeric'), each.validUntil ? formatDay(each.validUntil, lang, 'numeric') : t.unlimited, <StatusOfOutcome status={statusOn(each, list.today)} lang={lang} />,
            ],
          }))} />
        <Pagination page={page} pages={Math.ceil(list.total / PAGE_SIZE)} hrefFor={address} />
      </div>
    )
  },
})
