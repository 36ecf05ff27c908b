import { legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { inLanguage, type Language, type Localized } from '#kernel/localized.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge, formatTime, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readReadiness, type QualificationReadiness } from '#modules/scheduling/index.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { CheckRow } from '../../ui/check-row.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { IconLinks, type IconLink } from '../../ui/ticket.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS, namesOfProfessions, STAFF } from '../settings/desk-facts.ts'
import { sittingsText } from '../sittings/sittings-text.ts'
import { StateTag } from './certificate-page.tsx'
import { ownDeskText } from './own-desk-text.ts'

interface ProfessionData {
  code: string
  name: Partial<Localized>
  lines: QualificationReadiness[]
  head: boolean
  clerk: boolean
  office: OfficeView
}

/** One profession of the centre, level by level: certificate, programme, price, assessors, sittings, and what is missing to examine it. */
export const professionPage = page<ProfessionData>({
  path: '/centre/certificate/:code', action: 'certificate.read-own', desk: 'centre', access: STAFF,
  async load(ctx, { params }) {
    const centreId = centreIdOf(ctx)
    const code = params['code'] ?? ''
    const lines = (await readReadiness(ctx, centreId)).filter((line) => line.professionCode === code)
    if (lines.length === 0) throw new Denial('not-found')
    const names = await namesOfProfessions(ctx, [code])
    return { code, lines, name: names.get(code) ?? {}, head: hasRole(ctx.actor, 'centre-head', centreId), clerk: hasRole(ctx.actor, CLERKS, centreId), office: await officeOf(ctx, centreId) }
  },
  title: ({ name, code }, lang) => inLanguage(name, lang) || code,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/certificate`, text: ownDeskText(lang).certificate.title } }),
  view: ({ lang, data }) => {
    const words = ownDeskText(lang).certificate
    const links: IconLink[] = [
      { href: `/${lang}/centre/programmes`, text: words.toProgrammes, icon: 'book-open' }, { href: `/${lang}/centre/prices`, text: words.toPrices, icon: 'receipt' },
      ...(data.head ? [{ href: `/${lang}/centre/people`, text: words.toPeople, icon: 'users' as const }] : []), { href: `/${lang}/centre/competences`, text: ownDeskText(lang).competences.title, icon: 'graduation-cap' }, { href: `/${lang}/centre/sittings`, text: words.toSittings, icon: 'calendar' },
      { href: `/${lang}/professions/${data.code}`, text: words.toRegister, icon: 'external-link' },
    ]
    return (
      <>
        <h1>{inLanguage(data.name, lang) || data.code}</h1>
        <p class="t-lead t-num">{data.code}</p>
        <div class="t-stack">
          {data.lines.map((line) => <LevelBox key={line.level} line={line} lang={lang} />)}
          <IconLinks links={links} />
        </div>
      </>
    )
  },
})

function LevelBox({ line, lang }: { line: QualificationReadiness; lang: Language }) {
  const words = ownDeskText(lang).certificate
  return (
    <Box title={fill(words.levelTitle, { level: line.level })} tag={line.missing.length === 0 ? <Tag tone="green">{words.ready}</Tag> : <Tag tone="red">{words.notReady}</Tag>}>
      {line.missing.length + line.warnings.length === 0 ? <CheckRow state="ok" title={words.complete} /> : (
        <>
          {line.missing.map((blocker) => <CheckRow key={blocker.code} state="bad" title={blockerText(lang, blocker)} />)}
          {line.warnings.map((blocker) => <CheckRow key={blocker.code} state="todo" title={blockerText(lang, blocker)} />)}
        </>
      )}
      <Facts compact facts={[
        { term: words.certificateOf, value: <>{fill(words.until, { number: line.certificate.number, date: formatDay(line.certificate.validUntil, lang) })} <StateTag state={line.certificate.state} lang={lang} /></> },
        { term: words.programme, value: line.programme ? <a href={`/${lang}/centre/programmes/${line.programme.id}`}>{fill(words.version, { n: line.programme.versionNo })}</a> : words.noProgramme },
        { term: words.price, value: line.price ? formatTenge(line.price.amount, lang) : words.noPrice },
        { term: words.assessors, value: line.assessors.length === 0 ? words.assessorsNone : line.assessors.map((person) => <div key={person.accountId}>{personName(person, lang, 'full')}{!person.competent && <> <Tag>{ownDeskText(lang).competences.lacking}</Tag></>}</div>) },
      ]} />
      <h3>{words.sittings}</h3>
      {line.sittings.length === 0 ? <p class="t-quiet">{words.sittingsNone}</p> : (
        <Table caption={words.sittings} captionHidden columns={[words.when, words.stage, words.room, words.seats].map((title) => ({ title }))}
          rows={line.sittings.map((sitting) => ({
            key: sitting.id,
            cells: [
              <a href={`/${lang}/centre/sittings/${sitting.id}`}>{formatDay(legalDay(sitting.startsAt), lang)}, {formatTime(sitting.startsAt)}</a>, sittingsText(lang).stages[sitting.stage],
              lang === 'kk' ? sitting.roomKk : sitting.roomRu, fill(words.seatsValue, { seats: sitting.seats, free: sitting.free }),
            ],
          }))} />
      )}
    </Box>
  )
}
