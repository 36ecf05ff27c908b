import { inLanguage } from '#kernel/localized.ts'
import { page, type Page } from '#platform/http/page.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { CHECK_KINDS, listMatters, planCheck, type MatterList, type MatterRow } from '#modules/monitoring/index.ts'
import { messages } from '#modules/monitoring/messages/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { dayField } from '../../centre/settings/desk-facts.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSelect } from '../../ui/filters.tsx'
import { Button, CheckboxSingle, DateFields, ErrorSummary, Form, Radios, SelectField, TextArea } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { monitoringText } from './monitoring-text.ts'
import { DueDay, FIELDS, type Watcher } from './parts.tsx'
import { askedOneOf } from '../../asked.ts'

const pathOf = (base: string, row: MatterRow): string => (row.kind === 'order' ? `${base}/orders/${row.id}` : row.checkId ? `${base}/checks/${row.checkId}` : `${base}/centres/${row.centreId}`)

const MOVERS = ['accreditor', 'centre'] as const

/** What waits at all centres, by whose move it is and when it is due; below it the centres themselves. */
export function mattersFor({ desk, access, base }: Watcher): Page<never> {
  return page<{ list: MatterList; shown: Paged<MatterRow>; watched: Paged<MatterList['centres'][number]>; mover: string; centre: string }>({
    path: base, action: 'monitoring.list', desk, access,
    async load(ctx, { query }) {
      const mover = askedOneOf({ query }, 'mover', MOVERS) ?? ''
      const list = await listMatters(ctx, { mover, centreId: (query.get('centre') ?? '').trim() })
      const centre = askedOneOf({ query }, 'centre', list.centres.map((each) => each.id)) ?? ''
      return { list, shown: paged(list.matters, { query }), watched: paged(list.centres, { query }, { name: 'centres', size: 20 }), mover, centre }
    },
    title: (_data, lang) => monitoringText(lang).title,
    view: ({ lang, data: { list, shown, watched, mover, centre } }) => {
      const text = monitoringText(lang)
      const words = messages[lang]
      const any = { value: '', label: text.any }
      return (
        <>
          <div class="t-inhead"><h1>{text.title}</h1>{list.mayWrite && <Button kind="secondary" href={`/${lang}${base}/plan`} icon="calendar-plus">{text.plan}</Button>}</div>
          <p class="t-quiet">{text.lead}</p>
          <Filters action={`/${lang}${base}`} {...(mover || centre ? { resetHref: `/${lang}${base}` } : {})}>
            <FilterSelect name="mover" label={text.move} value={mover} options={[any, ...MOVERS.map((value) => ({ value, label: words.movers[value] }))]} />
            <FilterSelect name="centre" label={text.centre} value={centre} options={[any, ...list.centres.map((each) => ({ value: each.id, label: inLanguage(each.name, lang) }))]} />
          </Filters>
          <div class="t-stack">
          <Table inbox caption={text.title} captionHidden columns={[text.what, text.centre, text.text, text.move, text.due].map((title) => ({ title }))} empty={<Empty title={text.empty} icon="list-checks">{text.emptyText}</Empty>}
            rows={shown.rows.map((row) => ({
              key: `${row.kind}-${row.id}`, tone: row.lateness?.state === 'overdue' ? 'late' : row.lateness?.state === 'today' ? 'today' : undefined,
              cells: [<a href={`/${lang}${pathOf(base, row)}`}>{fill(words.matterKinds[row.kind], { no: row.no })}</a>, inLanguage(row.centre, lang), row.text, words.movers[row.mover], <DueDay on={row.dueOn} late={row.lateness} lang={lang} />],
            }))} />
          <Pages of={shown} lang={lang} path={base} kept={{ mover, centre, centres: watched.page > 1 ? String(watched.page) : '' }} label={text.title} />
          <Box title={text.centres} aside={`${text.frequency}: ${list.frequencyMonths === undefined ? text.frequencyNotSet : fill(text.frequencyMonths, { n: list.frequencyMonths })}`} id="centres" flush>
            <Table caption={text.centres} captionHidden columns={[text.centre, text.lastHeld, text.nextBy].map((title) => ({ title }))}
              rows={watched.rows.map((each) => ({ key: each.id, cells: [<a href={`/${lang}${base}/centres/${each.id}`}>{inLanguage(each.name, lang)}</a>, each.lastHeldOn ? formatDay(each.lastHeldOn, lang, 'short') : <span class="t-quiet">{text.never}</span>, each.nextBy ? formatDay(each.nextBy, lang, 'short') : <span class="t-quiet">—</span>] }))} />
            <Pages of={watched} lang={lang} path={base} kept={{ mover, centre, page: shown.page > 1 ? String(shown.page) : '' }} label={text.centres} at="centres" />
          </Box>
          </div>
        </>
      )
    },
  }) as unknown as Page<never>
}

/** A check is put into the plan. */
export function planFor({ desk, access, base }: Watcher): Page<never> {
  return page<{ list: MatterList; centre: string }>({
    path: `${base}/plan`, action: 'monitoring.list', desk, access,
    load: async (ctx, { query }) => ({ list: await listMatters(ctx), centre: query.get('centre') ?? '' }),
    title: (_data, lang) => monitoringText(lang).planTitle,
    layout: ({ lang }) => ({ back: { href: `/${lang}${base}`, text: monitoringText(lang).title } }),
    post: (ctx, { lang, form }) => atFields(lang, async () => {
      const id = await planCheck(ctx, { centreId: form.text('centre'), kind: form.text('kind'), on: dayField(form, 'on'), reason: form.text('reason'), responsible: form.text('responsible'), announced: form.text('announced') === 'yes' })
      return { to: `/${lang}${base}/checks/${id}`, flash: monitoringText(lang).saved }
    }, FIELDS),
    view: (p) => {
      const { lang, data: { list, centre } } = p
      const text = monitoringText(lang)
      return (
        <>
          <div class="t-inhead"><h1>{text.planTitle}</h1></div>
          <ErrorSummary form={p.form} />
          <Form csrf={p.csrf} requestKey={p.requestKey}>
            <SelectField form={p.form} name="centre" label={text.centre} value={centre} options={list.centres.filter((each) => each.mayWrite).map((each) => ({ value: each.id, label: inLanguage(each.name, lang) }))} />
            <Radios form={p.form} name="kind" label={text.kind} options={CHECK_KINDS.map((value) => ({ value, label: messages[lang].kinds[value] }))} />
            <DateFields form={p.form} name="on" label={text.on} />
            <TextArea form={p.form} name="reason" label={text.reason} rows={3} />
            <SelectField form={p.form} name="responsible" label={text.responsible} options={list.inspectors.map((each) => ({ value: each.accountId, label: personName(each, lang, 'initials') }))} />
            <CheckboxSingle form={p.form} name="announced" label={text.announced} hint={text.announcedHint} checked={p.form.errors.length === 0} />
            <Button icon="calendar-plus">{text.plan}</Button>
          </Form>
        </>
      )
    },
  }) as unknown as Page<never>
}
