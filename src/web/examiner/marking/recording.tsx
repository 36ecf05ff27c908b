import { plusMs } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDuration, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { openRecording, readRecordingToMark, TRACKS, type RecordingToMark } from '#modules/proctoring/index.ts'
import { Player, Recording } from '../../proctor/parts.tsx'
import { proctorText } from '../../proctor/proctor-text.ts'
import { Button } from '../../ui/button.tsx'
import { Box } from '../../ui/card.tsx'
import { FactStrip } from '../../ui/facts.tsx'
import { ErrorSummary, Form } from '../../ui/form.tsx'
import { recordingText } from './recording-text.ts'

const LAST_MS = 180_000
const addressOf = (lang: Language, number: string) => `/${lang}/examiner/marking/${number}/recording`

/** The recording of a practice on line, beside the sheet on which it is marked. */
export const recordingPage = page<RecordingToMark>({
  path: '/examiner/marking/:number/recording', action: 'proctoring.view', desk: 'examiner', access: ['assessor'],
  load: (ctx, { params }) => readRecordingToMark(ctx, params['number']!),
  title: ({ number }, lang) => `${recordingText(lang).title} · ${number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/examiner/marking/${data.number}`, text: recordingText(lang).back } }),
  async post(ctx, { lang, params }) {
    const number = params['number']!
    await openRecording(ctx, { number, stage: 'practice', purpose: 'marking' })
    return { to: addressOf(lang, number), flash: proctorText(lang).attempt.opened }
  },
  view: ({ data, lang, form, csrf, requestKey }) => {
    const words = recordingText(lang)
    const play = { lang, viewId: data.viewId ?? undefined, base: `/${lang}/proctor/cases/${data.number}` }
    const goesOn = data.run.endedAt === null
    return (
      <div class="t-gap">
        <div class="t-inhead"><div><h1>{data.candidate}</h1><p class="t-num">{data.number}</p></div>{goesOn && <Button kind="secondary" href={addressOf(lang, data.number)} icon="refresh-cw">{words.refresh}</Button>}</div>
        <ErrorSummary form={form} />
        <FactStrip facts={[
          { term: words.begun, value: data.run.startedAt ? formatTime(data.run.startedAt) : '—' },
          data.run.endedAt ? { term: words.ended, value: formatTime(data.run.endedAt) } : { term: words.ends, value: data.run.endsAt ? formatTime(data.run.endsAt) : '—' },
        ]} />
        {data.viewId && goesOn && data.recording.length > 0 && (
          <Box title={words.last}><div class="t-shots">{TRACKS.filter((track) => data.recording.some((each) => each.track === track)).map((track) => (
            <Player key={track} {...play} viewId={data.viewId!} track={track} from={plusMs(data.now, -LAST_MS)} to={data.now} name={`${proctorText(lang).attempt.track[track]}, ${words.last}`} />
          ))}</div></Box>
        )}
        <Box title={data.viewId ? words.whole : words.title}>
          <>
            <Recording {...play} view={{ recording: data.recording, session: { erasedOn: data.erasedOn } }} />
            {!data.viewId && data.recording.length > 0 && !data.erasedOn && <><p>{fill(words.lead, { span: formatDuration(data.viewHours * 60, lang) })}</p><Form csrf={csrf} requestKey={requestKey}><Button icon="eye">{words.open}</Button></Form></>}
          </>
        </Box>
      </div>
    )
  },
})

/** On the sheet: that there is a recording, and the way to it. */
export function RecordingBox({ found, lang }: { found: RecordingToMark; lang: Language }) {
  const words = recordingText(lang)
  return (
    <Box title={words.box}>
      <>
        <p>{words.boxText}</p>
        <p><a class="govuk-button govuk-button--secondary" href={addressOf(lang, found.number)} target="_blank" rel="noopener">{words.page}</a></p>
      </>
    </Box>
  )
}
