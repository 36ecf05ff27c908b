import { download, page } from '#platform/http/page.ts'
import { openProposalPaper, readProposal, type ProposalShown } from '#modules/register/index.ts'
import { Button, ErrorSummary } from '../../ui/form.tsx'
import { withReasons } from './field-answers.ts'
import { Act, CouncilForm, DraftForms, postProposal, WithdrawForm } from './forms.tsx'
import { professionOf, ProposalCourse, ProposalDiff, ProposalFactsBox, ProposalHead, ProposalPapers } from './parts.tsx'
import { proposalText } from './proposal-text.ts'

/** One proposal at the desk of its sector body: to fill in and file, to record the council, to follow. */
export const proposalPage = page<ProposalShown>({
  path: '/sector/proposals/:id', action: 'proposal.read', desk: 'sector', access: ['sector-officer'], files: true,
  load: (ctx, { params }) => readProposal(ctx, params['id']!),
  title: ({ proposal }, lang) => `${proposal.number ?? proposalText(lang).page.noNumber} · ${professionOf(proposal, lang)}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/sector/proposals`, text: proposalText(lang).list.title } }),
  post: (ctx, { lang, params, form }) => withReasons(lang, () => postProposal(ctx, lang, params['id']!, form, `/${lang}/sector/proposals/${params['id']!}`)),
  view: (p) => {
    const { lang, data: view } = p
    return (
      <>
        <ProposalHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            {view.may.fill && <DraftForms p={p} />}
            {view.may.answerCouncil && <CouncilForm p={p} name="council" />}
            <ProposalDiff view={view} lang={lang} />
            {view.may.withdraw && <WithdrawForm p={p} />}
          </div>
          <div class="t-stack">
            <ProposalFactsBox view={view} lang={lang} />
            <ProposalPapers view={view} lang={lang} {...(view.may.fill ? { remove: (paper: string) => <Act p={p} name="detach" values={{ paper }}><Button kind="link">{proposalText(lang).fill.remove}</Button></Act> } : {})} />
            <ProposalCourse view={view} lang={lang} />
          </div>
        </div>
      </>
    )
  },
})

/** The cleaned copy of a paper of a proposal. */
export const proposalPaperDownload = download({
  path: '/proposal-papers/:id', action: 'proposal.read', access: 'signed-in',
  async handle(ctx, { params }) {
    const { paper, bytes } = await openProposalPaper(ctx, params['id']!)
    return { body: bytes, mediaType: paper.mediaType, filename: paper.name, inline: true }
  },
})
