import { inLanguage } from '#kernel/localized.ts'
import { ACCREDITATION_ROLES } from '#platform/acts/actor.ts'
import { download, page } from '#platform/http/page.ts'
import { openPaper } from '#modules/accreditation/index.ts'
import { CaseColumns, loadCase, type CaseData } from './case-columns.tsx'
import { casesText } from './cases-text.ts'
import { CheckForms, postCheck } from './check-form.tsx'
import { AssignForm, postExpertise, ReviewForms } from './expertise-form.tsx'
import { postHandOver } from './hand-over-box.tsx'
import { postFiling } from './filing-form.tsx'

/** An accreditation case at the desks of the accrediting body: to read, and what the reader may do now. */
export const accreditationCasePage = page<CaseData>({
  path: '/accreditor/cases/:id', action: 'accreditation.read', desk: 'accreditor', access: [...ACCREDITATION_ROLES, 'ministry', 'national-body', 'auditor'], files: true,
  load: loadCase,
  title: ({ view }, lang) => `${view.kase.number ?? casesText(lang).noNumber} · ${inLanguage(view.organisation.name, lang)}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/accreditor/cases`, text: casesText(lang).list.title } }),
  async post(ctx, { lang, params, form }) {
    const id = params['id']!
    const to = `/${lang}/accreditor/cases/${id}`
    return (await (postCheck(ctx, lang, id, form, to) ?? postExpertise(ctx, lang, id, form, to) ?? postHandOver(ctx, lang, id, form, to) ?? postFiling(ctx, lang, id, form, to))) ?? { to }
  },
  view: (p) => (
    <CaseColumns p={p} desk="accreditor">
      {p.data.view.may.check && <CheckForms p={p} />}
      {p.data.view.may.assign && <AssignForm p={p} />}
      {p.data.view.may.review && <ReviewForms p={p} />}
    </CaseColumns>
  ),
})

/** The cleaned copy of a paper of an accreditation case. */
export const accreditationPaperDownload = download({
  path: '/accreditation-papers/:id', action: 'accreditation.read', access: 'signed-in',
  async handle(ctx, request) {
    const { paper, bytes } = await openPaper(ctx, request.params['id']!)
    return { body: bytes, mediaType: paper.mediaType, filename: paper.name, inline: true }
  },
})
