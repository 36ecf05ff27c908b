import { randomBytes } from 'node:crypto'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { drawForm, formLength, SEED_BYTES, type DrawnItem } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { STAFF } from './desk-facts.ts'
import { loadPart, partLayout, versionLine, type PartData } from './programme-parts.ts'
import { settingsText } from './settings-text.ts'

interface PreviewData extends PartData {
  drawn: DrawnItem[] | undefined
}

/** One exam form as a candidate sees it; the key is not in the page. */
export const programmePreviewPage = page<PreviewData>({
  path: '/centre/programmes/:id/preview', action: 'programme.read', desk: 'centre', access: STAFF,
  async load(ctx, request) {
    const data = await loadPart(ctx, request.params['id']!, { writing: false })
    const { blueprint } = data.shown.version.content
    const enough = formLength({ blueprint }) > 0 && blueprint.every((line) => data.shown.items.filter((item) => item.topic === line.topic).length >= line.count)
    return { ...data, drawn: enough ? drawForm(data.shown.items, blueprint, randomBytes(SEED_BYTES)) : undefined }
  },
  title: (_data, lang) => settingsText(lang).programme.preview,
  layout: partLayout,
  view: ({ lang, data: { shown, drawn } }) => {
    const text = settingsText(lang)
    const items = new Map<string, (typeof shown.items)[number]>(shown.items.map((item) => [item.id, item]))
    return (
      <>
        <h1>{text.programme.preview}</h1>
        <p>{text.preview.lead}</p>
        {drawn === undefined ? <NoticeBox tone="sun">{text.preview.notYet}</NoticeBox> : (
          <div class="t-stack">
            <ButtonRow><Button kind="secondary" href={`/${lang}/centre/programmes/${shown.version.id}/preview`} icon="refresh-cw">{text.preview.again}</Button></ButtonRow>
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
export const programmeWholePage = page<PartData>({
  path: '/centre/programmes/:id/whole', action: 'programme.read', desk: 'centre', access: [...STAFF, 'ministry', 'national-body', 'auditor'],
  load: (ctx, request) => loadPart(ctx, request.params['id']!, { writing: false }),
  title: (data, lang) => versionLine(data, lang),
  layout: partLayout,
  view: ({ lang, data }) => {
    const text = settingsText(lang)
    const { shown } = data
    const { content } = shown.version
    const paragraphs = (words: string) => words.split(/\n+/).filter((line) => line.trim() !== '').map((line, n) => <p key={n}>{line}</p>)
    return (
      <>
        <h1>{inLanguage(content.title, lang) || versionLine(data, lang)}</h1>
        <p>{versionLine(data, lang)}</p>
        <div class="t-stack">
          <Box title={text.editor.methodology}>{paragraphs(inLanguage(content.methodology, lang))}</Box>
          <Box title={text.editor.briefing}>{paragraphs(inLanguage(content.briefing, lang))}</Box>
          <Box title={text.editor.needs}>{paragraphs(inLanguage(content.needs, lang))}</Box>
          <Box title={`${text.programme.map}: ${inLanguage(content.map.title, lang)}`}>
            {paragraphs(inLanguage(content.map.task, lang))}
            <p>{fill(text.minutes, { n: content.map.minutes })}</p>
            <ol class="govuk-list govuk-list--number">
              {content.map.steps.map((step) => (
                <li key={step.no}>
                  <b>{inLanguage(step.operation, lang)}</b>{step.minutes !== null && `, ${fill(text.minutes, { n: step.minutes })}`}
                  <br />{inLanguage(step.criterion, lang)}{step.tools && <><br /><span class="t-quiet">{inLanguage(step.tools, lang)}</span></>}
                  <Tags>{step.critical && <Tag tone="red" icon="shield">{text.editor.safety}</Tag>}{step.optional && <Tag>{text.editor.notCounted}</Tag>}</Tags>
                </li>
              ))}
            </ol>
          </Box>
          {!shown.keys && <NoticeBox>{text.whole.keysHidden}</NoticeBox>}
          {content.topics.map((topic) => {
            const count = content.blueprint.find((line) => line.topic === topic.code)?.count ?? 0
            return (
              <Box key={topic.code} title={`${topic.code}. ${inLanguage(topic.name, lang)}`} aside={`${text.editor.topicCount}: ${count}`}>
                <p class="t-quiet">{text.editor.recommendation}: {inLanguage(content.recommendations[topic.code] ?? {}, lang)}</p>
                {shown.items.filter((item) => item.topic === topic.code).map((item) => (
                  <div key={item.id}>
                    <p><b>{item.code}. {item.stem.kk}</b><br /><span lang="ru">{item.stem.ru}</span></p>
                    <ul class="govuk-list govuk-list--bullet">{item.options.map((option) => <li key={option.key}>{option.key}) {option.text.kk} / <span lang="ru">{option.text.ru}</span></li>)}</ul>
                    {shown.keys && <p>{fill(text.whole.key, { key: (shown.keys.get(item.id) ?? []).join(', ') })}</p>}
                  </div>
                ))}
              </Box>
            )
          })}
        </div>
      </>
    )
  },
})
