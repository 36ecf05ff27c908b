import { inLanguage, type Language, type Localized } from '#kernel/localized.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readOwnPapers, type OwnPapers } from '#modules/accreditation/index.ts'
import { nameWithCode, readOwnCertificates, type CertificateState, type OwnCertificate } from '#modules/centres/index.ts'
import { messages } from '#modules/centres/messages/index.ts'
import { readReadiness, type QualificationReadiness } from '#modules/scheduling/index.ts'
import { casesText } from '../../accreditor/cases/cases-text.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { IconLinks, type IconLink } from '../../ui/ticket.tsx'
import { certificateText } from '../../applicant/certificate/certificate-text.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, STAFF } from '../settings/desk-facts.ts'
import { ownDeskText } from './own-desk-text.ts'

const TONES: Readonly<Record<CertificateState, 'green' | 'sky' | 'red'>> = { 'valid': 'green', 'not-yet': 'sky', 'expired': 'red', 'withdrawn': 'red', 'terminated': 'red', 'replaced': 'sky' }
export const StateTag = ({ state, lang }: { state: CertificateState; lang: Language }) => <Tag tone={TONES[state]}>{messages[lang].certificates.states[state]}</Tag>

interface CertificateData {
  certificates: OwnCertificate[]
  names: ReadonlyMap<string, Partial<Localized>>
  readiness: QualificationReadiness[]
  /** Only the head applies for the centre and sees its accreditation cases. */
  own: OwnPapers | undefined
  office: OfficeView
}

/** What the centre may examine and until when; what is missing for each qualification; what was decided about its certificates. */
export const certificatePage = page<CertificateData>({
  path: '/centre/certificate', action: 'certificate.read-own', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    return {
      ...(await readOwnCertificates(ctx, centreId)), readiness: await readReadiness(ctx, centreId),
      own: hasRole(ctx.actor, 'centre-head', centreId) ? await readOwnPapers(ctx, centreId) : undefined, office: await officeOf(ctx, centreId),
    }
  },
  title: (_data, lang) => ownDeskText(lang).certificate.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data }) => {
    const words = ownDeskText(lang).certificate
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        {data.own && <IconLinks links={[{ href: `/${lang}/applicant/certificate`, text: certificateText(lang).own.ask, icon: 'stamp' }]} />}
        <div class="t-stack">
          {data.certificates.length === 0 && <Empty title={words.none} icon="award">{words.noneText}</Empty>}
          {data.certificates.slice(0, 1).map((each) => <CertificateBox key={each.id} certificate={each} data={data} lang={lang} />)}
          {data.readiness.length > 0 && <ReadinessBox data={data} lang={lang} />}
          {data.certificates.slice(1).map((each) => <CertificateBox key={each.id} certificate={each} data={data} lang={lang} />)}
          {data.own && <CasesBox own={data.own} lang={lang} />}
        </div>
      </>
    )
  },
})

interface Part {
  data: CertificateData
  lang: Language
}

function CertificateBox({ certificate, data, lang }: Part & { certificate: OwnCertificate }) {
  const words = ownDeskText(lang).certificate
  const paper = data.own?.papers.find((each) => each.certificateId === certificate.id)
  const links: IconLink[] = [
    ...(paper ? [{ href: `/${lang}/accreditation/papers/${paper.paperId}`, text: words.paper, icon: 'file' as const }, { href: `/${lang}/applicant/cases/${paper.caseId}`, text: fill(words.atCase, { number: paper.number ?? '' }), icon: 'folder-open' as const }] : []),
    { href: `/${lang}/certificates/${certificate.number}`, text: words.publicPage, icon: 'external-link' },
  ]
  return (
    <Box title={fill(words.number, { number: certificate.number })} tag={<StateTag state={certificate.state} lang={lang} />}>
      <Facts compact facts={[
        { term: words.dates, value: fill(words.datesValue, { from: formatDay(certificate.validFrom, lang), until: formatDay(certificate.validUntil, lang) }) },
        ...(certificate.state === 'valid' ? [{ term: words.left, value: fill(words.daysLeft, { days: formatNumber(certificate.daysLeft, lang) }) }] : []),
      ]} />
      <h3>{words.happened}</h3>
      {certificate.happened.length === 0 ? <p class="t-quiet">{words.happenedNone}</p> : certificate.happened.map((event) => <Happened key={`${event.kind}-${event.from}`} event={event} data={data} lang={lang} />)}
      <IconLinks links={links} />
    </Box>
  )
}

function Happened({ event, data, lang }: Part & { event: OwnCertificate['happened'][number] }) {
  const words = ownDeskText(lang).certificate
  const law = messages[lang].certificates
  return (
    <section>
      <h4>{law.kinds[event.kind]}</h4>
      <Facts compact facts={[
        { term: words.about, value: event.professions === null ? words.whole : event.professions.map((code) => nameWithCode(data.names, code, lang)).join(', ') },
        { term: words.from, value: formatDay(event.from, lang) },
        ...(event.decided ? [{ term: words.ground, value: law.grounds[event.decided.ground], note: event.decided.clause || words.clauseUnknown }, { term: words.circumstances, value: event.decided.note }] : [{ term: words.ground, value: words.fromRegister }]),
      ]} />
    </section>
  )
}

function ReadinessBox({ data, lang }: Part) {
  const words = ownDeskText(lang).certificate
  return (
    <Box title={words.readiness} flush>
      <Table caption={words.readiness} captionHidden columns={[words.profession, words.level, words.state, words.examine, words.ahead].map((title) => ({ title }))}
        rows={data.readiness.map((line) => ({
          key: `${line.professionCode}/${line.level}`,
          cells: [
            <a href={`/${lang}/centre/certificate/${line.professionCode}`}>{inLanguage(data.names.get(line.professionCode) ?? {}, lang) || line.professionCode}</a>, String(line.level), <StateTag state={line.certificate.state} lang={lang} />,
            <>{line.missing.length === 0 ? <Tag tone="green">{words.ready}</Tag> : <Tag tone="red">{words.notReady}</Tag>}{[...line.missing, ...line.warnings].map((blocker) => <span key={blocker.code} class="t-sub">{blockerText(lang, blocker)}</span>)}</>,
            formatNumber(line.sittings.length, lang),
          ],
        }))} />
    </Box>
  )
}

function CasesBox({ own, lang }: { own: OwnPapers; lang: Language }) {
  const words = ownDeskText(lang).certificate
  const text = casesText(lang)
  return (
    <Box title={words.cases} flush>
      <Table caption={words.cases} captionHidden empty={<p class="t-quiet">{words.casesNone}</p>} columns={[words.caseNumber, words.about, words.caseStep].map((title) => ({ title }))}
        rows={own.cases.map((kase) => ({ key: kase.id, cells: [<a class="t-num" href={`/${lang}/applicant/cases/${kase.id}`}>{kase.number ?? words.draft}</a>, words.kinds[kase.kind], text.steps[kase.step]] }))} />
    </Box>
  )
}
