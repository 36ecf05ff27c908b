import { inLanguage, type Language } from '#kernel/localized.ts'
import type { OrganisationListed } from '#modules/people/index.ts'
import type { listDesksOfBodies, SectorBody } from '#modules/professions/index.ts'
import { Button, Form, SelectField, type FormState } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { adminText } from './admin-text.ts'

export interface OrganisationsData {
  organisations: OrganisationListed[]
  bodies: SectorBody[]
  desks: Awaited<ReturnType<typeof listDesksOfBodies>>
}

/** Which organisation keeps the professions of which body of the register, and the way to link one more; nothing where no sector body was entered. */
export function DesksOfBodies({ data, lang, form, csrf, requestKey }: { readonly data: OrganisationsData; readonly lang: Language; readonly form: FormState; readonly csrf: string; readonly requestKey: string }) {
  const text = adminText(lang).organisations
  const own = data.organisations.filter((each) => each.kind === 'sector-body')
  if (own.length === 0) return null
  const nameOf = (each: OrganisationListed) => inLanguage({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }, lang)
  const bodyOf = (each: OrganisationListed) => data.bodies.find((body) => body.code === data.desks.find((desk) => desk.organisationId === each.id)?.code)
  const free = own.filter((each) => !bodyOf(each))
  const open = data.bodies.filter((body) => !data.desks.some((desk) => desk.code === body.code))
  return (
    <section>
      <h2>{text.desks}</h2>
      <p>{text.desksLead}</p>
      <Table caption={text.desks} captionHidden rowHeaders columns={[{ title: text.desk }, { title: text.body }]}
        rows={own.map((each) => {
          const body = bodyOf(each)
          return { key: each.id, cells: [nameOf(each), body ? `${inLanguage(body.name, lang)} (${body.code})` : text.notLinked] }
        })} />
      {free.length > 0 && (
        <Form csrf={csrf} requestKey={requestKey} values={{ do: 'link' }}>
          <SelectField form={form} name="organisation" label={text.desk} options={free.map((each) => ({ value: each.id, label: nameOf(each) }))} />
          <SelectField form={form} name="body" label={text.body} options={open.map((body) => ({ value: body.code, label: `${inLanguage(body.name, lang)} (${body.code})` }))} />
          <Button kind="secondary" icon="link">{text.link}</Button>
        </Form>
      )}
    </section>
  )
}
