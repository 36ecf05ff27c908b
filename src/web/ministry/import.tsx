import { download, page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import * as register from '#modules/register/index.ts'
import { Denial } from '#kernel/denial.ts'
import { denialText } from '../denials.ts'
import { Button, ButtonRow, ErrorSummary, FileField, Form, Radios } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { Details } from '../ui/why.tsx'
import { REGISTERS } from './registers-texts.ts'

type Works = Awaited<ReturnType<typeof register.listImports>>

/** Brings a table into a register: it is examined first. */
export const importPage = page<Works>({
  path: '/ministry/import', action: 'register.import', desk: 'ministry', access: ['ministry', 'national-body'], files: true,
  load: (ctx) => register.listImports(ctx),
  title: (_data, lang) => REGISTERS[lang].importTitle,
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = REGISTERS[lang]
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.importTitle}</h1>
        <p>{t.importLead}</p>
        <Form csrf={csrf} requestKey={requestKey} files>
          <Radios form={form} name="kind" label={t.kind} options={register.IMPORT_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))} />
          <FileField form={form} name="file" label={t.file} hint={t.fileHint} accept=".csv,.xlsx" />
          <Button icon="list-checks">{t.check}</Button>
        </Form>
        <p class="t-quiet">{t.cellsHint}</p>
        {register.IMPORT_KINDS.map((kind) => (
          <Details key={kind} summary={fill(t.columnsOf, { table: t.kinds[kind] })}>
            <p>{t.requiredColumns} {codes(register.IMPORT_COLUMNS[kind].required)}</p>
            <p>{t.otherColumns} {codes(register.IMPORT_COLUMNS[kind].all.filter((column) => !register.IMPORT_COLUMNS[kind].required.includes(column)))}</p>
            {kind === 'centres' && <p>{t.scopeHint}</p>}
            <ButtonRow><Button kind="secondary" href={`/${lang}/ministry/import/${kind}.csv`} icon="download">{t.template}</Button></ButtonRow>
          </Details>
        ))}
        <h2>{t.recent}</h2>
        <Table caption={t.recent} captionHidden empty={<p>{t.none}</p>} columns={[{ title: t.started, noWrap: true }, { title: t.kind }, { title: t.state }, { title: t.open }]}
          rows={data.map((work) => ({
            key: work.id,
            cells: [
              formatMoment(work.startedAt, lang), t.kinds[work.kind.slice('import:'.length) as register.ImportKind], work.state === 'running' ? t.states.running : work.state === 'failed' ? t.states.failed : work.done > 0 ? t.states.applied : t.states.examined,
              <a href={`/${lang}/ministry/import/${work.id}`}>{t.open}</a>,
            ],
          }))} />
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const file = form.file('file')
    const kind = register.IMPORT_KINDS.find((each) => each === form.text('kind'))
    const errors = [
      ...(kind ? [] : [{ field: 'kind', message: denialText(lang, new Denial('import.kind-unknown')) }]),
      ...(file && file.bytes.length > 0 ? [] : [{ field: 'file', message: denialText(lang, new Denial('import.file-missing')) }]),
    ]
    if (!kind || !file || errors.length > 0) return { errors }
    try {
      const table = await readTable(file.bytes, { filename: file.name })
      return { to: `/${lang}/ministry/import/${await register.examineImport(ctx, { kind, filename: file.name, table })}` }
    } catch (error) {
      if (error instanceof Denial && error.code.startsWith('table.')) return { errors: [{ field: 'file', message: denialText(lang, error) }] }
      throw error
    }
  },
})

const codes = (columns: readonly string[]) => columns.map((column, place) => <>{place > 0 && ', '}<code key={column}>{column}</code></>)

/** An empty table with every column of its kind. */
export const importTemplates = register.IMPORT_KINDS.map((kind) => download({
  path: `/ministry/import/${kind}.csv`, action: 'register.import', access: ['ministry', 'national-body'],
  handle: async () => ({ body: writeCsv(register.IMPORT_COLUMNS[kind].all, []), mediaType: 'text/csv; charset=utf-8', filename: `${kind}.csv` }),
}))
