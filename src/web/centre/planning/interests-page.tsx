import { page } from '#platform/http/page.ts'
import { declareInterest, readInterests, withdrawInterest, type InterestsView } from '#modules/exams/index.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { STAFF } from '../settings/desk-facts.ts'
import { Interests } from './interests-view.tsx'
import { planningText } from './planning-text.ts'

/** What binds people of the centre to the candidate of a case. */
export const interestsPage = page<{ view: InterestsView; office: OfficeView }>({
  path: '/centre/cases/:number/interests', action: 'interest.read', desk: 'centre', access: STAFF,
  async load(ctx, { params }) {
    const view = await readInterests(ctx, params['number']!)
    return { view, office: await officeOf(ctx, view.centreId) }
  },
  title: ({ view }, lang) => `${planningText(lang).interests.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: data.view.seesConflicts ? `/${lang}/centre/cases/${data.view.number}` : `/${lang}/centre/sittings`, text: planningText(lang).interests.back } }),
  async post(ctx, { form, lang, params }) {
    const words = planningText(lang).interests
    const to = `/${lang}/centre/cases/${params['number']!}/interests`
    if (form.text('do') === 'withdraw') {
      await withdrawInterest(ctx, { id: form.text('interest'), ground: form.text('ground') })
      return { to, flash: words.withdrawn }
    }
    await declareInterest(ctx, { number: params['number']!, accountId: form.text('person'), kind: form.text('kind') })
    return { to, flash: words.done }
  },
  view: ({ lang, data, form, csrf, requestKey }) => <Interests view={data.view} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />,
})
