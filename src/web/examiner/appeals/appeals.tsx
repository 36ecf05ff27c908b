import { personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { STAGES } from '#kernel/exam-stage.ts'
import { decideAppeal, listOwnAppeals, openRecordingOfAppeal, readAppeal, voteOnAppeal, type AppealOutcome, type AppealView } from '#modules/appeals/index.ts'
import { messages } from '#modules/appeals/messages/index.ts'
import { messages as decisions } from '#modules/decisions/messages/index.ts'
import { appealsText } from '../../appeals/appeals-text.ts'
import { AppealHead, AppealMatter, AppealOutcomeBox, AppealVotes, PanelStanding } from '../../appeals/appeal-parts.tsx'
import { atFields } from '../../appeals/field-errors.ts'
import { DueLine, History, qualificationOf } from '../../appeals/parts.tsx'
import { OpenRecording, openedAddress } from '../../proctor/opened.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, Checkboxes, ErrorSummary, Form, Radios, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'

const ROLES = ['panel-member', 'assessor', 'centre-head'] as const

/** The appeals that wait for the reader. */
export const ownAppealsPage = page<{ appeals: Awaited<ReturnType<typeof listOwnAppeals>> }>({
  path: '/examiner/appeals', action: 'appeal.list-own', desk: 'examiner', access: ROLES,
  load: async (ctx) => ({ appeals: await listOwnAppeals(ctx) }),
  title: (_data, lang) => appealsText(lang).appeals.title,
  view: ({ lang, data }) => {
    const text = appealsText(lang)
    const given = decisions[lang].page
    return (
      <>
        <div class="t-inhead"><h1>{text.appeals.title}</h1></div>
        <Table inbox caption={text.appeals.title} captionHidden columns={[text.number, text.candidate, text.profession, text.due, text.vote.title].map((title) => ({ title }))}
          empty={<Empty title={text.appeals.empty} icon="scale">{given.ownEmptyText}</Empty>}
          rows={data.appeals.map((row) => ({
            key: row.number, tone: row.lateness?.state === 'overdue' ? 'late' : row.lateness?.state === 'today' ? 'today' : undefined,
            cells: [
              <a class="t-num t-nowrap" href={`/${lang}/examiner/appeals/${row.number}`}>{row.number}</a>, <b>{personName(row, lang, 'full')}</b>, qualificationOf(row, lang),
              <DueLine due={row.nextDueOn} lateness={row.lateness} closed={row.closed} lang={lang} />, row.voted ? given.given : given.notGiven,
            ],
          }))} />
      </>
    )
  },
})

/** One appeal before its panel: the argument, one's own vote, given once, and the decision when the votes suffice. */
export const ownAppealVotePage = page<{ view: AppealView }>({
  path: '/examiner/appeals/:number', action: 'appeal.vote', desk: 'examiner', access: ROLES,
  load: async (ctx, { params }) => ({ view: await readAppeal(ctx, params['number']!) }),
  title: ({ view }, lang) => fill(appealsText(lang).appeal.titleOf, { number: view.kase.number }),
  layout: ({ lang }) => ({ back: { href: `/${lang}/examiner/appeals`, text: appealsText(lang).appeals.title } }),
  async post(ctx, { lang, params, form }) {
    const words = appealsText(lang).vote
    const number = params['number']!
    const to = `/${lang}/examiner/appeals/${number}`
    if (form.text('do') === 'recording') {
      const viewId = await openRecordingOfAppeal(ctx, { number, stage: STAGES.find((each) => each === form.text('stage')) ?? 'theory' })
      return { to: openedAddress(lang, (await readAppeal(ctx, number)).parent.number, viewId) }
    }
    if (form.text('do') === 'vote') {
      await voteOnAppeal(ctx, { number, choice: form.text('choice'), note: form.text('note') })
      return { to, flash: words.voted }
    }
    return atFields(lang, async () => {
      await decideAppeal(ctx, { number, version: Number(form.text('version')), outcome: form.text('outcome'), again: form.list('again'), reasons: form.text('reasons'), restored: form.text('restored') === 'yes' ? true : form.text('restored') === 'no' ? false : undefined })
      return { to, flash: words.decided }
    })
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const words = appealsText(lang).vote
    const open = view.kase.step === 'panel-called' && view.sits
    return (
      <>
        <AppealHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            <AppealOutcomeBox view={view} lang={lang} reader="office" />
            {open && view.practiceNext ? <NoticeBox>{words.practiceNext}</NoticeBox> : open && view.unheld.length === 1 && view.unpassed.length === 2 && <NoticeBox>{words.wrongKey}</NoticeBox>}
            {open && !view.hasVoted && (
              <Box title={words.title}>
                <Form csrf={p.csrf} requestKey={p.requestKey}>
                  <Radios form={p.form} name="choice" label={words.choice} options={[{ value: 'uphold', label: words.uphold }, { value: 'reject', label: words.reject }]} />
                  <TextArea form={p.form} name="note" label={words.note} rows={2} optional />
                  <Button name="do" value="vote" icon="check">{words.vote}</Button>
                </Form>
              </Box>
            )}
            {open && view.hasVoted && view.result === undefined && <NoticeBox>{words.wait}</NoticeBox>}
            {open && view.result === 'tie' && <NoticeBox tone="sun">{words.tie}</NoticeBox>}
            <PanelStanding view={view} lang={lang} />
            {open && view.standing.length === 0 && (view.result === 'uphold' || view.result === 'reject') && <Decide p={p} result={view.result} />}
            {view.members.length > 0 && <AppealVotes view={view} lang={lang} />}
          </div>
          <div class="t-stack"><AppealMatter view={view} lang={lang} /><OpenRecording stages={view.recorded} lang={lang} csrf={p.csrf} requestKey={p.requestKey} /><History view={view} lang={lang} /></div>
        </div>
      </>
    )
  },
})

function Decide({ p, result }: { p: ViewProps<{ view: AppealView }>; result: 'uphold' | 'reject' }) {
  const { lang, data: { view } } = p
  const words = appealsText(lang).vote
  const outcomes: AppealOutcome[] = result === 'reject' ? ['rejected'] : view.challenged.outcome === 'fail' && view.unheld.length === 0 ? ['upheld-pass', 'upheld-again'] : ['upheld-again']
  return (
    <Box title={words.decideTitle}>
      <p>{words.result[result]}</p>
      {result === 'uphold' && view.challenged.outcome === 'fail' && view.unheld.length > 0 && !view.practiceNext && <p>{fill(view.againIsFree ? words.unheld : words.unheldPaid, { stages: view.unheld.map((stage) => messages[lang].stages[stage]).join(', ') })}</p>}
      <Form csrf={p.csrf} requestKey={p.requestKey} version={view.kase.version}>
        {view.appeal.lateReason && <Radios form={p.form} name="restored" label={words.restore} options={[{ value: 'yes', label: words.restoreYes }, { value: 'no', label: words.restoreNo }]} />}
        <Radios form={p.form} name="outcome" label={words.outcome} value={outcomes.length === 1 ? outcomes[0] : undefined} options={outcomes.map((outcome) => ({ value: outcome, label: outcome === 'upheld-again' && view.practiceNext ? words.outcomes['practice-next'] : outcome === 'upheld-again' && !view.againIsFree ? words.againPaid : words.outcomes[outcome] }))} />
        {result === 'uphold' && (view.practiceNext ? <input type="hidden" name="again" value="practice" /> : <Checkboxes form={p.form} name="again" label={words.again} hint={words.againHint} options={view.challenged.stages.map((stage) => ({ value: stage, label: messages[lang].stages[stage] }))} />)}
        <TextArea form={p.form} name="reasons" label={words.reasons} hint={words.reasonsHint} rows={6} />
        <Button name="do" value="decide" icon="stamp">{words.decide}</Button>
      </Form>
    </Box>
  )
}
