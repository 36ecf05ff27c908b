import { legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Profession } from '#modules/professions/index.ts'
import { basesOfProfession, listMappings, type Mapping } from '#modules/standards/index.ts'
import { Facts } from '../../ui/facts.tsx'
import { Tag } from '../../ui/tag.tsx'
import { LocalizedName } from '../localized-name.tsx'
import { addressOf, BasisTitle } from './basis-parts.tsx'
import { STANDARDS } from './standards-texts.ts'

export type ProfessionBasis = Awaited<ReturnType<typeof basesOfProfession>> & { mappings: Mapping[] }

/** The documents by which a profession is assessed, in force or to come. */
export async function readProfessionBasis(ctx: Ctx, profession: Profession): Promise<ProfessionBasis> {
  return { ...(await basesOfProfession(ctx.db, { code: profession.code, titleRu: profession.basisTitle.ru, today: legalDay(ctx.clock.now()) })), mappings: await listMappings(ctx.db, profession.code) }
}

/** The way from a profession to its standard or requirements; absent where the platform has neither. */
export function BasisOfProfession({ data: { profession, basis }, lang }: { readonly data: { profession: Profession; basis: ProfessionBasis }; readonly lang: Language }) {
  const t = STANDARDS[lang]
  if (basis.bases.length + basis.titles.length === 0) return <MappingsOf mappings={basis.mappings} lang={lang} />
  return (
    <>
      <section class="t-block"><h2>{t.basisTitle}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {basis.bases.map((each) => {
            const levels = each.professions.filter((of) => of.professionCode === profession.code).map((of) => of.level)
            return (
              <li key={each.versionId}>
                {t.kinds[each.kind]}: <a href={`/${lang}${addressOf(each)}?version=${each.versionNo}`}><BasisTitle title={each.title} lang={lang} /></a>
                {`, ${levels.map((level) => fill(t.levelOf, { level })).join(', ')}, ${fill(t.numbered, { no: each.versionNo })}, ${fill(t.basisFrom, { day: formatDay(each.validFrom, lang) })} `}
                {each.provenance === 'demonstration' && <Tag>{t.basisDemo}</Tag>}
              </li>
            )
          })}
          {basis.titles.map((each) => <li key={each.id}>{t.kinds[each.kind]}: <a href={`/${lang}${addressOf(each)}`}><BasisTitle title={each.title} lang={lang} /></a> <Tag>{t.titleOnly}</Tag></li>)}
        </ul>
      </section>
      <MappingsOf mappings={basis.mappings} lang={lang} />
    </>
  )
}

/** Where the profession stands in other classifications, each with its source; absent where nothing was entered. */
export function MappingsOf({ mappings, lang }: { readonly mappings: readonly Mapping[]; readonly lang: Language }) {
  const t = STANDARDS[lang]
  if (mappings.length === 0) return null
  return (
    <section class="t-block"><h2>{t.mappings}</h2>
      <Facts facts={mappings.map((each) => ({
        term: t.schemes[each.scheme],
        value: <>{each.scheme === 'esco' ? <a href={each.schemeCode} rel="noopener nofollow">{each.schemeCode}</a> : <span class="t-num">{each.schemeCode}</span>} <LocalizedName name={each.title} lang={lang} /></>,
        note: `${t.source}: ${each.source}${each.byPlatform ? `; ${t.mappedByPlatform}` : ''}`,
      }))} />
    </section>
  )
}
