import { Denial } from '#kernel/denial.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay, formatMoment, formatTenge } from '#platform/i18n/format.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { assignUnmatched, examineStatement, listStatements, STATEMENT_COLUMNS } from '#modules/billing/index.ts'
import { denialText } from '../../denials.ts'
import { moneyText } from '../../money/money-text.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow, ErrorSummary, FileField, Form, SelectField, TextField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS } from '../settings/desk-facts.ts'

interface Data {
  list: Awaited<ReturnType<typeof listStatements>>
  office: OfficeView
}

/** Statements of the bank: brought, examined, entered; and the money that has no owner yet. */
export const statementsPage = page<Data>({
  path: '/centre/money/statements', action: 'statement.bring', desk: 'centre', access: CLERKS, files: true,
  async load(ctx) {
    const centreId = centreIdOf(ctx, CLERKS)
    return { list: await listStatements(ctx, centreId), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => moneyText(lang).statement.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/money`, text: moneyText(lang).day.title } }),
  async post(ctx, { lang, form }) {
    const words = moneyText(lang).statement
    const centreId = centreIdOf(ctx, CLERKS)
    if (form.text('what') === 'assign') {
      await assignUnmatched(ctx, { centreId, source: form.text('source'), invoice: form.text('invoice') })
      return { to: `/${lang}/centre/money/statements`, flash: words.assigned }
    }
    const file = form.file('file')
    if (!file || file.bytes.length === 0) return { errors: [{ field: 'file', message: words.missing }] }
    try {
      const table = await readTable(file.bytes, { filename: file.name })
      return { to: `/${lang}/centre/money/statements/${await examineStatement(ctx, { centreId, filename: file.name, table })}` }
    } catch (error) {
      if (error instanceof Denial && error.code.startsWith('table.')) return { errors: [{ field: 'file', message: denialText(lang, error) }] }
      throw error
    }
  },
  view: ({ lang, data: { list }, form, csrf, requestKey }) => {
    const words = moneyText(lang).statement
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Box title={words.file}>
            <Form csrf={csrf} requestKey={requestKey} files values={{ what: 'examine' }}>
              <FileField form={form} name="file" label={words.file} hint={words.columns} accept=".csv,.xlsx" />
              <ButtonRow><Button icon="list-checks">{words.check}</Button><Button kind="secondary" href={`/${lang}/centre/money/statements/template.csv`} icon="download">{words.template}</Button></ButtonRow>
            </Form>
          </Box>
          <Box title={words.unmatchedTitle} flush>
            <Table caption={words.unmatchedTitle} captionHidden columns={[{ title: moneyText(lang).day.on, noWrap: true }, { title: words.reference }, { title: words.purpose }, { title: moneyText(lang).day.sum, numeric: true }]} empty={<p>{words.unmatchedNone}</p>}
              rows={list.unmatched.map((line) => ({ key: line.source, cells: [formatDay(line.onDay, lang, 'numeric'), <span class="t-num">{line.reference.slice(0, 24)}</span>, line.purpose || '—', <span class="t-nowrap">{formatTenge(line.amount, lang)}</span>] }))} />
          </Box>
          {list.unmatched.length > 0 && (
            <Box title={words.assign}>
              <Form csrf={csrf} requestKey={`${requestKey}-assign`} values={{ what: 'assign' }}>
                <SelectField form={form} name="source" label={words.which} options={list.unmatched.map((line) => ({ value: line.source, label: `${formatDay(line.onDay, lang, 'numeric')} · ${line.reference.slice(0, 24)} · ${formatTenge(line.amount, lang)}` }))} />
                <TextField form={form} name="invoice" label={words.invoice} width="20" figures />
                <Button icon="link">{words.assign}</Button>
              </Form>
            </Box>
          )}
          <Box title={words.recent} flush>
            <Table caption={words.recent} captionHidden columns={[{ title: words.name }, { title: words.at, noWrap: true }, { title: words.lines, numeric: true }, { title: words.state }]} empty={<p>{words.none}</p>}
              rows={list.statements.map((each) => ({
                key: each.id,
                cells: [<a href={`/${lang}/centre/money/statements/${each.id}`}>{each.filename}</a>, formatMoment(each.examinedAt, lang, 'numeric'), each.lines.length + each.faults.length, each.enteredAt ? words.entered : each.faults.length > 0 ? words.faulty : words.examined],
              }))} />
          </Box>
        </div>
      </>
    )
  },
})
export const statementTemplate = download({
  path: '/centre/money/statements/template.csv', action: 'statement.bring', access: CLERKS,
  handle: async () => ({ body: writeCsv(STATEMENT_COLUMNS, []), mediaType: 'text/csv; charset=utf-8', filename: 'statement.csv' }),
})
