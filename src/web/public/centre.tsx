import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Day } from '#kernel/day.ts'
import { eventDay } from '#modules/centres/index.ts'
import * as register from '#modules/register/index.ts'
import { appealsText } from '../appeals/appeals-text.ts'
import { Box } from '../ui/card.tsx'
import { CheckRow } from '../ui/check-row.tsx'
import { Facts } from '../ui/facts.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { IconLinks } from '../ui/ticket.tsx'
import { CENTRES } from './centres-texts.ts'
import { LocalizedName } from './localized-name.tsx'
import { nameIn, tenge } from './words.ts'

interface CentreData extends register.CentreSeen {
  today: Day
}

/** One centre: what it may recognise, at what price, until when, and how one gets in. */
export const centrePage = page<CentreData>({
  path: '/centres/:serial', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { params }) {
    return { ...(await register.readCentre(ctx, { serial: (params['serial'] ?? '').slice(0, 20) })), today: register.todayOf(ctx) }
  },
  title: ({ centre }, lang) => centre.name[lang],
  layout: ({ data, lang }) => ({
    crumbs: [{ text: CENTRES[lang].home, href: `/${lang}` }, { text: CENTRES[lang].title, href: `/${lang}/centres` }, { text: data.centre.name[lang] }],
  }),
  view: ({ data, lang }) => {
    const t = CENTRES[lang]
    const { centre, certificate } = data
    const valid = certificate?.state === 'valid'
    const inBoth = (text: { kk: string; ru: string }) => (lang === 'kk' ? text.kk : text.ru)
    const dates = certificate && [
      fill(t.certificateDates, { from: formatDay(certificate.validFrom, lang), until: formatDay(certificate.validUntil, lang) }),
      certificate.state === 'withdrawn' && fill(t.withdrawnOn, { date: formatDay(eventDay(certificate, 'withdrawal', data.today)!, lang) }),
      certificate.state === 'terminated' && fill(t.terminatedOn, { date: formatDay(eventDay(certificate, 'termination', data.today)!, lang) }),
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
          { term: t.certificate, value: certificate ? fill(t.certificateValue, { number: certificate.number }) : t.noCertificate, note: dates },
          { term: t.address, value: inBoth(centre.address) },
          { term: t.phone, value: <a href={`tel:${centre.phone.replace(/[^+\d]/g, '')}`}>{centre.phone}</a> },
          { term: t.email, value: <a href={`mailto:${centre.email}`}>{centre.email}</a> },
          { term: t.hours, value: inBoth(centre.hours) },
          { term: t.bin, value: <span class="t-num">{centre.bin ?? '—'}</span> },
          { term: t.number, value: <span class="t-num">{centre.serial}</span> },
        ]} />
        <IconLinks links={[{ href: `/${lang}/complaint?centre=${centre.serial}`, text: appealsText(lang).complaint.title, icon: 'message-square' }]} />
        <section class="t-block"><h2>{t.scope}</h2><Scope data={data} lang={lang} /></section>
        <section class="t-block"><h2>{t.accessibility}</h2><Accessibility data={data} lang={lang} /></section>
      </div>
    )
  },
})

function Scope({ data: { certificate, scope, priceLists, today }, lang }: { readonly data: CentreData; readonly lang: Language }) {
  const t = CENTRES[lang]
  const valid = certificate?.state === 'valid'
  const current = priceLists.find((each) => each.inForceFrom <= today)
  const next = priceLists.filter((each) => each.inForceFrom > today).at(-1)
  const sum = (amount: number | undefined) => (amount === undefined ? '—' : tenge(amount, lang))
  return (
    <>
      <Table caption={t.scope} captionHidden rowHeaders empty={<p>{t.noScope}</p>}
        columns={[{ title: t.scopeProfession }, { title: t.scopeLevel, numeric: true }, { title: t.scopePrice, numeric: true, noWrap: true }, { title: t.scopeTheory, numeric: true, noWrap: true }, { title: t.scopePractice, numeric: true, noWrap: true },
          { title: t.scopeBoth, numeric: true, noWrap: true }, ...(valid ? [{ title: t.scopeApply }] : [])]}
        rows={scope.map((line) => ({
          key: `${line.professionCode}-${line.level}`,
          cells: [
            <a href={`/${lang}/professions/${line.professionCode}`}><LocalizedName name={line.profession.name} lang={lang} /></a>, line.level,
            line.price ? tenge(line.price.amount, lang) : t.noPrice, sum(line.price?.retakeTheory), sum(line.price?.retakePractice), sum(line.price?.retakeBoth),
            ...(valid ? [<a href={`/${lang}/apply/${line.professionCode}`}>{t.apply}<span class="t-vh"> {fill(t.applyMore, { name: nameIn(line.profession.name, lang).text, level: line.level })}</span></a>] : []),
          ],
        }))} />
      <p class="t-src"><span>{[
        current && fill(t.pricesSince, { date: formatDay(current.inForceFrom, lang) }), next && fill(t.pricesNext, { date: formatDay(next.inForceFrom, lang) }), t.priceNote,
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
            note={(lang === 'kk' ? each.noteKk : each.noteRu) || undefined} />
        ))}
      </Box>
    </>
  )
}
