import type { Language } from '#kernel/localized.ts'
import type { NormEdition } from '#kernel/norms.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Day } from '#kernel/day.ts'
import { retakeRuleIn } from '#modules/applications/index.ts'
import * as centres from '#modules/centres/index.ts'
import { messages as certificateWords } from '#modules/centres/messages/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { appealsText } from '../appeals/appeals-text.ts'
import { Box } from '../ui/card.tsx'
import { CheckRow } from '../ui/check-row.tsx'
import { Facts } from '../ui/facts.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { IconLinks } from '../ui/ticket.tsx'
import { CentreFiguresShown, FreeDates, nameOfCode, PriceHistory } from './centre-parts.tsx'
import { CENTRE } from './centre-text.ts'
import { CENTRES } from './centres-texts.ts'
import { LocalizedName } from './localized-name.tsx'
import { nameIn, tenge } from './words.ts'

interface CentreData extends register.CentreSeen {
  today: Day
  norms: NormEdition
  figures: register.CentreFigures
  sittings: Awaited<ReturnType<typeof register.readFreeSittings>>
  lists: centres.PriceListShown[]
  entries: readonly professions.Profession[]
}

/** So many free dates are shown. */
const DATES = 12

/** One centre: what it may recognise, at what price, until when, and how one gets in. */
export const centrePage = page<CentreData>({
  path: '/centres/:serial', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { params }) {
    const today = register.todayOf(ctx)
    const seen = await register.readCentre(ctx, { serial: (params['serial'] ?? '').slice(0, 20) })
    const { lists } = await centres.listPrices(ctx.db, seen.centre.id, today)
    return {
      ...seen, today, norms: await ctx.law.normsInForce(ctx.db, today), lists, entries: await professions.listCurrentProfessions(ctx.db, today), figures: await register.readCentreFigures(ctx, seen.centre.id),
      // Nobody is invited to a qualification that is withdrawn alone or that centres recognise no more.
      sittings: (seen.certificate?.state === 'valid' ? await register.readFreeSittings(ctx, seen.centre.id, DATES) : [])
        .filter((each) => seen.scope.some((line) => line.state === 'valid' && line.professionCode === each.professionCode && line.level === each.level)),
    }
  },
  title: ({ centre }, lang) => centre.name[lang],
  layout: ({ data, lang }) => ({
    crumbs: [{ text: CENTRES[lang].home, href: `/${lang}` }, { text: CENTRES[lang].title, href: `/${lang}/centres` }, { text: data.centre.name[lang] }],
  }),
  view: ({ data, lang }) => {
    const t = CENTRES[lang]
    const c = CENTRE[lang]
    const { centre, certificate } = data
    const nameOf = nameOfCode(data.entries, [...data.sittings, ...data.lists.flatMap((list) => list.prices)].map((each) => each.professionCode), lang)
    const valid = certificate?.state === 'valid'
    const dates = certificate && [
      fill(t.certificateDates, { from: formatDay(certificate.validFrom, lang), until: formatDay(certificate.validUntil, lang) }),
      certificate.state === 'withdrawn' && fill(t.withdrawnOn, { date: formatDay(centres.eventDay(certificate, 'withdrawal', data.today)!, lang) }),
      certificate.state === 'terminated' && fill(t.terminatedOn, { date: formatDay(centres.eventDay(certificate, 'termination', data.today)!, lang) }),
    ].filter(Boolean).join('. ')
    return (
      <div class="t-stack">
        <Tags>
          <Tag tone={valid ? 'green' : 'red'}>{certificate ? t.states[certificate.state] : t.noCertificate}</Tag>
          {centre.demonstration && <Tag icon="info">{t.demo}</Tag>}
        </Tags>
        <h1>{centre.name[lang]}</h1>
        {!valid && <NoticeBox tone="sun">{t.mayNot}</NoticeBox>}
        <Facts facts={[
          { term: t.certificate, value: certificate ? <a href={`/${lang}/certificates/${certificate.number}`}>{fill(t.certificateValue, { number: certificate.number })}</a> : t.noCertificate, note: dates },
          { term: t.address, value: <LocalizedName name={centre.address} lang={lang} /> },
          { term: t.phone, value: <a href={`tel:${centre.phone.replace(/[^+\d]/g, '')}`}>{centre.phone}</a> },
          { term: t.email, value: <a href={`mailto:${centre.email}`}>{centre.email}</a> },
          ...(centre.site ? [{ term: t.site, value: <a href={centre.site} rel="noopener">{centre.site.replace('https://', '')}</a> }] : []),
          { term: t.hours, value: <LocalizedName name={centre.hours} lang={lang} /> },
          { term: t.bin, value: <span class="t-num">{centre.bin ?? '—'}</span> },
          { term: t.number, value: <span class="t-num">{centre.serial}</span> },
        ]} />
        <IconLinks links={[{ href: `/${lang}/complaint?centre=${centre.serial}`, text: appealsText(lang).complaint.title, icon: 'message-square' }, { href: `/api/v1/centres/${centre.id}`, text: c.json, icon: 'download' }]} />
        <section class="t-block"><h2>{valid ? t.scope : t.scopeNamed}</h2><Scope data={data} lang={lang} /></section>
        {valid && <section class="t-block"><h2>{c.dates.title}</h2><FreeDates sittings={data.sittings} nameOf={nameOf} lang={lang} /></section>}
        <section class="t-block"><h2>{c.figures.title}</h2><CentreFiguresShown figures={data.figures} lang={lang} /></section>
        <section class="t-block"><h2>{c.history.title}</h2><PriceHistory lists={data.lists} nameOf={nameOf} lang={lang} /></section>
        <section class="t-block"><h2>{t.accessibility}</h2><Accessibility data={data} lang={lang} /></section>
      </div>
    )
  },
})

function Scope({ data: { certificate, scope, priceLists, today, norms }, lang }: { readonly data: CentreData; readonly lang: Language }) {
  const t = CENTRES[lang]
  const valid = certificate?.state === 'valid'
  const current = priceLists.find((each) => each.inForceFrom <= today)
  const next = priceLists.filter((each) => each.inForceFrom > today).at(-1)
  const sum = (amount: number | undefined) => (amount === undefined ? '—' : tenge(amount, lang))
  return (
    <>
      <Table caption={valid ? t.scope : t.scopeNamed} captionHidden rowHeaders empty={<p>{t.noScope}</p>}
        columns={[{ title: t.scopeProfession }, { title: t.scopeLevel, numeric: true }, { title: t.scopePrice, numeric: true, noWrap: true }, { title: t.scopeTheory, numeric: true, noWrap: true }, { title: t.scopePractice, numeric: true, noWrap: true },
          { title: t.scopeBoth, numeric: true, noWrap: true }, { title: valid ? t.scopeApply : certificateWords[lang].certificates.state }]}
        rows={scope.map((line) => ({
          key: `${line.professionCode}-${line.level}`,
          cells: [
            <a href={`/${lang}/professions/${line.professionCode}`}><LocalizedName name={line.profession.name} lang={lang} /></a>, line.level,
            line.price ? tenge(line.price.amount, lang) : t.noPrice, sum(line.price?.retakeTheory), sum(line.price?.retakePractice), sum(line.price?.retakeBoth),
            valid && line.state === 'valid' ? <a href={`/${lang}/apply/${line.professionCode}`}>{t.apply}<span class="t-vh"> {fill(t.applyMore, { name: nameIn(line.profession.name, lang).text, level: line.level })}</span></a> : <Tag tone="red">{certificateWords[lang].certificates.states[line.state]}</Tag>,
          ],
        }))} />
      <p class="t-src"><span>{[
        current && fill(t.pricesSince, { date: formatDay(current.inForceFrom, lang) }), next && fill(t.pricesNext, { date: formatDay(next.inForceFrom, lang) }), t.priceNote, retakeRuleIn(norms, lang),
      ].filter(Boolean).join(' ')}</span></p>
    </>
  )
}

function Accessibility({ data: { accessibility }, lang }: { readonly data: CentreData; readonly lang: Language }) {
  const t = CENTRES[lang]
  if (accessibility.length === 0) return <p>{t.noPassport}</p>
  return (
    <>
      <p>{t.accessibilityLead}</p>
      <Box title={t.accessibility} flush>
        {accessibility.map((each) => (
          <CheckRow key={each.feature} state={each.available ? 'ok' : 'na'} title={`${t.features[each.feature] ?? each.feature}: ${each.available ? t.available : t.notAvailable}`}
            note={(each.noteKk || each.noteRu) && <LocalizedName name={{ kk: each.noteKk, ru: each.noteRu }} lang={lang} />} />
        ))}
      </Box>
    </>
  )
}
