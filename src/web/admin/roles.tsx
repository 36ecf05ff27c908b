import { inLanguage } from '#kernel/localized.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { listRoleHolders, roleName, type RoleHolder } from '#modules/people/index.ts'
import { Button } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { adminText } from './admin-text.ts'

export const rolesPage = page<{ holders: RoleHolder[] }>({
  path: '/admin/roles', action: 'role.read-all', desk: 'admin', access: ['administrator', 'auditor'],
  load: async (ctx) => ({ holders: await listRoleHolders(ctx) }),
  title: (_data, lang) => adminText(lang).roles.title,
  view: ({ lang, data }) => {
    const text = adminText(lang).roles
    return (
      <div class="t-stack">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <p><Button href={`/${lang}/admin/roles.csv`} kind="secondary" icon="download">{text.export}</Button></p>
        <Table caption={text.title} captionHidden empty={<p>{text.empty}</p>}
          columns={[{ title: text.organisation }, { title: text.role }, { title: text.person }, { title: text.from, noWrap: true }, { title: text.until, noWrap: true }]}
          rows={data.holders.map((holder, line) => ({
            key: line,
            cells: [organisationOf(holder, lang), roleName(lang, holder.role), personName(holder, lang), formatDay(holder.validFrom, lang, 'numeric'), holder.validUntil ? formatDay(holder.validUntil, lang, 'numeric') : text.noEnd],
          }))} />
      </div>
    )
  },
})

export const rolesDownload = download({
  path: '/admin/roles.csv', action: 'role.read-all', access: ['administrator', 'auditor'],
  async handle(ctx, { lang }) {
    const text = adminText(lang).roles
    const holders = await listRoleHolders(ctx)
    const rows = holders.map((holder) => [organisationOf(holder, lang), roleName(lang, holder.role), personName(holder, lang), holder.email, holder.validFrom, holder.validUntil ?? ''])
    return { body: writeCsv([text.organisation, text.role, text.person, text.email, text.from, text.until], rows), mediaType: 'text/csv; charset=utf-8', filename: `${text.file}.csv` }
  },
})

function organisationOf(holder: RoleHolder, lang: 'kk' | 'ru' | 'en'): string {
  return inLanguage({ kk: holder.organisationKk, ru: holder.organisationRu, en: holder.organisationEn }, lang)
}
