import { Denial } from '#kernel/denial.ts'
import { download, page } from '#platform/http/page.ts'
import { formatMoment, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { examineOutcomes, listOutcomeImports, OUTCOME_COLUMNS, OUTCOME_COLUMNS_REQUIRED } from '#modules/mandatory-outcomes/index.ts'
import { denialText } from '../../denials.ts'
import { Button, ButtonRow, ErrorSummary, FileField, Form } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Details } from '../../ui/why.tsx'
import { sectorText } from '../sector-text.ts'

type Works = Awaited<ReturnType<typeof listOutcomeImports>>

const codes = (columns: readonly string[]) => columns.map((column, place) => <>{place > 0 && ', '}<code key={column}>{column}</code></>)

/** A file of documents: it is examined first. */
export const importPage = page<Works>({
  path: '/sector/mandatory/import', action: 'mandatory-outcome.import', desk: 'sector', access: ['sector-officer'], files: true,
  load: (ctx) => listOutcomeImports(ctx),
  title: (_data, lang) => sectorText(lang).import.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/sector/mandatory`, text: sectorText(lang).list.title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = sectorText(lang).import
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <Form csrf={csrf} requestKey={requestKey} files>
          <FileField form={form} name="file" label={t.file} hint={t.fileHint} accept=".csv,.xlsx" />
          <Button icon="list-checks">{t.check}</Button>
        </Form>
        <Details summary={t.columns}>
          <p>{t.required} {codes(OUTCOME_COLUMNS_REQUIRED)}</p>
          <p>{t.other} {codes(OUTCOME_COLUMNS.filter((column) => !OUTCOME_COLUMNS_REQUIRED.some((each) => each === column)))}</p>
          <p>{t.days}</p>
          <ButtonRow><Button kind="secondary" href={`/${lang}/sector/mandatory/outcomes.csv`} icon="download">{t.template}</Button></ButtonRow>
        </Details>
        <h2>{t.recent}</h2>
        <Table caption={t.recent} captionHidden rowHeaders empty={<p>{t.none}</p>} columns={[{ title: t.name }, { title: t.started }, { title: t.rows, numeric: true }, { title: t.state }]}
          rows={data.map((work) => ({
            key: work.id,
            cells: [<a href={`/${lang}/sector/mandatory/import/${work.id}`}>{work.filename}</a>, formatMoment(work.examinedAt, lang), formatNumber(work.rows, lang),
              work.appliedAt ? t.states.applied : work.faultCount > 0 ? fill(t.states.faults, { count: formatNumber(work.faultCount, lang) }) : work.added === 0 ? t.states.nothing : t.states.waiting],
          }))} />
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const file = form.file('file')
    if (!file || file.bytes.length === 0) return { errors: [{ field: 'file', message: sectorText(lang).import.fileMissing }] }
    try {
      const table = await readTable(file.bytes, { filename: file.name })
      return { to: `/${lang}/sector/mandatory/import/${await examineOutcomes(ctx, { filename: file.name, table })}` }
    } catch (error) {
      if (error instanceof Denial && error.code.startsWith('table.')) return { errors: [{ field: 'file', message: denialText(lang, error) }] }
      throw error
    }
  },
})

/** An empty table with every column. */
export const importTemplate = download({
  path: '/sector/mandatory/outcomes.csv', action: 'mandatory-outcome.import', access: ['sector-officer'],
  handle: async () => ({ body: writeCsv(OUTCOME_COLUMNS, []), mediaType: 'text/csv; charset=utf-8', filename: 'outcomes.csv' }),
})
