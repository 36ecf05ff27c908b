import { page, type FieldError } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { saveProgrammePart, type BlueprintLine, type ProgrammeText, type Topic } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ErrorSummary, Form, NumberField, TextField } from '../../ui/form.tsx'
import { revisionOf, wholeField } from './desk-facts.ts'
import { loadPart, partLayout, type EditorDesk, type PartData } from './programme-parts.ts'
import { settingsText } from './settings-text.ts'
import { TextTrio, trioOf } from './text-trio.tsx'

const EMPTY_ROWS = 3

/** The texts of a draft: title, methodology, briefing, what to bring, time of the theory. */
export const programmeTextsPage = (desk: EditorDesk) => page<PartData>({
  path: `${desk.base}/:id/texts`, action: 'programme.write', desk: desk.desk, access: desk.writers,
  load: (ctx, request) => loadPart(desk, ctx, request.params['id']!, { writing: true }),
  title: (_data, lang) => settingsText(lang).programme.texts,
  layout: partLayout(desk),
  async post(ctx, { form, lang, params }) {
    const text = settingsText(lang)
    const theoryMinutes = wholeField(form, 'theoryMinutes')
    if (theoryMinutes === undefined) return { errors: [{ field: 'theoryMinutes', message: text.editor.minutesWrong }] }
    await saveProgrammePart(ctx, {
      versionId: params['id']!, revision: revisionOf(form), part: 'texts', title: trioOf(form, 'title'), methodology: trioOf(form, 'methodology'), briefing: trioOf(form, 'briefing'), needs: trioOf(form, 'needs'), theoryMinutes,
    })
    return { to: `/${lang}${desk.base}/${params['id']}`, flash: text.saved }
  },
  view: ({ lang, data: { shown: { version } }, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.editor
    const { content } = version
    return (
      <>
        <h1>{text.programme.texts}</h1>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey} version={version.revision}>
          <TextTrio lang={lang} form={form} name="title" label={words.title} value={content.title} />
          <NumberField form={form} name="theoryMinutes" label={words.theoryMinutes} value={content.theoryMinutes > 0 ? String(content.theoryMinutes) : ''} />
          <TextTrio lang={lang} form={form} name="methodology" label={words.methodology} hint={words.methodologyHint} value={content.methodology} rows={8} />
          <TextTrio lang={lang} form={form} name="briefing" label={words.briefing} hint={words.briefingHint} value={content.briefing} rows={8} />
          <TextTrio lang={lang} form={form} name="needs" label={words.needs} value={content.needs} rows={4} />
          <Button icon="save">{text.save}</Button>
        </Form>
      </>
    )
  },
})

/** Topics, how many questions of each stand in an exam, and what is recommended to who fails in it. */
export const programmeTopicsPage = (desk: EditorDesk) => page<PartData>({
  path: `${desk.base}/:id/topics`, action: 'programme.write', desk: desk.desk, access: desk.writers,
  load: (ctx, request) => loadPart(desk, ctx, request.params['id']!, { writing: true }),
  title: (_data, lang) => settingsText(lang).programme.topics,
  layout: partLayout(desk),
  async post(ctx, { form, lang, params }) {
    const text = settingsText(lang)
    const topics: Topic[] = []
    const blueprint: BlueprintLine[] = []
    const recommendations: Record<string, ProgrammeText> = {}
    const errors: FieldError[] = []
    const rows = Math.min(wholeField(form, 'rows') ?? 0, 60)
    for (let n = 0; n < rows; n++) {
      const code = form.text(`code-${n}`)
      if (code === '') continue
      topics.push({ code, name: trioOf(form, `name-${n}`) })
      const count = form.text(`count-${n}`) === '' ? 0 : wholeField(form, `count-${n}`)
      if (count === undefined) errors.push({ field: `count-${n}`, message: text.editor.countWrong })
      else if (count > 0) blueprint.push({ topic: code, count })
      const advice = trioOf(form, `advice-${n}`)
      if (advice.kk !== '' || advice.ru !== '') recommendations[code] = advice
    }
    if (errors.length > 0) return { errors }
    await saveProgrammePart(ctx, { versionId: params['id']!, revision: revisionOf(form), part: 'topics', topics, blueprint, recommendations })
    return { to: `/${lang}${desk.base}/${params['id']}/topics`, flash: text.saved }
  },
  view: ({ lang, data: { shown: { version } }, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.editor
    const { topics, blueprint, recommendations } = version.content
    const rows: (Topic | undefined)[] = [...topics, ...Array.from({ length: EMPTY_ROWS }, () => undefined)]
    return (
      <>
        <h1>{text.programme.topics}</h1>
        <ErrorSummary form={form} />
        <p>{words.topicsHint}</p>
        <Form csrf={csrf} requestKey={requestKey} version={version.revision} values={{ rows: rows.length }}>
          <div class="t-stack">
            {rows.map((topic, n) => (
              <Box key={n} title={topic ? fill(words.topicNo, { n: n + 1 }) : words.newTopic}>
                <TextField form={form} name={`code-${n}`} label={words.topicCode} width="8" value={topic?.code ?? ''} />
                <NumberField form={form} name={`count-${n}`} label={words.topicCount} width="5" value={String(blueprint.find((line) => line.topic === topic?.code)?.count ?? (topic ? 0 : ''))} />
                <TextTrio lang={lang} form={form} name={`name-${n}`} label={words.topicName} value={topic?.name} />
                <TextTrio lang={lang} form={form} name={`advice-${n}`} label={words.recommendation} value={topic && recommendations[topic.code]} rows={2} />
              </Box>
            ))}
            <Button icon="save">{text.save}</Button>
          </div>
        </Form>
      </>
    )
  },
})
