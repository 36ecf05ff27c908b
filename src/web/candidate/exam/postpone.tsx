import { page } from '#platform/http/page.ts'
import { postponeExam, readPostponement, type PostponementView } from '#modules/exams/index.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { PostponeForm } from '../../centre/planning/postpone-page.tsx'
import { planningText } from '../../centre/planning/planning-text.ts'

/** The candidate asks for another day. */
export const ownPostponePage = page<PostponementView>({
  path: '/cases/:number/postpone', action: 'exam.postpone', desk: 'candidate', access: 'signed-in',
  load: (ctx, { params }) => readPostponement(ctx, params['number']!),
  title: (view, lang) => `${planningText(lang).postpone.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.number}`, text: planningText(lang).interests.back } }),
  async post(ctx, { form, lang, params }) {
    await postponeExam(ctx, { number: params['number']!, version: Number(form.text('version')), kind: 'candidate', note: form.text('note'), paper: '' })
    return { to: `/${lang}/cases/${params['number']!}`, flash: planningText(lang).postpone.done }
  },
  view: ({ lang, data, form, csrf, requestKey }) => (
    <>
      <h1>{planningText(lang).postpone.title}</h1>
      <p>{planningText(lang).postpone.lead}</p>
      <ErrorSummary form={form} />
      <PostponeForm view={data} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />
    </>
  ),
})
