import { page } from '#platform/http/page.ts'
import { readCase, type CaseShown } from '#modules/accreditation/index.ts'
import { listCurrentProfessions } from '#modules/professions/index.ts'
import { casesText } from '../accreditor/cases/cases-text.ts'
import { choicesOf, FilingForms, postFiling, Withdrawal, type Choice } from '../accreditor/cases/filing-form.tsx'
import { CaseHead, CheckResult, FilingRead, History, Opinions, StageClocks } from '../accreditor/cases/parts.tsx'
import { ErrorSummary } from '../ui/form.tsx'

/** The applicant's own case: what to fill in or mend, the clocks of the stages, what happened. */
export const ownApplicationPage = page<{ view: CaseShown; choices: readonly Choice[] }>({
  path: '/applicant/cases/:id', action: 'accreditation.read', desk: 'applicant', access: ['applicant', 'centre-head'], files: true,
  async load(ctx, { params, lang }) {
    const view = await readCase(ctx, params['id']!)
    return { view, choices: view.may.fill ? choicesOf(await listCurrentProfessions(ctx.db), lang) : [] }
  },
  title: ({ view }, lang) => `${casesText(lang).own.title} · ${view.kase.number ?? casesText(lang).noNumber}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/applicant`, text: casesText(lang).own.title } }),
  async post(ctx, { lang, params, form }) {
    const to = `/${lang}/applicant/cases/${params['id']!}`
    return (await postFiling(ctx, lang, params['id']!, form, to)) ?? { to }
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
          </div>
          <div class="t-stack">
            <StageClocks view={view} lang={lang} />
            <Opinions view={view} lang={lang} />
            <History view={view} lang={lang} />
            <Withdrawal p={p} />
          </div>
        </div>
      </>
    )
  },
})
