import { inLanguage } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { answerAct, listOwnSurveys, readSurvey, type SurveyRow, type SurveyView } from '#modules/accreditation/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ErrorSummary, Form, Radios, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { ActOutcome, SurveyFacts, SurveyRecord } from './parts.tsx'
import { stateOfRow } from './survey-page.tsx'
import { surveyText } from './survey-text.ts'

const FIELDS = { 'survey.answer-missing': 'answer', 'survey.reason-missing': 'reason', 'survey.text-too-long': 'reason' } as const

/** The surveys at the organisations for which one applies. */
export const ownSurveysPage = page<SurveyRow[]>({
  path: '/applicant/surveys', action: 'survey.list-own', desk: 'applicant', access: ['applicant', 'centre-head'],
  load: (ctx) => listOwnSurveys(ctx),
  title: (_rows, lang) => surveyText(lang).own.title,
  view: ({ data: rows, lang }) => {
    const words = surveyText(lang)
    return (
      <>
        <div class="t-inhead"><h1>{words.own.title}</h1></div>
        <p class="t-quiet">{words.own.lead}</p>
        <Table caption={words.own.title} captionHidden columns={[words.list.number, words.list.organisation, words.list.day, words.list.state].map((title) => ({ title }))} empty={<Empty title={words.own.empty} icon="list-checks">{words.list.emptyText}</Empty>}
          rows={rows.map((row) => ({ key: row.caseId, cells: [<a class="t-num" href={`/${lang}/applicant/surveys/${row.caseId}`}>{row.number}</a>, inLanguage(row.organisation, lang), row.heldOn ? formatDay(row.heldOn, lang, 'numeric') : words.list.notSet, words.states[stateOfRow(row)]] }))} />
      </>
    )
  },
})

/** The survey as the applicant sees it: the day, and the act once all surveyors have signed it, to sign or to refuse. */
export const ownSurveyPage = page<SurveyView>({
  path: '/applicant/surveys/:id', action: 'survey.answer', desk: 'applicant', access: ['applicant', 'centre-head'],
  load: (ctx, { params }) => readSurvey(ctx, params['id']!),
  title: (view, lang) => fill(surveyText(lang).titleOf, { number: view.kase.number ?? '' }),
  layout: ({ lang }) => ({ back: { href: `/${lang}/applicant/surveys`, text: surveyText(lang).own.title } }),
  post: (ctx, { lang, params, form }) => atFields(lang, async () => {
    const answer = form.text('answer')
    await answerAct(ctx, { caseId: params['id']!, version: Number(form.text('version')), answer: answer === 'signed' || answer === 'refused' ? answer : undefined, reason: form.text('reason') })
    return { to: `/${lang}/applicant/surveys/${params['id']}`, flash: surveyText(lang).answer.done }
  }, FIELDS),
  view: ({ data: view, lang, form, csrf, requestKey }) => {
    const words = surveyText(lang)
    const shown = view.state.closed && view.state.signatures === view.state.surveyors
    return (
      <div class="t-stack">
        <h1>{fill(words.titleOf, { number: view.kase.number ?? '' })}</h1>
        <ErrorSummary form={form} />
        <ActOutcome view={view} lang={lang} />
        <SurveyFacts view={view} lang={lang} />
        {shown ? <SurveyRecord view={view} lang={lang} /> : <NoticeBox>{words.own.waiting}</NoticeBox>}
        {shown && view.may.answer && !view.state.answered && (
          <Box title={words.answer.title}>
            <Form csrf={csrf} requestKey={requestKey} version={view.kase.version}>
              <p>{words.answer.lead}</p>
              <Radios form={form} name="answer" label={words.answer.choice} options={[{ value: 'signed', label: words.answer.signed }, { value: 'refused', label: words.answer.refused }]} />
              <TextArea form={form} name="reason" label={words.answer.reason} rows={4} optional />
              <Button icon="check">{words.answer.button}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})
