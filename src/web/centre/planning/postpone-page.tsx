import { Denial } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import { termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Language } from '#kernel/localized.ts'
import { CALL_OFF_GROUNDS, callOffSitting, postponeExam, readPostponement, type PostponementView } from '#modules/exams/index.ts'
import { getSitting, type Sitting } from '#modules/scheduling/index.ts'
import { Button, ErrorSummary, Form, Radios, TextArea, TextField, type FormState } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS } from '../settings/desk-facts.ts'
import { planningText } from './planning-text.ts'
import { sittingLine } from './sitting-line.ts'

/** By whose wish and why a day is put off; the same words for the candidate and for the clerk. */
export function PostponeForm({ view, lang, form, csrf, requestKey }: { view: PostponementView; lang: Language; form: FormState; csrf: string; requestKey: string }) {
  const words = planningText(lang).postpone
  if (!view.mayAsk) return <NoticeBox tone="sun">{words.notNow}</NoticeBox>
  return (
    <Form csrf={csrf} requestKey={requestKey} version={view.version}>
      <p>{fill(words.rule, { days: termDays(view.workingDaysBefore, lang, 'whole'), times: view.timesLeft })}</p>
      {view.mayEnterIllness && <Radios form={form} name="kind" label={words.kind} options={[{ value: 'candidate', label: words.kinds.candidate }, { value: 'illness', label: words.kinds.illness, hint: words.illnessHint }]} />}
      <TextArea form={form} name="note" label={words.note} rows={3} maxLength={1000} />
      {view.mayEnterIllness && <TextField form={form} name="paper" label={words.paper} hint={words.paperHint} optional maxLength={200} />}
      <Button>{words.send}</Button>
    </Form>
  )
}

/** A clerk puts the day of one candidate off: as he asked on paper, or for his illness. */
export const centrePostponePage = page<{ view: PostponementView; office: OfficeView }>({
  path: '/centre/cases/:number/postpone', action: 'exam.postpone-ill', desk: 'centre', access: CLERKS,
  async load(ctx, { params }) {
    const view = await readPostponement(ctx, params['number']!)
    return { view, office: await officeOf(ctx, view.centreId) }
  },
  title: ({ view }, lang) => `${planningText(lang).postpone.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: planningText(lang).interests.back } }),
  async post(ctx, { form, lang, params }) {
    const words = planningText(lang).postpone
    const kind = form.text('kind')
    if (kind !== 'candidate' && kind !== 'illness') return { errors: [{ field: 'kind', message: words.chooseKind }] }
    await postponeExam(ctx, { number: params['number']!, version: Number(form.text('version')), kind, note: form.text('note'), paper: form.text('paper') })
    return { to: `/${lang}/centre/cases/${params['number']!}`, flash: words.done }
  },
  view: ({ lang, data, form, csrf, requestKey }) => (
    <>
      <h1>{planningText(lang).postpone.title}</h1>
      <p class="t-lead">{planningText(lang).postpone.lead}</p>
      <ErrorSummary form={form} />
      <PostponeForm view={data.view} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />
    </>
  ),
})

/** The centre cannot hold a sitting: everybody called to it gets another day. */
export const callOffPage = page<{ sitting: Sitting; office: OfficeView }>({
  path: '/centre/sittings/:id/call-off', action: 'sitting.call-off', desk: 'centre', access: CLERKS,
  async load(ctx, { params }) {
    const centreId = centreIdOf(ctx, CLERKS)
    const sitting = await getSitting(ctx.db, params['id'] ?? '')
    if (sitting.centreId !== centreId) throw new Denial('not-found')
    return { sitting, office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => planningText(lang).callOff.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/sittings/${data.sitting.id}`, text: planningText(lang).change.back } }),
  async post(ctx, { form, lang, params }) {
    const { calledOff } = await callOffSitting(ctx, { sittingId: params['id'] ?? '', ground: form.text('ground'), note: form.text('note') })
    return { to: `/${lang}/centre/sittings`, flash: fill(planningText(lang).callOff.done, { n: calledOff }) }
  },
  view: ({ lang, data: { sitting }, form, csrf, requestKey }) => {
    const words = planningText(lang).callOff
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{sittingLine(sitting, lang)}</p>
        <p>{words.lead}</p>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey}>
          <Radios form={form} name="ground" label={words.ground} options={CALL_OFF_GROUNDS.map((ground) => ({ value: ground, label: words.grounds[ground] }))} />
          <TextArea form={form} name="note" label={words.note} rows={3} maxLength={1000} />
          <Button kind="warning">{words.send}</Button>
        </Form>
      </>
    )
  },
})
