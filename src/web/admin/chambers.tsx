import { inLanguage, type Language } from '#kernel/localized.ts'
import type { OrganisationListed } from '#modules/people/index.ts'
import type { Region } from '#modules/professions/index.ts'
import { Button, Form, SelectField, type FormState } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { adminText } from './admin-text.ts'

export interface ChambersData {
  organisations: OrganisationListed[]
  regions: Region[]
  chambers: readonly { organisationId: string; regionKato: string }[]
}

/** For which region each regional chamber receives applications for accreditation, and the way to say it of one more; nothing where no chamber was entered. */
export function ChambersOfRegions({ data, lang, form, csrf, requestKey }: { readonly data: ChambersData; readonly lang: Language; readonly form: FormState; readonly csrf: string; readonly requestKey: string }) {
  const text = adminText(lang).organisations
  const own = data.organisations.filter((each) => each.kind === 'regional-chamber')
  if (own.length === 0) return null
  const nameOf = (each: OrganisationListed) => inLanguage({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }, lang)
  const nameOfRegion = (region: Region) => inLanguage({ kk: region.nameKk, ru: region.nameRu, en: region.nameEn }, lang)
  const regionOf = (each: OrganisationListed) => data.regions.find((region) => region.kato === data.chambers.find((chamber) => chamber.organisationId === each.id)?.regionKato)
  const free = own.filter((each) => !regionOf(each))
  const open = data.regions.filter((region) => !data.chambers.some((chamber) => chamber.regionKato === region.kato))
  return (
    <section>
      <h2>{text.chambers}</h2>
      <p>{text.chambersLead}</p>
      <Table caption={text.chambers} captionHidden rowHeaders columns={[{ title: text.chamber }, { title: text.region }]}
        rows={own.map((each) => {
          const region = regionOf(each)
          return { key: each.id, cells: [nameOf(each), region ? nameOfRegion(region) : text.notLinked] }
        })} />
      {free.length > 0 && (
        <Form csrf={csrf} requestKey={requestKey} values={{ do: 'chamber' }}>
          <SelectField form={form} name="chamber" label={text.chamber} options={free.map((each) => ({ value: each.id, label: nameOf(each) }))} />
          <SelectField form={form} name="region" label={text.region} options={open.map((region) => ({ value: region.kato, label: nameOfRegion(region) }))} />
          <Button kind="secondary" icon="link">{text.link}</Button>
        </Form>
      )}
    </section>
  )
}
