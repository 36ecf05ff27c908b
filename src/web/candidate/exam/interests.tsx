import { page } from '#platform/http/page.ts'
import { declareInterest, readInterests, type InterestsView } from '#modules/exams/index.ts'
import { Interests } from '../../centre/planning/interests-view.tsx'
import { planningText } from '../../centre/planning/planning-text.ts'

/** The candidate says who of the centre is bound to him. */
export const ownInterestsPage = page<InterestsView>({
  path: '/cases/:number/interests', action: 'interest.read', desk: 'candidate', access: 'signed-in',
  load: (ctx, { params }) => readInterests(ctx, params['number']!),
  title: (view, lang) => `${planningText(lang).interests.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.number}`, text: planningText(lang).interests.back } }),
  async post(ctx, { form, lang, params }) {
    await declareInterest(ctx, { number: params['number']!, accountId: form.text('person'), kind: form.text('kind') })
    return { to: `/${lang}/cases/${params['number']!}/interests`, flash: planningText(lang).interests.done }
  },
  view: ({ lang, data, form, csrf, requestKey }) => <Interests view={data} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />,
})
