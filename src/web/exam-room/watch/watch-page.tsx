import { legalDay } from '#kernel/day.ts'
import { STAGES } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { assertNamedComputer, consentText, declineClosedMoment, giveConsent, oneOf, readChat, readOwnWatch, showReference, WATCH_CONSENT_VERSION, writeMessage, type Chat, type OwnWatch } from '#modules/proctoring/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { askedOneOf } from '../../asked.ts'
import { ChatBox, ChatLate } from '../../chat/chat.tsx'
import { Button, CheckboxSingle, ErrorSummary, FileField, Form, TextArea, type FormState } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'
import { InstallApp } from '../../installed/install-app.tsx'
import { WatchIsland } from '../watch-island/watch-island.tsx'
import { TrialOffer } from './trial-page.tsx'
import { watchAddress, watchBase } from './watch-box.tsx'
import { examRoomText } from '../exam-room-text.ts'
import { watchText } from './watch-text.ts'

interface Props {
  watch: OwnWatch & { chat: Chat }
  lang: Language
  form: FormState
  csrf: string
  requestKey: string
}

/** Before an exam on line: the check of the computer, the consent, the pictures, the wait for the proctor. */
export const watchPage = page<Props['watch']>({
  path: '/exam/:number/watch', action: 'proctoring.sit', desk: 'exam-room', access: 'signed-in', islands: ['proctoring', 'chat', 'install-app'], files: true,
  async load(ctx, { params, query }) {
    const watch = await readOwnWatch(ctx, params['number']!, askedOneOf({ query }, 'stage', STAGES))
    return { ...watch, chat: await readChat(ctx, watch.number, watch.stage) }
  },
  title: (watch, lang) => `${watchText(lang).title} · ${watch.number}`,
  layout: ({ data: watch, lang }) => ({ heading: watchText(lang).titles[watch.stage], subheading: fill(watchText(lang).when, { date: formatDay(legalDay(watch.sitting.startsAt), lang), from: formatTime(watch.sitting.startsAt), to: formatTime(watch.sitting.endsAt) }) }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const words = watchText(lang)
    const stage = oneOf(STAGES, form.text('stage')) ?? 'theory'
    const here = watchAddress(lang, number, stage)
    switch (form.text('do')) {
      case 'decline':
        await declineClosedMoment(ctx, { number, stage })
        return { to: here, flash: words.closed.declined }
      case 'reference': {
        const file = form.file('reference')
        if (!file || file.bytes.length === 0) return { errors: [{ field: 'reference', message: words.referenceMissing }] }
        await showReference(ctx, file.bytes)
        return { to: here, flash: words.referenceSent }
      }
      case 'message':
        await writeMessage(ctx, { number, stage, text: form.text('text') })
        return { to: here }
      default:
        assertNamedComputer(form.text('device'))
        await giveConsent(ctx, { number, stage, version: form.text('version'), recording: form.text('recording') !== '', rules: form.text('rules') !== '' })
        return { to: here, flash: words.agreed }
    }
  },
  view: ({ data: watch, lang, form, csrf, requestKey }) => {
    const p = { watch, lang, form, csrf, requestKey }
    const words = watchText(lang)
    return (
      <div class="t-q t-stack">
        <ErrorSummary form={form} />
        {watch.off.length > 0 && <NoticeBox>{fill(words.off, { conditions: watch.offBecause.map((kind) => exams[lang].accommodations[kind as 'tics']).join(', '), list: watch.off.map((kind) => exams[lang].incidents[kind as 'no-face'] ?? kind).join(', ') })}</NoticeBox>}
        {watch.refused && (
          <NoticeBox tone="red" title={fill(words.refused.title, { at: formatTime(watch.refused.at) })}>
            <p><b>{exams[lang].notLetIn[watch.refused.ground]}.</b> {watch.refused.note}</p>
            <p>{fill(words.refused.what, { until: formatTime(watch.sitting.endsAt) })}</p>
            <p><a href={`/${lang}/cases/${watch.number}/complaint`}>{words.refused.complain}</a></p>
          </NoticeBox>
        )}
        <Stage {...p} />
        {watch.state !== 'ended' && !watch.closed && !isClosedAhead(watch) && <Reference {...p} />}
        {watch.consent && watch.state !== 'ended' && <Messages {...p} />}
      </div>
    )
  },
})

function Stage(p: Props) {
  const { watch, lang, csrf } = p
  const words = watchText(lang)
  const island = (stage: 'check' | 'identity' | 'room' | 'closed' | 'run', children?: preact.ComponentChildren) => <WatchIsland stage={stage} base={watchBase(lang, watch.number, watch.stage)} csrf={csrf} lang={lang}>{children}</WatchIsland>
  const onward = <p><Button href={watchAddress(lang, watch.number, watch.stage)} iconAfter="arrow-right">{words.next}</Button></p>
  const toExam = <p><Button href={`/${lang}/exam/${watch.number}${watch.stage === 'practice' ? '/practice' : ''}`} iconAfter="arrow-right">{words.toExam}</Button></p>
  // The practice has no questions to be tried.
  const trial = watch.stage === 'theory' && <TrialOffer number={watch.number} lang={lang} />
  switch (watch.state) {
    case 'checking': return <><h1>{words.titles[watch.stage]}</h1><InstallApp lang={lang} />{island('check')}<Consent {...p} /></>
    case 'consented':
      if (watch.missing.includes('face') || watch.missing.includes('document')) return <><h1>{words.titles[watch.stage]}</h1>{island('identity', onward)}<Taken {...p} /></>
      if (watch.missing.length > 0) return <><h1>{words.titles[watch.stage]}</h1>{island('room', onward)}<Taken {...p} /></>
      if (watch.closed && (watch.closed.askedBy || !watch.closed.looked)) return <ClosedMoment {...p} island={island} onward={onward} />
      return <><h1>{words.waitTitle}</h1><p>{words.waitText}</p><p><Button kind="secondary" href={watchAddress(lang, watch.number, watch.stage)} icon="refresh-cw">{words.refresh}</Button></p>{trial}{island('run')}<Taken {...p} /></>
    case 'broken-down': return <><h1>{examRoomText(lang).broken.title}</h1>{toExam}</>
    case 'ended': return <><h1>{words.endedTitle}</h1><p><Button href={`/${lang}/cases/${watch.number}/watch?stage=${watch.stage}`} iconAfter="arrow-right">{words.toFlags}</Button></p></>
    case 'admitted': return <><h1>{words.admittedTitle}</h1>{toExam}{trial}</>
    default: return <><h1>{words.admittedTitle}</h1>{toExam}</>
  }
}

/** He has not agreed yet, and his face will be compared in a closed moment: no photograph of it is asked for. */
const isClosedAhead = ({ state, granted, coveredFace }: OwnWatch): boolean => state === 'checking' && coveredFace === 'closed-moment' && granted.includes('covered-face')

/** Who asks to see his face, before he shows it to anybody; until somebody asks there is nothing to show. */
function ClosedMoment({ watch, lang, csrf, requestKey, island, onward }: Props & { island: (stage: 'closed' | 'run', children?: preact.ComponentChildren) => preact.VNode; onward: preact.VNode }) {
  const words = watchText(lang).closed
  const { askedBy, declined, shown } = watch.closed!
  if (!askedBy) return <><h1>{words.title}</h1><p>{declined ? words.another : words.wait}</p><p><Button kind="secondary" href={watchAddress(lang, watch.number, watch.stage)} icon="refresh-cw">{watchText(lang).refresh}</Button></p>{island('run')}<Taken watch={watch} lang={lang} /></>
  return (
    <>
      <h1>{words.title}</h1>
      <NoticeBox title={fill(words.asks, { name: askedBy.name })}><p>{words.says}</p><p>{words.kept}</p></NoticeBox>
      {shown.length > 0 ? <><p role="status">{words.shown}</p>{island('run')}</> : island('closed', onward)}
      <Form csrf={csrf} requestKey={`${requestKey}-decline`} values={{ do: 'decline', stage: watch.stage }}><Button kind="secondary" icon="x">{words.decline}</Button></Form>
    </>
  )
}

function Consent({ watch, lang, form, csrf, requestKey }: Props) {
  const words = watchText(lang)
  const text = consentText(lang, watch.stage, watch.granted, watch.coveredFace)
  return (
    <section aria-labelledby="consent">
      <h2 id="consent">{words.consentTitle}</h2>
      <ul class="govuk-list govuk-list--bullet">{text.points.map((point) => <li key={point}>{point}</li>)}</ul>
      <p class="t-small t-quiet">{fill(words.consentVersion, { version: WATCH_CONSENT_VERSION })}</p>
      <h2>{words.forbiddenTitle}</h2>
      <p>{words.forbiddenLead}</p>
      <ul class="t-dots t-dots--columns">{text.forbidden.map((item) => <li key={item}>{item}</li>)}</ul>
      <Form csrf={csrf} requestKey={`${requestKey}-${watch.stage}`} values={{ do: 'consent', stage: watch.stage, version: WATCH_CONSENT_VERSION, device: '' }}>
        <Details summary={words.refuse}><p>{words.refuseText}</p><p><a href={`/${lang}/cases/${watch.number}/postpone`}>{words.refuseGo}</a></p></Details>
        <CheckboxSingle form={form} name="recording" label={words.recording} />
        <CheckboxSingle form={form} name="rules" label={words.rules} />
        <Button icon="check">{words.agree}</Button>
      </Form>
    </section>
  )
}

function Taken({ watch, lang }: Pick<Props, 'watch' | 'lang'>) {
  const words = watchText(lang)
  if (watch.pictures.length === 0) return null
  return <section><h2>{words.taken}</h2><div class="t-shots">{watch.pictures.map((each) => <img key={each.id} src={`${watchBase(lang, watch.number, watch.stage)}/pictures/${each.id}`} alt={words.pictureAlt} width="160" loading="lazy" />)}</div></section>
}

function Reference({ watch, lang, form, csrf, requestKey }: Props) {
  const words = watchText(lang)
  return (
    <Details summary={words.reference} open={!watch.hasReference && watch.state === 'checking'}>
      {watch.hasReference && <p>{words.referenceHave}</p>}
      <Form csrf={csrf} requestKey={`${requestKey}-reference`} files values={{ do: 'reference', stage: watch.stage }}>
        <FileField form={form} name="reference" label={words.reference} hint={words.referenceHint} accept="image/jpeg,image/png" />
        <Button kind="secondary" icon="upload">{words.referenceSend}</Button>
      </Form>
    </Details>
  )
}

function Messages({ watch, lang, form, csrf, requestKey }: Props) {
  const words = watchText(lang)
  return (
    <Details summary={words.message} open>
      <ChatBox chat={watch.chat} lang={lang} reader="candidate" address={`${watchBase(lang, watch.number, watch.stage)}/messages`}>
        <Form csrf={csrf} requestKey={`${requestKey}-message`} values={{ do: 'message', stage: watch.stage }}>
          <TextArea form={form} name="text" label={words.messageText} rows={3} maxLength={1000} />
          <ChatLate lang={lang} />
          <Button kind="secondary" icon="send">{words.send}</Button>
        </Form>
      </ChatBox>
    </Details>
  )
}
