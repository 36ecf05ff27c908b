import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readVoucherInbox, REQUEST_STEPS, type RequestStep, type VoucherInbox } from '#modules/vouchers/index.ts'
import { readPage } from '../page-number.ts'
import { Empty } from '../ui/empty.tsx'
import { Filters, FilterSelect } from '../ui/filters.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { StateTag, StepTag } from '../vouchers/parts.tsx'
import { voucherText } from '../vouchers/voucher-text.ts'
import { askedOneOf } from '../asked.ts'

const PAGE_SIZE = 25

/** Requests of the region: those under review first come first, each with its last day. */
export const voucherInboxPage = page<{ inbox: VoucherInbox; step: RequestStep; page: number }>({
  path: '/career-centre', action: 'voucher-desk.open', desk: 'career-centre', access: ['career-centre-specialist'],
  async load(ctx, { query }) {
    const step = askedOneOf({ query }, 'step', REQUEST_STEPS) ?? 'review'
    const { list: inbox, page } = await readPage({ query }, PAGE_SIZE, (each) => readVoucherInbox(ctx, { step, page: each, pageSize: PAGE_SIZE }), ({ total }) => total)
    return { inbox, step, page }
  },
  title: (_data, lang) => voucherText(lang).desk.title,
  view: ({ data: { inbox, step, page }, lang }) => {
    const text = voucherText(lang)
    const { desk: t } = text
    if (inbox.regions.length === 0) return <div class="t-stack"><h1>{t.title}</h1><Empty title={t.noRegion} icon="landmark" /></div>
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{t.title}: {inbox.regions.map((region) => ({ kk: region.nameKk, ru: region.nameRu, en: region.nameEn })[lang]).join(', ')}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        <Filters action={`/${lang}/career-centre`} resetHref={step === 'review' ? undefined : `/${lang}/career-centre`} aside={fill(t.count, { count: formatNumber(inbox.total, lang) })}>
          <FilterSelect name="step" label={t.step} value={step} options={REQUEST_STEPS.map((each) => ({ value: each, label: text.steps[each] }))} />
        </Filters>
        <Table caption={t.title} captionHidden rowHeaders empty={<Empty title={t.empty} icon="inbox">{t.emptyText}</Empty>}
          columns={[{ title: t.person }, { title: t.qualification }, { title: step === 'review' ? t.due : t.decided }, { title: step === 'review' ? t.place : t.voucher }]}
          rows={inbox.items.map((each) => ({
            key: each.id,
            cells: [
              <a href={`/${lang}/career-centre/requests/${each.id}`}>{personName(each.person, lang, 'full')}</a>, `${inLanguage(each.profession, lang)}, ${fill(text.level, { level: each.level })}`,
              step === 'review' ? <>{formatDay(each.dueOn, lang, 'numeric')}{each.dueOn < inbox.today && <> <Tag tone="red">{t.late}</Tag></>}</> : <StepTag step={each.step} lang={lang} />,
              step === 'review' ? <Tag tone={each.reserved ? 'green' : 'sun'}>{each.reserved ? t.reserved : t.waiting}</Tag> : each.voucher ? <StateTag state={each.voucher.state} lang={lang} /> : '—',
            ],
          }))} />
        <Pagination page={page} pages={Math.ceil(inbox.total / PAGE_SIZE)} hrefFor={(to) => `/${lang}/career-centre?step=${step}&page=${to}`} />
      </div>
    )
  },
})
