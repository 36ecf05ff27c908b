import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { handInTheory, readExamRoom, type ExamRoom } from '#modules/exams/index.ts'
import { assertOwnComputer } from '#modules/proctoring/index.ts'
import { Button, ButtonRow, ErrorSummary, Form } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { EndOfTheory } from './end.tsx'
import { Halted } from './halted.tsx'
import { examRoomText } from './exam-room-text.ts'
import { frameOf } from './room.tsx'
import { SEAT_COOKIE } from './seat.tsx'

/** Before handing in: which questions have no answer. Handing in twice gives the same result. */
export const handInPage = page<ExamRoom>({
  path: '/exam/:number/hand-in', action: 'exam.sit', desk: 'exam-room', access: 'public', islands: ['exam-room'],
  load: (ctx, request) => readExamRoom(ctx, { number: request.params['number']!, token: request.cookies[SEAT_COOKIE] }),
  title: (room, lang) => `${examRoomText(lang).hand.title} · ${room.number}`,
  layout: ({ data, lang }) => frameOf(data, lang),
  async post(ctx, { lang, params, cookies, form }) {
    await assertOwnComputer(ctx, { number: params['number']!, stage: 'theory', device: form.text('device') })
    await handInTheory(ctx, { number: params['number']!, token: cookies[SEAT_COOKIE] })
    return { to: `/${lang}/exam/${params['number']}` }
  },
  view: ({ data: room, lang, form, csrf, requestKey }) => {
    const words = examRoomText(lang).hand
    if (room.state === 'ended') return <EndOfTheory room={room} lang={lang} />
    if (room.haltedAt) return <Halted room={room} lang={lang} csrf={csrf} />
    const open = room.questions.filter((question) => (room.answers[question.no] ?? []).length === 0).map((question) => question.no)
    return (
      <div class="t-q">
        <ErrorSummary form={form} />
        <h1>{words.title}</h1>
        {open.length === 0 ? <NoticeBox tone="green">{words.all}</NoticeBox> : <NoticeBox tone="sun" title={fill(words.open, { list: open.join(', ') })}>{words.openText}</NoticeBox>}
        <p>{fill(words.left, { n: Math.ceil(room.leftMs / 60_000) })}</p>
        <Form csrf={csrf} requestKey={requestKey} values={room.sitting?.mode === 'online' ? { device: '' } : {}}>
          <ButtonRow>
            <Button icon="check-check">{words.confirm}</Button>
            <Button kind="secondary" href={`/${lang}/exam/${room.number}${open.length > 0 ? `#q-${open[0]}` : ''}`} icon="arrow-left">{words.back}</Button>
          </ButtonRow>
        </Form>
      </div>
    )
  },
})
