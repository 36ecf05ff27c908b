import { parseDay, type Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { inLanguage } from '#kernel/localized.ts'
import { accountOf, ROLES, type Role } from '#platform/acts/actor.ts'
import { page, type FieldError } from '#platform/http/page.ts'
import { formatDay, formatMoment, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import {
  closeAccount, endSignInsOf, getAccountFile, grantRole, listOrganisations, revokeRole, roleName, type AccountFile, type OrganisationListed,
} from '#modules/people/index.ts'
import { readDay } from '../account/read-day.ts'
import { Facts } from '../ui/facts.tsx'
import { Button, ButtonRow, DateFields, ErrorSummary, Form, SelectField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { adminText } from './admin-text.ts'
import { isUuid } from './is-uuid.ts'

export const accountPage = page<AccountFile & { organisations: OrganisationListed[] }>({
  path: '/admin/accounts/:id', action: 'account.administer', desk: 'admin', access: ['administrator'],
  load: async (ctx, request) => {
    const id = request.params['id'] ?? ''
    if (!isUuid(id)) throw new Denial('not-found')
    return { ...(await getAccountFile(ctx, id)), organisations: await listOrganisations(ctx) }
  },
  title: (data, lang) => personName(data.account, lang),
  layout: ({ lang }) => ({ crumbs: [{ href: `/${lang}/admin`, text: adminText(lang).accounts.title }] }),
  view: ({ lang, data, form, csrf, requestKey, ctx }) => {
    const text = adminText(lang).account
    const { account } = data
    const own = accountOf(ctx.actor) === account.id
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{personName(account, lang)}</h1>
        <Facts compact facts={[
          { term: adminText(lang).accounts.email, value: account.email },
          { term: text.opened, value: formatMoment(account.createdAt, lang) },
          { term: text.verified, value: account.verifiedAt ? text.verifiedYes : text.verifiedNo },
          { term: text.factor, value: account.secondFactorAt ? text.factorYes : text.factorNo },
          { term: text.sessions, value: data.sessions.length },
          { term: adminText(lang).accounts.state, value: account.closedAt ? adminText(lang).accounts.closed : adminText(lang).accounts.active },
        ]} />
        {own && <NoticeBox>{text.own}</NoticeBox>}
        <Form csrf={csrf} requestKey={requestKey} values={{ do: 'revoke' }}>
          <Table caption={text.roles} rowHeaders empty={<p>{text.noRoles}</p>} columns={[{ title: text.role }, { title: text.organisation }, { title: text.from }, { title: text.until }, { title: '' }]}
            rows={data.grants.map((grant) => ({
              key: grant.id,
              cells: [
                roleName(lang, grant.role), inLanguage({ kk: grant.organisationKk, ru: grant.organisationRu, en: grant.organisationEn }, lang),
                formatDay(grant.validFrom, lang, 'numeric'), grant.validUntil ? formatDay(grant.validUntil, lang, 'numeric') : text.noEnd,
                grant.revokedAt ? text.revoked : own ? '' : <Button kind="link" name="grant" value={grant.id} more={roleName(lang, grant.role)}>{text.revoke}</Button>,
              ],
            }))} />
        </Form>
        {!own && !account.closedAt && (
          <>
            <section>
              <h2>{text.grantTitle}</h2>
              <Form csrf={csrf} requestKey={requestKey}>
                <SelectField form={form} name="role" label={text.role} options={ROLES.map((role) => ({ value: role, label: roleName(lang, role) }))} />
                <SelectField form={form} name="organisationId" label={text.organisation} options={data.organisations.map((each) => ({ value: each.id, label: inLanguage({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }, lang) }))} />
                <DateFields form={form} name="validFrom" label={text.validFrom} optional />
                <DateFields form={form} name="validUntil" label={text.validUntil} optional />
                <ButtonRow><Button name="do" value="grant">{text.grant}</Button></ButtonRow>
              </Form>
            </section>
            <section>
              <h2>{text.danger}</h2>
              <p>{text.closeHint}</p>
              <Form csrf={csrf} requestKey={requestKey}>
                <ButtonRow><Button name="do" value="end-sign-ins" kind="secondary">{text.endSignIns}</Button><Button name="do" value="close" kind="warning">{text.close}</Button></ButtonRow>
              </Form>
            </section>
          </>
        )}
      </div>
    )
  },
  async post(ctx, { form, lang, params }) {
    const accountId = params['id'] as Uuid
    if (!isUuid(accountId)) throw new Denial('not-found')
    const text = adminText(lang).account
    const to = `/${lang}/admin/accounts/${accountId}`
    switch (form.text('do')) {
      case 'end-sign-ins':
        return { to, flash: fill(text.ended, { count: await endSignInsOf(ctx, accountId) }) }
      case 'close':
        await closeAccount(ctx, accountId)
        return { to, flash: text.closedDone }
      case 'revoke':
        if (!isUuid(form.text('grant'))) throw new Denial('not-found')
        await revokeRole(ctx, form.text('grant'))
        return { to, flash: text.revokedDone }
      default: {
        const errors: FieldError[] = []
        const role = form.text('role')
        const organisationId = form.text('organisationId')
        if (!(ROLES as readonly string[]).includes(role)) errors.push({ field: 'role', message: text.roleMissing })
        if (!isUuid(organisationId)) errors.push({ field: 'organisationId', message: text.organisationMissing })
        const days = ['validFrom', 'validUntil'].map((name) => {
          const typed = readDay(form, name)
          const day = typed ? parseDay(typed) : undefined
          if (typed && !day) errors.push({ field: name, message: text.dateWrong })
          return day
        }) as [Day | undefined, Day | undefined]
        if (errors.length > 0) return { errors }
        await grantRole(ctx, { accountId, role: role as Role, organisationId: organisationId as Uuid, validFrom: days[0], validUntil: days[1] ?? null })
        return { to, flash: text.granted }
      }
    }
  },
})
