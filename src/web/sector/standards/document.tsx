import { Denial } from '#kernel/denial.ts'
import { download, page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { DOCUMENT_NODES, documentFile, documentTemplate, examineDocument, openBasis, openDocument, takeDocument, type BasisOpened, type DocumentPreview } from '#modules/standards/index.ts'
import { revisionOf } from '../../centre/settings/desk-facts.ts'
import { blockerText, denialText } from '../../denials.ts'
import { titleText } from '../../public/standards/basis-parts.tsx'
import { ChangeList } from '../../public/standards/change-list.tsx'
import { STANDARDS } from '../../public/standards/standards-texts.ts'
import { StandardTree } from '../../public/standards/tree.tsx'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow, ErrorSummary, FileField, Form } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Details } from '../../ui/why.tsx'
import { STANDARDS_DESK } from './desk-texts.ts'
import { reasonText, SECTOR } from './desk.ts'

/** Brings the text of a standard by the document template: it is examined first. */
export const documentPage = page<BasisOpened>({
  path: `${SECTOR.base}/:id/document`, action: 'basis.write', desk: 'sector', access: SECTOR.access, files: true,
  async load(ctx, { params }) {
    const opened = await openBasis(ctx, params['id'] ?? '')
    if (!opened.may.write || opened.version.kind !== 'standard') throw new Denial('not-found')
    return opened
  },
  title: (_data, lang) => STANDARDS_DESK[lang].importTitle,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}${SECTOR.base}/${data.version.id}`, text: titleText(data.version.title, lang) } }),
  async post(ctx, { form, params, lang }) {
    const file = form.file('file')
    if (!file || file.bytes.length === 0) return { errors: [{ field: 'file', message: denialText(lang, new Denial('standards.file-missing')) }] }
    try {
      const id = await examineDocument(ctx, { versionId: params['id'] ?? '', revision: revisionOf(form), name: file.name, bytes: file.bytes })
      return { to: `/${lang}${SECTOR.base}/documents/${id}` }
    } catch (error) {
      if (error instanceof Denial && error.code.startsWith('table.')) return { errors: [{ field: 'file', message: denialText(lang, error) }] }
      throw error
    }
  },
  view: ({ data: { version }, lang, form, csrf, requestKey }) => {
    const t = STANDARDS_DESK[lang]
    const here = `/${lang}${SECTOR.base}`
    return (
      <div class="t-stack">
        <h1>{t.importTitle}</h1>
        <ErrorSummary form={form} />
        <p>{t.importLead}</p>
        <p class="t-quiet">{fill(t.importNodes, { nodes: DOCUMENT_NODES.join(', ') })}</p>
        <ButtonRow>
          <Button kind="secondary" href={`${here}/template.xlsx`} icon="download">{t.templateXlsx}</Button>
          <Button kind="secondary" href={`${here}/template.csv`} icon="download">{t.templateCsv}</Button>
          <Button kind="secondary" href={`${here}/${version.id}/text.xlsx`} icon="download">{t.currentXlsx}</Button>
        </ButtonRow>
        <Form csrf={csrf} requestKey={requestKey} version={version.revision} files>
          <FileField form={form} name="file" label={t.file} accept=".csv,.xlsx" />
          <Button icon="list-checks">{t.check}</Button>
        </Form>
      </div>
    )
  },
})

/** An examined file: its mistakes, or what it would change. */
export const documentPreviewPage = page<DocumentPreview>({
  path: `${SECTOR.base}/documents/:id`, action: 'basis.write', desk: 'sector', access: SECTOR.access,
  load: (ctx, { params }) => openDocument(ctx, params['id'] ?? ''),
  title: (_data, lang) => STANDARDS_DESK[lang].previewTitle,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}${SECTOR.base}/${data.version.id}`, text: titleText(data.version.title, lang) } }),
  async post(ctx, { form, params, lang }) {
    const versionId = await takeDocument(ctx, { importId: params['id'] ?? '', revision: revisionOf(form) })
    return { to: `/${lang}${SECTOR.base}/${versionId}`, flash: STANDARDS_DESK[lang].taken }
  },
  view: ({ data: { work, version, changes, blockers, mayTake }, lang, form, csrf, requestKey }) => {
    const t = STANDARDS_DESK[lang]
    return (
      <div class="t-stack">
        <h1>{t.previewTitle}</h1>
        <ErrorSummary form={form} />
        <p class="t-quiet">{fill(t.fileName, { name: work.filename, rows: work.rows })}</p>
        {work.faults.length > 0 ? (
          <>
            <NoticeBox tone="red" title={t.faultsTitle}>{t.faultsText}</NoticeBox>
            <Table caption={t.faults} columns={[{ title: t.line, numeric: true }, { title: t.column }, { title: t.fault }]}
              rows={work.faults.map((fault, place) => ({ key: place, cells: [fault.line, <code>{fault.column}</code>, blockerText(lang, { code: fault.reason })] }))} />
            <ButtonRow><Button href={`/${lang}${SECTOR.base}/${version.id}/document`}>{t.again}</Button></ButtonRow>
          </>
        ) : (
          <>
            {work.takenAt ? <NoticeBox tone="green">{t.takenAlready}</NoticeBox> : <NoticeBox tone="green" title={t.dryTitle}>{t.dryText}</NoticeBox>}
            {mayTake && <Form csrf={csrf} requestKey={requestKey} version={version.revision}><Button icon="check">{t.take}</Button></Form>}
            {blockers.length > 0 && <Box title={t.wouldMiss}><ul class="govuk-list govuk-list--bullet">{blockers.slice(0, 40).map((blocker) => <li key={JSON.stringify(blocker)}>{reasonText(lang, blocker)}</li>)}</ul></Box>}
            {!work.takenAt && <Box title={t.what}><ChangeList changes={changes} lang={lang} /></Box>}
            {work.content && <Details summary={STANDARDS[lang].cards} open><StandardTree content={work.content} lang={lang} /></Details>}
          </>
        )}
      </div>
    )
  },
})

const templateRoute = (kind: 'csv' | 'xlsx') => download({ path: `${SECTOR.base}/template.${kind}`, action: 'basis.list', access: SECTOR.access, handle: () => documentTemplate(kind) })
/** The text of a draft as a filled template. */
const textRoute = download({
  path: `${SECTOR.base}/:id/text.xlsx`, action: 'basis.read', access: SECTOR.access,
  async handle(ctx, { params }) {
    const { version } = await openBasis(ctx, params['id'] ?? '')
    return documentFile(ctx, { code: version.code, versionNo: version.versionNo, kind: 'xlsx' })
  },
})
export const documentDownloads = [templateRoute('xlsx'), templateRoute('csv'), textRoute]
