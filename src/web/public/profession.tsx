import { normNumber } from '#kernel/norms.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as mandatoryOutcomes from '#modules/mandatory-outcomes/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { readProfessionBasis, type ProfessionBasis } from './standards/profession-basis.tsx'
import { Crumbs } from '../ui/crumbs.tsx'
import { FactStrip } from '../ui/facts.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Tag } from '../ui/tag.tsx'
import { HISTORY } from './history-texts.ts'
import { LocalizedName } from './localized-name.tsx'
import { MandatoryProfession } from './mandatory-profession.tsx'
import { PROFESSIONS } from './professions-texts.ts'
import { VoluntaryProfession } from './voluntary-profession.tsx'
import { nameIn, spanOfMonths } from './words.ts'
import { askedOneOf } from '../asked.ts'

export interface ProfessionData extends register.ProfessionSeen {
  road: register.Road
  fields: professions.Field[]
  regions: professions.Region[]
  region: string
  figures: ReadonlyMap<string, number>
  basis: ProfessionBasis
  procedure: Awaited<ReturnType<typeof mandatoryOutcomes.procedureOf>>
}

/** One profession: what is asked, for how long the document is valid, where, at what price, how long it takes. */
export const professionPage = page<ProfessionData>({
  path: '/professions/:code', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { params, query }) {
    const regions = await professions.listRegions(ctx.db)
    const region = askedOneOf({ query }, 'region', regions.map((each) => each.kato)) ?? ''
    const seen = await register.readProfession(ctx, (params['code'] ?? '').slice(0, 40))
    return {
      ...seen,
      basis: await readProfessionBasis(ctx, seen.profession),
      procedure: await mandatoryOutcomes.procedureOf(ctx, seen.profession),
      road: await register.readRoad(ctx), fields: await professions.listFields(ctx.db), regions, region, figures: await register.nationalFigures(),
    }
  },
  title: ({ profession }, lang) => nameIn(profession.name, lang).text,
  layout: () => ({ bleed: true }),
  view: ({ data, lang }) => (
    <>
      <Head data={data} lang={lang} />
      <div class="t-wrap">
        <StandingNotice data={data} lang={lang} />
        {data.struckOn ? null : data.profession.track === 'voluntary' ? <VoluntaryProfession data={data} lang={lang} /> : <MandatoryProfession data={data} lang={lang} />}
      </div>
    </>
  ),
})

/** What is decided of the entry beside the version in force: struck off, or another version from a day to come. */
function StandingNotice({ data: { profession, struckOn, endsOn, next }, lang }: { readonly data: ProfessionData; readonly lang: Language }) {
  const t = HISTORY[lang].standing
  if (struckOn) return <div class="t-block t-struck"><NoticeBox tone="sun" title={fill(t.struck, { on: formatDay(struckOn, lang) })}>{t.struckText}</NoticeBox><p><a href={`/${lang}/professions`}>{PROFESSIONS[lang].title}</a></p></div>
  if (!endsOn) return null
  const on = { on: formatDay(endsOn, lang) }
  const [title, text] = !next || next.validFrom > endsOn ? [t.willBeStruck, t.willEndText]
    : next.track === profession.track ? [t.willChange, undefined] : next.track === 'mandatory' ? [t.willBeMandatory, t.willEndText] : [t.willBeVoluntary, t.willBeVoluntaryText]
  return <div class="t-block"><NoticeBox title={fill(title, on)}>{text ? fill(text, on) : undefined}</NoticeBox></div>
}

function Head({ data: { profession, struckOn, fields, road }, lang }: { readonly data: ProfessionData; readonly lang: Language }) {
  const t = PROFESSIONS[lang]
  const field = fields.find((each) => each.code === profession.fieldCode)
  const voluntary = profession.track === 'voluntary'
  const age = profession.ageMin ?? normNumber(road.norms, 'age.min')
  return (
    <div class="t-prof__head"><div class="t-wrap">
      <Crumbs items={[
        { text: t.home, href: `/${lang}` }, { text: t.title, href: `/${lang}/professions` },
        ...(field ? [{ text: { kk: field.nameKk, ru: field.nameRu, en: field.nameEn }[lang], href: `/${lang}/professions?field=${field.code}` }] : []),
        { text: nameIn(profession.name, lang).text },
      ]} />
      <div class="t-tags">
        {voluntary ? <Tag tone="green">{t.voluntary}</Tag> : <Tag icon="landmark">{t.mandatory}</Tag>}
        {profession.levels.length > 0 && <Tag>{fill(t.levelsOf, { levels: profession.levels.join(', ') })}</Tag>}
        <Tag><span class="t-num">{profession.code}</span></Tag>
      </div>
      <h1><LocalizedName name={profession.name} lang={lang} /></h1>
      {!struckOn && <p class="t-lead">{voluntary ? t.leadVoluntary : t.leadMandatory}</p>}
      <p class="t-small"><a href={`/${lang}/professions/${profession.code}/history`}>{HISTORY[lang].link}</a></p>
      {voluntary && !struckOn && (
        <FactStrip facts={[
          { term: t.basis, value: profession.basis === 'requirements' ? t.requirements : t.standard },
          { term: t.validity, value: profession.validityMonths === null ? t.unlimited : fill(t.validFor, { span: spanOfMonths(profession.validityMonths, lang) }) },
          { term: t.age, value: fill(t.ageFrom, { age }) },
          { term: t.language, value: t.languages },
        ]} />
      )}
    </div></div>
  )
}
