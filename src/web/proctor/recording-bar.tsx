import { msBetween, plusMs } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatCountdown, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { placeOn, secondsInto, standApart, type Place, type Stretch, type WatchedAttempt } from '#modules/proctoring/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { flagKind, proctorText } from './proctor-text.ts'

type Kind = WatchedAttempt['flags'][number]['outcome'] | 'signal' | 'screen' | 'gap'
const LEGEND: readonly Kind[] = ['incident', 'warning', 'ending', 'signal', 'screen', 'gap']
/** How far marks of a lane stand from each other, in hundredths: on a telephone too a finger meets one alone. */
const FLAGS = { apart: 9, lanes: 3 }
const SIGNALS = { apart: 4, lanes: 1 }
const LANE = 26
const SHORT_MS = 300_000

/** Row in the list below to which a mark leads. */
export const flagRow = (flag: { id: string }) => `flag-${flag.id}`
export const signalRow = (signal: { device: string; seq: number }) => `signal-${signal.device}-${signal.seq}`

const isDecided = ({ kind }: { kind: Kind }): boolean => kind === 'warning' || kind === 'ending'

/** Told apart by their form, not by their colour alone; around the point 0, 0. */
function Shape({ kind }: { kind: Kind }) {
  switch (kind) {
    case 'incident': return <circle class="incident" r="6" />
    case 'warning': return <path class="warning" d="M0 -8L8.5 7h-17z" />
    case 'ending': return <path class="ending" d="M-7.5 -7.5h15v15h-15z" />
    case 'signal': return <path class="signal" d="M-1.5 -8h3v16h-3z" />
    case 'screen': return <rect class="rec" x="-8" y="-4" width="16" height="8" />
    case 'gap': return <><rect class="gap" x="-8" y="-5" width="16" height="10" /><path class="hatch" d="M-6 5l6 -10M0 5l6 -10" /></>
  }
}

/** What was noticed and what was done about it, over the length of the recording. Each mark leads to its row; the lists below say the same in words. */
export function RecordingBar({ view, lang }: { view: WatchedAttempt; lang: Language }) {
  const { bar } = view
  if (!bar) return null
  const { bar: words, into } = proctorText(lang).attempt
  const whenOf = (fromAt: typeof bar.fromAt, { outside }: Place): string => `${formatTime(fromAt)}, ${outside ? words[outside] : fill(into, { at: formatCountdown((secondsInto(view.recording, fromAt) ?? 0) * 1000) })}`
  const length = msBetween(bar.fromAt, bar.toAt)
  // The clock says the same three times of a recording of a few minutes.
  const tick = (ms: number): string => (length < SHORT_MS ? formatCountdown(ms) : formatTime(plusMs(bar.fromAt, ms)))
  const more = (others: number): string => (others > 0 ? `, ${fill(words.more, { n: others })}` : '')
  const placed = view.flags.map((flag) => ({ flag, kind: flag.outcome as Kind, place: placeOn(bar, flag) }))
  const ofFlags = (wanted: boolean) => standApart(placed.filter((each) => isDecided(each) === wanted), FLAGS).map(({ lane, marks: [{ flag, kind, place }, ...others] }) => (
    { kind, place, lane, row: flagRow(flag), label: `${proctoring[lang].outcomes[flag.outcome]}: ${flagKind(lang, flag.kind)}, ${whenOf(flag.fromAt, place)}${more(others.length)}` }
  ))
  const [noticed, decided] = [ofFlags(false), ofFlags(true)]
  const signals = standApart(view.signals.map((signal) => ({ signal, place: placeOn(bar, signal) })), SIGNALS).map(({ lane, marks }) => {
    const [{ signal, place }, ...others] = marks
    const kinds = [...new Set(marks.map((each) => flagKind(lang, each.signal.kind)))].join(', ')
    return { kind: 'signal' as Kind, place, lane, row: signalRow(signal), label: `${words.signal}: ${kinds}, ${whenOf(signal.fromAt, place)}${more(others.length)}` }
  })
  const span = ({ fromAt, toAt }: Stretch): string => `${formatTime(fromAt)}–${formatTime(toAt)}`
  const gaps = bar.tracks.flatMap(({ track, gaps: own }) => own.map((gap) => ({ ...gap, track, label: `${words.gap}: ${bar.tracks.length > 1 ? `${track === 'camera' ? words.camera : words.screen}, ` : ''}${span(gap)}` })))
  const drawn = (kind: Kind) => (kind === 'gap' ? gaps.length > 0 : kind === 'screen' ? bar.tracks.some((each) => each.track === 'screen') : [...noticed, ...decided, ...signals].some((mark) => mark.kind === kind))
  const lanesOf = (marks: readonly { lane: number }[]): number => Math.max(0, ...marks.map(({ lane }) => lane + 1))
  // Warnings and endings stand above all that was only noticed, so that nothing covers them; without them their rows are not there.
  const above = Math.max(1, lanesOf(noticed))
  const band = (above + lanesOf(decided)) * LANE
  const heights = { camera: 20, screen: 8 } as const
  const tops = { camera: band, screen: band + 22 } as const
  const foot = band + (drawn('screen') ? 32 : 20)
  const mark = ({ kind, place, row, label }: (typeof signals)[number], y: number) => (
    <a key={row} href={`#${row}`} aria-label={label}>
      <title>{label}</title>
      <svg x={`${place.left}%`} y={y} overflow="visible"><rect class="hit" x={kind === 'signal' ? -5 : -12} y="-12" width={kind === 'signal' ? 10 : 24} height="24" rx="4" /><Shape kind={kind} /></svg>
    </a>
  )
  return (
    <figure class="t-recbar">
      <svg class="t-recbar__b" width="100%" height={foot + 28} role="group" aria-label={words.label}>
        {bar.tracks.map((each) => <rect key={each.track} class="rec" x={`${placeOn(bar, each).left}%`} y={tops[each.track]} width={`${placeOn(bar, each).width}%`} height={heights[each.track]} />)}
        {gaps.map((gap) => <rect key={`${gap.track}-${gap.fromAt}`} class="gap" x={`${placeOn(bar, gap).left}%`} y={tops[gap.track]} width={`${placeOn(bar, gap).width}%`} height={heights[gap.track]}><title>{gap.label}</title></rect>)}
        {placed.map(({ flag, place }) => <rect key={flag.id} class={`span ${flag.outcome}`} x={`${place.left}%`} y={band} width={`${place.width}%`} height="5" />)}
        {view.signals.map((signal) => {
          const { left, width } = placeOn(bar, signal)
          return <rect key={signalRow(signal)} class="span signal" x={`${left}%`} y={band + 15} width={`${width}%`} height="5" />
        })}
        {signals.map((each) => mark(each, foot + 14))}
        {noticed.map((each) => mark(each, band - 13 - each.lane * LANE))}
        {decided.map((each) => mark(each, band - 13 - (above + each.lane) * LANE))}
      </svg>
      <p class="t-recbar__t t-num" aria-hidden="true">{[0, 0.5, 1].map((part) => <span key={part}>{tick(Math.round(length * part))}</span>)}</p>
      <figcaption>
        {words.label}
        <ul class="t-recbar__l">
          {LEGEND.filter(drawn).map((kind) => (
            <li key={kind}>
              <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false"><Shape kind={kind} /></svg>
              <span>{kind === 'gap' ? gaps.map((gap) => gap.label).join('; ') : kind === 'screen' ? words.screenBand : kind === 'signal' ? words.signal : proctoring[lang].outcomes[kind]}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
