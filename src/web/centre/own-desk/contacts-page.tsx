import { hasRole } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { changeCentreContacts, getCentre, readContactsHistory, type Centre, type ContactsKept } from '#modules/centres/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, EmailField, ErrorSummary, Form, PhoneField, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, STAFF } from '../settings/desk-facts.ts'
import { ownDeskText } from './own-desk-text.ts'

interface ContactsData {
  centre: Centre
  history: ContactsKept[]
  mayChange: boolean
  office: OfficeView
}

/** How the centre can be reached: what everybody sees, the form of the head, and what it was before. */
export const contactsPage = page<ContactsData>({
  path: '/centre/contacts', action: 'contacts.read', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    return { history: await readContactsHistory(ctx, centreId), centre: await getCentre(ctx.db, centreId), mayChange: hasRole(ctx.actor, 'centre-head', centreId), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => ownDeskText(lang).contacts.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    await changeCentreContacts(ctx, { centreId: centreIdOf(ctx, ['centre-head']), phone: form.text('phone'), email: form.text('email'), site: form.text('site') })
    return { to: `/${lang}/centre/contacts`, flash: ownDeskText(lang).contacts.changed }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = ownDeskText(lang).contacts
    const { centre } = data
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Box title={words.now}>
            <Facts compact facts={[
              { term: words.address, value: lang === 'kk' ? centre.address.kk : centre.address.ru, note: words.addressNote },
              ...(data.mayChange ? [] : [{ term: words.phone, value: centre.phone }, { term: words.email, value: centre.email }, { term: words.site, value: centre.site || words.noSite }]),
            ]} />
            {data.mayChange ? (
              <Form csrf={csrf} requestKey={requestKey}>
                <PhoneField form={form} name="phone" label={words.phone} value={centre.phone} autocomplete="off" />
                <EmailField form={form} name="email" label={words.email} hint={words.emailHint} value={centre.email} autocomplete="off" />
                <TextField form={form} name="site" label={words.site} hint={words.siteHint} type="url" inputMode="url" autocomplete="off" optional value={centre.site} />
                <Button icon="save">{words.save}</Button>
              </Form>
            ) : <NoticeBox>{words.headOnly}</NoticeBox>}
          </Box>
          <Box title={words.history} flush>
            <Table caption={words.history} captionHidden empty={<p class="t-quiet">{words.historyNone}</p>} columns={[words.since, words.phone, words.email, words.site, words.by].map((title) => ({ title }))}
              rows={data.history.map((row) => ({
                key: row.inForceAt ?? 'first',
                cells: [row.inForceAt ? formatMoment(row.inForceAt, lang) : words.before, row.phone, row.email, row.site || words.noSite, row.by ?? words.register],
              }))} />
          </Box>
        </div>
      </>
    )
  },
})
