import type { Uuid } from '#kernel/id.ts'
import { inLanguage } from '#kernel/localized.ts'
import { centresOf } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { getCentre, type Centre } from '#modules/centres/index.ts'
import { Button, Form } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { webText } from '../web-text.ts'
import { officeOf, type OfficeView } from './office.ts'

const A_YEAR = 365 * 86_400

/** Who works at several centres says at which one he is now; the lists of the desk are those of that centre. */
export const chooseCentrePage = page<{ centres: Centre[]; office: OfficeView }>({
  path: '/centre/choose', action: 'centre.settings', desk: 'centre', access: ['centre-operator', 'centre-head', 'assessor', 'panel-member', 'invigilator'],
  async load(ctx) {
    const ids = centresOf(ctx.actor)
    return { centres: await Promise.all(ids.map((id) => getCentre(ctx.db, id))), office: await officeOf(ctx, ids[0]!) }
  },
  title: (_data, lang) => webText(lang).chooseCentre.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data, csrf, requestKey }) => {
    const words = webText(lang).chooseCentre
    return (
      <div class="t-stack">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <Form csrf={csrf} requestKey={requestKey}>
          <Table caption={words.title} captionHidden columns={[{ title: words.centre }, { title: words.work }]} rowHeaders rows={data.centres.map((centre, place) => ({
            key: centre.id,
            cells: [inLanguage(centre.name, lang), place === 0 ? <Tag tone="green">{words.now}</Tag> : <Button name="centre" value={centre.id} kind="link">{fill(words.go, { name: inLanguage(centre.name, lang) })}</Button>],
          }))} />
        </Form>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const chosen = centresOf(ctx.actor).find((id) => id === (form.text('centre') as Uuid))
    return chosen ? { to: `/${lang}/centre`, cookies: [{ name: 'centre', value: chosen, maxAgeSeconds: A_YEAR }] } : { errors: [{ message: webText(lang).chooseCentre.stranger }] }
  },
})
