import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { readOpenedAttempt, type OpenedAttempt } from '#modules/proctoring/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { Box } from '../ui/card.tsx'
import { FactStrip } from '../ui/facts.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Flags, Recording, ReviewNote, Signals, Views } from './parts.tsx'
import { proctorText } from './proctor-text.ts'
import { RecordingBar } from './recording-bar.tsx'

/** What was noticed and recorded, once it was opened by a panel or for the answer to a complaint: the same as the reviewer sees, and nothing to press. */
export const openedPage = page<OpenedAttempt>({
  path: '/proctor/recordings/:number', action: 'proctoring.view', desk: 'examiner', access: ['panel-member', 'assessor', 'centre-head', 'ministry', 'national-body', 'auditor'],
  load: (ctx, { params, query }) => readOpenedAttempt(ctx, { number: params['number']!, viewId: query.get('view') ?? '' }),
  title: ({ attempt }, lang) => `${proctorText(lang).attempt.title} · ${attempt.number}`,
  layout: ({ data, lang }) => ({ back: { href: backOf(data, lang), text: proctorText(lang).opened.back } }),
  view: ({ data: { viewId, purpose, attempt: view }, lang }) => {
    const words = proctorText(lang).attempt
    const play = { view, lang, viewId, base: `/${lang}/proctor/cases/${view.number}` }
    return (
      <div class="t-gap">
        <div class="t-inhead"><div><h1>{view.candidate}</h1><p class="t-num">{view.number}</p></div></div>
        <FactStrip facts={[{ term: words.stage, value: exams[lang].stages[view.stage] }, { term: words.purpose, value: proctoring[lang].purposes[purpose] }]} />
        <ReviewNote view={view} lang={lang} />
        <Box title={words.recording}><div><Recording {...play} /></div></Box>
        <Box title={words.flags}><div><RecordingBar view={view} lang={lang} /><Flags {...play} /><Signals view={view} lang={lang} /></div></Box>
        <Box title={words.views}><div><Views view={view} lang={lang} /></div></Box>
      </div>
    )
  },
})

function backOf({ purpose, attempt }: OpenedAttempt, lang: Language): string {
  return purpose === 'decision' ? `/${lang}/examiner/panels/${attempt.number}` : purpose === 'appeal' ? `/${lang}/examiner/appeals` : `/${lang}/centre/complaints`
}

export const openedAddress = (lang: Language, number: string, viewId: string) => `/${lang}/proctor/recordings/${number}?view=${viewId}`

/** On the page of a panel or of a complaint: that the exam was recorded, and the way to it, which is written down. */
export function OpenRecording({ stages, lang, csrf, requestKey }: { stages: readonly Stage[]; lang: Language; csrf: string; requestKey: string }) {
  const words = proctorText(lang).opened
  if (stages.length === 0) return null
  return (
    <Box title={words.title}>
      <div>
        <p>{words.lead}</p>
        {stages.map((stage) => <Form key={stage} csrf={csrf} requestKey={`${requestKey}-${stage}`} values={{ do: 'recording', stage }}><Button kind="secondary" icon="eye">{`${proctorText(lang).attempt.open}: ${exams[lang].stages[stage]}`}</Button></Form>)}
      </div>
    </Box>
  )
}
