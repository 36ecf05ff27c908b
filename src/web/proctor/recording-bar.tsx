import { msBetween, plusMs } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { placeOn, secondsInto, together, type Place, type WatchedAttempt } from '#modules/proctoring/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { flagKind, proctorText } from './proctor-text.ts'

type Kind = WatchedAttempt['flags'][number]['outcome'] | 'signal' | 'gap'
const LEGEND: readonly Kind[] = ['incident', 'warning', 'ending', 'signal', 'gap']
/** Signals that begin within this part of the recording, in hundredths, are one mark. */
const APART = 1

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
    case 'gap': return <><rect class="gap" x="-8" y="-5" width="16" height="10" /><path class="hatch" d="M-6 5l6 -10M0 5l6 -10" /></>
  }
}

/** What was noticed and what was done about it, over the length of the recording. Each mark leads to its row; the lists below say the same in words. */
export function RecordingBar({ view, lang }: { view: WatchedAttempt; lang: Language }) {
  const { bar } = view
  if (!bar) return null
  const { bar: words, into } = proctorText(lang).attempt
  const whenOf = (fromAt: typeof bar.fromAt, { outside }: Place): string => `${formatTime(fromAt)}, ${outside ? words[outside] : fill(into, { n: secondsInto(view.recording, fromAt) ?? 0 })}`
  const flags = view.flags.map((flag) => {
    const place = placeOn(bar, flag)
    return { kind: flag.outcome as Kind, place, row: flagRow(flag), label: `${proctoring[lang].outcomes[flag.outcome]}: ${flagKind(lang, flag.kind)}, ${whenOf(flag.fromAt, place)}` }
  })
  const signals = together(view.signals.map((signal) => ({ signal, place: placeOn(bar, signal) })), APART).map((group) => {
    const [{ signal, place }, ...others] = group
    const kinds = [...new Set(group.map((each) => flagKind(lang, each.signal.kind)))].join(', ')
    return { kind: 'signal' as Kind, place, row: signalRow(signal), label: `${words.signal}: ${kinds}, ${whenOf(signal.fromAt, place)}${others.length > 0 ? `, ${fill(words.more, { n: others.length })}` : ''}` }
  })
  const drawn = (kind: Kind) => (kind === 'gap' ? bar.gaps.length > 0 : [...flags, ...signals].some((mark) => mark.kind === kind))
  // Warnings and endings stand above all that was only noticed, so that nothing covers them; without them the row is not there.
  const band = flags.some(isDecided) ? 52 : 26
  const mark = ({ kind, place, row, label }: (typeof flags)[number], y: number) => (
    <a key={row} href={`#${row}`} aria-label={label}>
      <title>{label}</title>
      <svg x={`${place.left}%`} y={y} overflow="visible"><rect class="hit" x="-12" y="-12" width="24" height="24" rx="4" /><Shape kind={kind} /></svg>
    </a>
  )
  return (
    <figure class="t-recbar">
      <svg class="t-recbar__b" width="100%" height={band + 48} role="group" aria-label={words.label}>
        <rect class="rec" y={band} width="100%" height="20" />
        {bar.gaps.map((gap) => {
          const { left, width } = placeOn(bar, gap)
          return <rect key={gap.fromAt} class="gap" x={`${left}%`} y={band} width={`${width}%`} height="20"><title>{`${words.gap}: ${formatTime(gap.fromAt)}–${formatTime(gap.toAt)}`}</title></rect>
        })}
        {view.flags.map((flag, place) => <rect key={flag.id} class={`span ${flag.outcome}`} x={`${flags[place]!.place.left}%`} y={band} width={`${flags[place]!.place.width}%`} height="5" />)}
        {view.signals.map((signal) => {
          const { left, width } = placeOn(bar, signal)
          return <rect key={signalRow(signal)} class="span signal" x={`${left}%`} y={band + 15} width={`${width}%`} height="5" />
        })}
        {signals.map((each) => mark(each, band + 34))}
        {flags.map((each) => mark(each, band - (isDecided(each) ? 39 : 13)))}
      </svg>
      <p class="t-recbar__t t-num" aria-hidden="true">{[0, 0.5, 1].map((part) => <span key={part}>{formatTime(plusMs(bar.fromAt, Math.round(msBetween(bar.fromAt, bar.toAt) * part)))}</span>)}</p>
      <figcaption>
        {words.label}
        <ul class="t-recbar__l">
          {LEGEND.filter(drawn).map((kind) => (
            <li key={kind}>
              <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false"><Shape kind={kind} /></svg>
              <span>{kind === 'gap' ? `${words.gap}: ${bar.gaps.map((gap) => `${formatTime(gap.fromAt)}–${formatTime(gap.toAt)}`).join(', ')}` : kind === 'signal' ? words.signal : proctoring[lang].outcomes[kind]}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
