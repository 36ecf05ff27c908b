import { legalDay, type Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { formatCountdown, formatDay, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { ONLINE_BREAKDOWN_GROUNDS } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import type { WatchedAttempt } from '#modules/proctoring/index.ts'
import { Button, Form, NumberField, SelectField, TextArea, type FormState } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Details } from '../ui/why.tsx'
import { proctorText } from './proctor-text.ts'

interface ActProps {
  lang: Language
  form: FormState
  csrf: string
  requestKey: string
}

/** A failure that ends the work of this computer or line for a while; a short one only gives minutes back. */
export function BreakOff({ lang, form, csrf, requestKey, stage }: ActProps & { stage: Stage }) {
  const words = proctorText(lang).attempt
  return (
    <Details summary={words.broken.write} open={form.values['do'] === 'break-off'}>
      <p class="t-small t-quiet">{words.broken.lead}</p>
      <Form csrf={csrf} requestKey={`${requestKey}-break-off`} values={{ do: 'break-off', stage }}>
        <SelectField form={form} name="breakGround" label={words.broken.kind} options={ONLINE_BREAKDOWN_GROUNDS.map((ground) => ({ value: ground, label: exams[lang].incidents[ground] }))} />
        <TextArea form={form} name="breakNote" label={words.note} rows={2} maxLength={1000} />
        <NumberField form={form} name="breakMinutes" label={words.broken.minutes} width="5" value="0" />
        <Button kind="secondary">{words.broken.save}</Button>
      </Form>
    </Details>
  )
}

/** A browser that lost its name looks like a second computer; nobody is locked out of his exam for it. */
export function OtherComputer({ lang, csrf, requestKey, stage }: Omit<ActProps, 'form'> & { stage: Stage }) {
  const words = proctorText(lang).attempt.computer
  return (
    <Details summary={words.title}>
      <p class="t-small t-quiet">{words.lead}</p>
      <Form csrf={csrf} requestKey={`${requestKey}-computer`} values={{ do: 'computer', stage }}><Button kind="secondary" icon="monitor">{words.let}</Button></Form>
    </Details>
  )
}

const clock = (at: Moment, now: Moment, lang: Language) => (legalDay(at) === legalDay(now) ? formatTime(at) : `${formatDay(legalDay(at), lang)}, ${formatTime(at)}`)

/** What broke off, since when and why, and the two ways on: within the sitting, or another day. */
export function Broken({ view, broken, lang, csrf, requestKey }: ActProps & { view: WatchedAttempt; broken: NonNullable<NonNullable<WatchedAttempt['run']>['broken']> }) {
  const words = proctorText(lang).attempt.broken
  const { leftMs, mayGoOn, recordedByName } = view.broken!
  const isOver = view.now >= view.sitting.endsAt
  return (
    <>
      <NoticeBox tone="sun" title={fill(words.title, { at: clock(broken.recordedAt, view.now, lang), ground: exams[lang].incidents[broken.ground] })}>
        <p>{broken.note}</p>
        <p>{fill(words.left, { time: formatCountdown(leftMs), name: recordedByName })}</p>
        {!isOver && <p>{fill(words.until, { at: formatTime(view.sitting.endsAt) })}</p>}
        {broken.letOnAt ? <p><b>{fill(words.letOn, { at: formatTime(broken.letOnAt) })}</b></p> : mayGoOn && !isOver ? (
          <>
            <p>{words.again}</p>
            <Form csrf={csrf} requestKey={`${requestKey}-let-go-on`} values={{ do: 'let-go-on', stage: view.stage }}><Button icon="circle-play">{words.go}</Button></Form>
          </>
        ) : !mayGoOn && <p>{words.anew}</p>}
      </NoticeBox>
      <Details summary={words.another} open={!mayGoOn || isOver}>
        <p class="t-small t-quiet">{words.anotherText}</p>
        <Form csrf={csrf} requestKey={`${requestKey}-another-day`} values={{ do: 'another-day', stage: view.stage }}><Button kind="secondary" icon="calendar">{words.another}</Button></Form>
      </Details>
    </>
  )
}
