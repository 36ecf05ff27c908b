import { Denial } from '#kernel/denial.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { download, page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { FRAMEWORK_COLUMNS, importFrameworks, importMappings, listFrameworks, listMappings, MAPPING_COLUMNS, type Mapping, type SectoralFramework } from '#modules/standards/index.ts'
import { blockerText, denialText } from '../../denials.ts'
import { STANDARDS } from '../../public/standards/standards-texts.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow, ErrorSummary, FileField, Form, Radios } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { en } from './messages/en.ts'
import { kk, type ClassificationsText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, ClassificationsText>> = { kk, ru, en }
const ACCESS = ['ministry', 'national-body'] as const
const KINDS = ['mappings', 'frameworks'] as const
const COLUMNS = { mappings: MAPPING_COLUMNS, frameworks: FRAMEWORK_COLUMNS } as const
const SHOWN_FAULTS = 100

interface Data {
  mappings: Paged<Mapping>
  frameworks: SectoralFramework[]
}

/** Mappings to other classifications and the sectoral frameworks: what stands, and a table that brings more. */
export const classificationsPage = page<Data>({
  path: '/ministry/standards/classifications', action: 'classification.import', desk: 'ministry', access: ACCESS, files: true,
  load: async (ctx, request) => ({ mappings: paged(await listMappings(ctx.db, undefined), request), frameworks: await listFrameworks(ctx.db) }),
  title: (_data, lang) => TEXTS[lang].title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/ministry/standards`, text: STANDARDS[lang].title } }),
  async post(ctx, { form, lang }) {
    const t = TEXTS[lang]
    const kind = KINDS.find((each) => each === form.text('kind'))
    const file = form.file('file')
    const errors = [...(kind ? [] : [{ field: 'kind', message: t.kindMissing }]), ...(file && file.bytes.length > 0 ? [] : [{ field: 'file', message: denialText(lang, new Denial('import.file-missing')) }])]
    if (!kind || !file || errors.length > 0) return { errors }
    try {
      const done = await (kind === 'mappings' ? importMappings : importFrameworks)(ctx, { name: file.name, bytes: file.bytes })
      if (done.faults.length > 0) return { errors: done.faults.slice(0, SHOWN_FAULTS).map((fault) => ({ field: 'file', message: fill(t.fault, { line: fault.line, column: fault.column, reason: blockerText(lang, { code: fault.reason }) }) })) }
      return { to: `/${lang}/ministry/standards/classifications`, flash: fill(t.done, { entered: done.entered, ended: done.ended, unchanged: done.unchanged }) }
    } catch (error) {
      if (error instanceof Denial && error.code.startsWith('table.')) return { errors: [{ field: 'file', message: denialText(lang, error) }] }
      throw error
    }
  },
  view: ({ data: { mappings, frameworks }, lang, form, csrf, requestKey }) => {
    const t = TEXTS[lang]
    const p = STANDARDS[lang]
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <ErrorSummary form={form} />
        <p>{t.lead}</p>
        <Form csrf={csrf} requestKey={requestKey} files>
          <Radios form={form} name="kind" label={t.kind} options={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind], hint: fill(t.columns, { columns: COLUMNS[kind].join(', ') }) }))} />
          <FileField form={{ ...form, errors: form.errors.filter((each) => each.field === 'file').slice(0, 1) }} name="file" label={t.file} accept=".csv,.xlsx" />
          <Button icon="upload">{t.take}</Button>
        </Form>
        <p class="t-quiet">{t.schemesHint} {t.endedHint}</p>
        <ButtonRow>{KINDS.map((kind) => <Button key={kind} kind="secondary" icon="download" href={`/${lang}/ministry/standards/classifications/${kind}.csv`}>{`${t.template}: ${t.kinds[kind]}`}</Button>)}</ButtonRow>
        <Box title={t.mappings} flush>
          <Table caption={t.mappings} captionHidden rowHeaders empty={<p>{t.none}</p>} columns={[{ title: p.profession }, { title: p.scheme }, { title: t.code }, { title: t.name }, { title: p.source }]}
            rows={mappings.rows.map((each) => ({ key: each.id, cells: [each.professionCode, p.schemes[each.scheme], each.schemeCode, inLanguage(each.title, lang), each.source] }))} />
        </Box>
        <Pages of={mappings} lang={lang} path="/ministry/standards/classifications" />
        <Box title={t.frameworks} flush>
          <Table caption={t.frameworks} captionHidden rowHeaders empty={<p>{t.none}</p>} columns={[{ title: t.code }, { title: t.name }, { title: p.body }, { title: p.source }]}
            rows={frameworks.map((each) => ({ key: each.id, cells: [each.code, inLanguage(each.title, lang), each.bodyCode, each.source] }))} />
        </Box>
      </div>
    )
  },
})

/** Empty tables with every column. */
export const classificationTemplates = KINDS.map((kind) => download({
  path: `/ministry/standards/classifications/${kind}.csv`, action: 'classification.import', access: ACCESS,
  handle: async () => ({ body: writeCsv(COLUMNS[kind], []), mediaType: 'text/csv; charset=utf-8', filename: `${kind}.csv` }),
}))
