import type { ComponentChildren } from 'preact'
import type { Language } from '#kernel/localized.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { ExamRoom } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { Button, ErrorSummary, Form, type FormState } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Question, QuestionGrid, SaveStateNote } from '../ui/question.tsx'
import { examRoomText } from './exam-room-text.ts'

export interface RunProps {
  room: ExamRoom
  lang: Language
  /** What was refused when the form was last sent. */
  form: FormState
  csrf: string
  requestKey: string
  /** Of an exam on line: where it is watched. */
  watch?: ComponentChildren
  /** And what an unread warning is about. */
  clip?: ComponentChildren
}

/**
 * The whole form on one page: without script a long form with a button under every question; the island shows one question at a
 * time, saves each answer at once and goes on when the line is lost.
 */
export function RunningExam({ room, lang, form, csrf, requestKey, watch }: RunProps) {
  const words = examRoomText(lang).run
  const here = `/${lang}/exam/${room.number}`
  const given = room.warnings.filter((warning) => warning.counts).length
  const answered = (no: number) => (room.answers[no] ?? []).length > 0
  const texts = { savedTitle: words.savedTitle, savedWords: words.savedWords, savingTitle: words.savingTitle, savingWords: words.savingWords, offlineTitle: words.offlineTitle, offlineWords: words.offlineWords }
  return (
    <>
      <form method="post" class="t-run" id="exam" data-run={room.runId ?? ''} data-seq={room.lastSeq} data-left={room.leftMs} data-csrf={csrf} data-answers={`${here}/answers`} data-words={JSON.stringify(texts)} noValidate>
        <input type="hidden" name="csrf" value={csrf} /><input type="hidden" name="requestKey" value={requestKey} />
        <ErrorSummary form={form} />
        <noscript><NoticeBox>{words.noScript}</NoticeBox></noscript>
        {room.questions.map((question, place) => (
          <section key={question.no} id={`q-${question.no}`} class="t-run__q" data-no={question.no} lang={room.language} tabIndex={-1}>
            <Question n={question.no} total={room.total} kind={question.kind === 'single' ? 'one' : 'several'} name={`q${question.no}`} text={question.text} level={2} keys
              options={question.options.map((option) => ({ value: option.key, label: option.text }))} chosen={room.answers[question.no] ?? []} flag={{ name: 'flag', value: String(question.no), flagged: false }}
              actions={(
                <>
                  {place > 0 && <a class="govuk-button govuk-button--secondary" href={`#q-${question.no - 1}`} data-go>{words.back}</a>}
                  {place < room.questions.length - 1 && <a class="govuk-button" href={`#q-${question.no + 1}`} data-go>{words.next}</a>}
                  <button class="govuk-button t-run__save" name="save" value={question.no}>{place < room.questions.length - 1 ? words.save : words.saveLast}</button>
                  <a class="sp" href={`${here}/hand-in`} data-hand-in>{words.handIn}</a>
                </>
              )} />
          </section>
        ))}
      </form>
      <div class="t-exam__side">
        <SaveStateNote state="saved" title={words.savedTitle}>{words.savedWords}</SaveStateNote>
        <QuestionGrid done={room.questions.filter((question) => answered(question.no)).length} total={room.total} cells={room.questions.map((question) => ({ n: question.no, href: `#q-${question.no}`, answered: answered(question.no) }))} />
        <section class="t-card"><h2>{given > 0 ? fill(words.warned, { n: given }) : words.warnings}</h2><p class="t-small t-quiet">{given > 0 ? words.warningNext : words.warningsText}{room.countsByStage && ` ${words.warningsByStage}`}</p></section>
        {watch}
      </div>
    </>
  )
}

/** A warning stands before the questions until the candidate says that he has read it; his time goes on. */
export function Warnings({ room, lang, form, csrf, requestKey, watch, clip }: Omit<RunProps, 'room'> & { room: Pick<ExamRoom, 'warnings'> }) {
  const words = examRoomText(lang).run
  return (
    <div class="t-q t-stack">
      <ErrorSummary form={form} />
      <h1>{words.warningTitle}</h1>
      {room.warnings.filter((warning) => !warning.acknowledged).map((warning) => (
        <NoticeBox key={warning.id} tone="red" title={fill(words.warningText, { ground: exams[lang].grounds[warning.ground as 'other'] ?? warning.ground, note: warning.note })}><p>{fill(words.warningAt, { at: formatTime(warning.recordedAt) })}</p>{warning.counts && <p>{words.warningNext}</p>}</NoticeBox>
      ))}
      {clip}
      <Form csrf={csrf} requestKey={requestKey} values={{ do: 'understood' }}><p><Button icon="check">{words.understood}</Button></p></Form>
      {watch}
    </div>
  )
}
