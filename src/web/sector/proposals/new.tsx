import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { collator } from '#platform/i18n/format.ts'
import { listOwnProposals, openProposal, PROPOSAL_KINDS, type ProposalsDesk } from '#modules/register/index.ts'
import { Button, ErrorSummary, Form, Radios, SelectField, TextField } from '../../ui/form.tsx'
import { withReasons } from './field-answers.ts'
import { proposalText } from './proposal-text.ts'

/** Begins a proposal: what is proposed, and for which entry. */
export const newProposalPage = page<ProposalsDesk>({
  path: '/sector/proposals/new', action: 'proposal.open', desk: 'sector', access: ['sector-officer'],
  load: (ctx) => listOwnProposals(ctx, { page: 1, pageSize: 1 }),
  title: (_data, lang) => proposalText(lang).open.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/sector/proposals`, text: proposalText(lang).list.title } }),
  post: (ctx, { lang, form }) => withReasons(lang, async () => {
    const kind = form.text('kind')
    const id = await openProposal(ctx, { kind, professionCode: kind === 'add' ? form.text('newCode') : form.text('code') })
    return { to: `/${lang}/sector/proposals/${id}` }
  }, form.text('kind') === 'add' ? { code: 'newCode' } : {}),
  view: ({ lang, data, form, csrf, requestKey }) => {
    const { open: text, kinds, kindHints } = proposalText(lang)
    const { compare } = collator(lang)
    const options = data.own.map((each) => ({ value: each.code, label: `${inLanguage(each.name, lang)} (${each.code})` })).sort((a, b) => compare(a.label, b.label))
    return (
      <>
        <div class="t-inhead"><h1>{text.title}</h1></div>
        <p class="t-quiet">{text.lead}</p>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey}>
          <Radios form={form} name="kind" label={text.kind} options={PROPOSAL_KINDS.map((kind) => ({ value: kind, label: kinds[kind], hint: kindHints[kind] }))} />
          <SelectField form={form} name="code" label={text.profession} hint={text.professionHint} options={options} optional />
          <TextField form={form} name="newCode" label={text.code} hint={text.codeHint} width="12" autocapitalize="characters" spellcheck={false} optional />
          <Button iconAfter="arrow-right">{text.begin}</Button>
        </Form>
      </>
    )
  },
})
