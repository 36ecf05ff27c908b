import { randomBytes } from 'node:crypto'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { drawForm, formLength, SEED_BYTES, type DrawnItem } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { loadPart, partLayout, type EditorDesk, versionLine, type PartData } from './programme-parts.ts'
import { settingsText } from './settings-text.ts'
import { QuestionList, WholeTexts } from './whole-parts.tsx'

interface PreviewData extends PartData {
  drawn: DrawnItem[] | undefined
}

/** One exam form as a candidate sees it; the key is not in the page. */
export const programmePreviewPage = (desk: EditorDesk) => page<PreviewData>({
  path: `${desk.base}/:id/preview`, action: 'programme.read', desk: desk.desk, access: desk.readers,
  async load(ctx, request) {
    const data = await loadPart(desk, ctx, request.params['id']!, { writing: false })
    const { blueprint } = data.shown.version.content
    const enough = formLength({ blueprint }) > 0 && blueprint.every((line) => data.shown.items.filter((item) => item.topic === line.topic).length >= line.count)
    return { ...data, drawn: enough ? drawForm(data.shown.items, blueprint, randomBytes(SEED_BYTES)) : undefined }
  },
  title: (_data, lang) => settingsText(lang).programme.preview,
  layout: partLayout(desk),
  view: ({ lang, data: { shown, drawn } }) => {
    const text = settingsText(lang)
    const items = new Map<string, (typeof shown.items)[number]>(shown.items.map((item) => [item.id, item]))
    return (
      <>
        <h1>{text.programme.preview}</h1>
        <p>{text.preview.lead}</p>
        {drawn === undefined ? <NoticeBox tone="sun">{text.preview.notYet}</NoticeBox> : (
          <div class="t-stack">
            <ButtonRow><Button kind="secondary" href={`/${lang}${desk.base}/${shown.version.id}/preview`} icon="refresh-cw">{text.preview.again}</Button></ButtonRow>
            {drawn.map(({ itemId, optionOrder }, place) => {
              const item = items.get(itemId)!
              return (
                <Box key={itemId} title={`${place + 1}. ${inLanguage(item.stem, lang)}`}>
                  <p class="t-quiet">{item.kind === 'single' ? text.preview.one : text.preview.several}</p>
                  <ul class="govuk-list govuk-list--bullet">{optionOrder.map((key) => <li key={key}>{inLanguage(item.options.find((option) => option.key === key)?.text ?? {}, lang)}</li>)}</ul>
                </Box>
              )
            })}
          </div>
        )}
      </>
    )
  },
})

/** The whole programme on one page, to be read before it is approved and to be printed. */
export const programmeWholePage = (desk: EditorDesk) => page<PartData>({
  path: `${desk.base}/:id/whole`, action: 'programme.read', desk: desk.desk, access: [...desk.readers, ...desk.overseers],
  load: (ctx, request) => loadPart(desk, ctx, request.params['id']!, { writing: false }),
  title: (data, lang) => versionLine(data, lang),
  layout: partLayout(desk),
  view: ({ lang, data }) => {
    const text = settingsText(lang)
    const { shown } = data
    const { content } = shown.version
    return (
      <>
        <h1>{inLanguage(content.title, lang) || versionLine(data, lang)}</h1>
        <p>{versionLine(data, lang)}</p>
        <div class="t-stack">
          <WholeTexts content={content} lang={lang} here={data.shown.may.readKey ? `/${lang}${desk.base}/${data.shown.version.id}` : undefined} />
          {!shown.keys && <NoticeBox>{text.whole.keysHidden}</NoticeBox>}
          {content.topics.map((topic) => <QuestionList key={topic.code} topic={topic} content={content} items={shown.items} keys={shown.keys} lang={lang} />)}
        </div>
      </>
    )
  },
})
