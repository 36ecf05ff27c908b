import type { ComponentChildren } from 'preact'
import type { Language } from '#kernel/localized.ts'
import { Icon } from '../../ui/icon.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { en } from './messages/en.ts'
import { kk, type WatchIslandText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, WatchIslandText>> = { kk, ru, en }

export interface WatchIslandProps {
  stage: 'check' | 'identity' | 'room' | 'closed' | 'run'
  /** Below this address are the calls of the watch. */
  base: string
  csrf: string
  lang: Language
  /** Warnings that stand on this page: for them it is not drawn anew, which would take a press of the candidate with it. */
  shown?: readonly string[]
  /** Shown when the check is fit or all pictures are sent; a form that goes on, for example. */
  children?: ComponentChildren
}

/** Where the island of the watch works: the camera and its lines, in the language of the page. The page names the island `proctoring`. */
export function WatchIsland({ stage, base, csrf, lang, shown = [], children }: WatchIslandProps) {
  const t = TEXTS[lang]
  return (
    <section id="proctoring" class={`t-watch t-watch--${stage} t-stack`} data-base={base} data-stage={stage} data-csrf={csrf} data-shown={shown.join(' ')} data-texts={JSON.stringify(t.words)}>
      <noscript><NoticeBox tone="red">{t.noScript}</NoticeBox></noscript>
      <div data-no-name hidden tabIndex={-1}><NoticeBox tone="red" title={t.noName.title}><p>{t.noName.why}</p><p>{t.noName.what}</p>{stage === 'run' && <p>{t.noName.running}</p>}</NoticeBox></div>
      {stage === 'run' && <div data-second hidden tabIndex={-1}><NoticeBox tone="red" title={t.second}><span data-second-words /></NoticeBox></div>}
      <div class="t-stack" data-live hidden>
        {stage === 'check' ? <Check t={t.check} /> : stage === 'run' ? <Run t={t.run} /> : <Pictures t={t.pictures} stage={stage} />}
        {children && <div data-when-done hidden>{children}</div>}
      </div>
    </section>
  )
}

function Check({ t }: { t: WatchIslandText['check'] }) {
  return (
    <>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <div class="t-watch__both">
        <Preview name={t.preview} />
        <div class="t-card t-watch__lines" aria-live="polite">
          {Object.entries(t.points).map(([point, name]) => <Line key={point} point={point} name={name} words={t.before} />)}
          <Line point="result" name={t.result} words={t.resultBefore} />
        </div>
      </div>
      <p><button class="govuk-button" type="button" data-begin><Icon name="camera" />{t.begin}</button></p>
    </>
  )
}

function Pictures({ t, stage }: { t: WatchIslandText['pictures']; stage: 'identity' | 'room' | 'closed' }) {
  const kinds = stage === 'identity' ? (['face', 'document'] as const) : stage === 'closed' ? (['closed-document', 'closed-face'] as const) : (['room-1', 'room-2', 'room-3', 'room-4'] as const)
  return (
    <>
      <h2>{t.title[stage]}</h2>
      <p>{t.lead[stage]}</p>
      <Preview name={t.preview} />
      <div class="t-card t-watch__lines"><Line point="camera" name={t.camera} words="" /></div>
      <p><button class="govuk-button" type="button" data-open-camera disabled><Icon name="camera" />{t.open}</button></p>
      {kinds.map((kind) => (
        <div key={kind} class="t-card" data-shot={kind} hidden>
          <div aria-live="polite"><Line point={kind} name={t.kinds[kind]} words={t.notTaken} /></div>
          <div class="t-watch__shot">
            <img alt={`${t.taken}: ${t.kinds[kind]}`} hidden />
            <button class="govuk-button govuk-button--secondary" type="button" data-take><Icon name="camera" />{t.take}<span class="t-vh">: {t.kinds[kind]}</span></button>
            <button class="govuk-button" type="button" data-send hidden><Icon name="send" />{t.send}<span class="t-vh">: {t.kinds[kind]}</span></button>
          </div>
        </div>
      ))}
    </>
  )
}

function Run({ t }: { t: WatchIslandText['run'] }) {
  const before: Record<string, string> = { screen: t.screenBefore, computer: t.computerBefore, 'camera-sent': t.sentBefore, 'screen-sent': t.sentBefore }
  return (
    <div class="t-card">
      <h2>{t.title}</h2>
      <Preview name={t.preview} />
      <div class="t-watch__lines" aria-live="polite">
        {Object.entries(t.lines).map(([point, name]) => <Line key={point} point={point} name={name} words={before[point] ?? ''} />)}
      </div>
      <div class="t-watch__shot">
        <button class="govuk-button govuk-button--secondary" type="button" data-share-screen><Icon name="monitor" />{t.shareScreen}</button>
        <button class="govuk-button govuk-button--secondary" type="button" data-full-screen><Icon name="external-link" />{t.fullScreen}</button>
      </div>
      <p class="t-small t-quiet">{t.lead}</p>
    </div>
  )
}

function Preview({ name }: { name: string }) {
  return <video class="t-watch__camera" aria-label={name} muted playsInline hidden />
}

/** One line that the island tells something on; its sign follows its tone. */
function Line({ point, name, words }: { point: string; name: string; words: string }) {
  return (
    <div class="t-chk t-watch__line" data-line={point} data-tone="wait">
      <span class="t-chk__s" aria-hidden="true"><i data-sign="wait"><Icon name="minus" /></i><i data-sign="good"><Icon name="check" /></i><i data-sign="poor"><Icon name="alert" /></i><i data-sign="bad"><Icon name="x" /></i></span>
      <div><b>{name}</b><small data-line-words>{words}</small></div>
    </div>
  )
}
