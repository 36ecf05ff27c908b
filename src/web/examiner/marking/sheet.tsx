import { inLanguage, type Language } from '#kernel/localized.ts'
import { msBetween } from '#kernel/day.ts'
import { page } from '#platform/http/page.ts'
import { formatHours, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { acceptSheet, callThirdAssessor, decideDispute, endPractice, markStep, readMarking, setAsideSheet, stopPractice, type MarkingView, type SetAsideGround } from '#modules/exams/index.ts'
import { findRecordingToMark, type RecordingToMark } from '#modules/proctoring/index.ts'
import { askedOneOf } from '../../asked.ts'
import { WorkBox } from '../../exam-room/practice/work-box.tsx'
import { Button, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { MarkButtons, OperationCard, OperationStrip } from '../../ui/mark-buttons.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Timer } from '../../ui/question.tsx'
import { Details } from '../../ui/why.tsx'
import { markingText } from './marking-text.ts'
import { RecordingBox } from './recording.tsx'
import { recordingText } from './recording-text.ts'
import { SetAsideForm, SetAsideList } from './set-aside-parts.tsx'
import { DisputeBox, PhotoList, SheetList, SkillTable } from './sheet-parts.tsx'

interface SheetData {
  view: MarkingView
  /** Of a practice on line, for whoever marks it. */
  recording: RecordingToMark | undefined
  no: number
}
type MapStep = MarkingView['steps'][number]

/** The tablet in the workshop: one operation at a time, two big marks, nothing lost. */
export const markingPage = page<SheetData>({
  path: '/examiner/marking/:number', action: 'practice.read', desk: 'exam-room', access: ['assessor', 'centre-head', 'invigilator', 'ministry', 'national-body', 'auditor'],
  async load(ctx, request) {
    const view = await readMarking(ctx, request.params['number']!)
    const asked = askedOneOf(request, 'step', view.steps.map((step) => String(step.no)))
    const open = view.steps.find((step) => (view.disputed.length > 0 ? view.disputed.includes(step.no) : !step.own)) ?? view.steps.at(-1)
    const recording = view.sitting?.mode === 'online' && (view.mayMark || view.mayDecide) ? await findRecordingToMark(ctx, view.number) : undefined
    return { view, recording, no: asked === undefined ? open?.no ?? 1 : Number(asked) }
  },
  title: ({ view }, lang) => `${markingText(lang).sheet.title} · ${view.number}`,
  layout: ({ data: { view }, lang }) => {
    const leftMs = view.endsAt && !view.run?.endedAt && !view.work?.endedAt ? Math.max(0, msBetween(view.now, view.endsAt)) : undefined
    const words = markingText(lang).sheet
    return {
      kind: 'marking', heading: view.candidate, subheading: `${view.profession}, ${fill(markingText(lang).level, { level: view.level })}`,
      aside: leftMs === undefined ? undefined : <Timer left={formatHours(leftMs)} spoken={leftMs === 0 ? words.over : fill(words.left, { n: Math.ceil(leftMs / 60_000) })} />,
    }
  },
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const words = markingText(lang).sheet
    const here = `/${lang}/examiner/marking/${number}`
    const step = Number(form.text('step'))
    switch (form.text('do')) {
      case 'end':
        await endPractice(ctx, { number })
        return { to: here }
      case 'accept':
        await acceptSheet(ctx, { number })
        return { to: here, flash: words.accepted }
      case 'decide':
        await decideDispute(ctx, { number, step, done: form.text('decision') === 'done', reason: form.text('reason') })
        return { to: here, flash: words.decided }
      case 'third':
        await callThirdAssessor(ctx, { number, accountId: form.text('accountId') })
        return { to: here, flash: words.thirdSaved }
      case 'set-aside':
        await setAsideSheet(ctx, { number, assessorId: form.text('assessor'), ground: form.text('ground') as SetAsideGround, note: form.text('set-aside-note'), successorId: form.text('successor') || null })
        return { to: here, flash: words.setAsideSaved }
      case 'stop':
        await stopPractice(ctx, { number, step, ground: form.text('ground') })
        return { to: here, flash: words.stopped }
      default: {
        await markStep(ctx, { number, step, done: form.text('mark') === 'done', note: form.text('note') })
        const { steps } = await readMarking(ctx, number)
        const next = steps.find((each) => each.no > step)?.no
        return { to: next ? `${here}?step=${next}` : `${here}?step=${step}`, flash: fill(words.saved, { n: step }) }
      }
    }
  },
  view: (p) => {
    const { lang, data: { view, recording, no } } = p
    const words = markingText(lang).sheet
    const here = `/${lang}/examiner/marking/${view.number}`
    const step = view.steps.find((each) => each.no === no)!
    const place = view.steps.indexOf(step)
    const running = view.run !== null && view.run.endedAt === null
    return (
      <>
        <OperationStrip cells={view.steps.map((each) => ({ n: each.no, href: `${here}?step=${each.no}`, mark: each.state === 'done' ? 'done' : each.state === 'not-done' || each.state === 'disagreed' ? 'not-done' : undefined, current: each.no === no }))} />
        <ErrorSummary form={p.form} />
        {!view.run && (view.sitting?.mode === 'online' ? <NoticeBox tone="sun" title={recordingText(lang).notBegunTitle}>{recordingText(lang).notBegun}</NoticeBox> : <NoticeBox tone="sun" title={words.notRunning}>{words.notRunningText}</NoticeBox>)}
        {view.run?.endedAt && <NoticeBox tone={view.run.passed ? 'green' : 'red'}>{fill(words.ended, { result: view.run.passed ? words.passed : words.failed })}</NoticeBox>}
        {running && !view.mayMark && !view.mayDecide && view.thirds.length === 0 && view.maySetAside.assessors.length === 0 && <NoticeBox>{words.onlyReads}</NoticeBox>}
        <OperationCard place={fill(words.place, { n: place + 1, total: view.steps.length })} tag={step.critical ? words.critical : step.optional ? words.optional : words.required} critical={step.critical} title={inLanguage(step.operation, lang)}
          rows={[
            { term: words.criterion, value: inLanguage(step.criterion, lang) }, ...(step.tools ? [{ term: words.tools, value: inLanguage(step.tools, lang) }] : []),
            ...(view.opened && step.marks.length > 0 ? [{ term: words.marksTitle, value: marksOf(step.marks, lang) }] : []),
            ...(step.photos.length > 0 ? [{ term: words.photos, value: <PhotoList view={view} no={no} lang={lang} /> }] : []),
            ...(step.verdicts.length > 0 ? [{ term: words.verdicts, value: marksOf(step.verdicts, lang) }] : []),
          ]} />
        {view.disputed.length > 0 ? <DisputeBox p={p} view={view} no={no} /> : step.state === 'disagreed' && <NoticeBox tone="red">{words.disagreed}</NoticeBox>}
        {running && view.mayMark && !view.ownAccepted && (
          <Form csrf={p.csrf} requestKey={p.requestKey} values={{ step: no }}>
            <TextArea form={p.form} name="note" label={words.note} hint={words.noteHint} rows={2} value={step.own?.note ?? ''} />
            <MarkButtons marked={step.own ? (step.own.done ? 'done' : 'not-done') : undefined} doneNote={step.own?.done ? fill(words.marked, { at: formatTime(step.own.markedAt) }) : undefined} notDoneNote={step.own && !step.own.done ? fill(words.marked, { at: formatTime(step.own.markedAt) }) : undefined} />
          </Form>
        )}
        <div class="t-row">
          {place > 0 && <Button kind="secondary" href={`${here}?step=${view.steps[place - 1]!.no}`} icon="arrow-left">{words.prev}</Button>}
          {place < view.steps.length - 1 && <Button kind="secondary" href={`${here}?step=${view.steps[place + 1]!.no}`} iconAfter="arrow-right">{words.next}</Button>}
          <Button kind="link" href={`/${lang}/examiner`}>{words.back}</Button>
        </div>
        {view.work && <WorkBox view={view} lang={lang} />}
        {recording && <RecordingBox found={recording} lang={lang} />}
        {running && view.mayMark && <Ending p={p} step={step} />}
        {view.skills.length > 0 && <SkillTable view={view} lang={lang} />}
        {view.run && <SheetList view={view} lang={lang} />}
        {view.setAside.length > 0 && <SetAsideList view={view} lang={lang} />}
        {view.maySetAside.assessors.length > 0 && <SetAsideForm p={p} view={view} />}
        <Details summary={words.task}><p>{inLanguage(view.task, lang)}</p></Details>
      </>
    )
  },
})

function Ending({ p, step }: { p: { lang: Language; data: SheetData; csrf: string; requestKey: string; form: Parameters<typeof TextArea>[0]['form'] }; step: MapStep }) {
  const words = markingText(p.lang).sheet
  const { view } = p.data
  const only = view.alone && !view.ownAccepted
  return (
    <>
      {view.ownAccepted && !view.opened && <NoticeBox tone="green">{words.waitOthers}</NoticeBox>}
      {view.ownWhole && !view.ownAccepted && !only && !view.work?.underWay && (
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-accept`} values={{ do: 'accept', step: step.no }}>
          <NoticeBox tone="sun">{words.acceptText}</NoticeBox>
          <p><Button icon="check-check">{words.accept}</Button></p>
        </Form>
      )}
      {(view.mayEnd || (view.ownWhole && only)) && !view.work?.underWay && (
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-end`} values={{ do: 'end', step: step.no }}>
          <NoticeBox tone="sun">{only ? words.endAlone : words.endAll}</NoticeBox>
          <p><Button icon="check-check">{words.end}</Button></p>
        </Form>
      )}
      {step.critical && (
        <Details summary={words.stop}>
          <Form csrf={p.csrf} requestKey={`${p.requestKey}-stop`} values={{ do: 'stop', step: step.no }}>
            <p class="t-red">{words.stopText}</p>
            <TextArea form={p.form} name="ground" label={words.ground} rows={2} />
            <Button kind="warning" icon="alert">{words.stopSure}</Button>
          </Form>
        </Details>
      )}
    </>
  )
}

function marksOf(marks: MapStep['marks'], lang: Language): string {
  const words = markingText(lang).sheet
  return marks.map((mark) => `${fill(mark.done ? words.done : words.notDone, { name: mark.assessor })}${mark.seconds ? ` (${fill(words.measured, { time: minutesOf(mark.seconds) })})` : ''}${mark.note ? ` — ${mark.note}` : ''}`).join('; ')
}
function minutesOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
