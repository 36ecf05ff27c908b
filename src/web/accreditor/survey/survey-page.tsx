import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { assignSurvey, finishSurvey, listSurveys, readHandOvers, readSurvey, recordRefusalToSign, reopenSurvey, signSurvey, type HandOvers, type SurveyRow, type SurveyView } from '#modules/accreditation/index.ts'
import { inLanguage } from '#kernel/localized.ts'
import { readDay } from '../../account/read-day.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { blockerText } from '../../denials.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, Checkboxes, DateFields, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { HandOverBox, postHandOver } from '../cases/hand-over-box.tsx'
import { ActOutcome, SurveyFacts, SurveyRecord } from './parts.tsx'
import { surveyText } from './survey-text.ts'

const READERS = ['accreditor', 'surveyor', 'accreditation-commission', 'chamber-officer', 'ministry', 'national-body', 'auditor'] as const
const FIELDS = {
  'survey.too-few': 'surveyors', 'survey.not-a-surveyor': 'surveyors', 'survey.of-the-applicant': 'surveyors', 'survey.took-part': 'surveyors',
  'survey.day-wrong': 'heldOn', 'survey.day-past': 'heldOn', 'survey.day-unknown': 'heldOn', 'survey.day-off': 'heldOn', 'survey.reopen-reason-missing': 'reopenReason', 'survey.reason-missing': 'refusalReason',
} as const

/** Where a survey stands, in one word. */
export function stateOfRow(row: SurveyRow): keyof ReturnType<typeof surveyText>['states'] {
  if (row.finishedAt) return 'finished'
  if (row.answer) return 'answered'
  if (row.closedAt) return row.signed < row.surveyors.length ? 'signing' : 'applicant'
  return row.heldOn ? 'planned' : 'unassigned'
}

/** The surveys of the desk: all for the accrediting body, one's own for a surveyor. */
export const surveysPage = page<Paged<SurveyRow>>({
  path: '/accreditor/surveys', action: 'survey.list', desk: 'accreditor', access: ['accreditor', 'surveyor'],
  load: async (ctx, request) => paged(await listSurveys(ctx), request),
  title: (_rows, lang) => surveyText(lang).list.title,
  view: ({ data, lang }) => {
    const words = surveyText(lang)
    return (
      <>
        <div class="t-inhead"><h1>{words.list.title}</h1></div>
        <p class="t-quiet">{words.list.lead}</p>
        <Table inbox caption={words.list.title} captionHidden columns={[words.list.number, words.list.organisation, words.list.day, words.list.people, words.list.state].map((title) => ({ title }))}
          empty={<Empty title={words.list.empty} icon="list-checks">{words.list.emptyText}</Empty>}
          rows={data.rows.map((row) => {
            const state = stateOfRow(row)
            return {
              key: row.caseId,
              cells: [
                <a class="t-num t-nowrap" href={`/${lang}/accreditor/surveys/${row.caseId}`}>{row.number}</a>, <b>{inLanguage(row.organisation, lang)}</b>, row.heldOn ? formatDay(row.heldOn, lang, 'numeric') : words.list.notSet, row.names.join(', '),
                <Tag tone={state === 'finished' ? 'green' : state === 'unassigned' || state === 'answered' ? 'sun' : 'sky'}>{words.states[state]}</Tag>,
              ],
            }
          })} />
        <Pages of={data} lang={lang} path="/accreditor/surveys" />
      </>
    )
  },
})

interface SurveyData extends SurveyView {
  /** The act that an applicant without an account signs on paper. */
  handOvers: HandOvers
}

/** One survey at the desk of the accrediting body: who goes and when, what was written, signatures, the end. */
export const surveyPage = page<SurveyData>({
  path: '/accreditor/surveys/:id', action: 'survey.read', desk: 'accreditor', access: READERS, files: true,
  load: async (ctx, { params }) => ({ ...(await readSurvey(ctx, params['id']!)), handOvers: await readHandOvers(ctx, params['id']!) }),
  title: (view, lang) => fill(surveyText(lang).titleOf, { number: view.kase.number ?? '' }),
  layout: ({ lang }) => ({ back: { href: `/${lang}/accreditor/surveys`, text: surveyText(lang).list.title } }),
  async post(ctx, { lang, params, form }) {
    const caseId = params['id']!
    const version = Number(form.text('version'))
    const words = surveyText(lang)
    const here = `/${lang}/accreditor/surveys/${caseId}`
    return postHandOver(ctx, lang, caseId, form, here) ?? atFields(lang, async () => {
      switch (form.text('do')) {
        case 'assign':
          await assignSurvey(ctx, { caseId, version, surveyors: form.list('surveyors'), heldOn: readDay(form, 'heldOn') })
          return { to: here, flash: words.assign.done }
        case 'sign':
          await signSurvey(ctx, { caseId, version })
          return { to: here, flash: words.sign.done }
        case 'reopen':
          await reopenSurvey(ctx, { caseId, version, reason: form.text('reopenReason') })
          return { to: here, flash: words.reopen.done }
        case 'refusal':
          await recordRefusalToSign(ctx, { caseId, version, reason: form.text('refusalReason') })
          return { to: here, flash: words.refusal.done }
        default:
          await finishSurvey(ctx, { caseId, version })
          return { to: here, flash: words.finish.done }
      }
    }, FIELDS)
  },
  view: (p) => {
    const { data: view, lang } = p
    const words = surveyText(lang)
    return (
      <>
        <h1>{fill(words.titleOf, { number: view.kase.number ?? '' })}</h1>
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            <ActOutcome view={view} lang={lang} />
            {view.may.write && !view.state.closed && <p><Button href={`/${lang}/accreditor/surveys/${view.kase.id}/tablet`} icon="list-checks">{words.toTablet}</Button></p>}
            {view.may.finish && view.state.answered && <Finish {...p} />}
            {view.onPaper && view.kase.step === 'survey' && view.onPaper.recordedBy === view.self && <NoticeBox>{words.finish.notYou}</NoticeBox>}
            {view.kase.step === 'survey' && !view.onPaper && <HandOverBox p={p} handOvers={view.handOvers} only="survey-act" version={view.kase.version} />}
            {view.may.assign && !view.state.closed && <Assign {...p} />}
            {view.survey && <><h2>{words.record}</h2><SurveyRecord view={view} lang={lang} /></>}
          </div>
          <div class="t-stack">
            <SurveyFacts view={view} lang={lang} />
            {view.may.sign && !view.state.answered && <Signing {...p} />}
          </div>
        </div>
      </>
    )
  },
})

type Props = ViewProps<SurveyData>

function Assign({ data: view, lang, form, csrf, requestKey }: Props) {
  const words = surveyText(lang).assign
  const held = view.survey?.heldOn.split('-')
  return (
    <Box title={view.survey ? words.again : words.title}>
      {view.choice.length === 0 ? <NoticeBox tone="sun">{words.nobody}</NoticeBox> : (
        <Form csrf={csrf} requestKey={requestKey} version={view.kase.version} values={{ do: 'assign' }}>
          <Checkboxes form={form} name="surveyors" label={words.people} hint={fill(words.hint, { n: view.needed })} chosen={view.surveyors.map((each) => each.accountId)}
            options={view.choice.map((each) => ({ value: each.accountId, label: personName(each, lang, 'full'), ...(each.barred ? { disabled: true, hint: words.barred } : {}) }))} />
          <DateFields form={form} name="heldOn" label={words.heldOn} hint={words.heldOnHint} value={held ? { year: held[0]!, month: held[1]!, day: held[2]! } : undefined} />
          <Button icon="calendar">{words.button}</Button>
        </Form>
      )}
    </Box>
  )
}

function Signing({ data: view, lang, form, csrf, requestKey }: Props) {
  const words = surveyText(lang)
  const hidden = { csrf, requestKey, version: view.kase.version }
  const signed = view.surveyors.some((each) => each.accountId === view.self && each.signedAt !== null)
  const all = view.state.closed && view.state.signatures === view.state.surveyors
  return (
    <>
      {!signed && view.begun && (
        <Box title={words.sign.title}>
          {view.unsigned.length > 0
            ? <NoticeBox tone="sun" title={words.sign.blocked}><ul>{view.unsigned.map((each) => <li key={each.code}>{blockerText(lang, each)}</li>)}</ul></NoticeBox>
            : <Form {...hidden} values={{ do: 'sign' }}><p>{words.sign.lead}</p><Button icon="check">{words.sign.button}</Button></Form>}
        </Box>
      )}
      {all && <Box title={words.refusal.title}><Form {...hidden} values={{ do: 'refusal' }}><p>{words.refusal.lead}</p><TextArea form={form} name="refusalReason" label={words.refusal.reason} rows={3} /><Button kind="secondary">{words.refusal.button}</Button></Form></Box>}
      {view.state.closed && <Box title={words.reopen.title}><Form {...hidden} values={{ do: 'reopen' }}><TextArea form={form} name="reopenReason" label={words.reopen.reason} rows={3} /><Button kind="secondary" icon="rotate-ccw">{words.reopen.button}</Button></Form></Box>}
    </>
  )
}

function Finish({ data: view, lang, csrf, requestKey }: Props) {
  const words = surveyText(lang).finish
  return <Box title={words.title}><Form csrf={csrf} requestKey={requestKey} version={view.kase.version} values={{ do: 'finish' }}><p>{words.lead}</p><Button icon="check-check">{words.button}</Button></Form></Box>
}
