import { msBetween } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { hasRole } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page, type FormBody, type PostResult } from '#platform/http/page.ts'
import { formatCountdown, formatDay, formatHours, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { CENTRE_ROLES } from '#modules/casework/index.ts'
import {
  admitToPractice, admitToTheory, breakDownSitting, haltSitting, mayReadPack, readConsole, recordIncident, resumeSitting, wallEventOf, recordNoShow, recordViolation, refuseAdmission, SEAT_STATES, type HaltGround, type IncidentKind, type SittingConsole, type ViolationGround,
} from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/form.tsx'
import { FactStrip } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { blockerText } from '../../denials.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { namesOfProfessions, qualificationLine, type Names } from '../settings/desk-facts.ts'
import { conductText } from './conduct-text.ts'
import { atSeat, SeatCard, seatField, STATE_TONES, type Hand, type SeatCode } from './seat-card.tsx'
import { HaltBox, haltKey } from './halt-box.tsx'
import { SittingRecord } from './sitting-record.tsx'
import { packText } from '../pack/pack-text.ts'
import { planningText } from '../planning/planning-text.ts'

const CODE_COOKIE = 'tanu-seat-code'
const CODE_SECONDS = 120

interface ConsoleData {
  view: SittingConsole
  office: OfficeView
  names: Names
  hand: Hand
  /** The event of the stream up to which this page is new. */
  after: string
  /** The seat code just given out, while the cookie of this browser keeps it. */
  code: SeatCode | undefined
}

/** The invigilator's table on the day: everybody of the sitting, what he is doing, and the acts that belong to the room. */
export const consolePage = page<ConsoleData>({
  path: '/centre/sittings/:id', action: 'sitting.console', desk: 'centre', access: CENTRE_ROLES, islands: ['seat-wall'],
  async load(ctx, request) {
    const after = (await wallEventOf(ctx, request.params['id']!)) ?? ''
    const view = await readConsole(ctx, request.params['id']!)
    const { centreId, professionCode } = view.sitting
    const hand = handOf(ctx.actor, view.sitting)
    const [number, code, given] = (request.cookies[CODE_COOKIE] ?? '').split('.')
    return {
      after, hand, code: hand.conducts && number && code ? { number, code, again: given === 'again' } : undefined, view, office: await officeOf(ctx, centreId), names: await namesOfProfessions(ctx, [professionCode]),
    }
  },
  title: ({ view }, lang) => fill(conductText(lang).console.title, { stage: conductText(lang).stages[view.sitting.stage] }),
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/sittings?week=${data.view.sitting.onDay}`, text: conductText(lang).console.back } }),
  async post(ctx, { lang, params, form }) {
    const { sitting, seats } = await readConsole(ctx, params['id']!)
    const all = await actOnAll(ctx, lang, sitting.id, form)
    if (all) return all
    const seat = seats.find((each) => each.caseNumber === form.text('number'))
    const done = await act(ctx, lang, { stage: sitting.stage, address: `/${lang}/centre/sittings/${sitting.id}` }, { number: form.text('number'), name: seat?.name ?? '', started: seat?.startedAt != null }, form)
    return typeof done === 'string' ? { to: `/${lang}/centre/sittings/${sitting.id}#seat-${form.text('number')}`, flash: done } : done
  },
  view: (p) => {
    const { lang, data: { view, hand, names, code, after } } = p
    const words = conductText(lang).console
    const { sitting } = view
    const form = atSeat(p.form)
    const when = fill(words.when, { date: formatDay(sitting.onDay, lang, 'full'), from: formatTime(sitting.startsAt), to: formatTime(sitting.endsAt) })
    return (
      <>
        <div class="t-inhead">
          <div>
            <h1>{fill(words.title, { stage: conductText(lang).stages[sitting.stage] })}</h1>
            <Tags>
              <Tag tone="sky" icon="calendar">{when}</Tag>
              <Tag>{qualificationLine(names, sitting, lang)}</Tag>
              {sitting.cancelledAt ? <Tag tone="red">{words.cancelledTag}</Tag> : view.over && <Tag icon="check">{words.over}</Tag>}
            </Tags>
          </div>
          <div class="t-live"><span class="t-live__s" data-wall-state>{fill(words.asOf, { at: formatTime(view.now) })}</span><Button kind="secondary" href={`/${lang}/centre/sittings/${sitting.id}`} icon="refresh-cw">{words.refresh}</Button></div>
        </div>
        <ErrorSummary form={form} />
        <FactStrip facts={[
          { term: words.room, value: lang === 'ru' ? sitting.roomRu : sitting.roomKk },
          sitting.stage === 'theory' ? { term: words.invigilator, value: view.invigilator ?? words.nobody } : { term: words.assessors, value: view.assessors.join(', ') || words.nobody },
          { term: words.time, value: timeWords(view, lang) },
        ]} />
        <div data-halt={haltKey(view)} class="t-halt"><HaltBox view={view} hand={hand} lang={lang} csrf={p.csrf} requestKey={p.requestKey} form={form} /></div>
        <div data-counts><Counts view={view} lang={lang} /></div>
        {mayReadPack(p.ctx.actor, sitting) && <p><a href={`/${lang}/centre/sittings/${sitting.id}/pack`}>{packText(lang).open}</a></p>}
        {hand.clerk && !view.over && !sitting.cancelledAt && <p><a href={`/${lang}/centre/sittings/${sitting.id}/staff`}>{planningText(lang).change.open}</a> · <a href={`/${lang}/centre/sittings/${sitting.id}/call-off`}>{planningText(lang).callOff.open}</a></p>}
        {view.seats.length === 0 && <Empty title={words.empty} icon="users">{words.emptyText}</Empty>}
        {hand.conducts && sitting.stage === 'theory' && view.seats.length > 0 && !view.over && <NoticeBox>{fill(words.codeHint, { address: `${p.ctx.publicUrl.replace(/^https?:\/\//, '')}/${lang}/exam` })}</NoticeBox>}
        <div class="t-seats" data-wall={`/${lang}/centre/sittings/${sitting.id}/wall`} data-after={after} data-words={JSON.stringify(words.live)}>
          {view.seats.map((seat) => <SeatCard key={seat.caseNumber} seat={seat} view={view} hand={hand} code={code?.number === seat.caseNumber ? code : undefined} lang={lang} csrf={p.csrf} requestKey={`${p.requestKey}-${seat.caseNumber}`} form={form} />)}
        </div>
        <div data-record><SittingRecord record={view.record} lang={lang} /></div>
      </>
    )
  },
})

/** What somebody may do at a sitting. */
export function handOf(actor: Ctx['actor'], { centreId, stage }: SittingConsole['sitting']): Hand {
  const conducts = hasRole(actor, stage === 'practice' ? ['invigilator', 'centre-head', 'assessor'] : ['invigilator', 'centre-head'], centreId)
  return { conducts, marks: hasRole(actor, 'assessor', centreId), clerk: hasRole(actor, ['centre-operator', 'centre-head'], centreId) }
}

/** How many stand where, at one look. */
export function Counts({ view, lang }: { view: SittingConsole; lang: Language }) {
  const words = conductText(lang).console
  const counted = SEAT_STATES.map((state) => ({ state, n: view.seats.filter((seat) => seat.state === state).length })).filter(({ n }) => n > 0)
  const lost = view.seats.filter((seat) => seat.lostSince).length
  const warned = view.seats.filter((seat) => seat.violations === 1).length
  return view.seats.length < 2 ? null : (
    <div class="t-counts"><Tags>
      <Tag icon="users">{fill(words.all, { n: view.seats.length })}</Tag>
      {lost > 0 && <Tag tone="red" icon="wifi-off">{fill(words.lostCount, { n: lost })}</Tag>}
      {warned > 0 && <Tag tone="red" icon="alert">{fill(words.warnedCount, { n: warned })}</Tag>}
      {counted.map(({ state, n }) => <Tag key={state} tone={STATE_TONES[state]}>{fill(words.count, { state: exams[lang].seatStates[state], n })}</Tag>)}
    </Tags></div>
  )
}

/** Stop and going on concern everybody, not a seat. */
async function actOnAll(ctx: Ctx, lang: Language, sittingId: string, form: FormBody): Promise<PostResult | undefined> {
  const words = conductText(lang).console
  const to = `/${lang}/centre/sittings/${sittingId}`
  if (form.text('do') === 'halt') {
    const { stopped } = await haltSitting(ctx, { sittingId, ground: form.text('haltGround') as HaltGround, note: form.text('haltNote') })
    return { to, flash: fill(words.haltDone, { n: stopped }) }
  }
  if (form.text('do') === 'resume') {
    const { stoodMs } = await resumeSitting(ctx, { sittingId, haltId: form.text('halt') })
    return { to, flash: fill(words.resumeDone, { time: formatCountdown(stoodMs) }) }
  }
  if (form.text('do') === 'break-down') {
    const { movedOn } = await breakDownSitting(ctx, { sittingId, haltId: form.text('halt'), note: form.text('note') })
    return { to, flash: fill(words.brokenDown, { n: movedOn }) }
  }
  return undefined
}

interface Who {
  number: string
  name: string
  started: boolean
}

async function act(ctx: Ctx, lang: Language, { stage, address }: { stage: Stage; address: string }, { number, name, started }: Who, form: FormBody): Promise<string | PostResult> {
  const words = conductText(lang).console
  const doing = form.text('do')
  const typed = (field: string) => form.text(seatField(field, doing, number))
  const identitySeen = typed('identity') !== ''
  switch (doing) {
    case 'admit':
      if (!identitySeen) return { errors: [{ field: 'identity', message: blockerText(lang, { code: 'admission.identity-not-seen' }) }] }
      if (stage === 'practice') {
        await admitToPractice(ctx, { number, identitySeen })
        return fill(words.admittedPractice, { name })
      }
      const { seatCode } = await admitToTheory(ctx, { number, identitySeen })
      return {
        to: `${address}#seat-${number}`, flash: fill(words.admitted, { name, code: seatCode }),
        cookies: [{ name: CODE_COOKIE, value: `${number}.${seatCode}.${started ? 'again' : 'first'}`, maxAgeSeconds: CODE_SECONDS }],
      }
    case 'refuse':
      await refuseAdmission(ctx, { number, stage, ground: typed('refusalGround'), note: typed('refusalNote') })
      return fill(words.refused, { name })
    case 'violation': {
      const seen = Number(typed('seen') || '0')
      const wanted = typed('wanted')
      if (seen > 0 && typed('sure') === '') return { errors: [{ field: 'sure', message: words.sureError }] }
      const { outcome } = await recordViolation(ctx, { number, stage, ground: typed('ground') as ViolationGround, note: typed('note'), seen, ...(wanted === 'warning' || wanted === 'removal' ? { wanted } : {}) })
      return fill(outcome === 'warning' ? words.warned : words.removed, { name })
    }
    case 'incident':
      await recordIncident(ctx, { number, kind: typed('kind') as IncidentKind, note: typed('note'), minutes: Number(typed('minutes') || '0'), ...(typed('seen') === '' ? {} : { seen: Number(typed('seen')) }) })
      return words.recorded
    default:
      return fill(words.doorDone[await recordNoShow(ctx, { number, stage })], { name })
  }
}

/** How long until the sitting begins, or how long it still goes, in hours and minutes. */
function timeWords({ sitting, now, over }: SittingConsole, lang: Language): string {
  const words = conductText(lang).console
  if (over) return words.over
  const before = now < sitting.startsAt
  const minutes = Math.max(0, Math.ceil(msBetween(now, before ? sitting.startsAt : sitting.endsAt) / 60_000))
  const days = Math.floor(minutes / 1440)
  if (days > 0) return fill(words.daysLeft, { n: days })
  return fill(before ? words.untilStart : words.untilEnd, { time: formatHours(minutes * 60_000) })
}
