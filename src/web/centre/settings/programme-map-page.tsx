import { Denial } from '#kernel/denial.ts'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { addTaskFile, readTaskFileLimits, removeTaskFile, saveProgrammePart, type MapStep, type TaskFileLimits } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow, CheckboxSingle, ErrorSummary, Form, NumberField, SelectField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { revisionOf, wholeField } from './desk-facts.ts'
import { loadPart, partLayout, type EditorDesk, type PartData } from './programme-parts.ts'
import { settingsText } from './settings-text.ts'
import { TaskFilesBox } from './task-files.tsx'
import { TextTrio, trioOf } from './text-trio.tsx'

const MOVES = ['step-up', 'step-down', 'step-removed'] as const

interface MapData extends PartData {
  limits: TaskFileLimits
}

/** The technological map: the task with its files, and its operations in their order. */
export const programmeMapPage = (desk: EditorDesk) => page<MapData>({
  path: `${desk.base}/:id/map`, action: 'programme.write', desk: desk.desk, access: desk.writers, files: true,
  load: async (ctx, request) => ({ ...(await loadPart(desk, ctx, request.params['id']!, { writing: true })), limits: await readTaskFileLimits(ctx, request.params['id']!) }),
  title: (_data, lang) => settingsText(lang).programme.map,
  layout: partLayout(desk),
  async post(ctx, { form, lang, params }) {
    const text = settingsText(lang)
    const seen = { versionId: params['id']!, revision: revisionOf(form) }
    const here = `/${lang}${desk.base}/${params['id']}/map`
    const move = MOVES.find((each) => each === form.text('do'))
    if (move) {
      await saveProgrammePart(ctx, { ...seen, part: move, no: wholeField(form, 'no') ?? 0 })
      return { to: here, flash: move === 'step-removed' ? text.editor.removed : text.editor.moved }
    }
    if (form.text('do') === 'task-file-added') {
      await addTaskFile(ctx, { ...seen, file: form.file('file') })
      return { to: here, flash: text.taskFiles.added }
    }
    if (form.text('do') === 'task-file-removed') {
      await removeTaskFile(ctx, { ...seen, fileId: form.text('file') })
      return { to: here, flash: text.taskFiles.removed }
    }
    const minutes = wholeField(form, 'minutes')
    if (minutes === undefined) return { errors: [{ field: 'minutes', message: text.editor.minutesWrong }] }
    await saveProgrammePart(ctx, { ...seen, part: 'map', title: trioOf(form, 'title'), task: trioOf(form, 'task'), minutes })
    return { to: here, flash: text.saved }
  },
  view: ({ lang, data: { shown: { version }, limits }, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.editor
    const { map } = version.content
    const here = `/${lang}${desk.base}/${version.id}/map`
    return (
      <>
        <h1>{text.programme.map}</h1>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Box title={words.steps} aside={<a href={`${here}/new`}>{words.addStep}</a>} flush>
            <Table caption={words.steps} captionHidden columns={[{ title: '№', numeric: true }, { title: words.operation }, { title: words.criterion }, { title: words.stepMinutes, numeric: true }, { title: '' }]}
              rows={map.steps.map((step) => ({
                key: step.no,
                cells: [
                  step.no,
                  <><a href={`${here}/${step.no}`}>{inLanguage(step.operation, lang)}</a><Tags>{step.critical && <Tag tone="red" icon="shield">{words.safety}</Tag>}{step.optional && <Tag>{words.notCounted}</Tag>}</Tags></>,
                  inLanguage(step.criterion, lang), step.minutes ?? text.programme.none,
                  <Form csrf={csrf} requestKey={`${requestKey}-${step.no}`} version={version.revision} values={{ no: step.no }}>
                    {step.no > 1 && <Button kind="link" name="do" value="step-up" icon="arrow-up" more={String(step.no)}>{words.up}</Button>}{' '}
                    {step.no < map.steps.length && <Button kind="link" name="do" value="step-down" icon="arrow-down" more={String(step.no)}>{words.down}</Button>}{' '}
                    <Button kind="link" name="do" value="step-removed" icon="trash" more={String(step.no)}>{words.remove}</Button>
                  </Form>,
                ],
              }))} />
          </Box>
          <Box title={words.task}>
            <Form csrf={csrf} requestKey={requestKey} version={version.revision}>
              <TextTrio lang={lang} form={form} name="title" label={words.mapTitle} value={map.title} />
              <TextTrio lang={lang} form={form} name="task" label={words.task} value={map.task} rows={5} />
              <NumberField form={form} name="minutes" label={words.mapMinutes} value={map.minutes > 0 ? String(map.minutes) : ''} />
              <Button icon="save">{text.save}</Button>
            </Form>
          </Box>
          <TaskFilesBox lang={lang} files={map.files ?? []} limits={limits} here={`/${lang}${desk.base}/${version.id}`} form={form} csrf={csrf} requestKey={requestKey} revision={version.revision} />
        </div>
      </>
    )
  },
})

interface StepData extends PartData {
  step: MapStep | undefined
}

/** One operation of the map, or a new one at its end. */
export const programmeStepPage = (desk: EditorDesk) => page<StepData>({
  path: `${desk.base}/:id/map/:no`, action: 'programme.write', desk: desk.desk, access: desk.writers,
  async load(ctx, request) {
    const data = await loadPart(desk, ctx, request.params['id']!, { writing: true })
    const no = request.params['no']!
    const step = data.shown.version.content.map.steps.find((each) => String(each.no) === no)
    if (no !== 'new' && !step) throw new Denial('not-found')
    return { ...data, step }
  },
  title: ({ step }, lang) => (step ? fill(settingsText(lang).editor.stepNo, { n: step.no }) : settingsText(lang).editor.newStep),
  layout: ({ data, lang }) => ({ ...partLayout(desk)({ data, lang }), back: { href: `/${lang}${desk.base}/${data.shown.version.id}/map`, text: settingsText(lang).programme.map } }),
  async post(ctx, { form, lang, params }) {
    const text = settingsText(lang)
    const minutes = form.text('minutes') === '' ? null : wholeField(form, 'minutes')
    if (minutes === undefined) return { errors: [{ field: 'minutes', message: text.editor.minutesWrong }] }
    const tools = trioOf(form, 'tools')
    const topic = form.text('topic')
    const skill = trioOf(form, 'skill')
    await saveProgrammePart(ctx, {
      versionId: params['id']!, revision: revisionOf(form), part: 'step',
      step: {
        operation: trioOf(form, 'operation'), criterion: trioOf(form, 'criterion'), minutes, critical: form.text('critical') === 'yes', optional: form.text('optional') === 'yes',
        ...(tools.kk === '' && tools.ru === '' ? {} : { tools }), ...(topic === '' ? {} : { topic }), ...(skill.kk === '' && skill.ru === '' ? {} : { skill }), ...(params['no'] === 'new' ? {} : { no: Number(params['no']) }),
      },
    })
    return { to: `/${lang}${desk.base}/${params['id']}/map`, flash: text.saved }
  },
  view: ({ lang, data: { shown: { version }, step }, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.editor
    return (
      <>
        <h1>{step ? fill(words.stepNo, { n: step.no }) : words.newStep}</h1>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey} version={version.revision}>
          <TextTrio lang={lang} form={form} name="operation" label={words.operation} value={step?.operation} rows={2} />
          <TextTrio lang={lang} form={form} name="criterion" label={words.criterion} value={step?.criterion} rows={3} />
          <TextTrio lang={lang} form={form} name="tools" label={words.tools} value={step?.tools} />
          <TextTrio lang={lang} form={form} name="skill" label={words.stepSkill} value={step?.skill} />
          <NumberField form={form} name="minutes" label={words.stepMinutes} optional value={step?.minutes ? String(step.minutes) : ''} />
          <SelectField form={form} name="topic" label={words.stepTopic} empty={words.noTopic} value={step?.topic ?? ''} options={version.content.topics.map((topic) => ({ value: topic.code, label: `${topic.code}. ${inLanguage(topic.name, lang)}` }))} />
          <CheckboxSingle form={form} name="critical" label={words.critical} checked={step?.critical} />
          <CheckboxSingle form={form} name="optional" label={words.optional} checked={step?.optional} />
          <ButtonRow><Button icon="save">{text.save}</Button></ButtonRow>
        </Form>
      </>
    )
  },
})
