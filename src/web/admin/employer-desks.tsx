import { inLanguage } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { confirmDesk, DESK_REQUEST_STEPS, getDeskRequest, listDeskRequests, refuseDesk, type DeskRequestShown, type DeskRequestStep } from '#modules/employers/index.ts'
import { employerText } from '../employer/employer-text.ts'
import { readPage } from '../page-number.ts'
import { RefuseForm } from '../refuse-form.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Filters, FilterSelect } from '../ui/filters.tsx'
import { Button, CheckboxSingle, ErrorSummary, Form } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { askedOneOf } from '../asked.ts'

const PAGE_SIZE = 25
const ACCESS = ['administrator'] as const
const PATH = '/admin/employer-desks'

interface Desks {
  list: Awaited<ReturnType<typeof listDeskRequests>>
  step: DeskRequestStep
  page: number
}
/** Organisations that ask for an employer's desk: those under review in order of arrival. */
export const employerDesksPage = page<Desks>({
  path: PATH, action: 'desk-request.decide', desk: 'admin', access: ACCESS,
  async load(ctx, { query }) {
    const step = askedOneOf({ query }, 'step', DESK_REQUEST_STEPS) ?? 'review'
    return { ...(await readPage({ query }, PAGE_SIZE, (page) => listDeskRequests(ctx, { step, page, pageSize: PAGE_SIZE }), ({ total }) => total)), step }
  },
  title: (_data, lang) => employerText(lang).deskRequest.listTitle,
  view: ({ data: { list, step, page }, lang }) => {
    const t = employerText(lang).deskRequest
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{t.listTitle}</h1></div>
        <p class="t-quiet">{t.listLead}</p>
        <Filters action={`/${lang}${PATH}`} resetHref={step === 'review' ? undefined : `/${lang}${PATH}`} aside={fill(t.count, { count: formatNumber(list.total, lang) })}>
          <FilterSelect name="step" label={t.step} value={step} options={DESK_REQUEST_STEPS.map((each) => ({ value: each, label: t.steps[each] }))} />
        </Filters>
        <Table caption={t.listTitle} captionHidden rowHeaders empty={<Empty title={t.empty} icon="buildings">{t.emptyText}</Empty>}
          columns={[{ title: t.organisation }, { title: t.bin }, { title: t.person }, { title: t.day }]}
          rows={list.items.map((each) => ({
            key: each.id,
            cells: [<a href={`/${lang}${PATH}/${each.id}`}>{inLanguage({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }, lang)}</a>, <span class="t-num">{each.bin}</span>, each.by, formatDay(legalDay(each.filedAt), lang, 'numeric')],
          }))} />
        <Pagination page={page} pages={Math.ceil(list.total / PAGE_SIZE)} hrefFor={(to) => `/${lang}${PATH}?step=${step}&page=${to}`} />
      </div>
    )
  },
})

/** One request with its paper, and the decision. */
export const employerDeskPage = page<DeskRequestShown>({
  path: `${PATH}/:id`, action: 'desk-request.decide', desk: 'admin', access: ACCESS,
  load: (ctx, { params }) => getDeskRequest(ctx, params['id'] ?? ''),
  title: (request, lang) => inLanguage({ kk: request.nameKk, ru: request.nameRu, en: request.nameEn }, lang),
  layout: ({ lang }) => ({ back: { href: `/${lang}${PATH}`, text: employerText(lang).deskRequest.listTitle } }),
  async post(ctx, { params, form, lang }) {
    const t = employerText(lang).deskRequest
    const id = params['id'] ?? ''
    if (form.text('do') === 'confirm') {
      await confirmDesk(ctx, { id, compared: form.text('compared') === 'yes' })
      return { to: `/${lang}${PATH}/${id}`, flash: t.confirmed }
    }
    await refuseDesk(ctx, { id, reason: form.text('reason'), remedy: form.text('remedy') })
    return { to: `/${lang}${PATH}/${id}`, flash: t.refused }
  },
  view: ({ data: request, lang, form, csrf, requestKey }) => {
    const t = employerText(lang).deskRequest
    const { person, known } = request
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{inLanguage({ kk: request.nameKk, ru: request.nameRu, en: request.nameEn }, lang)}</h1>
        <p><Tag tone={request.step === 'review' ? 'sun' : request.step === 'confirmed' ? 'green' : request.step === 'refused' ? 'red' : 'plain'}>{t.steps[request.step]}</Tag></p>
        <Facts facts={[
          { term: t.bin, value: <span class="t-num">{request.bin}</span> }, { term: t.nameKk, value: request.nameKk }, { term: t.nameRu, value: request.nameRu }, { term: t.nameEn, value: request.nameEn },
          { term: t.person, value: person ? `${personName(person, lang, 'full')}, ${request.position}` : request.position }, ...(person ? [{ term: t.iin, value: `•••• •••• ${person.iinLastFour}, ${person.verified ? t.verified : t.claimed}` }] : []),
          { term: t.paper, value: <>{t.powersNames[request.powers]}: {request.powersNumber}, {formatDay(request.powersFrom, lang)}, {request.powersUntil ? fill(t.untilDay, { date: formatDay(request.powersUntil, lang) }) : t.noEnd}<br /><a href={`/${lang}/desk-papers/${request.id}`}>{request.fileName}</a></> },
          { term: t.day, value: formatDay(legalDay(request.filedAt), lang) },
          ...(request.step === 'refused' ? [{ term: t.reason, value: request.reason }, { term: t.remedy, value: request.remedy }] : []),
        ]} />
        {request.step === 'review' && (
          <>
            <NoticeBox tone={known ? 'sun' : undefined}>{known ? fill(t.known, { name: inLanguage(known.name, lang) }) : t.unknown}</NoticeBox>
            <h2>{t.confirmTitle}</h2>
            <Form csrf={csrf} requestKey={requestKey}>
              <CheckboxSingle form={form} name="compared" value="yes" label={t.compared} />
              <Button name="do" value="confirm" icon="check">{t.confirm}</Button>
            </Form>
            <RefuseForm form={form} csrf={csrf} requestKey={requestKey} words={t} />
          </>
        )}
      </div>
    )
  },
})
