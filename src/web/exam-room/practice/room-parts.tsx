import type { ComponentChildren } from 'preact'
import { legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatCountdown, formatDay, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { whyNotLetIn, type PracticeRoom } from '#modules/exams/index.ts'
import { FactStrip } from '../../ui/facts.tsx'
import { Button, ButtonRow, CheckboxSingle, ErrorSummary, FileField, Form, type FormState } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'
import { examRoomText } from '../exam-room-text.ts'
import { watchAddress } from '../watch/watch-box.tsx'
import { practiceText } from './practice-text.ts'
import { OwnWorkFiles, practiceBase, TaskFiles, WorkFileList } from './work-files.tsx'

interface RoomProps {
  room: PracticeRoom
  lang: Language
  form: FormState
  csrf: string
  requestKey: string
  watch?: ComponentChildren
}

/** What the island of the work needs: where it asks, and with what the page was drawn. */
const dataOf = (room: PracticeRoom, lang: Language) => ({ 'data-work': `${practiceBase(lang, room.number)}/state`, 'data-left': room.leftMs, 'data-halted': room.haltedAt ? 'yes' : undefined })

const whenOf = ({ sitting }: PracticeRoom, lang: Language) => fill(practiceText(lang).before.when, { date: formatDay(legalDay(sitting.startsAt), lang), from: formatTime(sitting.startsAt), to: formatTime(sitting.endsAt) })

/** The way to the preparation, while the proctor has not let him in. */
export function BeforePractice({ room, lang }: { room: PracticeRoom; lang: Language }) {
  const words = practiceText(lang).before
  return (
    <div class="t-q t-stack">
      <h1>{words.title}</h1>
      {room.noShow ? <NoticeBox tone="red">{room.notLetIn ? <>{examRoomText(lang).waiting.closedNotLetIn}. {whyNotLetIn(lang, room.notLetIn)}</> : words.absent}</NoticeBox> : (
        <>
          <p><b>{whenOf(room, lang)}</b></p>
          <p>{words.text}</p>
          <p><Button href={watchAddress(lang, room.number, 'practice')} iconAfter="arrow-right">{words.go}</Button></p>
        </>
      )}
    </div>
  )
}

/** After the theory: where the practice is, and when. */
export function ToPractice({ room, lang }: { room: PracticeRoom; lang: Language }) {
  const words = practiceText(lang).before
  return (
    <>
      <p>{words.title}. {whenOf(room, lang)}</p>
      <p><a href={room.state === 'before' ? watchAddress(lang, room.number, 'practice') : practiceBase(lang, room.number)}>{words.go}</a></p>
    </>
  )
}

export function ReadyForPractice({ room, lang, form, csrf, requestKey }: RoomProps) {
  const words = practiceText(lang).ready
  return (
    <div class="t-q">
      <ErrorSummary form={form} />
      <h1>{words.title}</h1>
      <FactStrip facts={[
        { term: words.facts.minutes, value: fill(words.minutes, { n: room.minutes }), ...(room.extraPercent ? { note: fill(words.extra, { percent: room.extraPercent }) } : {}) },
        { term: words.facts.files, value: String(room.taskFileCount) },
        { term: words.facts.language, value: words.languages[room.language] },
      ]} />
      <ul class="govuk-list govuk-list--bullet">{words.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
      <Form csrf={csrf} requestKey={requestKey} values={{ do: 'begin', device: '' }}><Button icon="circle-play">{words.start}</Button></Form>
    </div>
  )
}

/** The task, the files and the end of the work. A file is sent by the island without drawing the page anew: the recording goes on; without script the form does. */
export function Working({ room, lang, form, csrf, requestKey, watch }: RoomProps) {
  const words = practiceText(lang).work
  return (
    <>
      <div class="t-q t-stack" {...dataOf(room, lang)}>
        <ErrorSummary form={form} />
        <noscript><NoticeBox>{words.noScript}</NoticeBox></noscript>
        <div data-time-over hidden><NoticeBox tone="sun">{words.timeOver}</NoticeBox></div>
        <p class="t-small t-quiet">{words.screen}</p>
        <section aria-labelledby="task">
          <h1 id="task">{words.task}</h1>
          <div class="t-prose" lang={room.language}>{room.task.split(/\n+/).map((line) => <p key={line}>{line}</p>)}</div>
        </section>
        {room.taskFiles.length > 0 && <section aria-labelledby="task-files"><h2 id="task-files" class="t-h3">{words.taskFiles}</h2><TaskFiles files={room.taskFiles} number={room.number} lang={lang} saved /></section>}
        <section aria-labelledby="work-files" class="t-stack">
          <h2 id="work-files" class="t-h3">{words.files}</h2>
          <div data-work-files aria-live="polite"><OwnWorkFiles room={room} lang={lang} /></div>
          <Form csrf={csrf} requestKey={`${requestKey}-file`} files id="work-form" class="t-stack" values={{ do: 'file', device: '' }}>
            <FileField form={form} name="file" label={words.add} hint={fill(words.hint, { megabytes: room.limits.megabytes })} accept="application/pdf,image/jpeg,image/png" />
            <div data-refused hidden role="alert"><NoticeBox tone="red"><span data-refused-words /></NoticeBox></div>
            <p class="t-small" data-sent hidden role="status">{words.sent}</p>
            <p class="t-small" data-sending hidden role="status">{words.sending}</p>
            <p class="t-small" data-late hidden role="status">{words.late}</p>
            <Button kind="secondary" icon="upload">{words.send}</Button>
          </Form>
        </section>
        <Details summary={words.handIn} open={form.errors.some((error) => error.field === 'sure')}>
          <p>{words.handInText}</p>
          <div data-none hidden={room.files.length > 0}><NoticeBox tone="sun">{words.handInNone}</NoticeBox></div>
          <Form csrf={csrf} requestKey={`${requestKey}-hand-in`} values={{ do: 'hand-in', device: '' }}>
            <CheckboxSingle form={form} name="sure" label={words.sure} />
            <Button icon="check-check">{words.confirm}</Button>
          </Form>
        </Details>
      </div>
      <div class="t-exam__side">{watch}</div>
    </>
  )
}

/** Everybody of the sitting was stopped; the island looks whether it goes on. */
export function HaltedWork({ room, lang, watch }: RoomProps) {
  const words = practiceText(lang)
  return (
    <>
      <div class="t-q t-stack" {...dataOf(room, lang)}>
        <h1>{words.halted.title}</h1>
        <NoticeBox tone="red">{fill(words.halted.text, { at: formatTime(room.haltedAt!) })}</NoticeBox>
        <p><b class="t-num">{fill(words.halted.left, { time: formatCountdown(room.leftMs) })}</b></p>
        <p><Button kind="secondary" href={practiceBase(lang, room.number)} icon="refresh-cw">{words.refresh}</Button></p>
      </div>
      <div class="t-exam__side">{watch}</div>
    </>
  )
}

/** What was handed in, and what happens now. */
export function EndOfWork({ room, lang }: { room: PracticeRoom; lang: Language }) {
  const words = practiceText(lang)
  const end = room.workEnd
  const broken = end?.kind === 'removal' || end?.kind === 'stopped'
  return (
    <div class="t-q t-stack" data-ended>
      <h1>{words.end.titles[end?.kind ?? 'stopped']}</h1>
      {end && <p class="t-num">{fill(words.end.at, { at: formatTime(end.at) })}</p>}
      {end && broken ? <NoticeBox tone="red">{words.end[end.kind as 'removal' | 'stopped']}</NoticeBox> : <NoticeBox>{room.closed ? words.end.closed : words.end.next}</NoticeBox>}
      <section aria-labelledby="work-files"><h2 id="work-files" class="t-h3">{words.work.files}</h2><WorkFileList files={room.files} number={room.number} lang={lang} digests /></section>
      <ButtonRow>
        <Button kind="secondary" href={`/${lang}/cases/${room.number}`} icon="folder">{words.toCase}</Button>
        <Button kind="secondary" href={`/${lang}/cases/${room.number}/watch?stage=practice`} icon="eye">{words.end.watch}</Button>
      </ButtonRow>
    </div>
  )
}
