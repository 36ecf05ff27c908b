import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber, personName } from '#platform/i18n/format.ts'
import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { listReferrals, REFERRAL_STATES, type ReferralPage, type ReferralShown, type ReferralState } from '#modules/employers/index.ts'
import { caseText } from '../case/case-text.ts'
import { readPage } from '../page-number.ts'
import { LocalizedName } from '../public/localized-name.tsx'
import { Button, ButtonRow } from '../ui/form.tsx'
import { Empty } from '../ui/empty.tsx'
import { Filters, FilterSelect } from '../ui/filters.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { employerText } from './employer-text.ts'
import { askedOneOf } from '../asked.ts'

const PAGE_SIZE = 25
const TONES: Readonly<Record<ReferralState, 'green' | 'plain' | 'sun' | 'red'>> = { sent: 'sun', expired: 'plain', taken: 'green', declined: 'red', withdrawn: 'plain' }

interface ListData {
  list: ReferralPage
  state: string
  page: number
}

export function StateOfReferral({ state, lang }: { readonly state: ReferralState; readonly lang: Language }) {
  return <Tag tone={TONES[state]}>{employerText(lang).list.states[state]}</Tag>
}

/** The step of a case in words, as anybody reads it. */
export function roadWords(item: ReferralShown, lang: Language): string {
  const t = employerText(lang).list
  if (item.state !== 'taken') return t.notTaken
  if (!item.road) return t.noConsent
  const step = caseText(lang).steps[item.road.step as keyof ReturnType<typeof caseText>['steps']] ?? ''
  return item.road.dueOn && !item.road.closed ? `${step}; ${fill(t.due, { date: formatDay(item.road.dueOn as Day, lang, 'numeric') })}` : step
}

/** The employer's referrals: how each stands, and of the road what the worker lets it see. */
export const referralsPage = page<ListData>({
  path: '/employer', action: 'referral.read', desk: 'employer', access: ['employer-representative'],
  async load(ctx, { query }) {
    const state = askedOneOf({ query }, 'state', REFERRAL_STATES)
    return { ...(await readPage({ query }, PAGE_SIZE, (page) => listReferrals(ctx, { state, page, pageSize: PAGE_SIZE }), ({ total }) => total)), state: state ?? '' }
  },
  title: (_data, lang) => employerText(lang).list.title,
  view: ({ data, lang }) => {
    const t = employerText(lang).list
    const { list, state, page } = data
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        <ButtonRow>
          <Button href={`/${lang}/employer/refer`} icon="file-plus">{t.refer}</Button>
          <Button kind="secondary" href={`/${lang}/employer/import`} icon="upload">{t.fromFile}</Button>
          {(list.total > 0 || state) && <Button kind="secondary" href={`/${lang}/employer/codes.csv`} icon="download">{t.codes} (CSV)</Button>}
          {(list.total > 0 || state) && <Button kind="secondary" href={`/${lang}/employer/codes.xlsx`} icon="download">{t.codes} (XLSX)</Button>}
        </ButtonRow>
        <Filters action={`/${lang}/employer`} resetHref={state ? `/${lang}/employer` : undefined} aside={fill(t.count, { count: formatNumber(list.total, lang) })}>
          <FilterSelect name="state" label={t.state} value={state} options={[{ value: '', label: t.all }, ...REFERRAL_STATES.map((each) => ({ value: each, label: t.states[each] }))]} />
        </Filters>
        <Table caption={t.title} captionHidden rowHeaders
          empty={state ? <Empty title={t.nothing} icon="search" /> : <Empty title={t.empty} icon="send">{t.emptyText}</Empty>}
          columns={[{ title: t.worker }, { title: t.qualification }, { title: t.sent }, { title: t.state }, { title: t.road }]}
          rows={list.items.map((item) => ({
            key: item.id,
            cells: [
              <a href={`/${lang}/employer/referrals/${item.id}`}>{personName(item, lang, 'full')}</a>,
              <><LocalizedName name={item.profession.name} lang={lang} />, <span class="t-nowrap">{fill(t.level, { level: item.level })}</span>{item.pays && <><br /><span class="t-quiet">{t.pays}</span></>}</>,
              formatDay(legalDay(item.sentAt as Moment), lang, 'numeric'), <StateOfReferral state={item.state} lang={lang} />, roadWords(item, lang),
            ],
          }))} />
        <Pagination page={page} pages={Math.ceil(list.total / PAGE_SIZE)} hrefFor={(to) => `/${lang}/employer?${new URLSearchParams([...(state ? [['state', state]] : []), ['page', String(to)]])}`} />
      </div>
    )
  },
})
