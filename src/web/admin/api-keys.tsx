import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { API_SCOPES, createApiKey, listApiKeys, listOrganisations, revokeApiKey, type ApiKeyListed, type OrganisationListed } from '#modules/people/index.ts'
import { Button, ButtonRow, Checkboxes, CheckboxSingle, ErrorSummary, fieldValue, Form, SelectField, TextField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { adminText } from './admin-text.ts'
import { isUuid } from './is-uuid.ts'

export const apiKeysPage = page<{ keys: ApiKeyListed[]; organisations: OrganisationListed[] }>({
  path: '/admin/api-keys', action: 'api-key.manage', desk: 'admin', access: ['administrator'],
  load: async (ctx) => ({ keys: await listApiKeys(ctx), organisations: await listOrganisations(ctx) }),
  title: (_data, lang) => adminText(lang).apiKeys.title,
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = adminText(lang).apiKeys
    const secret = fieldValue(form, 'secret')
    const scopeName = (scope: string) => text.scopeNames[scope as keyof typeof text.scopeNames] ?? scope
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        {secret && <NoticeBox tone="sun" title={text.secretTitle}><p>{text.secretText}</p><p><code>{secret}</code></p></NoticeBox>}
        <Form csrf={csrf} requestKey={requestKey} values={{ do: 'revoke' }}>
          <Table caption={text.title} captionHidden rowHeaders empty={<p>{text.empty}</p>}
            columns={[{ title: text.name }, { title: text.organisation }, { title: text.scopes }, { title: text.created }, { title: text.used }, { title: '' }]}
            rows={data.keys.map((key) => ({
              key: key.id,
              cells: [
                key.name, inLanguage({ kk: key.organisationKk, ru: key.organisationRu, en: key.organisationEn }, lang),
                [...key.scopes.map(scopeName), ...(key.mayAssertIdentity ? [text.asserts] : [])].join('; '), formatMoment(key.createdAt, lang),
                key.lastUsedAt ? formatMoment(key.lastUsedAt, lang) : text.never,
                key.revokedAt ? text.revoked : <Button kind="link" name="key" value={key.id} more={key.name}>{text.revoke}</Button>,
              ],
            }))} />
        </Form>
        <section>
          <h2>{text.newTitle}</h2>
          <Form csrf={csrf} requestKey={requestKey}>
            <TextField form={form} name="name" label={text.name} />
            <SelectField form={form} name="organisationId" label={text.organisation} options={data.organisations.filter((each) => each.kind === 'partner' || each.kind === 'employer' || each.kind === 'sector-body').map((each) => ({ value: each.id, label: inLanguage({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }, lang) }))} />
            <Checkboxes form={form} name="scopes" label={text.scopes} options={API_SCOPES.map((scope) => ({ value: scope, label: scopeName(scope) }))} />
            <CheckboxSingle form={form} name="mayAssertIdentity" label={text.assert} />
            <ButtonRow><Button name="do" value="create">{text.submit}</Button></ButtonRow>
          </Form>
        </section>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const text = adminText(lang).apiKeys
    if (form.text('do') === 'revoke') {
      if (!isUuid(form.text('key'))) throw new Denial('not-found')
      await revokeApiKey(ctx, form.text('key'))
      return { to: `/${lang}/admin/api-keys`, flash: text.revokedDone }
    }
    const organisationId = form.text('organisationId')
    if (!isUuid(organisationId)) return { errors: [{ field: 'organisationId', message: text.organisationMissing }] }
    if (form.list('scopes').length === 0) throw new Denial('api-key.scope-missing', { data: { field: 'scopes' } })
    const { secret } = await createApiKey(ctx, { organisationId: organisationId as Uuid, name: form.text('name').slice(0, 120), scopes: form.list('scopes'), mayAssertIdentity: form.text('mayAssertIdentity') !== '' })
    return { errors: [], status: 200, values: { secret } }
  },
})
