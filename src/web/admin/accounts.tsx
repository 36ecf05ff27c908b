import { personName } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { searchAccounts, type AccountListed } from '#modules/people/index.ts'
import { Button, ButtonRow, ErrorSummary, fieldValue, fieldValues, Form, TextField } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { adminText } from './admin-text.ts'

/** An e-mail address is personal, so the search is a POST and its finds come back with the answer, never in an address. */
export const accountsPage = page<null>({
  path: '/admin', action: 'account.administer', desk: 'admin', access: ['administrator'],
  load: async () => null,
  title: (_data, lang) => adminText(lang).accounts.title,
  view: ({ lang, form, csrf }) => {
    const text = adminText(lang).accounts
    const found = fieldValues(form, 'found').map((row) => JSON.parse(row) as AccountListed)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <Form csrf={csrf}>
          <TextField form={form} name="email" label={text.search} hint={text.searchHint} width="20" autocomplete="off" spellcheck={false} />
          <ButtonRow><Button icon="search">{text.find}</Button></ButtonRow>
        </Form>
        {fieldValue(form, 'searched') === '1' && (
          <Table caption={text.found} rowHeaders empty={<p>{text.none}</p>} columns={[{ title: text.email }, { title: text.name }, { title: text.state }]}
            rows={found.map((account) => ({
              key: account.id,
              cells: [<a href={`/${lang}/admin/accounts/${account.id}`}>{account.email}</a>, personName(account, lang), account.closedAt ? text.closed : text.active],
            }))} />
        )}
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const email = form.text('email').slice(0, 254)
    if (email.length < 3) return { errors: [{ field: 'email', message: adminText(lang).accounts.tooShort }] }
    const found = await searchAccounts(ctx, email)
    return { errors: [], status: 200, values: { email, searched: '1', found: found.map((account) => JSON.stringify(account)) } }
  },
})
