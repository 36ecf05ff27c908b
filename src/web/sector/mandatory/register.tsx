import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { listOwnMandatory, registerOutcome } from '#modules/mandatory-outcomes/index.ts'
import type { Profession } from '#modules/professions/index.ts'
import { Button, ErrorSummary, Form } from '../../ui/form.tsx'
import { sectorText } from '../sector-text.ts'
import { OutcomeFields, typedIn } from './parts.tsx'

/** One document of mandatory recognition is registered by hand. */
export const registerPage = page<Profession[]>({
  path: '/sector/mandatory/new', action: 'mandatory-outcome.register', desk: 'sector', access: ['sector-officer'],
  load: (ctx) => listOwnMandatory(ctx),
  title: (_data, lang) => sectorText(lang).form.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/sector/mandatory`, text: sectorText(lang).list.title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = sectorText(lang).form
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <Form csrf={csrf} requestKey={requestKey}>
          <OutcomeFields form={form} professions={data} lang={lang} />
          <Button icon="file-check">{t.send}</Button>
        </Form>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const t = sectorText(lang).form
    const { id, number, repeated } = await registerOutcome(ctx, typedIn(form))
    return { to: `/${lang}/sector/mandatory/${id}`, flash: fill(repeated ? t.repeated : t.done, { number }) }
  },
})
