import { STAGES } from '#kernel/exam-stage.ts'
import { page } from '#platform/http/page.ts'
import { answerFlag, oneOf, openRecording, readOwnAttempt, type WatchedAttempt } from '#modules/proctoring/index.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { askedOneOf } from '../asked.ts'
import { Button, ErrorSummary, Form, TextArea } from '../ui/form.tsx'
import { Details } from '../ui/why.tsx'
import { addressOf, ComparedWith, Flags, Recording, ReviewNote, Signals, StageTabs, Views } from './parts.tsx'
import { RecordingBar } from './recording-bar.tsx'
import { proctorText } from './proctor-text.ts'

/** The candidate sees every flag and clip that concerns him, who looked at his recording and why, and answers in writing. */
export const ownWatchPage = page<{ view: WatchedAttempt; viewId: string | undefined }>({
  path: '/cases/:number/watch', action: 'proctoring.sit', desk: 'candidate', access: 'signed-in',
  load: async (ctx, { params, query }) => ({ view: await readOwnAttempt(ctx, params['number']!, askedOneOf({ query }, 'stage', STAGES)), viewId: query.get('view') ?? undefined }),
  title: ({ view }, lang) => `${proctorText(lang).own.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.view.number}`, text: proctorText(lang).own.back } }),
  async post(ctx, { lang, params, query, form }) {
    const number = params['number']!
    const stage = oneOf(STAGES, form.text('stage'))
    const here = (view: string | null) => `/${lang}/cases/${number}/watch${addressOf({ stage, view })}`
    if (form.text('do') === 'answer') {
      await answerFlag(ctx, { number, stage, flagId: form.text('flag'), text: form.text('text') || form.text(`text-${form.text('flag')}`) })
      return { to: here(query.get('view')), flash: proctorText(lang).own.sent }
    }
    return { to: here(await openRecording(ctx, { number, stage, purpose: 'own' })) }
  },
  view: ({ data: { view, viewId }, lang, form, csrf, requestKey }) => {
    const words = proctorText(lang)
    const play = { view, lang, viewId, base: `/${lang}/cases/${view.number}/watch` }
    return (
      <div class="t-gap">
        <div><h1>{words.own.title}</h1><p>{words.own.lead}</p></div>
        <StageTabs view={view} lang={lang} base={play.base} />
        <ErrorSummary form={form} />
        <ReviewNote view={view} lang={lang} />
        {view.review?.upholdFrom && view.review.upholdFrom > view.now && <NoticeBox tone="sun" title={words.own.answerTitle}>{fill(words.own.answerUntil, { at: formatMoment(view.review.upholdFrom, lang) })}</NoticeBox>}
        <ComparedWith view={view} lang={lang} />
        <section>
          <h2>{words.attempt.recording}</h2>
          <Recording {...play} />
          {!viewId && view.recording.length > 0 && !view.session?.erasedOn && <Form csrf={csrf} requestKey={`${requestKey}-own`} values={{ do: 'open', stage: view.stage }}><Button kind="secondary" icon="eye">{words.own.openOwn}</Button></Form>}
        </section>
        <section>
          <h2>{words.attempt.flags}</h2>
          <RecordingBar view={view} lang={lang} />
          <Flags {...play} answer={(flagId) => (
            <Details summary={words.own.write} open={form.values['flag'] === flagId}>
              <Form csrf={csrf} requestKey={`${requestKey}-${flagId}`} values={{ do: 'answer', stage: view.stage, flag: flagId }}>
                {form.values['flag'] === flagId ? <TextArea form={form} name="text" value={String(form.values[`text-${flagId}`] ?? '')} label={words.own.text} rows={4} maxLength={4000} /> : <TextArea name={`text-${flagId}`} label={words.own.text} rows={4} maxLength={4000} />}
                <Button kind="secondary">{words.own.send}</Button>
              </Form>
            </Details>
          )} />
          <Signals view={view} lang={lang} />
        </section>
        <section><h2>{words.attempt.views}</h2><Views view={view} lang={lang} /></section>
      </div>
    )
  },
})
