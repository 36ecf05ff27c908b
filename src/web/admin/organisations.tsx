import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { linkChamber, listChambers } from '#modules/accreditation/index.ts'
import { enterOrganisation, listOrganisations } from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, NumberField, SelectField, TextField } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { adminText } from './admin-text.ts'
import { ChambersOfRegions, type ChambersData } from './chambers.tsx'
import { DesksOfBodies, type OrganisationsData } from './desks-of-bodies.tsx'

const ENTERED = ['partner', 'employer', 'applicant', 'regional-chamber', 'national-chamber', 'ministry', 'national-body', 'audit', 'sector-body', 'association', 'career-centre', 'voucher-payer'] as const

export const organisationsPage = page<OrganisationsData & ChambersData>({
  path: '/admin/organisations', action: 'organisation.create', desk: 'admin', access: ['administrator'],
  load: async (ctx) => ({ organisations: await listOrganisations(ctx), bodies: await professions.listSectorBodies(ctx.db), desks: await professions.listDesksOfBodies(ctx.db), regions: await professions.listRegions(ctx.db), chambers: await listChambers(ctx) }),
  title: (_data, lang) => adminText(lang).organisations.title,
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = adminText(lang).organisations
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <Table caption={text.title} captionHidden rowHeaders columns={[{ title: text.name }, { title: text.kind }, { title: text.bin }]}
          rows={data.organisations.map((each) => ({
            key: each.id, cells: [inLanguage({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }, lang), text.kinds[each.kind as keyof typeof text.kinds] ?? each.kind, each.bin ?? '—'],
          }))} />
        <section>
          <h2>{text.newTitle}</h2>
          <Form csrf={csrf} requestKey={requestKey}>
            <SelectField form={form} name="kind" label={text.kind} options={ENTERED.map((kind) => ({ value: kind, label: text.kinds[kind] }))} />
            <NumberField form={form} name="bin" label={text.bin} width="12" optional />
            <TextField form={form} name="nameKk" label={text.nameKk} />
            <TextField form={form} name="nameRu" label={text.nameRu} />
            <TextField form={form} name="nameEn" label={text.nameEn} />
            <ButtonRow><Button>{text.submit}</Button></ButtonRow>
          </Form>
        </section>
        <ChambersOfRegions data={data} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />
        <DesksOfBodies data={data} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const text = adminText(lang).organisations
    if (form.text('do') === 'link') {
      await professions.linkDeskOfBody(ctx, { code: form.text('body'), organisationId: form.text('organisation') })
      return { to: `/${lang}/admin/organisations`, flash: text.linked }
    }
    if (form.text('do') === 'chamber') {
      await linkChamber(ctx, { organisationId: form.text('chamber'), regionKato: form.text('region') })
      return { to: `/${lang}/admin/organisations`, flash: text.chamberLinked }
    }
    const kind = ENTERED.find((each) => each === form.text('kind'))
    if (!kind) return { errors: [{ field: 'kind', message: text.kindMissing }] }
    await enterOrganisation(ctx, {
      kind, bin: form.text('bin').replace(/\s/g, '') || null, nameKk: form.text('nameKk').slice(0, 300), nameRu: form.text('nameRu').slice(0, 300), nameEn: form.text('nameEn').slice(0, 300),
    })
    return { to: `/${lang}/admin/organisations`, flash: text.done }
  },
})
