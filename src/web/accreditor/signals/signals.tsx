import { inLanguage, type Language } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { page, type Page } from '#platform/http/page.ts'
import { formatDay, formatMoment, formatNumber, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { judgeSignal, listSignals, readSignal, SIGNAL_KINDS, SIGNAL_OUTCOMES, type SignalList, type SignalListed, type SignalView } from '#modules/monitoring/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { dayField } from '../../centre/settings/desk-facts.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Filters, FilterSelect } from '../../ui/filters.tsx'
import { Button, CheckboxSingle, DateFields, ErrorSummary, Form, Radios, SelectField, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { FIELDS, type Watcher } from '../monitoring/parts.tsx'
import { signalSentence, signalsText } from './signals-text.ts'
import { askedOneOf } from '../../asked.ts'

function StateOf({ signal, lang }: { signal: SignalListed; lang: Language }) {
  const text = signalsText(lang)
  if (signal.outcome) return <Tag tone={signal.outcome === 'check' ? 'sky' : 'green'}>{text.outcomes[signal.outcome]}</Tag>
  return <><Tag tone="sun">{text.open}</Tag>{signal.gone && <> <span class="t-quiet">{text.gone}</span></>}</>
}

function AsOf({ computation, lang }: { computation: SignalList['computation']; lang: Language }) {
  const text = signalsText(lang)
  if (!computation) return <p class="t-quiet">{text.never}</p>
  const n = (value: number) => formatNumber(value, lang)
  return <p class="t-quiet">{fill(text.asOf, {
    at: formatMoment(computation.asOf, lang), from: formatDay(computation.coversFrom, lang, 'numeric'), until: formatDay(computation.coversUntil, lang, 'numeric'), theory: n(computation.theoryRuns), practice: n(computation.practiceRuns), marks: n(computation.marks), clocks: n(computation.clocks), cases: n(computation.cases), papers: n(computation.papers), vouchers: n(computation.vouchers), devices: n(computation.devices),
  })}</p>
}

/** Signals of all centres, those that nobody has looked at first. */
export function signalsFor({ desk, access, base }: Watcher): Page<never> {
  return page<{ list: SignalList; shown: Paged<SignalListed>; centre: string; kind: string }>({
    path: base, action: 'signal.list', desk, access,
    async load(ctx, { query }) {
      const kind = askedOneOf({ query }, 'kind', SIGNAL_KINDS) ?? ''
      const list = await listSignals(ctx, { centreId: (query.get('centre') ?? '').trim(), kind })
      const centre = askedOneOf({ query }, 'centre', list.centres.map((each) => each.id)) ?? ''
      return { list, shown: paged(list.rows, { query }), centre, kind }
    },
    title: (_data, lang) => signalsText(lang).title,
    layout: ({ data }) => ({ counts: data.list.open > 0 ? { [base]: data.list.open } : {} }),
    view: ({ lang, data: { list, shown, centre, kind } }) => {
      const text = signalsText(lang)
      const any = { value: '', label: text.any }
      return (
        <>
          <div class="t-inhead"><h1>{text.title}</h1>{list.open > 0 && <Tag tone="sun">{fill(text.openCount, { n: formatNumber(list.open, lang) })}</Tag>}</div>
          <p class="t-quiet">{text.lead}</p>
          <AsOf computation={list.computation} lang={lang} />
          <Filters action={`/${lang}${base}`} {...(centre || kind ? { resetHref: `/${lang}${base}` } : {})}>
            <FilterSelect name="centre" label={text.centre} value={centre} options={[any, ...list.centres.map((each) => ({ value: each.id, label: inLanguage(each.name, lang) }))]} />
            <FilterSelect name="kind" label={text.kind} value={kind} options={[any, ...SIGNAL_KINDS.map((value) => ({ value, label: text.kinds[value] }))]} />
          </Filters>
          <Table inbox caption={text.title} captionHidden columns={[text.kind, text.centre, text.says, text.seen, text.state].map((title) => ({ title }))} empty={<Empty title={text.empty} icon="activity">{text.emptyText}</Empty>}
            rows={shown.rows.map((row) => ({
              key: row.id, cells: [<a href={`/${lang}${base}/${row.id}`}>{text.kinds[row.kind]}</a>, inLanguage(row.centre, lang), signalSentence(row, lang), formatDay(legalDay(row.firstSeenAt), lang, 'short'), <StateOf signal={row} lang={lang} />],
            }))} />
          <Pages of={shown} lang={lang} path={base} kept={{ centre, kind }} />
        </>
      )
    },
  }) as unknown as Page<never>
}

const SIGNAL_FIELDS = { ...FIELDS, 'signal.outcome-missing': 'outcome', 'signal.words-missing': 'words' }

/** One signal: its figures, what it may mean, its cases for those who may see them, and what a person says of it. */
export function signalFor({ desk, access, base }: Watcher): Page<never> {
  const monitoring = base.replace(/signals$/, 'monitoring')
  return page<SignalView>({
    path: `${base}/:id`, action: 'signal.list', desk, access,
    load: (ctx, { params }) => readSignal(ctx, params['id']!),
    title: ({ signal }, lang) => signalsText(lang).kinds[signal.kind],
    layout: ({ lang }) => ({ back: { href: `/${lang}${base}`, text: signalsText(lang).title } }),
    post: (ctx, { lang, params, form }) => atFields(lang, async () => {
      await judgeSignal(ctx, { id: params['id']!, outcome: form.text('outcome'), words: form.text('words'), check: { on: dayField(form, 'on'), responsible: form.text('responsible'), announced: form.text('announced') === 'yes' } })
      return { to: `/${lang}${base}/${params['id']!}`, flash: signalsText(lang).saved }
    }, SIGNAL_FIELDS),
    view: (p) => {
      const { lang, data: { signal, numbers, judge, inspectors, mayJudge } } = p
      const text = signalsText(lang)
      return (
        <>
          <div class="t-inhead"><div><h1>{text.kinds[signal.kind]}</h1><p>{inLanguage(signal.centre, lang)}</p><StateOf signal={signal} lang={lang} /></div></div>
          <ErrorSummary form={p.form} />
          <div class="t-cols">
            <div class="t-stack">
              <Box title={text.figures}>
                <p>{signalSentence(signal, lang)}</p>
                <Facts compact facts={[
                  { term: text.period, value: fill(text.periodOf, { from: formatDay(signal.coversFrom, lang), until: formatDay(signal.coversUntil, lang) }) }, { term: text.computedAt, value: formatMoment(signal.asOf, lang) },
                  { term: text.cases, value: numbers.length > 0 ? <>{numbers.map((number) => <div key={number}><a class="t-num" href={`/${lang}/centre/cases/${number}`}>{number}</a></div>)}</> : fill(text.casesHidden, { n: formatNumber(signal.caseIds.length, lang) }) },
                ]} />
                <p class="t-quiet">{text.threshold}: <a href={`/${lang}/norms`}>{text.norms}</a>.</p>
              </Box>
              <Box title={text.meaning}><p>{text.possible[signal.kind]}</p></Box>
            </div>
            <div class="t-stack">
              {signal.outcome && (
                <Box title={text.judged}>
                  <Facts compact facts={[{ term: text.outcome, value: text.outcomes[signal.outcome] }, { term: text.words, value: signal.words }, { term: text.by, value: judge ?? '', note: formatMoment(signal.judgedAt!, lang) },
                    ...(signal.checkId ? [{ term: text.check, value: <a href={`/${lang}${monitoring}/checks/${signal.checkId}`}>{text.openCheck}</a> }] : [])]} />
                </Box>
              )}
              {mayJudge ? (
                <Box title={text.judge}>
                  <Form csrf={p.csrf} requestKey={p.requestKey}>
                    <Radios form={p.form} name="outcome" label={text.outcome} options={SIGNAL_OUTCOMES.map((value) => ({ value, label: text.outcomeWords[value] }))} />
                    <TextArea form={p.form} name="words" label={text.words} hint={text.wordsHint} rows={4} />
                    <p class="t-quiet">{text.onlyForCheck}:</p>
                    <DateFields form={p.form} name="on" label={text.checkOn} optional />
                    <SelectField form={p.form} name="responsible" label={text.responsible} options={inspectors.map((each) => ({ value: each.accountId, label: personName(each, lang, 'initials') }))} optional />
                    <CheckboxSingle form={p.form} name="announced" label={text.announced} />
                    <Button icon="check">{text.save}</Button>
                  </Form>
                </Box>
              ) : signal.outcome === null && <NoticeBox>{text.readOnly}</NoticeBox>}
              <IconLinks links={[{ href: `/${lang}${monitoring}/centres/${signal.centreId}`, text: text.file, icon: 'clipboard-check' }]} />
            </div>
          </div>
        </>
      )
    },
  }) as unknown as Page<never>
}
