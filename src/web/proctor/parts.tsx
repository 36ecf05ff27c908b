import { epochMs, msBetween } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { formatBytes, formatCountdown, formatMoment, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { isShown, secondsInto, TRACKS, type Stretch, type Track, type WatchedAttempt } from '#modules/proctoring/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Tag } from '../ui/tag.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { Details } from '../ui/why.tsx'
import { Table } from '../ui/table.tsx'
import { flagRow, signalRow } from './recording-bar.tsx'
import { flagKind, proctorText } from './proctor-text.ts'

export interface PlayProps {
  view: WatchedAttempt
  lang: Language
  /** The opening of the recording under which clips are fetched; none while it is not opened. */
  viewId: string | undefined
  /** Address below which the clips lie. */
  base: string
}

/** What of a watch a page shows, behind its address. */
export function addressOf({ stage, view }: { stage?: Stage | undefined; view?: string | null | undefined }): string {
  const asked = new URLSearchParams({ ...(stage ? { stage } : {}), ...(view ? { view } : {}) }).toString()
  return asked ? `?${asked}` : ''
}

/** The way from the watch of one stage to that of the other, where there are two. */
export function StageTabs({ view, lang, base }: { view: WatchedAttempt; lang: Language; base: string }) {
  if (view.stages.length < 2) return null
  return <Tabs label={proctorText(lang).attempt.stage} items={view.stages.map((stage) => ({ href: `${base}?stage=${stage}`, text: exams[lang].stages[stage], current: stage === view.stage }))} />
}

const OUTCOME_TONES = { incident: 'plain', warning: 'sun', ending: 'red' } as const

/** One track of the recording, whole or a part of it. */
export function Player({ lang, viewId, base, from, to, track, name }: Omit<PlayProps, 'view'> & { from?: string; to?: string; track: string; name: string }) {
  const span = from && to ? `&from=${epochMs(from as never)}&to=${epochMs(to as never)}` : ''
  return <video class="t-clip" controls preload="none" aria-label={fill(proctorText(lang).attempt.player, { what: name })} src={`${base}/clip?view=${viewId}&track=${track}${span}`} />
}

export function Recording({ view, lang, viewId, base }: Omit<PlayProps, 'view'> & { view: { recording: WatchedAttempt['recording']; session: { erasedOn: string | null } | undefined } }) {
  const words = proctorText(lang).attempt
  if (view.session?.erasedOn) return <p>{fill(words.erased, { on: view.session.erasedOn })}</p>
  if (view.recording.length === 0) return <p>{words.noRecording}</p>
  return (
    <>
      {TRACKS.flatMap((track) => {
        const size = view.recording.find((each) => each.track === track)
        return size ? [(
          <div key={track} class={size.broken > 0 ? 't-stack' : undefined}>
            <p class="t-small t-quiet">{words.track[track]}: {formatTime(size.fromAt)}–{formatTime(size.toAt)}; {fill(words.size, { n: size.chunks, size: formatBytes(size.bytes, lang) })}</p>
            {size.broken > 0 && <NoticeBox tone="red">{fill(words.brokenPieces, { n: size.broken })}</NoticeBox>}
            {viewId && <Player lang={lang} viewId={viewId} base={base} track={track} name={`${words.track[track]}, ${words.whole}`} />}
          </div>
        )] : []
      })}
    </>
  )
}

/** What the reviewer found of the end of the exam, or that it waits for him. */
export function ReviewNote({ view, lang }: { view: WatchedAttempt; lang: Language }) {
  const words = proctorText(lang).attempt
  const { review } = view
  if (!review) return null
  return review.verdict
    ? <NoticeBox tone={review.verdict === 'annulled' ? 'green' : 'sky'} title={fill(words.reviewed, { verdict: proctoring[lang].verdicts[review.verdict], name: review.reviewedByName ?? '—', at: formatMoment(review.reviewedAt!, lang) })}>{review.reasons ?? ''}</NoticeBox>
    : <NoticeBox tone="sun">{words.waits}</NoticeBox>
}

/** What the proctor compared the face with, where no photograph was given before. */
export function ComparedWith({ view, lang }: { view: WatchedAttempt; lang: Language }) {
  const what = view.session?.comparedWith
  // The proctor reads it where the closed moment itself is told.
  if (view.closed?.looked && !view.may.conduct) return <p>{fill(proctorText(lang).attempt.closed.looked, { name: view.closed.looked.name })}</p>
  return what ? <p>{fill(proctorText(lang).attempt.comparedLine, { what })}</p> : null
}

/** The camera, and the screen where it was shown at that time: what a page left or a copy is about is seen there alone. */
function clipTracks({ recording, bar }: WatchedAttempt, flag: Stretch): Track[] {
  return TRACKS.filter((track) => recording.some((each) => each.track === track) && (track === 'camera' || bar?.tracks.some((each) => each.track === track && isShown(each, flag))))
}

/** A flag that came late, because the line was lost, says both: when it was, and when it was written down. */
const LATE_MS = 60_000
function whenOf({ fromAt, raisedAt }: WatchedAttempt['flags'][number], into: number | null, lang: Language): string {
  const words = proctorText(lang).attempt
  return [formatMoment(fromAt, lang), ...(into === null ? [] : [fill(words.into, { at: formatCountdown(into * 1000) })]), ...(msBetween(fromAt, raisedAt) > LATE_MS ? [fill(words.raised, { at: formatTime(raisedAt) })] : [])].join(' · ')
}

/** Everything that was flagged, in the order of time, with its clip and what the candidate answered. */
export function Flags({ view, lang, viewId, base, answer }: PlayProps & { answer?: (flagId: string) => preact.ComponentChildren }) {
  const words = proctorText(lang).attempt
  if (view.flags.length === 0) return <p>{words.noFlags}</p>
  return (
    <Timeline items={view.flags.map((flag) => {
      const into = secondsInto(view.recording, flag.fromAt)
      return {
        id: flagRow(flag), when: whenOf(flag, into, lang), tone: flag.outcome === 'ending' ? 'red' as const : flag.outcome === 'warning' ? 'sun' as const : 'plain' as const,
        title: <>{flagKind(lang, flag.kind)} <Tag tone={OUTCOME_TONES[flag.outcome]}>{proctoring[lang].outcomes[flag.outcome]}</Tag></>,
        body: (
          <>
            {flag.note && <p>{flag.note}</p>}
            <p class="t-small t-quiet">{flag.raisedByName ? fill(words.by, { name: flag.raisedByName }) : flag.byNorm ? words.byList : words.byMachine}</p>
            {viewId && clipTracks(view, flag).map((track) => <Player key={track} lang={lang} viewId={viewId} base={base} from={flag.fromAt} to={flag.toAt} track={track} name={`${flagKind(lang, flag.kind)}, ${words.clip}${track === 'screen' ? `, ${words.track.screen}` : ''}`} />)}
            {flag.answers.map((each) => <blockquote key={each.id} class="t-said">{fill(words.answer, { text: each.text })} <small class="t-quiet">{formatMoment(each.writtenAt, lang)}</small></blockquote>)}
            {answer?.(flag.id)}
          </>
        ),
      }
    })} />
  )
}

/** Each signal over the recording, also those that led to nothing and those switched off. */
export function Signals({ view, lang }: { view: WatchedAttempt; lang: Language }) {
  const words = proctorText(lang).attempt
  return (
    <Details summary={`${words.signals}: ${view.signals.length}`}>
      <Table caption={words.signals} captionHidden columns={[{ title: words.flag }, { title: words.clip, noWrap: true }, { title: words.state }]}
        rows={view.signals.map((signal) => ({
          key: signalRow(signal), id: signalRow(signal),
          cells: [flagKind(lang, signal.kind), fill(words.signalLine, { from: formatTime(signal.fromAt), to: formatTime(signal.toAt), seconds: Math.round(msBetween(signal.fromAt, signal.toAt) / 1000) }), signal.switchedOff ? <Tag icon="accessibility">{words.switchedOff}</Tag> : signal.flagId ? <Tag tone="sky" icon="flag">{proctoring[lang].outcomes.incident}</Tag> : ''],
        }))} />
    </Details>
  )
}

/** Who opened the recording, when and for what. */
export function Views({ view, lang }: { view: WatchedAttempt; lang: Language }) {
  if (view.views.length === 0) return <p>{proctorText(lang).own.viewsNone}</p>
  return <Timeline items={view.views.map((each) => ({ when: formatMoment(each.openedAt, lang), title: proctoring[lang].purposes[each.purpose], who: each.viewerName }))} />
}
