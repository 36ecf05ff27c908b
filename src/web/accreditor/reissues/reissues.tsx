import { legalDay, type Moment } from '#kernel/day.ts'
import { inLanguage } from '#kernel/localized.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { decideReissue, listReissues, prepareReissue, readReissue, WORDING_FIELDS, type ReissueShown, type ReissueView } from '#modules/accreditation/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { certificateText } from '../../applicant/certificate/certificate-text.ts'
import { WORDING_ERRORS, WordingFields, wordingOf } from '../../applicant/certificate/wording-fields.tsx'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ErrorSummary, Form, TextArea, TextField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'

const TONES = { asked: 'sun', prepared: 'sun', issued: 'green', refused: 'red', withdrawn: 'plain' } as const

/** Requests to write a certificate anew, those that wait first. */
export const reissuesPage = page<Paged<ReissueShown> & { open: number }>({
  path: '/accreditor/reissues', action: 'reissue.list', desk: 'accreditor', access: ['accreditor'],
  async load(ctx, request) {
    const all = await listReissues(ctx)
    return { ...paged(all, request), open: all.filter((row) => row.outcome === null).length }
  },
  title: (_data, lang) => certificateText(lang).desk.title,
  layout: ({ data }) => ({ counts: data.open > 0 ? { '/accreditor/reissues': data.open } : {} }),
  view: ({ lang, data }) => {
    const { ask, desk } = certificateText(lang)
    return (
      <>
        <div class="t-inhead"><h1>{desk.title}</h1></div>
        <p class="t-quiet">{desk.lead}</p>
        <Table inbox caption={desk.title} captionHidden columns={[ask.certificate, desk.centre, ask.ground, ask.asked, desk.state].map((title) => ({ title }))} empty={<Empty title={desk.empty} icon="file-check">{desk.emptyText}</Empty>}
          rows={data.rows.map((row) => ({
            key: row.id,
            cells: [<a class="t-num t-nowrap" href={`/${lang}/accreditor/reissues/${row.id}`}>{row.number}</a>, <b>{inLanguage(row.organisation, lang)}</b>, ask.grounds[row.ground], formatDay(legalDay(row.requestedAt), lang, 'numeric'), <Tag tone={TONES[row.step]}>{ask.steps[row.step]}</Tag>],
          }))} />
        <Pages of={data} lang={lang} path="/accreditor/reissues" />
      </>
    )
  },
})

/** One request: what stands today beside what is to stand; prepared by one, decided by another. */
export const reissuePage = page<{ view: ReissueView }>({
  path: '/accreditor/reissues/:id', action: 'reissue.list', desk: 'accreditor', access: ['accreditor'],
  load: async (ctx, { params }) => ({ view: await readReissue(ctx, params['id'] ?? '') }),
  title: ({ view }, lang) => `${certificateText(lang).desk.title} ${view.reissue.number}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/accreditor/reissues`, text: certificateText(lang).desk.title } }),
  async post(ctx, { lang, params, form }) {
    const words = certificateText(lang).desk
    const seen = { id: params['id'] ?? '', version: Number(form.text('version')) }
    const to = `/${lang}/accreditor/reissues/${seen.id}`
    return atFields(lang, async () => {
      if (form.text('do') === 'prepare') {
        await prepareReissue(ctx, { ...seen, ...wordingOf(form), clause: form.text('clause') })
        return { to, flash: words.prepared }
      }
      const { number } = await decideReissue(ctx, { ...seen, issue: form.text('do') === 'issue', reasons: form.text('reasons') })
      return { to, flash: number ? fill(words.issued, { number }) : words.refused }
    }, WORDING_ERRORS)
  },
  view: (p) => {
    const { lang, data: { view: { reissue } } } = p
    const { ask } = certificateText(lang)
    return (
      <>
        <div class="t-inhead"><div>
          <p class="t-case__no t-num">{reissue.number}</p>
          <h1>{inLanguage(reissue.organisation, lang)}</h1>
          <Tag tone={TONES[reissue.step]}>{ask.steps[reissue.step]}</Tag>
        </div></div>
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack"><Request {...p} /><Compared {...p} />{reissue.step === 'asked' && <Prepare {...p} />}</div>
          <div class="t-stack">{reissue.step === 'prepared' && <><Decide {...p} /><Prepare {...p} /></>}</div>
        </div>
      </>
    )
  },
})

type Props = ViewProps<{ view: ReissueView }>

function Compared({ lang, data: { view } }: Props) {
  const { ask, desk } = certificateText(lang)
  return (
    <Box title={ask.stands} flush>
      <Table caption={ask.stands} captionHidden rowHeaders columns={[desk.field, desk.today, desk.wanted].map((title) => ({ title }))}
        rows={WORDING_FIELDS.map((field) => ({ key: field, cells: [ask.fields[field], view.today[field] || '—', view.today[field] === view.reissue[field] ? <span class="t-quiet">{desk.same}</span> : <b>{view.reissue[field] || '—'}</b>] }))} />
    </Box>
  )
}

function Request({ lang, data: { view } }: Props) {
  const { ask, desk } = certificateText(lang)
  const { reissue } = view
  const by = (words: string, name: string | undefined, at: Moment | null) => name && at && <p class="t-small t-quiet">{fill(words, { name, at: formatMoment(at, lang) })}</p>
  return (
    <Box title={desk.request}>
      <Facts compact facts={[
        { term: ask.certificate, value: <a class="t-num" href={`/${lang}/certificates/${reissue.number}`}>{reissue.number}</a> },
        { term: ask.ground, value: ask.grounds[reissue.ground], note: reissue.clause || desk.clauseUnknown }, { term: ask.note, value: reissue.note },
        ...(reissue.reasons ? [{ term: ask.reasons, value: reissue.reasons }] : []),
        ...(reissue.newNumber ? [{ term: ask.newCertificate, value: <a class="t-num" href={`/${lang}/certificates/${reissue.newNumber}`}>{reissue.newNumber}</a>, note: <a href={`/certificate-papers/${reissue.paperId!}`}>{ask.pdf}</a> }] : []),
      ]} />
      {by(desk.requestedBy, view.requestedByName, reissue.requestedAt)}{by(desk.preparedBy, view.preparedByName, reissue.preparedAt)}{by(desk.decidedBy, view.decidedByName, reissue.decidedAt)}
    </Box>
  )
}

function Prepare({ lang, data: { view }, form, csrf, requestKey }: Props) {
  const words = certificateText(lang).desk
  const typed = form.values['do'] === 'prepare' ? form : undefined
  return (
    <Box title={words.prepareTitle}>
      <p class="t-quiet">{words.prepareLead}</p>
      <Form csrf={csrf} requestKey={`${requestKey}-prepare`} version={view.reissue.version} values={{ do: 'prepare' }}>
        <WordingFields form={typed} wording={view.reissue} lang={lang} />
        <TextField form={typed} name="clause" label={words.clause} hint={words.clauseHint} value={view.reissue.clause} />
        <Button kind={view.reissue.preparedBy ? 'secondary' : undefined} icon="check">{view.reissue.preparedBy ? words.prepareAgain : words.prepare}</Button>
      </Form>
    </Box>
  )
}

function Decide({ lang, data: { view }, form, csrf, requestKey }: Props) {
  const words = certificateText(lang).desk
  if (view.own) return <Box title={words.decideTitle}><p>{words.own}</p></Box>
  return (
    <Box title={words.decideTitle}><div class="t-stack">
      <p class="t-quiet">{words.issueText}</p>
      <Form csrf={csrf} requestKey={`${requestKey}-issue`} version={view.reissue.version}><Button name="do" value="issue" icon="stamp">{words.issue}</Button></Form>
      <Form csrf={csrf} requestKey={`${requestKey}-refuse`} version={view.reissue.version}>
        <TextArea form={form.values['do'] === 'refuse' ? form : undefined} name="reasons" label={words.reasons} rows={3} />
        <Button name="do" value="refuse" kind="warning">{words.refuse}</Button>
      </Form>
    </div></Box>
  )
}
