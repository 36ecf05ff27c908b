import type { ComponentChildren } from 'preact'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { PageRequest, ViewProps } from '#platform/http/page.ts'
import { readCase, readHandOvers, type CaseShown, type HandOvers } from '#modules/accreditation/index.ts'
import { listCurrentProfessions } from '#modules/professions/index.ts'
import { todayOf } from '#modules/register/index.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { choicesOf, FilingForms, Withdrawal, type Choice } from './filing-form.tsx'
import { HandOverBox } from './hand-over-box.tsx'
import { ProgrammeRows, type CaseDesk } from './programmes-box.tsx'
import { AboutCertificate, CaseHead, CheckResult, FilingRead, History, Opinions, StageClocks } from './parts.tsx'

export interface CaseData {
  view: CaseShown
  /** Professions that may be named; none where nothing is filled in. */
  choices: readonly Choice[]
  /** What goes to an applicant without an account on paper. */
  handOvers: HandOvers
}

export async function loadCase(ctx: Ctx, { params, lang }: PageRequest): Promise<CaseData> {
  const view = await readCase(ctx, params['id']!)
  return { view, handOvers: await readHandOvers(ctx, params['id']!), choices: view.may.fill ? choicesOf(await listCurrentProfessions(ctx.db, todayOf(ctx)), lang) : [] }
}

/** A case as every desk sees it: the application, to fill in or to read, and what the desk adds; opinions, clocks and course beside it. */
export function CaseColumns({ p, desk, children }: { readonly p: ViewProps<CaseData>; readonly desk: CaseDesk; readonly children?: ComponentChildren }) {
  const { lang, data: { view } } = p
  return (
    <>
      <CaseHead view={view} lang={lang} />
      <ErrorSummary form={p.form} />
      <div class="t-cols">
        <div class="t-stack">
          <AboutCertificate view={view} lang={lang} />
          <CheckResult view={view} lang={lang} />
          <HandOverBox p={p} handOvers={p.data.handOvers} version={view.kase.version} />
          {view.may.fill ? <FilingForms p={p} /> : <FilingRead view={view} lang={lang} programmes={<ProgrammeRows view={view} lang={lang} desk={desk} />} />}
          {children}
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
}
