import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { listOwnBodies, type Body } from '#modules/mandatory-outcomes/index.ts'
import { LocalizedName } from '../public/localized-name.tsx'
import { Button, ErrorSummary, Form } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { sectorText } from './sector-text.ts'

const A_YEAR = 365 * 86_400

/** An officer of several sector bodies says at which one he works now; the lists of the desk are those of that body. */
export const chooseBodyPage = page<readonly Body[]>({
  path: '/sector/choose', action: 'sector-desk.open', desk: 'sector', access: ['sector-officer'],
  load: (ctx) => listOwnBodies(ctx),
  title: (_data, lang) => sectorText(lang).choose.title,
  view: ({ lang, data: bodies, form, csrf, requestKey }) => {
    const t = sectorText(lang).choose
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        {bodies.length > 1 && <p>{t.lead}</p>}
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey}>
          <Table caption={t.title} captionHidden rowHeaders columns={[{ title: t.body }, { title: t.work }]} rows={bodies.map((body, place) => ({
            key: body.code,
            cells: [<LocalizedName name={body.name} lang={lang} />, place === 0 ? <Tag tone="green">{t.now}</Tag> : <Button name="body" value={body.organisationId} kind="link">{fill(t.go, { name: inLanguage(body.name, lang) })}</Button>],
          }))} />
        </Form>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const chosen = (await listOwnBodies(ctx)).find((body) => body.organisationId === form.text('body'))
    return chosen ? { to: `/${lang}/sector`, cookies: [{ name: 'body', value: chosen.organisationId, maxAgeSeconds: A_YEAR }] } : { errors: [{ message: sectorText(lang).choose.stranger }] }
  },
})
