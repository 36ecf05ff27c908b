import { inLanguage } from '#kernel/localized.ts'
import { ACCREDITATION_ROLES } from '#platform/acts/actor.ts'
import { download, page } from '#platform/http/page.ts'
import { openPaper, readCase, type CaseShown } from '#modules/accreditation/index.ts'
import { listCurrentProfessions } from '#modules/professions/index.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { casesText } from './cases-text.ts'
import { CheckForms, postCheck } from './check-form.tsx'
import { AssignForm, postExpertise, ReviewForms } from './expertise-form.tsx'
import { choicesOf, FilingForms, postFiling, Withdrawal, type Choice } from './filing-form.tsx'
import { CaseHead, CheckResult, FilingRead, History, Opinions, StageClocks } from './parts.tsx'

/** An accreditation case at the desks of the accrediting body: to read, and what the reader may do now. */
export const accreditationCasePage = page<{ view: CaseShown; choices: readonly Choice[] }>({
  path: '/accreditor/cases/:id', action: 'accreditation.read', desk: 'accreditor', access: [...ACCREDITATION_ROLES, 'ministry', 'national-body', 'auditor'], files: true,
  async load(ctx, { params, lang }) {
    const view = await readCase(ctx, params['id']!)
    return { view, choices: view.may.fill ? choicesOf(await listCurrentProfessions(ctx.db), lang) : [] }
  },
  title: ({ view }, lang) => `${view.kase.number ?? casesText(lang).noNumber} · ${inLanguage(view.organisation.name, lang)}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/accreditor/cases`, text: casesText(lang).list.title } }),
  async post(ctx, { lang, params, form }) {
    const id = params['id']!
    const to = `/${lang}/accreditor/cases/${id}`
    return (await (postCheck(ctx, lang, id, form, to) ?? postExpertise(ctx, lang, id, form, to) ?? postFiling(ctx, lang, id, form, to))) ?? { to }
  },
  view: (p) => {
    const { lang, data: { view } } = p
    return (
      <>
        <CaseHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            <CheckResult view={view} lang={lang} />
            {view.may.fill ? <FilingForms p={p} /> : <FilingRead view={view} lang={lang} />}
            {view.may.check && <CheckForms p={p} />}
            {view.may.assign && <AssignForm p={p} />}
            {view.may.review && <ReviewForms p={p} />}
          </div>
          <div class="t-stack">
            <Opinions view={view} lang={lang} />
            <StageClocks view={view} lang={lang} />
            <History view={view} lang={lang} />
            <Withdrawal p={p} />
          </div>
        </div>
      </>
    )
  },
})

/** The cleaned copy of a paper of an accreditation case. */
export const accreditationPaperDownload = download({
  path: '/accreditation-papers/:id', action: 'accreditation.read', access: 'signed-in',
  async handle(ctx, request) {
    const { paper, bytes } = await openPaper(ctx, request.params['id']!)
    return { body: bytes, mediaType: paper.mediaType, filename: paper.name, inline: true }
  },
})
