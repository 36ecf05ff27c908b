import { inLanguage, type Language } from '#kernel/localized.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { formatDay, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readTablet, type TabletSheet, type TabletView } from '#modules/exams/index.ts'
import { blockerText } from '../../denials.ts'
import { Button, Form, TextArea } from '../../ui/form.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MarkButtons, OperationCard, OperationStrip } from '../../ui/mark-buttons.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { SaveStateNote } from '../../ui/question.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { markingText } from './marking-text.ts'
import { statesOf } from './tablet-state.ts'

/** Every card of one sitting on the assessor's tablet: kept there before the start, marked without a line, delivered when it is back. Without script it leads to the form of each candidate. */
export const tabletPage = page<TabletView>({
  path: '/examiner/sittings/:id/tablet', action: 'marking.tablet', desk: 'exam-room', access: ['assessor'], islands: ['marking-tablet'],
  load: (ctx, { params }) => readTablet(ctx, params['id']!),
  title: (_view, lang) => markingText(lang).tablet.title,
  layout: ({ data: { sitting, profession }, lang }) => ({
    kind: 'marking', heading: profession || markingText(lang).tablet.title,
    subheading: `${formatDay(sitting.onDay, lang)}, ${formatTime(sitting.startsAt)}–${formatTime(sitting.endsAt)}, ${(lang === 'ru' ? sitting.roomRu : sitting.roomKk) ?? ''}`,
  }),
  view: (p) => <Tablet {...p} />,
})

/** Codes with which the server refuses the whole delivery, in the words of the tablet. */
function textsOf(lang: Language): Record<string, unknown> {
  const { kept, here, progress, stopKept, denied, noteMissing, groundMissing, timerStart, timerStop, photoKept, videoKept, videoClock, videoTooLarge, videoTooLong, noCamera, noRoom, tooLarge, signIn, noStore, notNamed, ...words } = markingText(lang).tablet
  const { heldTitle, heldWords, savedTitle, savedWords, savingTitle, savingWords, offlineTitle, offlineWords, stoppedTitle, stoppedWords } = words
  return {
    heldTitle, heldWords, kept, here, progress, stopKept, denied, noteMissing, groundMissing, timerStart, timerStop, photoKept, videoKept, videoClock, videoTooLarge, videoTooLong, noCamera, noRoom, tooLarge, signIn, noStore, savedTitle, savedWords, savingTitle, savingWords, offlineTitle, offlineWords, stoppedTitle, stoppedWords,
    codes: { 'not-found': notNamed, 'input.wrong': blockerText(lang, { code: 'input.wrong' }) },
  }
}

function Tablet({ data: view, lang, csrf }: ViewProps<TabletView>) {
  const words = markingText(lang).tablet
  const states = statesOf(view, lang)
  return (
    <div class="t-stack" data-marking data-store={`tanu-marking-${view.sitting.id}-${view.self}`} data-marks={`/${lang}/examiner/sittings/${view.sitting.id}/marks`} data-photos={`/${lang}/examiner/sittings/${view.sitting.id}/photos`} data-videos={`/${lang}/examiner/sittings/${view.sitting.id}/videos`} data-csrf={csrf} data-words={JSON.stringify(textsOf(lang))} data-states={JSON.stringify(states)}>
      <SaveStateNote state="saved" title={words.savedTitle}>{words.savedWords}</SaveStateNote>
      <noscript><NoticeBox tone="sun">{words.noScript}</NoticeBox></noscript>
      <section data-list class="t-stack">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {view.sheets.length === 0 && <Empty title={words.nobody} icon="list-checks"> </Empty>}
        <ul class="t-mk__list">{view.sheets.map((sheet) => (
          <li key={sheet.number} data-row={sheet.number}>
            <a href={`/${lang}/examiner/marking/${sheet.number}`} data-open={sheet.number}>
              <span><b>{sheet.candidate}</b><span class="t-num t-small">{sheet.number}</span></span>
              <span class="t-mk__how"><Tag><span data-label>{words.states[sheet.state]}</span></Tag><span class="t-small" data-progress>{fill(words.progress, { n: sheet.marks.length, total: sheet.map.steps.length })}</span><span class="t-small" data-here hidden /></span>
              <Icon name="arrow-right" />
            </a>
          </li>
        ))}</ul>
        <p><Button kind="link" href={`/${lang}/examiner`}>{markingText(lang).sheet.back}</Button></p>
      </section>
      {view.sheets.map((sheet, place) => <Sheet key={sheet.number} sheet={sheet} place={place} lang={lang} />)}
    </div>
  )
}

function Sheet({ sheet, place, lang }: { sheet: TabletSheet; place: number; lang: Language }) {
  const words = markingText(lang).tablet
  const { steps } = sheet.map
  return (
    <section data-sheet={sheet.number} data-photo-megabytes={sheet.limits.photoMegabytes} data-video-megabytes={sheet.limits.videoMegabytes} data-video-seconds={sheet.limits.videoSeconds} class="t-stack" hidden aria-label={sheet.candidate}>
      <div class="t-mk__cand"><a href="#" class="govuk-link">{words.toList}</a><b>{sheet.candidate}</b><Tag><span data-label>{words.states[sheet.state]}</span></Tag><span class="t-num" data-progress>{fill(words.progress, { n: sheet.marks.length, total: steps.length })}</span></div>
      <OperationStrip cells={steps.map((step) => ({ n: step.no, href: `#${sheet.number}.${step.no}` }))} />
      <div data-waiting hidden><NoticeBox tone="sun">{words.waitingNote}</NoticeBox></div>
      <div data-denied hidden><NoticeBox tone="red"><span data-text /></NoticeBox></div>
      {steps.map((step, at) => <Operation key={step.no} sheet={sheet} id={`${place}-${step.no}`} at={at} lang={lang} />)}
      <section data-refused hidden class="t-card"><h2>{words.refusedTitle}</h2><ul /></section>
      <section data-finish hidden class="t-card"><p>{words.finishHint}</p><p><Button href={`/${lang}/examiner/marking/${sheet.number}`} icon="check-check">{words.finish}</Button></p></section>
      <Details summary={markingText(lang).sheet.task}><p>{inLanguage(sheet.map.task, lang)}</p></Details>
    </section>
  )
}

function Operation({ sheet, id, at, lang }: { sheet: TabletSheet; id: string; at: number; lang: Language }) {
  const words = markingText(lang)
  const { steps } = sheet.map
  const step = steps[at]!
  const neighbour = (to: number) => `#${sheet.number}.${steps[to]?.no}`
  return (
    <section data-op={step.no} class="t-stack" hidden tabIndex={-1}>
      <OperationCard place={fill(words.sheet.place, { n: at + 1, total: steps.length })} tag={step.critical ? words.sheet.critical : step.optional ? words.sheet.optional : words.sheet.required} critical={step.critical} title={inLanguage(step.operation, lang)}
        rows={[
          { term: words.sheet.criterion, value: inLanguage(step.criterion, lang) }, ...(step.tools ? [{ term: words.sheet.tools, value: inLanguage(step.tools, lang) }] : []),
          ...(step.minutes ? [{ term: words.tablet.norm, value: fill(words.tablet.minutes, { n: step.minutes }) }] : []),
        ]} />
      <Form values={{ do: 'mark' }} csrf="" requestKey="">
        <div class="t-mk__timer" data-timer data-norm={step.minutes ?? undefined}>
          <b class="t-num" role="timer" data-shown>0:00</b><span class="t-red" data-over hidden>{words.tablet.timerOver}</span>
          <button type="button" class="govuk-button govuk-button--secondary" data-toggle><Icon name="timer" /><span>{words.tablet.timerStart}</span></button>
        </div>
        <MarkButtons doneNote=" " notDoneNote=" " />
        <p class="govuk-error-message" role="alert" data-problem hidden />
        <TextArea name={`note-${id}`} label={words.sheet.note} hint={words.sheet.noteHint} rows={2} />
        <div class="t-ev">
          <label class="t-ev__cam"><Icon name="camera" />{words.tablet.takePhoto}<input type="file" class="t-vh" accept="image/jpeg,image/png,image/*" capture="environment" data-photo /></label>
          <button type="button" class="t-ev__cam t-ev__cam--film" data-film-open hidden><Icon name="video" />{words.tablet.takeVideo}</button>
          <label class="t-ev__cam t-ev__cam--film" data-film-choose hidden><Icon name="video" />{words.tablet.chooseVideo}<input type="file" class="t-vh" accept="video/mp4,video/webm,video/*" capture="environment" data-video /></label>
          <ul class="t-ev__list" data-photos aria-label={words.tablet.photos} />
        </div>
        <div class="t-film__box" data-film hidden role="group" aria-label={words.tablet.takeVideo}>
          <video class="t-film" playsInline data-film-picture />
          <p class="t-film__clock t-num" role="timer" data-film-clock />
          <p class="t-row">
            <button type="button" class="govuk-button govuk-button--warning" data-film-record>{words.tablet.videoRecord}</button>
            <button type="button" class="govuk-button govuk-button--warning" data-film-stop hidden>{words.tablet.videoStop}</button>
            <button type="button" class="govuk-button" data-film-keep hidden>{words.tablet.videoKeep}</button>
            <button type="button" class="govuk-button govuk-button--secondary" data-film-again hidden>{words.tablet.videoAgain}</button>
            <button type="button" class="govuk-button govuk-button--secondary" data-film-drop hidden>{words.tablet.videoDrop}</button>
            <button type="button" class="govuk-button govuk-button--secondary" data-film-close>{words.tablet.videoClose}</button>
          </p>
        </div>
      </Form>
      <nav class="t-row" aria-label={words.sheet.place.replace('{n}', String(at + 1)).replace('{total}', String(steps.length))}>
        {at > 0 && <Button kind="secondary" href={neighbour(at - 1)} icon="arrow-left">{words.tablet.prev}</Button>}
        {at < steps.length - 1 && <Button kind="secondary" href={neighbour(at + 1)} iconAfter="arrow-right">{words.tablet.next}</Button>}
      </nav>
      {step.critical && (
        <Details summary={words.sheet.stop}>
          <Form values={{ do: 'stop' }} csrf="" requestKey="">
            <p class="t-red">{words.sheet.stopText}</p>
            <TextArea name={`ground-${id}`} label={words.sheet.ground} rows={2} />
            <p class="govuk-error-message" role="alert" data-problem hidden />
            <Button kind="warning" icon="alert">{words.sheet.stopSure}</Button>
          </Form>
        </Details>
      )}
    </section>
  )
}
