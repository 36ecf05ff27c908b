import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { handInUntil } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page, type FieldError, type FormBody, type PageRequest, type PostResult } from '#platform/http/page.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import {
  ACCOMMODATION_KINDS, APPLY_STEPS, demandedPapers, EXAM_LANGUAGES, isApplyStep, leaveReferral, missingSteps, openDraft, saveDraft, seeTerms, submitApplication, WAYS_LEARNT,
  type AccommodationKind, type ApplyStep, type DraftData, type ExamLanguage, type Terms, type WayLearnt,
} from '#modules/applications/index.ts'
import { receiveAttachment, removeAttachment, type AttachmentKind } from '#modules/uploads/index.ts'
import { HandInHour } from '../../public/hand-in-hour.tsx'
import { deviceFor } from '../../account/device-cookie.ts'
import { denialText } from '../../denials.ts'
import { DeviceNote } from '../../public/privacy/device-note.tsx'
import { Button, ButtonRow, ErrorSummary, Form, SavedNote } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { StepsBar } from '../../ui/steps-bar.tsx'
import { referralsText } from '../referrals/referrals-text.ts'
import { applyText } from './apply-text.ts'
import { CITIZENSHIPS, STEP_FORMS, type StepData } from './step-forms.tsx'

const one = <T extends string>(list: readonly T[], text: string): T | undefined => list.find((each) => each === text)

/** One step of applying: one question, its reason, the draft kept at every step. */
export const applyStepPage = page<StepData>({
  path: '/apply/:code/:step', action: 'application.prepare', desk: 'candidate', access: 'signed-in', files: true,
  async load(ctx, request) {
    const step = request.params['step']!
    if (!isApplyStep(step)) throw new Denial('not-found')
    const terms = await seeTerms(ctx, request.params['code']!)
    const outside = terms.blockers.find(({ code }) => code === 'application.mandatory-profession' || code === 'application.profession-struck')
    if (outside) throw new Denial(outside.code, { data: outside.data ?? {} })
    return { step, terms, back: request.query.get('back') === 'summary' ? 'summary' : undefined }
  },
  title: ({ step, terms }, lang) => `${headingOf(step, lang)} · ${inLanguage(terms.profession.name, lang)}`,
  layout: ({ data, lang }) => ({ back: { href: backOf(data, lang), text: applyText(lang).back } }),
  async post(ctx, request) {
    const { lang, params, query, form } = request
    const step = params['step']!
    if (!isApplyStep(step)) throw new Denial('not-found')
    const code = params['code']!
    const here = `/${lang}/apply/${code}`
    const next = query.get('back') === 'summary' ? `${here}/summary` : `${here}/${APPLY_STEPS[APPLY_STEPS.indexOf(step) + 1] ?? 'summary'}`
    if (step === 'summary' && form.text('do') === 'leave-referral') {
      await leaveReferral(ctx, code)
      return { to: `${here}/summary`, flash: referralsText(lang).summary.left }
    }
    if (step === 'summary') return send(ctx, code, request)
    if (step === 'papers') return keepPapers(ctx, code, lang, form, next)
    const terms = await seeTerms(ctx, code)
    const typed = READERS[step](form, terms, lang)
    if ('errors' in typed) return typed
    await saveDraft(ctx, { professionCode: code, data: typed.data })
    return { to: next }
  },
  view: (p) => {
    const { lang, data } = p
    const text = applyText(lang)
    const { step, terms } = data
    const StepForm = STEP_FORMS[step]
    const missing = step === 'summary' ? missingSteps(terms.draft?.data ?? {}) : []
    return (
      <>
        <StepsBar step={APPLY_STEPS.indexOf(step) + 1} steps={APPLY_STEPS.length} name={text.steps[step]} />
        <h1>{headingOf(step, lang)}</h1>
        <ErrorSummary form={p.form} />
        {missing.length > 0 && (
          <NoticeBox tone="sun" title={text.summary.missing}>
            <ul>{missing.map((each) => <li key={each}><a href={`/${lang}/apply/${terms.profession.code}/${each}?back=summary`}>{text.steps[each]}</a></li>)}</ul>
          </NoticeBox>
        )}
        <Form csrf={p.csrf} requestKey={p.requestKey} files={step === 'papers'} values={{ draftId: terms.draft?.id }}>
          <StepForm {...p} />
          {step === 'summary' && <HandInHour until={handInUntil(terms.norms)} lang={lang} />}
          {step === 'summary' && <DeviceNote lang={lang} />}
          <ButtonRow stacked>
            <Button name="do" value="next">{step === 'summary' ? text.summary.send : text.save}</Button>
            {step === 'needs' && <Button kind="secondary" name="do" value="skip">{text.needs.skip}</Button>}
            <a class="q" href={`/${lang}/account`}>{text.later}</a>
            {terms.draft && <SavedNote>{fill(text.savedAt, { time: formatTime(terms.draft.updatedAt) })}</SavedNote>}
          </ButtonRow>
        </Form>
      </>
    )
  },
})

function headingOf(step: ApplyStep, lang: Language): string {
  const text = applyText(lang)
  return { place: text.place, you: text.you, learning: text.learning, papers: text.upload, needs: text.needs, language: text.language, summary: text.summary }[step].title
}

function backOf({ step, terms, back }: StepData, lang: Language): string {
  const here = `/${lang}/apply/${terms.profession.code}`
  if (back) return `${here}/${back}`
  const before = APPLY_STEPS[APPLY_STEPS.indexOf(step) - 1]
  return before ? `${here}/${before}` : here
}

type Read = { data: DraftData } | { errors: FieldError[] }
type Reader = (form: FormBody, terms: Terms, lang: Language) => Read

/** What each step makes of its form. */
const READERS: Readonly<Record<Exclude<ApplyStep, 'papers' | 'summary'>, Reader>> = {
  place(form, terms, lang) {
    const text = applyText(lang).place
    const level = Number(form.text('level'))
    const offer = terms.offers.find((each) => each.centre.id === form.text('centreId'))
    const errors: FieldError[] = []
    if (!terms.profession.levels.includes(level)) errors.push({ field: 'level', message: text.errorLevel })
    if (!offer) errors.push({ field: 'centreId', message: text.errorCentre })
    if (errors.length > 0) return { errors }
    const own = offer!.offers.find((each) => each.level === level)
    if (!own) return { errors: [{ field: 'centreId', message: text.errorPair }] }
    if (own.price === undefined) return { errors: [{ field: 'centreId', message: text.errorPrice }] }
    return { data: { level, centreId: offer!.centre.id } }
  },
  you(form, _terms, lang) {
    const text = applyText(lang).you
    const errors: FieldError[] = []
    const [phone, email, address] = [form.text('phone').slice(0, 40), form.text('email').slice(0, 200), form.text('address').slice(0, 300)]
    if (phone.replace(/\D/g, '').length < 6) errors.push({ field: 'phone', message: text.errorPhone })
    if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) errors.push({ field: 'email', message: text.errorEmail })
    if (address === '') errors.push({ field: 'address', message: text.errorAddress })
    return errors.length > 0 ? { errors } : { data: { phone, email, address, citizenship: one([...CITIZENSHIPS, 'XX', 'XS'], form.text('citizenship')) ?? 'KZ' } }
  },
  learning(form, _terms, lang) {
    const wayLearnt = one<WayLearnt>(WAYS_LEARNT, form.text('wayLearnt'))
    return wayLearnt ? { data: { wayLearnt } } : { errors: [{ field: 'wayLearnt', message: applyText(lang).learning.error }] }
  },
  needs(form, _terms, lang) {
    if (form.text('do') === 'skip') return { data: { needs: [] } }
    const asked = form.text('asked').slice(0, 500)
    const kinds = form.list('needs').flatMap((text) => one<AccommodationKind>(ACCOMMODATION_KINDS, text) ?? [])
    if (asked === '' && kinds.includes('other')) return { errors: [{ field: 'asked', message: applyText(lang).needs.errorOther }] }
    const chosen = kinds.length === 0 && asked !== '' ? ['other' as const] : kinds
    return { data: { needs: chosen.map((kind) => ({ kind, asked })) } }
  },
  language(form, _terms, lang) {
    const examLanguage = one<ExamLanguage>(EXAM_LANGUAGES, form.text('examLanguage'))
    return examLanguage ? { data: { examLanguage, examMode: form.text('examMode') === 'online' ? 'online' : 'offline' } } : { errors: [{ field: 'examLanguage', message: applyText(lang).language.error }] }
  },
}

async function send(ctx: Ctx, code: string, request: PageRequest & { form: FormBody }): Promise<PostResult> {
  const { lang, form } = request
  const consent = form.text('consent')
  if (consent === '') return { errors: [{ field: 'consent', message: applyText(lang).summary.errorConsent }] }
  const draftId = form.text('draftId') || (await openDraft(ctx, code)).id
  if (!parseUuid(draftId)) throw new Denial('not-found')
  const { device, cookies } = await deviceFor(ctx, request)
  const number = await submitApplication(ctx, { professionCode: code, draftId, consentVersion: consent, device })
  return { to: `/${lang}/cases/${number}/sent`, cookies }
}

/** Takes the chosen files in one by one: what is good stays, what is not is told at its field. */
async function keepPapers(ctx: Ctx, code: string, lang: Language, form: FormBody, next: string): Promise<PostResult> {
  const text = applyText(lang).upload
  const here = `/${lang}/apply/${code}/papers`
  const remove = form.text('remove')
  if (remove !== '') {
    await removeAttachment(ctx, remove)
    return { to: here, flash: text.removed }
  }
  const draft = await openDraft(ctx, code)
  const errors: FieldError[] = []
  const sent = form.files.filter((file) => file.name !== '' || file.bytes.length > 0)
  for (const [place, file] of sent.entries()) {
    const kind = one<AttachmentKind>(['education', 'work', 'earlier-recognition'], file.field)
    if (!kind) continue
    const own: Ctx = ctx.requestKey ? { ...ctx, requestKey: { ...ctx.requestKey, key: `${ctx.requestKey.key}:${place}` } } : ctx
    try {
      await receiveAttachment(own, { draftId: draft.id, kind, name: file.name, bytes: file.bytes })
    } catch (error) {
      if (!(error instanceof Denial)) throw error
      errors.push({ field: kind, message: `${file.name}: ${denialText(lang, error)}` })
    }
  }
  if (errors.length > 0) return { errors }
  if (form.text('do') === 'upload') return sent.length > 0 ? { to: here, flash: text.added } : { to: here }
  const { files, profession, norms } = await seeTerms(ctx, code)
  for (const kind of demandedPapers(profession, norms)) {
    if (!files.some((file) => file.kind === kind)) errors.push({ field: kind, message: kind === 'education' ? text.errorEducation : text.errorWork })
  }
  return errors.length > 0 ? { errors } : { to: next }
}
