import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Filters, FilterSelect } from '../ui/filters.tsx'
import { Centres } from '../ui/public-parts.tsx'
import { Tag } from '../ui/tag.tsx'
import { CENTRES } from './centres-texts.ts'
import { nameIn, tenge, wholeNumber } from './words.ts'

interface CentresData {
  region: string
  profession: string
  found: register.CentreListed[]
  regions: professions.Region[]
  voluntary: readonly professions.Profession[]
}

/** Recognition centres by region and profession. */
export const centresPage = page<CentresData>({
  path: '/centres', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { query, lang }) {
    const regions = await professions.listRegions(ctx.db)
    const { items: voluntary } = await professions.searchProfessions(ctx.db, { track: 'voluntary', page: 1, pageSize: 1000, lang, on: register.todayOf(ctx) })
    const region = regions.find((each) => each.kato === query.get('region'))?.kato ?? ''
    const profession = voluntary.find((each) => each.code === query.get('profession'))?.code ?? ''
    const found = await register.listCentres(ctx, { regionKato: region || undefined, professionCode: profession || undefined })
    return { region, profession, found, regions, voluntary }
  },
  title: (_data, lang) => CENTRES[lang].title,
  layout: ({ lang }) => ({ crumbs: [{ text: CENTRES[lang].home, href: `/${lang}` }, { text: CENTRES[lang].title }], description: CENTRES[lang].lead }),
  view: ({ data, lang }) => {
    const t = CENTRES[lang]
    const regionOf = (each: professions.Region) => ({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }[lang])
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <Filters action={`/${lang}/centres`} resetHref={data.region || data.profession ? `/${lang}/centres` : undefined} aside={fill(t.count, { count: wholeNumber(data.found.length, lang) })}>
          <FilterSelect name="region" label={t.region} value={data.region} options={[{ value: '', label: t.wholeCountry }, ...data.regions.map((each) => ({ value: each.kato, label: regionOf(each) }))]} />
          <FilterSelect name="profession" label={t.profession} value={data.profession} options={[{ value: '', label: t.anyProfession }, ...data.voluntary.map((each) => ({ value: each.code, label: nameIn(each.name, lang).text }))]} />
        </Filters>
        {data.found.length === 0
          ? <Empty title={t.emptyTitle} icon="building" action={<Button kind="secondary" href={`/${lang}/centres`}>{t.reset}</Button>}>{t.emptyText}</Empty>
          : (
            <Centres rows={data.found.map(({ centre, certificate, offers }) => {
              const prices = offers.flatMap((each) => (each.price === undefined ? [] : [each.price]))
              const region = data.regions.find((each) => each.kato === centre.regionKato)
              return {
                href: `/${lang}/centres/${centre.serial}`, name: centre.name[lang], address: lang === 'kk' ? centre.address.kk : centre.address.ru,
                tags: <Tag tone={certificate?.state === 'valid' ? 'green' : 'red'}>{certificate ? t.states[certificate.state] : t.noCertificate}</Tag>,
                price: data.profession ? (prices.length > 0 ? fill(t.from, { price: tenge(Math.min(...prices), lang) }) : t.noPrice) : undefined,
                dateNotes: [region ? regionOf(region) : '', centre.phone],
              }
            })} />
          )}
      </div>
    )
  },
})
