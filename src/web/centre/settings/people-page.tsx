import { legalDay } from '#kernel/day.ts'
import { parseUuid } from '#kernel/id.ts'
import { Denial } from '#kernel/denial.ts'
import type { Role } from '#platform/acts/actor.ts'
import { page, type FieldError } from '#platform/http/page.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { grantRoleByEmail, listGrants, revokeRole, roleName, type GrantOfPerson } from '#modules/people/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, DateFields, EmailField, ErrorSummary, Form, SelectField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, dayField, isDayEmpty } from './desk-facts.ts'
import { settingsText } from './settings-text.ts'

const GIVEN: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'invigilator']

interface PeopleData {
  grants: (GrantOfPerson & { mayRevoke: boolean })[]
  today: string
  office: OfficeView
}

/** Who works here and as what; the head gives roles to others and ends them. */
export const peoplePage = page<PeopleData>({
  path: '/centre/people', action: 'role.read', desk: 'centre', access: ['centre-head'],
  async load(ctx) {
    const centreId = centreIdOf(ctx, ['centre-head'])
    return { grants: await listGrants(ctx, centreId), today: legalDay(ctx.clock.now()), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => settingsText(lang).people.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    const words = settingsText(lang).people
    const here = `/${lang}/centre/people`
    const organisationId = centreIdOf(ctx, ['centre-head'])
    if (form.text('do') === 'end') {
      const grantId = parseUuid(form.text('grantId'))
      if (!grantId) throw new Denial('not-found')
      await revokeRole(ctx, grantId)
      return { to: here, flash: words.ended }
    }
    const role = GIVEN.find((each) => each === form.text('role'))
    const validFrom = dayField(form, 'from')
    const validUntil = isDayEmpty(form, 'until') ? null : dayField(form, 'until')
    const errors: FieldError[] = []
    if (!role) errors.push({ field: 'role', message: words.chooseRole })
    if (!validFrom) errors.push({ field: 'from', message: words.fromWrong })
    if (validUntil === undefined) errors.push({ field: 'until', message: words.untilWrong })
    if (errors.length > 0 || !role || !validFrom || validUntil === undefined) return { errors }
    await grantRoleByEmail(ctx, { email: form.text('email'), role, organisationId, validFrom, validUntil })
    return { to: here, flash: words.given }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = settingsText(lang).people
    const [year, month, date] = data.today.split('-') as [string, string, string]
    const isOver = (grant: GrantOfPerson) => grant.revokedAt !== null || (grant.validUntil !== null && grant.validUntil < data.today)
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Table caption={words.title} captionHidden columns={[{ title: words.person }, { title: words.role }, { title: words.dates }, { title: '' }]}
            rows={data.grants.map((grant) => ({
              key: grant.id,
              cells: [
                <><b>{personName(grant, lang, 'full')}</b><span class="t-sub">{grant.email}</span></>, roleName(lang, grant.role),
                `${formatDay(grant.validFrom, lang)} – ${grant.validUntil ? formatDay(grant.validUntil, lang) : words.open}`,
                isOver(grant) ? <Tag>{words.endedTag}</Tag> : grant.mayRevoke && (
                  <Form csrf={csrf} requestKey={`${requestKey}-${grant.id}`} values={{ grantId: grant.id }}><Button kind="link" name="do" value="end" more={personName(grant, lang, 'full')}>{words.end}</Button></Form>
                ),
              ],
            }))} />
          <Box title={words.newTitle}>
            <Form csrf={csrf} requestKey={requestKey}>
              <p class="t-quiet">{words.invite}</p>
              <EmailField form={form} name="email" label={words.email} autocomplete="off" />
              <SelectField form={form} name="role" label={words.role} options={GIVEN.map((role) => ({ value: role, label: roleName(lang, role) }))} />
              <DateFields form={form} name="from" label={words.from} value={{ day: String(Number(date)), month: String(Number(month)), year }} />
              <DateFields form={form} name="until" label={words.untilDay} optional />
              <Button icon="plus">{words.give}</Button>
            </Form>
          </Box>
        </div>
      </>
    )
  },
})
