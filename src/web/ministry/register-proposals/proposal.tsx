import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page, type FormBody, type PostResult } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { dayField } from '../../centre/settings/desk-facts.ts'
import { withReasons } from '../../sector/proposals/field-answers.ts'
import { Act, answerMissing, councilAnswer, CouncilForm, sentIn, type ProposalProps } from '../../sector/proposals/forms.tsx'
import { professionOf, ProposalCourse, ProposalDiff, ProposalFactsBox, ProposalHead, ProposalPapers } from '../../sector/proposals/parts.tsx'
import { proposalText } from '../../sector/proposals/proposal-text.ts'
import { Box } from '../../ui/card.tsx'
import { Button, DateFields, ErrorSummary, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'

const PATH = '/ministry/register-proposals'

/** One proposal at the ministry: the National Council, the version, the approval by another person. */
export const registerProposalPage = page<register.ProposalShown>({
  path: `${PATH}/:id`, action: 'proposal.read', desk: 'ministry', access: ['ministry', 'national-body', 'auditor'], files: true,
  load: (ctx, { params }) => register.readProposal(ctx, params['id']!),
  title: ({ proposal }, lang) => `${proposal.number} · ${professionOf(proposal, lang)}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}${PATH}`, text: proposalText(lang).ministry.title } }),
  post: (ctx, { lang, params, form }) => withReasons(lang, () => post(ctx, lang, params['id']!, form)),
  view: (p) => {
    const { lang, data: view } = p
    const text = proposalText(lang).ministry
    return (
      <>
        <ProposalHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            <ProposalDiff view={view} lang={lang} />
            {view.may.recommend && <CouncilForm p={p} name="national" />}
            {view.proposal.step === 'recommended' && !view.may.prepare && <NoticeBox>{text.onlyMinistry}</NoticeBox>}
            {view.may.approve && <ApproveForm p={p} />}
            {view.may.ownPreparation && <NoticeBox>{text.own}</NoticeBox>}
            {view.may.prepare && <PrepareForm p={p} />}
          </div>
          <div class="t-stack">
            <ProposalFactsBox view={view} lang={lang} />
            <ProposalPapers view={view} lang={lang} />
            <ProposalCourse view={view} lang={lang} />
          </div>
        </div>
      </>
    )
  },
})

async function post(ctx: Ctx, lang: Language, id: string, form: FormBody): Promise<PostResult> {
  const { ministry: text, council } = proposalText(lang)
  const to = `/${lang}${PATH}/${id}`
  const version = Number(form.text('version'))
  switch (form.text('do')) {
    case 'national': {
      const missing = answerMissing(form, lang)
      if (missing) return missing
      await register.recordNationalCouncil(ctx, councilAnswer(id, form))
      return { to, flash: council.recorded }
    }
    case 'prepare':
      await register.prepareVersion(ctx, { id, version, firstDay: dayField(form, 'firstDay'), baseVersionId: form.text('base') })
      return { to, flash: text.prepared }
    case 'approve': {
      const no = await register.publishEdition(ctx, { proposals: [{ id, version }] })
      return { to, flash: fill(text.approved, { no }) }
    }
    case 'send-back':
      await register.sendBackVersion(ctx, { id, version, grounds: form.text('backGrounds') })
      return { to, flash: text.sentBack }
    default:
      return { to }
  }
}

function PrepareForm({ p }: ProposalProps) {
  const { lang, data: view } = p
  const text = proposalText(lang).ministry
  const form = sentIn(p, 'prepare')
  const fields = (
    <Act p={p} name="prepare" values={{ base: view.base?.versionId ?? '' }}>
      <p>{text.prepareText}</p>
      <DateFields form={form} name="firstDay" label={text.firstDay} hint={text.firstDayHint} />
      <Button kind={view.proposal.step === 'proposed' ? 'secondary' : undefined} icon="pencil">{view.proposal.step === 'proposed' ? text.again : text.prepareButton}</Button>
    </Act>
  )
  if (view.proposal.step === 'proposed') return <Details summary={text.again} open={form !== undefined}>{fields}</Details>
  return <Box title={text.prepare}>{fields}</Box>
}

function ApproveForm({ p }: ProposalProps) {
  const { lang, data: view } = p
  const text = proposalText(lang).ministry
  const back = sentIn(p, 'send-back')
  return (
    <Box title={text.approve}><div class="t-stack">
      <p>{fill(text.approveText, { name: view.preparedByName ?? '', on: formatDay(view.proposal.firstDay!, lang) })}</p>
      <Act p={p} name="approve"><Button icon="stamp">{text.approveButton}</Button></Act>
      <Details summary={text.back} open={back !== undefined}>
        <Act p={p} name="send-back">
          <TextArea form={back} name="backGrounds" label={text.backGrounds} rows={3} />
          <Button kind="secondary" icon="rotate-ccw">{text.backButton}</Button>
        </Act>
      </Details>
    </div></Box>
  )
}
