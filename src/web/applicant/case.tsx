import { page } from '#platform/http/page.ts'
import { casesText } from '../accreditor/cases/cases-text.ts'
import { CaseColumns, loadCase, type CaseData } from '../accreditor/cases/case-columns.tsx'
import { postFiling } from '../accreditor/cases/filing-form.tsx'

/** The applicant's own case: what to fill in or mend, the clocks of the stages, what happened. */
export const ownApplicationPage = page<CaseData>({
  path: '/applicant/cases/:id', action: 'accreditation.read', desk: 'applicant', access: ['applicant', 'centre-head'], files: true,
  load: loadCase,
  title: ({ view }, lang) => `${casesText(lang).own.title} · ${view.kase.number ?? casesText(lang).noNumber}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/applicant`, text: casesText(lang).own.title } }),
  async post(ctx, { lang, params, form }) {
    const to = `/${lang}/applicant/cases/${params['id']!}`
    return (await postFiling(ctx, lang, params['id']!, form, to)) ?? { to }
  },
  view: (p) => <CaseColumns p={p} desk="applicant" />,
})
