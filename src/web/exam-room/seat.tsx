import { Denial } from '#kernel/denial.ts'
import { rateLimit } from '#platform/auth/rate-limit.ts'
import { page } from '#platform/http/page.ts'
import { takeSeat } from '#modules/exams/index.ts'
import { Button, ErrorSummary, Form, TextField } from '../ui/form.tsx'
import { examRoomText } from './exam-room-text.ts'

export const SEAT_COOKIE = 'tanu-seat'
const SEAT_SECONDS = 12 * 3600
/** Guesses from one address; a whole room of an exam shares one. */
const guesses = rateLimit({ most: 40, windowMs: 5 * 60_000 })

/** At a computer of the centre: the code that the invigilator gave turns this browser into the candidate's seat. */
export const seatPage = page<object>({
  path: '/exam', action: 'exam.enter-by-code', desk: 'exam-room', access: 'public',
  load: async () => ({}),
  title: (_data, lang) => examRoomText(lang).seat.title,
  layout: ({ lang }) => ({ heading: examRoomText(lang).seat.title }),
  async post(ctx, { lang, form, address }) {
    if (guesses.tryTake(address, Date.now()) > 0) return { errors: [{ field: 'code', message: examRoomText(lang).seat.rate }], status: 429 }
    const code = form.text('code')
    if (code === '' || code.length > 40) throw new Denial('seat.unknown-code', { data: { field: 'code' } })
    const seat = await takeSeat(ctx, code)
    return { to: `/${lang}/exam/${seat.number}`, cookies: [{ name: SEAT_COOKIE, value: seat.token, maxAgeSeconds: SEAT_SECONDS }] }
  },
  view: ({ lang, form, csrf, requestKey }) => {
    const words = examRoomText(lang).seat
    return (
      <div class="t-q">
        <ErrorSummary form={form} />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <Form csrf={csrf} requestKey={requestKey}>
          <TextField form={form} name="code" label={words.code} hint={words.hint} width="12" figures autocomplete="off" spellcheck={false} />
          <Button icon="log-in">{words.enter}</Button>
        </Form>
      </div>
    )
  },
})
