import type { Ctx } from '#platform/acts/ctx.ts'
import { legalDay } from '#kernel/day.ts'
import { STAGES } from '#kernel/exam-stage.ts'
import { parseUuid } from '#kernel/id.ts'
import { download, page, type PageRequest } from '#platform/http/page.ts'
import { recordView } from '#modules/audit/index.ts'
import { formatDay, formatDuration, formatMoment, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { IncidentKind, OnlineBreakdownGround, ViolationGround } from '#modules/exams/index.ts'
import {
  admitCandidate, askClosedMoment, breakDownExam, lookInClosedMoment, giveMinutesBack, letAnotherComputerIn, letGoOn, lookAtEnding, putOffExam, oneOf, openPicture, openRecording, readAttempt, refuseAdmission, readChat, readClip, recordOnlineViolation, reviewEnding, writeMessage, type Chat, type Purpose, type WatchedAttempt,
} from '#modules/proctoring/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { askedOneOf } from '../asked.ts'
import { Box } from '../ui/card.tsx'
import { Button, ErrorSummary, Form, Radios } from '../ui/form.tsx'
import { FactStrip } from '../ui/facts.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { BreakOff, Broken, OtherComputer } from './broken.tsx'
import { ChatForm, Failure, Identity, Pending, ReviewForm, Violation } from './attempt-acts.tsx'
import { addressOf, Flags, Recording, Signals, StageTabs, Views } from './parts.tsx'
import { flagRow, RecordingBar } from './recording-bar.tsx'
import { flagKind, proctorText, stateWord } from './proctor-text.ts'

const ACCESS = ['proctor', 'centre-head', 'assessor', 'panel-member', 'ministry', 'national-body', 'auditor'] as const
const baseOf = (lang: string, number: string) => `/${lang}/proctor/cases/${number}`
const stageIn = (text: string | null) => oneOf(STAGES, text)
const stageAsked = ({ query }: Pick<PageRequest, 'query'>) => askedOneOf({ query }, 'stage', STAGES)

interface Data {
  view: WatchedAttempt
  viewId: string | undefined
  purposes: readonly Purpose[]
  chat: Chat
  /** He has pressed to look at what is shown in a closed moment: drawn once, and never before the press. */
  isLooking: boolean
}

/** One candidate of an exam on line: for the proctor while it runs, for the reviewer after it ended. */
export const attemptPage = page<Data>({
  path: '/proctor/cases/:number', action: 'proctoring.read', desk: 'proctor', access: ['proctor', 'centre-head'], islands: ['chat'],
  async load(ctx, { params, query }) {
    const view = await readAttempt(ctx, params['number']!, stageAsked({ query }))
    // Face and document of the candidate stand on the page: whoever opens it leaves a trace, as with the folder.
    await recordView(ctx, view.number)
    return { view, viewId: query.get('view') ?? undefined, purposes: purposesFor(view), chat: await readChat(ctx, view.number, view.stage), isLooking: query.get('look') === 'once' }
  },
  title: ({ view }, lang) => `${proctorText(lang).attempt.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/proctor/sittings/${data.view.sitting.id}`, text: proctorText(lang).attempt.back } }),
  async post(ctx, { lang, params, query, form }) {
    const number = params['number']!
    const words = proctorText(lang).attempt
    const view = query.get('view')
    const stage = stageIn(form.text('stage'))
    const here = `${baseOf(lang, number)}${addressOf({ stage, view })}`
    switch (form.text('do')) {
      case 'refuse':
        await refuseAdmission(ctx, { number, stage, ground: form.text('refusalGround'), note: form.text('refusalNote') })
        return { to: here, flash: words.refusedFlash }
      case 'closed-ask':
        await askClosedMoment(ctx, { number, stage, alone: form.text('alone') !== '' })
        return { to: here, flash: words.closed.asked }
      case 'admit':
        await admitCandidate(ctx, { number, stage, faceIsHis: form.text('face') !== '', roomIsEmpty: form.text('room') !== '', comparedWith: form.text('comparedWith') })
        return { to: here, flash: words.admitted }
      case 'violation': {
        const seen = Number(form.text('seen') || '0')
        if (seen > 0 && form.text('sure') === '') return { errors: [{ field: 'sure', message: words.sureError }] }
        const { outcome } = await recordOnlineViolation(ctx, { number, stage, ground: form.text('ground') as ViolationGround, note: form.text('note'), seen, wanted: form.text('wanted') === 'removal' ? 'removal' : 'warning', ...(form.text('flag') ? { flagId: form.text('flag') } : {}) })
        return { to: here, flash: outcome === 'warning' ? words.warned : words.ended }
      }
      case 'end-now': case 'go-on':
        await lookAtEnding(ctx, { number, stage, end: form.text('do') === 'end-now', note: form.text('lookNote') })
        return { to: here, flash: form.text('do') === 'end-now' ? words.ended : words.wentOn }
      case 'failure':
        await giveMinutesBack(ctx, { number, stage, kind: form.text('kind') as IncidentKind, note: form.text('failureNote'), minutes: Number(form.text('minutes') || '0'), seen: Number(form.text('given') || '0') })
        return { to: here, flash: words.given }
      case 'break-off':
        await breakDownExam(ctx, { number, stage, ground: form.text('breakGround') as OnlineBreakdownGround, note: form.text('breakNote'), minutes: Number(form.text('breakMinutes') || '0') })
        return { to: here, flash: words.broken.saved }
      case 'computer':
        await letAnotherComputerIn(ctx, { number, stage })
        return { to: here, flash: words.computer.done }
      case 'let-go-on':
        await letGoOn(ctx, { number, stage })
        return { to: here, flash: words.broken.gone }
      case 'another-day': {
        const { sitting } = await readAttempt(ctx, number, stage)
        await putOffExam(ctx, { number, stage })
        return { to: `/${lang}/proctor/sittings/${sitting.id}`, flash: words.broken.anotherDone }
      }
      case 'message':
        await writeMessage(ctx, { number, stage, text: form.text('text') })
        // No flash: the line itself stands on the page.
        return { to: here }
      case 'review':
        await reviewEnding(ctx, { number, stage, verdict: form.text('verdict'), reasons: form.text('reasons') })
        return { to: here, flash: words.decided }
      default: {
        const id = await openRecording(ctx, { number, stage, purpose: form.text('purpose') })
        // From the table it was one flag that was pressed: the page opens where it stands.
        const flag = parseUuid(form.text('flag'))
        return { to: `${baseOf(lang, number)}${addressOf({ stage, view: id })}${flag ? `#${flagRow({ id: flag })}` : ''}`, flash: words.opened }
      }
    }
  },
  view: (p) => {
    const { lang, data: { view, viewId, purposes, chat, isLooking } } = p
    const words = proctorText(lang).attempt
    const base = baseOf(lang, view.number)
    const play = { view, lang, viewId, base }
    return (
      <div class="t-gap">
        <div class="t-inhead"><div><h1>{view.candidate}</h1><p class="t-num">{view.number}</p></div></div>
        <StageTabs view={view} lang={lang} base={base} />
        <ErrorSummary form={p.form} />
        <FactStrip facts={[
          { term: words.stage, value: exams[lang].stages[view.stage] },
          { term: words.state, value: stateWord(lang, view.stage, view.state) },
          { term: words.sitting, value: `${formatDay(legalDay(view.sitting.startsAt), lang)}, ${formatTime(view.sitting.startsAt)}–${formatTime(view.sitting.endsAt)}` },
          { term: words.consent, value: view.session ? fill(words.consentAt, { version: view.session.consentVersion, at: formatMoment(view.session.consentedAt, lang) }) : words.none },
          { term: words.off, value: view.session && view.session.off.length > 0 ? `${view.session.off.map((kind) => flagKind(lang, kind)).join(', ')} (${view.offBecause.map((kind) => exams[lang].accommodations[kind as 'tics']).join(', ')})` : words.none },
        ]} />
        {view.skewMs !== null && <NoticeBox>{fill(words.skew, { time: formatDuration(Math.round(Math.abs(view.skewMs) / 60_000), lang) })}</NoticeBox>}
        {view.may.conduct && view.run?.broken && <Broken {...p} view={view} broken={view.run.broken} />}
        {view.may.conduct && <Pending {...p} view={view} />}
        {view.review && <ReviewForm {...p} view={view} />}
        {view.session && view.state !== 'checking' && <Identity {...p} view={view} base={base} isLooking={isLooking} />}
        <Box title={words.recording}>
          <div>
            <Recording {...play} />
            {!viewId && view.recording.length > 0 && !view.session?.erasedOn && purposes.length > 0 && (
              <Form csrf={p.csrf} requestKey={`${p.requestKey}-view`} values={{ do: 'open', stage: view.stage }}>
                <Radios form={p.form} name="purpose" label={words.purpose} value={purposes[0]} options={purposes.map((purpose) => ({ value: purpose, label: proctoring[lang].purposes[purpose] }))} />
                <Button kind="secondary" icon="eye">{words.open}</Button>
              </Form>
            )}
          </div>
        </Box>
        <Box title={words.flags}><div><RecordingBar view={view} lang={lang} /><Flags {...play} /><Signals view={view} lang={lang} /></div></Box>
        {view.may.conduct && (view.state === 'running' || view.state === 'warned') && <Violation {...p} view={view} />}
        {view.may.conduct && view.state !== 'checking' && <ChatForm {...p} chat={chat} base={base} stage={view.stage} />}
        {view.may.conduct && (view.state === 'running' || view.state === 'warned') && <><Failure {...p} view={view} /><BreakOff {...p} stage={view.stage} /><OtherComputer {...p} stage={view.stage} /></>}
        <Box title={words.views}><div><Views view={view} lang={lang} /></div></Box>
      </div>
    )
  },
})

/** The purposes that can be his here; the act asks again. A panel and an answer to a complaint have their own pages. */
const purposesFor = ({ may }: WatchedAttempt): Purpose[] => [...(may.conduct ? ['live-watch' as const] : []), ...(may.review ? ['review' as const] : [])]

const numberOf = (text: string | null): number | undefined => (text && /^\d{1,15}$/.test(text) ? Number(text) : undefined)
async function clip(ctx: Ctx, { params, query }: PageRequest) {
  const { mediaType, body } = await readClip(ctx, { viewId: query.get('view') ?? '', number: params['number']!, track: query.get('track') ?? '', from: numberOf(query.get('from')), to: numberOf(query.get('to')) })
  return { body, mediaType, filename: `clip.${mediaType === 'video/mp4' ? 'mp4' : 'webm'}`, inline: true }
}
export const clipDownload = download({ path: '/proctor/cases/:number/clip', action: 'proctoring.view', access: ACCESS, handle: clip })
export const ownClipDownload = download({ path: '/cases/:number/watch/clip', action: 'proctoring.view', access: 'signed-in', handle: clip })
/** What is shown in a closed moment: this answer is the one look, and it is gone. */
export const closedLook = download({
  path: '/proctor/cases/:number/closed/:kind', action: 'proctoring.conduct', access: ['proctor'],
  handle: async (ctx, { params, query }) => ({ body: await lookInClosedMoment(ctx, { number: params['number']!, stage: stageAsked({ query }), kind: params['kind']! }), mediaType: 'image/jpeg', filename: 'look.jpg', inline: true }),
})
export const pictureDownload = download({
  path: '/proctor/cases/:number/pictures/:id', action: 'proctoring.read', access: ['proctor', 'centre-head'],
  handle: async (ctx, { params, query }) => ({ body: await openPicture(ctx, { number: params['number']!, stage: stageAsked({ query }), id: params['id']! }), mediaType: 'image/jpeg', filename: 'picture.jpg', inline: true }),
})
