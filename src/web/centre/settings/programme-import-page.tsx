import { download, page, type FieldError } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { exportItems, importItems, ITEM_COLUMNS, itemTemplate, openProgramme, type RowError } from '#modules/programmes/index.ts'
import { messages } from '#modules/programmes/messages/index.ts'
import type { Language } from '#kernel/localized.ts'
import { Button, ButtonRow, ErrorSummary, FileField, Form } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { blockerText } from '../../denials.ts'
import { revisionOf } from './desk-facts.ts'
import { loadPart, partLayout, type EditorDesk, type PartData } from './programme-parts.ts'
import { settingsText } from './settings-text.ts'
import { taskFileDownload } from './task-files.tsx'

const SHOWN_ERRORS = 100

/** Brings items in from a table: all or none, every mistake named by its row and column. */
export const programmeImportPage = (desk: EditorDesk) => page<PartData>({
  path: `${desk.base}/:id/import`, action: 'programme.write', desk: desk.desk, access: desk.writers, files: true,
  load: (ctx, request) => loadPart(desk, ctx, request.params['id']!, { writing: true }),
  title: (_data, lang) => settingsText(lang).programme.import,
  layout: partLayout(desk),
  async post(ctx, { form, lang, params }) {
    const file = form.file('file')
    if (!file) return { errors: [{ field: 'file', message: messages[lang].denials['programme.file-missing'] }] }
    const done = await importItems(ctx, { versionId: params['id']!, revision: revisionOf(form), name: file.name, bytes: file.bytes })
    if (done.errors.length > 0) return { errors: done.errors.slice(0, SHOWN_ERRORS).map((error): FieldError => ({ field: 'file', message: errorLine(lang, error) })) }
    return { to: `/${lang}${desk.base}/${params['id']}/items`, flash: fill(settingsText(lang).import.done, { n: done.imported }) }
  },
  view: ({ lang, data: { shown: { version } }, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.import
    const here = `/${lang}${desk.base}/${version.id}`
    return (
      <>
        <h1>{text.programme.import}</h1>
        <ErrorSummary form={form} title={words.errors} />
        <p>{words.lead}</p>
        <p class="t-quiet">{fill(words.columns, { columns: ITEM_COLUMNS.join(', ') })}</p>
        <ButtonRow>
          <Button kind="secondary" href={`${here}/template.xlsx`} icon="download">{`${words.template}, XLSX`}</Button>
          <Button kind="secondary" href={`${here}/template.csv`} icon="download">{`${words.template}, CSV`}</Button>
        </ButtonRow>
        {version.content.topics.length === 0 ? <NoticeBox tone="sun">{words.topicsFirst}</NoticeBox> : (
          <Form csrf={csrf} requestKey={requestKey} version={version.revision} files>
            <FileField form={{ ...form, errors: form.errors.slice(0, 1) }} name="file" label={words.file} accept=".csv,.xlsx" />
            <Button icon="upload">{words.send}</Button>
          </Form>
        )}
      </>
    )
  },
})

function errorLine(lang: Language, { line, column, code, data }: RowError): string {
  const words = settingsText(lang).import
  const row = (messages[lang].row as Record<string, string>)[code]
  const reason = row === undefined ? blockerText(lang, { code, data }) : fill(row, data)
  return `${words.line} ${line}, ${words.column.toLowerCase()} ${column}: ${reason}`
}

const fileRoute = (desk: EditorDesk, name: 'items' | 'template', kind: 'csv' | 'xlsx') =>
  download({
    path: `${desk.base}/:id/${name}.${kind}`, action: 'programme.read-key', access: desk.writers,
    async handle(ctx, request) {
      if (name === 'items') return exportItems(ctx, request.params['id']!, kind)
      const { version } = await openProgramme(ctx, request.params['id']!)
      return itemTemplate(kind, version.content.topics[0]?.code ?? 'T1')
    },
  })

export const programmeDownloads = (desk: EditorDesk) => [fileRoute(desk, 'items', 'xlsx'), fileRoute(desk, 'items', 'csv'), fileRoute(desk, 'template', 'xlsx'), fileRoute(desk, 'template', 'csv'), taskFileDownload(desk)]
