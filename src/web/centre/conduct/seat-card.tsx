import { NOT_LET_IN_NOTE_MOST } from '#kernel/admission.ts'
import { legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { FormState } from '#platform/http/page.ts'
import { formatCountdown, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { INCIDENT_KINDS, type ConsoleSeat, type SeatState, type SittingConsole } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { Button, CheckboxSingle, Form, NumberField, SelectField, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, Tags, type TagTone } from '../../ui/tag.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { Details } from '../../ui/why.tsx'
import { conductText } from './conduct-text.ts'

/** What the reader may do at this sitting. */
export interface Hand {
  conducts: boolean
  marks: boolean
  clerk: boolean
}

/** A seat code on the invigilator's screen, to be handed over. */
export interface SeatCode {
  number: string
  code: string
  /** Given anew to somebody who writes already. */
  again: boolean
}

interface SeatProps {
  code?: SeatCode | undefined
  seat: ConsoleSeat
  view: SittingConsole
  hand: Hand
  lang: Language
  csrf: string
  requestKey: string
  form: FormState
}

export const STATE_TONES: Readonly<Record<SeatState, TagTone>> = {
  notified: 'sun', briefing: 'sun', briefed: 'sky', 'not-let-in': 'sun', admitted: 'sky', writing: 'green', passed: 'green', 'not-passed': 'plain', working: 'green', 'work-handed-in': 'sky', 'work-time-over': 'sky', 'being-marked': 'sun', 'broken-down': 'sun', ended: 'plain', removed: 'red', absent: 'red',
}

/** Name of a field in the form of one act of one seat: a page with many seats has each name once. */
export function seatField(field: string, act: string, number: string): string {
  return `${field}-${act}-${number}`
}

/** The refused form with its errors at the fields of the seat that was pressed. */
export function atSeat(form: FormState): FormState {
  const [act, number] = [String(form.values['do'] ?? ''), String(form.values['number'] ?? '')]
  return { ...form, errors: form.errors.map((error) => ({ ...error, ...(error.field ? { field: seatField(error.field, act, number) } : {}) })) }
}

/** What the acts of a seat rest on: while it is the same, the forms on the page are still right. */
export function actsKey(seat: ConsoleSeat, { over, halt }: Pick<SittingConsole, 'over' | 'halt'>): string {
  return [seat.state, seat.step, seat.violations, seat.incidents, over ? 'over' : '', halt ? 'halt' : ''].join('.')
}

export function seatClass(seat: ConsoleSeat): string {
  return `t-box t-seat t-seat--${seat.state}${seat.lostSince ? ' t-seat--lost' : ''}${seat.haltedAt ? ' t-seat--halted' : ''}`
}

/** One candidate of the sitting: where he stands in one look, and the acts that are lawful now. The wall exchanges both parts. */
export function SeatCard(p: SeatProps) {
  const { seat, view, lang } = p
  const words = conductText(lang).console
  return (
    <section class={seatClass(seat)} tabIndex={-1} id={`seat-${seat.caseNumber}`} data-seat={seat.caseNumber} data-key={actsKey(seat, view)}>
      <div data-face><SeatFace {...p} /></div>
      {p.code && (seat.state === 'admitted' || (p.code.again && seat.state === 'writing')) && <p class="t-seat__code" data-code><span>{fill(words.codeFor, { name: seat.name })}</span><strong class="t-num">{p.code.code}</strong><small>{words.codeNote}</small></p>}
      <div class="t-seat__acts" data-acts><SeatActs {...p} /></div>
    </section>
  )
}

/** Where the candidate stands. */
export function SeatFace(p: Pick<SeatProps, 'seat' | 'view' | 'hand' | 'lang'>) {
  const { seat, view, hand, lang } = p
  const words = conductText(lang).console
  const own = `/${lang}/centre/cases/${seat.caseNumber}`
  return (
    <>
      <div class="t-box__h"><h2>{seat.name}</h2><Tag tone={STATE_TONES[seat.state]}>{exams[lang].seatStates[seat.state]}</Tag><span class="r t-num">{seat.caseNumber}</span></div>
      <div class={`t-box__b${seat.state === 'not-let-in' ? ' t-stack' : ''}`}>
        <SeatFacts {...p} />
        {seat.state === 'not-let-in' && <NoticeBox tone="sun" title={fill(words.notLetIn, { at: formatTime(seat.notLetInAt!) })}>{exams[lang].notLetIn[seat.notLetInGround!]}. {seat.notLetInNote}</NoticeBox>}
        <IconLinks links={[
          { href: own, text: words.folder, icon: 'folder' },
          ...(seat.state === 'notified' || seat.state === 'briefing' || (seat.state === 'not-let-in' && seat.acknowledged < 2) ? [{ href: `${own}/briefing`, text: words.briefingLink, icon: 'clipboard-check' as const }] : []),
          ...(hand.marks && view.sitting.stage === 'practice' && seat.practiceStartedAt ? [{ href: `/${lang}/examiner/marking/${seat.caseNumber}`, text: words.mark, icon: 'list-checks' as const }] : []),
        ]} />
      </div>
    </>
  )
}

/** What may be done at this seat now. */
export function SeatActs(p: SeatProps) {
  const { seat, view, hand, lang } = p
  const words = conductText(lang).console
  const stage = view.sitting.stage
  // On line the proctor lets in and warns, at his own table.
  const inCentre = view.sitting.mode !== 'online'
  const running = seat.state === 'writing' || seat.state === 'working'
  const waits = seat.state === 'briefed' || seat.state === 'not-let-in' || (stage === 'practice' && seat.step === 'theory-passed' && seat.acknowledged === 2)
  // After a refused act the form that was pressed comes back open, with what was typed; the others stay as they were.
  const pressed = p.form.values['number'] === seat.caseNumber ? String(p.form.values['do'] ?? '') : ''
  const formOf = (act: string): FormState => (pressed === act ? p.form : { values: {}, errors: [] })
  const acts = (
    <>
      {hand.conducts && inCentre && (waits || seat.state === 'admitted' || (seat.state === 'writing' && stage === 'theory')) && !view.over && (
        <Details summary={waits ? words.admitTitle : words.newCode} open={waits}>
          <ActForm p={p} act="admit">
            {seat.accommodations.includes('covered-face') && <p>{exams[lang].pack.coveredFace}</p>}
            <CheckboxSingle form={formOf('admit')} name={seatField('identity', 'admit', seat.caseNumber)} label={words.identity} />
            <Button kind={waits ? 'primary' : 'secondary'} icon="user-check" more={seat.name}>{waits ? words.admit : words.newCode}</Button>
          </ActForm>
        </Details>
      )}
      {hand.conducts && inCentre && mayBeRefused(seat, view) && <NotLetIn p={p} form={formOf('refuse')} open={pressed === 'refuse'} />}
      {hand.conducts && inCentre && running && <Violation p={p} form={formOf('violation')} open={pressed === 'violation'} />}
      {hand.conducts && running && <Incident p={p} form={formOf('incident')} open={pressed === 'incident'} />}
      {hand.conducts && !seat.startedAt && !seat.practiceStartedAt && !seat.noShow && seat.attemptEndedAt === null && view.over && (
        <ActForm p={p} act="no-show"><p class="t-small t-quiet">{seat.notLetInAt ? words.closeNotLetInHint : words.noShowHint}</p><Button kind="secondary" icon="user" more={seat.name}>{seat.notLetInAt ? words.closeNotLetIn : words.noShow}</Button></ActForm>
      )}
    </>
  )
  // Whoever writes needs nothing most of the time: his acts are one line of the wall until they are wanted.
  return hand.conducts && !waits && (running || seat.state === 'admitted') ? <Details summary={words.acts} open={pressed !== ''}>{acts}</Details> : acts
}

/** He is before the door of this sitting, and the sitting is today. */
function mayBeRefused(seat: ConsoleSeat, { sitting, now, over }: SittingConsole): boolean {
  const outside = ['notified', 'briefing', 'briefed', 'not-let-in'].includes(seat.state) || (sitting.stage === 'practice' && seat.step === 'theory-passed')
  return outside && seat.attemptEndedAt === null && !over && legalDay(now) === sitting.onDay
}

function ActForm({ p, act, children }: { p: SeatProps; act: string; children: preact.ComponentChildren }) {
  return <Form csrf={p.csrf} requestKey={`${p.requestKey}-${act}`} values={{ number: p.seat.caseNumber, do: act }}>{children}</Form>
}

function SeatFacts({ seat, view, lang }: Pick<SeatProps, 'seat' | 'view' | 'lang'>) {
  const words = conductText(lang).console
  return (
    <Tags>
      {seat.lostSince && <Tag tone="red" icon="wifi-off">{fill(words.lostSince, { at: formatTime(seat.lostSince) })}</Tag>}
      {seat.haltedAt && <Tag tone="sun" icon="clock">{fill(words.haltedSince, { at: formatTime(seat.haltedAt) })}</Tag>}
      {seat.brokenGround && <Tag tone="sun" icon="alert">{(exams[lang].incidents as Readonly<Record<string, string>>)[seat.brokenGround]}</Tag>}
      {seat.violations > 0 && <Tag tone="red" icon="alert">{fill(seat.warningUnread && seat.state === 'writing' ? words.warnedUnread : words.violations, { n: seat.violations })}</Tag>}
      {seat.total !== null && seat.startedAt && <Tag icon="list-checks">{fill(words.answered, { done: seat.answered, total: seat.total })}</Tag>}
      {seat.leftMs !== null && <Tag tone={seat.leftMs < 300_000 ? 'sun' : 'plain'} icon="timer"><TimeLeft text={words.left} leftMs={seat.leftMs} runs={!seat.haltedAt && !seat.brokenAt && !view.halt} /></Tag>}
      {view.sitting.stage === 'practice' && seat.practiceStartedAt && <Tag icon="list-checks">{fill(words.marked, { n: seat.practiceMarked })}</Tag>}
      {seat.lastAnswerAt && <Tag>{fill(words.lastAnswer, { at: formatTime(seat.lastAnswerAt) })}</Tag>}
      {seat.admittedAt && seat.state === 'admitted' && <Tag icon="user-check">{fill(words.identityAt, { at: formatTime(seat.admittedAt) })}</Tag>}
      {seat.extraPercent ? <Tag icon="accessibility">{fill(words.extra, { percent: seat.extraPercent })}</Tag> : null}
      {seat.accommodations.filter((kind) => kind !== 'extra-time').map((kind) => <Tag key={kind} icon="accessibility">{(exams[lang].accommodations as Readonly<Record<string, string>>)[kind] ?? kind}</Tag>)}
      {(seat.examLanguage === 'kk' || seat.examLanguage === 'ru') && <Tag icon="languages">{words.language[seat.examLanguage]}</Tag>}
      {!seat.hasAccount && <Tag icon="file">{words.onPaper}</Tag>}
    </Tags>
  )
}

/** The words around the time; the wall counts it down where the clock runs. */
function TimeLeft({ text, leftMs, runs }: { text: string; leftMs: number; runs: boolean }) {
  const [before = '', after = ''] = text.split('{time}')
  return <span>{before}<span class="t-num" data-left={runs ? leftMs : undefined}>{formatCountdown(leftMs)}</span>{after}</span>
}

function NotLetIn({ p, form, open }: { p: SeatProps; form: FormState; open: boolean }) {
  const words = conductText(p.lang).console
  const name = (field: string) => seatField(field, 'refuse', p.seat.caseNumber)
  return (
    <Details summary={words.refuse} open={open}>
      <ActForm p={p} act="refuse">
        <p class="t-small t-quiet">{words.refuseLead}</p>
        <SelectField form={form} name={name('refusalGround')} label={words.ground} options={p.seat.doorGrounds.map((ground) => ({ value: ground, label: exams[p.lang].notLetIn[ground] }))} />
        <TextArea form={form} name={name('refusalNote')} label={words.refuseNote} hint={fill(words.refuseHint, { most: NOT_LET_IN_NOTE_MOST })} rows={2} />
        <Button kind="secondary" icon="x" more={p.seat.name}>{words.refuse}</Button>
      </ActForm>
    </Details>
  )
}

function Violation({ p, form, open }: { p: SeatProps; form: FormState; open: boolean }) {
  const words = conductText(p.lang).console
  const second = p.seat.violations > 0
  const name = (field: string) => seatField(field, 'violation', p.seat.caseNumber)
  return (
    <Details summary={words.violation} open={open}>
      <ActForm p={p} act="violation">
        <input type="hidden" name={name('seen')} value={p.seat.violations} />
        <input type="hidden" name={name('wanted')} value={second ? 'removal' : 'warning'} />
        <p class={second ? 't-red' : 't-small t-quiet'}>{second ? words.violationSecond : words.violationFirst}{p.seat.countsByStage && ` ${words.violationsByStage}`}</p>
        <SelectField form={form} name={name('ground')} label={words.ground} options={p.seat.grounds.map((ground) => ({ value: ground, label: exams[p.lang].grounds[ground] }))} />
        <TextArea form={form} name={name('note')} label={words.note} rows={2} />
        {second && <CheckboxSingle form={form} name={name('sure')} label={words.sure} />}
        <Button kind="warning" icon="alert" more={p.seat.name}>{second ? words.remove : words.warn}</Button>
      </ActForm>
    </Details>
  )
}

function Incident({ p, form, open }: { p: SeatProps; form: FormState; open: boolean }) {
  const words = conductText(p.lang).console
  const name = (field: string) => seatField(field, 'incident', p.seat.caseNumber)
  return (
    <Details summary={words.incident} open={open}>
      <ActForm p={p} act="incident">
        <input type="hidden" name={name('seen')} value={p.seat.incidents} />
        <p class="t-small t-quiet">{words.incidentHint}</p>
        <SelectField form={form} name={name('kind')} label={words.kind} options={INCIDENT_KINDS.map((kind) => ({ value: kind, label: exams[p.lang].incidents[kind] }))} />
        <TextArea form={form} name={name('note')} label={words.note} rows={2} />
        <NumberField form={form} name={name('minutes')} label={words.minutes} hint={words.minutesHint} value="0" />
        <Button kind="secondary" icon="save" more={p.seat.name}>{words.record}</Button>
      </ActForm>
    </Details>
  )
}
