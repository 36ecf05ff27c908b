import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { eventStream, page } from '#platform/http/page.ts'
import { formatCountdown, formatDay, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { assertMaySeeDesk, deskEventOf, readDesk, watchDesk, type DeskSeat, type ProctorDesk } from '#modules/proctoring/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { drawFragment } from '../fragment.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Empty } from '../ui/empty.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Tag, Tags, type TagTone } from '../ui/tag.tsx'
import { flagKind, proctorText, stateWord } from './proctor-text.ts'

const ACCESS = ['proctor', 'centre-head'] as const
const RISK_TONES: readonly TagTone[] = ['plain', 'green', 'sky', 'sun', 'red', 'red']

/** The table of the proctor: everybody of the sitting, those first whom he should look at; it renews itself as the wall of seats does. */
export const deskPage = page<{ desk: ProctorDesk; after: string; mayOpen: boolean }>({
  path: '/proctor/sittings/:id', action: 'proctoring.watch', desk: 'proctor', access: ACCESS, islands: ['seat-wall'],
  async load(ctx, { params }) {
    const after = (await deskEventOf(ctx, params['id']!)) ?? ''
    const desk = await readDesk(ctx, params['id']!)
    return { after, desk, mayOpen: mayOpen(ctx.actor, desk) }
  },
  title: (_data, lang) => proctorText(lang).desk.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/proctor`, text: proctorText(lang).desk.back } }),
  view: ({ data: { desk, after, mayOpen: opens }, lang, csrf, requestKey }) => {
    const words = proctorText(lang).desk
    const here = `/${lang}/proctor/sittings/${desk.sitting.id}`
    return (
      <>
        <div class="t-inhead">
          <div><h1>{words.title}</h1><Tags><Tag>{exams[lang].stages[desk.sitting.stage]}</Tag><Tag tone="sky" icon="calendar">{formatDay(desk.sitting.onDay, lang, 'full')}, {formatTime(desk.sitting.startsAt)}–{formatTime(desk.sitting.endsAt)}</Tag></Tags></div>
          <div class="t-live"><span class="t-live__s" data-wall-state>{fill(words.asOf, { at: formatTime(desk.now) })}</span><Button kind="secondary" href={here} icon="refresh-cw">{words.refresh}</Button></div>
        </div>
        <div data-counts><Counts desk={desk} lang={lang} /></div>
        {desk.seats.length === 0 ? <Empty title={words.empty} icon="users">{''}</Empty> : <NoticeBox>{words.order}</NoticeBox>}
        <div class="t-seats t-seats--risk" data-wall={`${here}/wall`} data-after={after} data-words={JSON.stringify(words.live)}>
          {desk.seats.map((seat) => (
            <section key={seat.number} id={`seat-${seat.number}`} class={lookOf(seat)} data-key={keyOf(seat)} tabIndex={-1}>
              <div data-face><Face seat={seat} stage={desk.sitting.stage} lang={lang} /></div>
              <div data-acts>{opens && <Clip seat={seat} stage={desk.sitting.stage} lang={lang} csrf={csrf} requestKey={requestKey} />}</div>
            </section>
          ))}
        </div>
      </>
    )
  },
})

/** The same cards as they change. Drawing costs no question to the database: all who watch share one read. */
export const deskStream = eventStream({
  path: '/proctor/sittings/:id/wall', action: 'proctoring.watch', access: ACCESS,
  async open(ctx, { lang, params, lastEventId, csrf, newRequestKey, send }) {
    const sittingId = params['id']!
    let last = lastEventId
    let open = false
    const sent = new Map<string, string>()
    const watcher = await watchDesk(ctx, sittingId, () => { if (open) tell() })
    let opens = mayOpen(ctx.actor, watcher.desk(lang))
    open = true
    tell()
    return {
      async recheck(now) {
        const { over } = await assertMaySeeDesk(now, sittingId)
        opens = mayOpen(now.actor, watcher.desk(lang))
        return { present: !over }
      },
      beat: () => (watcher.isFresh() ? { at: formatTime(watcher.desk(lang).now) } : undefined),
      close: () => watcher.stop(),
    }
    function tell(): void {
      const changes = watcher.changesSince(last)
      if (changes.id === last) return
      const desk = watcher.desk(lang)
      send({
        id: changes.id, event: 'wall', data: {
          at: formatTime(desk.now), counts: drawFragment(lang, <Counts desk={desk} lang={lang} />), halt: { key: 'still', html: '' },
          seats: desk.seats.filter((seat) => changes.parts.has(seat.number)).map((seat) => {
            const stage = desk.sitting.stage
            const key = keyOf(seat)
            const acts = sent.get(seat.number) === key ? {} : { acts: opens ? drawFragment(lang, <Clip seat={seat} stage={stage} lang={lang} csrf={csrf} requestKey={newRequestKey()} />) : '' }
            sent.set(seat.number, key)
            return { number: seat.number, look: lookOf(seat), key, face: drawFragment(lang, <Face seat={seat} stage={stage} lang={lang} />), ...acts }
          }),
        },
      })
      last = changes.id
    }
  },
})

/** A head looks at the table, and opens no recording of an exam that runs. */
const mayOpen = (actor: Actor, { sitting }: ProctorDesk): boolean => hasRole(actor, 'proctor', sitting.centreId)
const keyOf = (seat: DeskSeat): string => seat.clipOf ?? ''

/** The clip of the newest flag at one press; the opening is written down as ever. */
function Clip({ seat, stage, lang, csrf, requestKey }: { seat: DeskSeat; stage: Stage; lang: Language; csrf: string; requestKey: string }) {
  if (!seat.clipOf) return null
  return (
    <Form class="t-box__b" action={`/${lang}/proctor/cases/${seat.number}?stage=${stage}`} csrf={csrf} requestKey={`${requestKey}-clip-${seat.number}`} values={{ do: 'open', stage, purpose: 'live-watch', flag: seat.clipOf }}>
      <Button kind="secondary" icon="circle-play" more={seat.name}>{proctorText(lang).desk.clip}</Button>
    </Form>
  )
}

const lookOf = (seat: DeskSeat) => `t-box t-seat t-seat--risk-${seat.risk}`

function Counts({ desk, lang }: { desk: ProctorDesk; lang: Language }) {
  const words = proctorText(lang).desk
  const counted = [5, 4, 3, 2, 1, 0].map((risk) => ({ risk, n: desk.seats.filter((seat) => seat.risk === risk).length })).filter(({ n }) => n > 0)
  return <div class="t-counts"><Tags><Tag icon="users">{fill(words.seatTotal, { n: desk.seats.length })}</Tag>{counted.map(({ risk, n }) => <Tag key={risk} tone={RISK_TONES[risk]}>{words.risk[risk as 0]}: {n}</Tag>)}</Tags></div>
}

function Face({ seat, stage, lang }: { seat: DeskSeat; stage: Stage; lang: Language }) {
  const words = proctorText(lang).desk
  return (
    <>
      <div class="t-box__h"><h2><a href={`/${lang}/proctor/cases/${seat.number}?stage=${stage}`}>{seat.name}</a></h2><Tag tone={RISK_TONES[seat.risk]}>{words.risk[seat.risk as 0]}</Tag></div>
      <div class="t-box__b">
        <Tags>
          <Tag>{stateWord(lang, stage, seat.state)}</Tag>
          {seat.pendingUntil && <Tag tone="red" icon="alarm-clock">{fill(words.pending, { at: formatTime(seat.pendingUntil) })}</Tag>}
          {seat.brokenAt && <Tag tone="sun" icon="alert">{fill(words.broken, { at: formatTime(seat.brokenAt), ground: flagKind(lang, seat.brokenGround ?? 'other') })}</Tag>}
          {seat.letOn && <Tag icon="circle-play">{words.letOn}</Tag>}
          {seat.waitsForAdmission && <Tag tone="sun" icon="user-check">{words.admit}</Tag>}
          {seat.silentSince && <Tag tone="red" icon="alert">{fill(words.silent, { at: formatTime(seat.silentSince) })}</Tag>}
          {seat.violations > 0 && <Tag tone="red" icon="alert">{seat.warningUnread ? words.unread : fill(words.warned, { n: seat.violations })}</Tag>}
          {seat.unreadMessages > 0 && <Tag tone="sun" icon="message-square">{fill(words.messages, { n: seat.unreadMessages })}</Tag>}
          {seat.incidents > 0 && <Tag tone="sky" icon="flag">{fill(words.incidents, { n: seat.incidents })}</Tag>}
          {seat.total !== null && seat.state !== 'admitted' && <Tag icon="list-checks">{fill(words.answered, { done: seat.answered, total: seat.total })}</Tag>}
          {seat.leftMs !== null && <Tag icon="timer">{fill(words.left, { time: formatCountdown(seat.leftMs) })}</Tag>}
          {seat.off.length > 0 && <Tag icon="accessibility">{fill(words.off, { list: seat.off.map((kind) => flagKind(lang, kind)).join(', ') })}</Tag>}
        </Tags>
        {seat.lastKind && seat.lastAt && <p class="t-small">{fill(words.last, { what: flagKind(lang, seat.lastKind), at: formatTime(seat.lastAt) })}</p>}
        <p><a class="govuk-button govuk-button--secondary" href={`/${lang}/proctor/cases/${seat.number}?stage=${stage}`}>{words.look}<span class="t-vh">: {seat.name}</span></a></p>
      </div>
    </>
  )
}
