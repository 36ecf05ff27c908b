import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { Chips, FilterChecks, FilterInput, Filters, FilterSearch, FilterSelect } from '../ui/filters.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Centres, type CentreRow } from '../ui/public-parts.tsx'
import { Tag } from '../ui/tag.tsx'
import { IconLinks } from '../ui/ticket.tsx'
import { readWish, wishOf, wishQuery, type WishInAddress } from './centre-wish.ts'
import { CENTRES } from './centres-texts.ts'
import { NoCentres } from './no-centres.tsx'
import { RegionMap, regionName } from './region-map.tsx'
import { LocalizedName } from './localized-name.tsx'
import { nameIn, shortDay, tenge, untilDay, wholeNumber } from './words.ts'

const PAGE_SIZE = 20

export interface CentresData {
  wish: WishInAddress
  found: register.CentresFound
  regions: professions.Region[]
  today: string
}

/** Recognition centres on a map of tiles and in a list, by what a person needs; the filters stand in the address. */
export const centresPage = page<CentresData>({
  path: '/centres', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { query, lang }) {
    const regions = await professions.listRegions(ctx.db)
    const wish = readWish(query, regions)
    return { wish, regions, found: await register.searchCentres(ctx, wishOf(wish, lang, PAGE_SIZE)), today: register.todayOf(ctx) }
  },
  isMisread: ({ wish }) => wish.misread.length > 0,
  title: (_data, lang) => CENTRES[lang].title,
  layout: ({ lang }) => ({ crumbs: [{ text: CENTRES[lang].home, href: `/${lang}` }, { text: CENTRES[lang].title }], description: CENTRES[lang].lead }),
  view: ({ data, lang }) => {
    const t = CENTRES[lang]
    const { wish, found, regions } = data
    const address = (changes: Partial<WishInAddress>, page?: number) => `/${lang}/centres${wishQuery({ ...wish, ...changes }, page)}`
    const active = activeFilters(data, lang, address)
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <Filters action={`/${lang}/centres`} active={active} resetHref={active.length > 0 ? `/${lang}/centres` : undefined} aside={fill(t.count, { count: wholeNumber(found.total, lang) })}>
          <FilterSearch name="name" label={t.search.name} value={wish.name} />
          <FilterSearch name="profession" label={t.search.profession} value={wish.profession} />
          <FilterSelect name="region" label={t.region} value={wish.region} options={[{ value: '', label: t.wholeCountry }, ...regions.map((each) => ({ value: each.kato, label: regionName(each, lang) }))]} />
          <FilterSelect name="language" label={t.search.language} value={wish.language} options={[{ value: '', label: t.search.anyLanguage }, ...register.EXAM_LANGUAGES.map((each) => ({ value: each, label: t.search.languages[each] }))]} />
          <FilterInput name="price" type="number" label={t.search.priceUpTo} value={wish.price?.toString()} />
          <FilterInput name="by" type="date" label={t.search.freeBy} value={wish.by} min={data.today} />
          <FilterSelect name="sort" label={t.search.sort} value={wish.sort === 'name' ? '' : wish.sort} options={register.CENTRE_SORTS.map((each) => ({ value: each === 'name' ? '' : each, label: t.search.sorts[each] }))} />
          <FilterChecks name="access" label={t.search.access} chosen={wish.access} options={centres.ACCESSIBILITY_FEATURES.map((each) => ({ value: each, label: t.features[each] ?? each }))} />
        </Filters>
        {wish.misread.length > 0 && <p role="status">{t.search.notUnderstood}</p>}
        {found.professions && found.professions.length > 1 && (
          <div><p>{t.search.meant}</p><Chips label={t.search.meant} items={found.professions.slice(0, 12).map((each) => ({ href: address({ profession: each.code }), text: nameIn(each.name, lang).text }))} /></div>
        )}
        <RegionMap regions={regions} counts={found.byRegion} chosen={wish.region} lang={lang} hrefFor={(region) => address({ region })} />
        {found.total === 0
          ? <NoCentres data={data} lang={lang} address={address} />
          : (
            <>
              <Centres rows={found.items.map((each) => rowOf(each, data, lang))} />
              <Pagination page={found.page} pages={Math.ceil(found.total / PAGE_SIZE)} hrefFor={(page) => address({}, page)}
                rows={{ from: (found.page - 1) * PAGE_SIZE + 1, to: Math.min(found.page * PAGE_SIZE, found.total), total: wholeNumber(found.total, lang) }} />
              <p class="t-src"><span>{t.search.datesNote}</span></p>
              <IconLinks links={[{ href: `/${lang}/centres/table.csv${wishQuery(wish)}`, text: t.search.csv, icon: 'download' }, { href: `/${lang}/centres/table.json${wishQuery(wish)}`, text: t.search.json, icon: 'download' }]} />
            </>
          )}
      </div>
    )
  },
})

function activeFilters({ wish, regions, found }: CentresData, lang: Language, address: (changes: Partial<WishInAddress>) => string): { label: string; dropHref: string }[] {
  const t = CENTRES[lang]
  const region = regions.find((each) => each.kato === wish.region)
  const only = found.professions?.length === 1 ? nameIn(found.professions[0]!.name, lang).text : wish.profession
  return [
    ...(wish.name ? [{ label: `«${wish.name}»`, dropHref: address({ name: '' }) }] : []),
    ...(wish.profession ? [{ label: only, dropHref: address({ profession: '' }) }] : []),
    ...(region ? [{ label: regionName(region, lang), dropHref: address({ region: '' }) }] : []),
    ...(wish.language ? [{ label: t.search.languages[wish.language], dropHref: address({ language: '' }) }] : []),
    ...(wish.price === undefined ? [] : [{ label: fill(t.search.priceChip, { price: tenge(wish.price, lang) }), dropHref: address({ price: undefined }) }]),
    ...(wish.by ? [{ label: untilDay(wish.by, lang), dropHref: address({ by: undefined }) }] : []),
    ...wish.access.map((each) => ({ label: t.features[each] ?? each, dropHref: address({ access: wish.access.filter((other) => other !== each) }) })),
  ]
}

function rowOf({ centre, certificate, lines, offer }: register.CentreFound, { regions }: CentresData, lang: Language): CentreRow {
  const t = CENTRES[lang]
  const region = regions.find((each) => each.kato === centre.regionKato)
  return {
    href: `/${lang}/centres/${centre.serial}`, name: centre.name[lang], address: <>{region && `${regionName(region, lang)} · `}<LocalizedName name={centre.address} lang={lang} /></>,
    tags: <Tag tone={certificate?.state === 'valid' ? 'green' : 'red'}>{certificate ? t.states[certificate.state] : t.noCertificate}</Tag>,
    price: lines.length === 0 ? undefined : offer.priceFrom === undefined ? t.noPrice : tenge(offer.priceFrom, lang),
    priceNote: lines.length > 0 ? [offer.priceFrom !== undefined && t.lowest, plural(lang, t.search.professions, new Set(lines.map((line) => line.professionCode)).size)].filter(Boolean).join(', ') : undefined,
    date: offer.nearestOn && shortDay(offer.nearestOn, lang),
    dateNotes: [...(lines.length === 0 ? [] : [offer.nearestOn ? t.search.nearest : t.search.noNearest]), centre.phone],
  }
}
