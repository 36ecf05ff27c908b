import type { Language } from '#kernel/localized.ts'
import { page, type FormState } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readEmployerDesk } from '#modules/employers/index.ts'
import { checkDocuments, MOST_CHECKED, type Checked } from '#modules/recognition-documents/index.ts'
import { LocalizedName } from '../public/localized-name.tsx'
import { Button, ErrorSummary, Form, TextArea } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { employerText } from './employer-text.ts'

const TONES = { valid: 'green', expired: 'sun', annulled: 'red', 'not-found': 'plain' } as const

/** A list of documents checked at once. What was found lives in the answer alone: no address and no table keeps it. */
export const checkPage = page<unknown>({
  path: '/employer/check', action: 'documents.check', desk: 'employer', access: ['employer-representative'],
  load: (ctx) => readEmployerDesk(ctx),
  title: (_data, lang) => employerText(lang).check.title,
  view: ({ lang, form, csrf, requestKey }) => {
    const t = employerText(lang).check
    const found = foundIn(form)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {found && <Result found={found} lang={lang} />}
        <Form csrf={csrf} requestKey={requestKey}>
          <TextArea form={form} name="lines" label={t.lines} hint={fill(t.linesHint, { most: MOST_CHECKED })} rows={10} maxLength={40_000} />
          <Button icon="file-check">{t.check}</Button>
        </Form>
      </div>
    )
  },
  async post(ctx, { form }) {
    const lines = form.text('lines')
    return { errors: [], values: { lines, found: JSON.stringify(await checkDocuments(ctx, lines)) }, status: 200 }
  },
})

function foundIn(form: FormState): Checked[] | undefined {
  const kept = form.values['found']
  return typeof kept === 'string' && kept.startsWith('[') ? (JSON.parse(kept) as Checked[]) : undefined
}

function Result({ found, lang }: { readonly found: readonly Checked[]; readonly lang: Language }) {
  const { check: t, documents } = employerText(lang)
  const valid = found.filter((each) => each.status === 'valid').length
  const missing = found.filter((each) => each.status === 'not-found').length
  return (
    <>
      <h2>{t.result}</h2>
      <p>{fill(t.counts, { valid, other: found.length - valid - missing, missing })}</p>
      <Table caption={t.result} captionHidden columns={[{ title: t.line, numeric: true }, { title: documents.number }, { title: t.holder }, { title: t.profession }, { title: documents.until }, { title: documents.status }]}
        rows={found.map((each) => ({
          key: each.line,
          cells: [
            each.line, <span class="t-num">{each.number}</span>, each.holder || '—', each.status === 'not-found' ? '—' : <><LocalizedName name={each.profession} lang={lang} />{each.kind === 'mandatory' && <><br /><span class="t-quiet t-small">{t.mandatory}</span></>}</>,
            each.status === 'not-found' ? '—' : each.validUntil ? formatDay(each.validUntil, lang, 'numeric') : documents.unlimited, <Tag tone={TONES[each.status]}>{each.status === 'not-found' ? t.notFound : documents.statuses[each.status]}</Tag>,
          ],
        }))} />
    </>
  )
}
