import { nothingFound } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page, type FormBody } from '#platform/http/page.ts'
import { formatCountdown, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { acknowledgeWarning, findPracticeRoom, readExamRoom, saveAnswers, startTheory, type ExamRoom, type PracticeRoom } from '#modules/exams/index.ts'
import { assertNamedComputer, findWarningClip, openRecording, readChat, writeMessage, type Chat, type WarningClip } from '#modules/proctoring/index.ts'
import { Button, ErrorSummary, Form } from '../ui/form.tsx'
import { FactStrip } from '../ui/facts.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Timer } from '../ui/question.tsx'
import { EndOfTheory } from './end.tsx'
import { BrokenDown } from './broken.tsx'
import { Halted } from './halted.tsx'
import { BeforePractice, ToPractice } from './practice/room-parts.tsx'
import { examRoomText } from './exam-room-text.ts'
import { NotLetInBox } from './not-let-in-box.tsx'
import { RunningExam, Warnings, type RunProps } from './running.tsx'
import { SEAT_COOKIE } from './seat.tsx'
import { TrialOffer } from './watch/trial-page.tsx'
import { NotAdmittedOnline, WarningClipBox, WatchBox } from './watch/watch-box.tsx'

interface RoomData extends ExamRoom {
  /** What an unread warning of an exam on line is about, and the opening of the recording under which it is shown. */
  clip?: WarningClip | undefined
  viewId?: string | undefined
  chat?: Chat | undefined
  /** The practice on line that is before him, in his account: his way leads there. */
  practice?: PracticeRoom | undefined
}

/** The desk of one candidate, in his account or at a seat of the centre: waiting, ready, writing, ended. */
export const roomPage = page<RoomData>({
  path: '/exam/:number', action: 'exam.sit', desk: 'exam-room', access: 'public', islands: ['exam-room', 'proctoring', 'chat'],
  bringsToStore: (room) => room.sitting?.mode === 'online' && room.state === 'running',
  async load(ctx, request) {
    const room = await readExamRoom(ctx, { number: request.params['number']!, token: request.cookies[SEAT_COOKIE] })
    if (room.state === 'ended' || !room.sitting) return { ...room, practice: await findOwnPractice(ctx, room.number) }
    if (room.broken && room.sitting.mode === 'online') return { ...room, chat: await readChat(ctx, room.number, 'theory') }
    if (room.sitting.mode !== 'online' || room.state !== 'running') return room
    const unread = room.warnings.some((warning) => !warning.acknowledged)
    return { ...room, chat: await readChat(ctx, room.number, 'theory'), ...(unread ? { clip: await findWarningClip(ctx, room.number, 'theory'), viewId: request.query.get('view') ?? undefined } : {}) }
  },
  title: (room, lang) => `${examRoomText(lang).title} · ${room.number}`,
  layout: ({ data: room, lang }) => ({ ...frameOf(room, lang), aside: room.state === 'running' && room.endsAt && !room.haltedAt ? <Timer left={formatCountdown(room.leftMs)} spoken={fill(examRoomText(lang).run.leftSpoken, { n: Math.ceil(room.leftMs / 60_000) })} endsAt={room.endsAt} /> : undefined }),
  async post(ctx, { lang, params, cookies, form }) {
    const seat = { number: params['number']!, token: cookies[SEAT_COOKIE] }
    const here = `/${lang}/exam/${seat.number}`
    switch (form.text('do')) {
      case 'start': {
        const room = await readExamRoom(ctx, seat)
        if (room.sitting?.mode === 'online') assertNamedComputer(form.text('device'))
        await startTheory(ctx, seat)
        return { to: here, cookies: room.largePrint ? [{ name: 'print', value: '150', maxAgeSeconds: 12 * 3600 }] : [] }
      }
      case 'message':
        await writeMessage(ctx, { number: seat.number, stage: 'theory', text: form.text('text') })
        return { to: here }
      case 'clip':
        return { to: `${here}?view=${await openRecording(ctx, { number: seat.number, stage: 'theory', purpose: 'own' })}` }
      case 'understood':
        await acknowledgeWarning(ctx, seat)
        return { to: here }
      default: {
        const room = await readExamRoom(ctx, seat)
        const changes = changesOf(room, form)
        if (room.runId && changes.length > 0) await saveAnswers(ctx, { runId: room.runId, seatToken: seat.token, changes })
        const next = Number(form.text('save'))
        return { to: `${here}#q-${Number.isInteger(next) && next > 0 ? Math.min(next + 1, room.total) : 1}`, flash: examRoomText(lang).run.saved }
      }
    }
  },
  view: ({ data: room, lang, form, csrf, requestKey }) => {
    const online = room.sitting?.mode === 'online'
    const watch = online && <WatchBox room={room} lang={lang} csrf={csrf} requestKey={requestKey} chat={room.chat} />
    const clip = room.clip && <WarningClipBox number={room.number} lang={lang} csrf={csrf} requestKey={requestKey} clip={room.clip} viewId={room.viewId} />
    const unread = room.warnings.some((warning) => !warning.acknowledged)
    switch (room.state) {
      case 'not-admitted': return room.practice ? <BeforePractice room={room.practice} lang={lang} /> : online && room.broken ? <><BrokenDown broken={room.broken} leftMs={room.leftMs} here={`/${lang}/exam/${room.number}`} lang={lang} />{watch}</> : online && !room.noShow ? <NotAdmittedOnline room={room} lang={lang} /> : <Waiting room={room} lang={lang} />
      case 'admitted': return <><Ready room={room} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />{online && !room.brokenOff && <TrialOffer number={room.number} lang={lang} />}{watch}</>
      case 'ended': return <EndOfTheory room={room} lang={lang} onward={room.practice && <ToPractice room={room.practice} lang={lang} />} />
      default: return room.haltedAt ? <Halted room={room} lang={lang} csrf={csrf} /> : unread ? <Warnings room={room} lang={lang} form={form} csrf={csrf} requestKey={requestKey} watch={watch} clip={clip} /> : <RunningExam room={room} lang={lang} form={form} csrf={csrf} requestKey={requestKey} watch={watch} />
    }
  },
})

/** Whoever sits at a seat of the centre, without his account, has no practice on line. */
async function findOwnPractice(ctx: Ctx, number: string): Promise<PracticeRoom | undefined> {
  return findPracticeRoom(ctx, number).catch(nothingFound)
}

/** Heading of the room: the exam, the profession, who sits here. */
export function frameOf(room: ExamRoom, lang: Language) {
  const words = examRoomText(lang)
  return { heading: words.title, subheading: fill(words.sub, { profession: room.profession, level: room.level, candidate: room.candidate }) }
}

/** The answers of the form that differ from those kept; a question left as it was is not written again. */
function changesOf(room: ExamRoom, form: FormBody) {
  return room.questions.flatMap((question) => {
    const chosen = form.list(`q${question.no}`)
    const kept = room.answers[question.no] ?? []
    return chosen.length === kept.length && chosen.every((key) => kept.includes(key)) ? [] : [{ seq: 0, itemNo: question.no, chosen }]
  })
}

function Waiting({ room, lang }: { room: ExamRoom; lang: Language }) {
  const words = examRoomText(lang).waiting
  return (
    <div class="t-q t-stack">
      <h1>{room.noShow ? words.overTitle : room.brokenOff && !room.sitting ? words.brokenTitle : words.title}</h1>
      {room.brokenOff && <NoticeBox tone="sun">{fill(words.brokenOff, { n: room.minutes })}</NoticeBox>}
      {room.notLetIn && <NotLetInBox number={room.number} notLetIn={room.notLetIn} lang={lang} over={room.noShow} />}
      {room.noShow ? !room.notLetIn && <NoticeBox tone="red">{words.absent}</NoticeBox> : (!room.brokenOff || room.sitting) && <p>{words.text}</p>}
      {room.sitting && !room.noShow && <p><b>{fill(words.when, { at: formatTime(room.sitting.startsAt), room: lang === 'ru' ? room.sitting.roomRu : room.sitting.roomKk })}</b></p>}
      <p><Button kind="secondary" href={`/${lang}/exam/${room.number}`} icon="refresh-cw">{words.refresh}</Button></p>
    </div>
  )
}

function Ready({ room, lang, form, csrf, requestKey }: RunProps) {
  const words = examRoomText(lang).ready
  return (
    <div class="t-q">
      <ErrorSummary form={form} />
      <h1>{words.title}</h1>
      {room.brokenOff && <NoticeBox tone="sun">{fill(examRoomText(lang).broken.left, { time: formatCountdown(room.leftMs) })}</NoticeBox>}
      <FactStrip facts={[
        { term: words.facts.questions, value: String(room.total) },
        { term: words.facts.minutes, value: fill(words.minutes, { n: room.minutes }), ...(room.extraPercent ? { note: fill(words.extra, { percent: room.extraPercent }) } : {}) },
        { term: words.facts.pass, value: fill(words.pass, { total: room.total, need: room.needed }) },
        { term: words.facts.language, value: words.languages[room.language] },
      ]} />
      <ul class="govuk-list govuk-list--bullet">{words.rules.slice(room.brokenOff ? 1 : 0).map((rule) => <li key={rule}>{rule}</li>)}</ul>
      <Form csrf={csrf} requestKey={requestKey} values={{ do: 'start', ...(room.sitting?.mode === 'online' ? { device: '' } : {}) }}><Button icon="circle-play">{room.brokenOff ? examRoomText(lang).broken.go : words.start}</Button></Form>
    </div>
  )
}
