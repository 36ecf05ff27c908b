import { inLanguage, type Language } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { openNextApplication, readOwnCertificates, REISSUE_GROUNDS, requestReissue, withdrawReissue, type OwnCertificates } from '#modules/accreditation/index.ts'
import { messages as centreMessages } from '#modules/centres/messages/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ErrorSummary, Form, SelectField, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { certificateText } from './certificate-text.ts'
import { WORDING_ERRORS, WordingFields, wordingOf } from './wording-fields.tsx'

type Props = ViewProps<{ own: OwnCertificates[] }>
type Own = OwnCertificates
type Certificate = Own['certificates'][number]

/** The centre's own certificate: what it covers, what follows, and what the centre may ask for. */
export const ownCertificatePage = page<{ own: OwnCertificates[] }>({
  path: '/applicant/certificate', action: 'accreditation.list-own', desk: 'applicant', access: ['applicant', 'centre-head'],
  load: async (ctx) => ({ own: await readOwnCertificates(ctx) }),
  title: (_data, lang) => certificateText(lang).own.title,
  async post(ctx, { lang, form }) {
    const words = certificateText(lang)
    const here = `/${lang}/applicant/certificate`
    return atFields(lang, async () => {
      if (form.text('do') === 'reissue') {
        await requestReissue(ctx, { certificateId: form.text('certificate'), ground: form.text('ground'), note: form.text('note'), ...wordingOf(form) })
        return { to: here, flash: words.ask.sent }
      }
      if (form.text('do') === 'take-back') {
        await withdrawReissue(ctx, { id: form.text('reissue'), version: Number(form.text('version')) })
        return { to: here, flash: words.ask.takenBack }
      }
      const id = await openNextApplication(ctx, { organisationId: form.text('organisation'), kind: form.text('do') })
      return { to: `/${lang}/applicant/cases/${id}`, flash: words.own.opened }
    }, WORDING_ERRORS)
  },
  view: (p) => {
    const words = certificateText(p.lang).own
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <ErrorSummary form={p.form} />
        {p.data.own.length === 0 ? <Empty title={words.empty} icon="file-check">{words.emptyText}</Empty> : p.data.own.map((own) => <section key={own.organisationId} class="t-stack"><h2>{inLanguage(own.name, p.lang)}</h2><OfCentre p={p} own={own} /></section>)}
      </>
    )
  },
})

function OfCentre({ p, own }: { p: Props; own: Own }) {
  const { lang } = p
  const words = certificateText(lang).own
  const current = own.certificates.find((each) => each.state === 'valid')
  const waiting = own.certificates.find((each) => each.state === 'not-yet')
  const earlier = own.certificates.filter((each) => each !== current && each !== waiting)
  return (
    <div class="t-cols">
      <div class="t-stack">
        {current ? <CertificateFacts title={words.inForce} certificate={current} lang={lang} /> : <NoticeBox tone="sun" title={words.none}>{words.noneText}</NoticeBox>}
        {waiting && <CertificateFacts title={words.waiting} certificate={waiting} lang={lang} />}
        <Next p={p} own={own} />
        <Scope certificate={current ?? waiting ?? earlier[0]!} lang={lang} />
        {earlier.length > 0 && <Earlier certificates={earlier} lang={lang} />}
      </div>
      <div class="t-stack">
        {(current ?? waiting) && <AskReissue p={p} own={own} certificate={(current ?? waiting)!} />}
        {own.reissues.length > 0 && <Reissues p={p} own={own} />}
      </div>
    </div>
  )
}

const link = (number: string, lang: Language) => <a class="t-num" href={`/${lang}/certificates/${number}`}>{number}</a>

function StateOf({ state, lang }: { state: Certificate['state']; lang: Language }) {
  return <Tag tone={state === 'valid' ? 'green' : state === 'not-yet' || state === 'replaced' ? 'sky' : 'red'}>{centreMessages[lang].certificates.states[state]}</Tag>
}

function CertificateFacts({ title, certificate, lang }: { title: string; certificate: Certificate; lang: Language }) {
  const words = certificateText(lang).own
  return (
    <Box title={title}><Facts compact facts={[
      { term: words.number, value: link(certificate.number, lang) }, { term: words.state, value: <StateOf state={certificate.state} lang={lang} /> },
      { term: words.from, value: formatDay(certificate.validFrom, lang) }, { term: words.until, value: formatDay(certificate.validUntil, lang) },
      ...(certificate.gap ? [{ term: words.gap, value: fill(words.gapValue, { from: formatDay(certificate.gap.from, lang), until: formatDay(certificate.gap.until, lang) }) }] : []),
      ...(certificate.previous ? [{ term: words.previous, value: link(certificate.previous, lang) }] : []), ...(certificate.next ? [{ term: words.next, value: link(certificate.next, lang) }] : []),
    ]} /></Box>
  )
}

function Earlier({ certificates, lang }: { certificates: readonly Certificate[]; lang: Language }) {
  const words = certificateText(lang).own
  return (
    <Box title={words.earlier} flush>
      <Table caption={words.earlier} captionHidden columns={[words.number, words.from, words.until, words.state].map((title) => ({ title }))}
        rows={certificates.map((each) => ({ key: each.id, cells: [link(each.number, lang), formatDay(each.validFrom, lang, 'numeric'), formatDay(each.validUntil, lang, 'numeric'), <StateOf state={each.state} lang={lang} />] }))} />
    </Box>
  )
}

function Scope({ certificate, lang }: { certificate: Certificate; lang: Language }) {
  const words = certificateText(lang).own
  return (
    <Box title={words.scope} flush>
      <Table caption={words.scope} captionHidden rowHeaders columns={[{ title: words.profession }, { title: words.level, numeric: true }, { title: words.state }]}
        rows={certificate.scope.map((line) => ({
          key: `${line.professionCode}-${line.level}`,
          cells: [<>{line.name[lang]} <span class="t-quiet t-num">{line.professionCode}</span></>, String(line.level), <StateOf state={line.state} lang={lang} />],
        }))} />
    </Box>
  )
}

/** The two cases that may follow, each with the reason why not now. */
function Next({ p, own }: { p: Props; own: Own }) {
  const { lang } = p
  const words = certificateText(lang).own
  const offer = (kind: 'extension' | 'renewal', lead: string, button: string) => {
    const blockers = own[kind]
    return (
      <div class="t-stack">
        <h3>{words[kind]}</h3>
        <p class="t-quiet">{lead}</p>
        {own.open ? null : blockers.length > 0 ? <p>{blockers.map((blocker) => blockerText(lang, blocker)).join(' ')}</p> : (
          <Form csrf={p.csrf} requestKey={`${p.requestKey}-${kind}-${own.organisationId}`} values={{ organisation: own.organisationId }}><Button name="do" value={kind} iconAfter="arrow-right">{button}</Button></Form>
        )}
      </div>
    )
  }
  return (
    <Box title={words.what}><div class="t-stack">
      {own.open && <NoticeBox><p>{words.openWait} <a href={`/${lang}/applicant/cases/${own.open.id}`}>{fill(words.openCase, { number: own.open.number ?? words.draft })}</a></p></NoticeBox>}
      {offer('extension', words.extensionText, words.openExtension)}
      {offer('renewal', [words.renewalText, own.renewalFrom ? fill(words.renewalFrom, { date: formatDay(own.renewalFrom, lang) }) : ''].join(' '), words.openRenewal)}
    </div></Box>
  )
}

function AskReissue({ p, own, certificate }: { p: Props; own: Own; certificate: Certificate }) {
  const { lang } = p
  const words = certificateText(lang).ask
  if (own.reissues.some((each) => each.outcome === null)) return null
  const form = p.form.values['do'] === 'reissue' && p.form.values['certificate'] === certificate.id ? p.form : undefined
  return (
    <Box title={words.title}><div class="t-stack">
      <p class="t-quiet">{words.lead}</p>
      <Details summary={words.open} open={form !== undefined}>
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-reissue-${own.organisationId}`} values={{ do: 'reissue', certificate: certificate.id }}>
          <SelectField form={form} name="ground" label={words.ground} hint={words.groundHint} empty={words.choose} options={REISSUE_GROUNDS.map((value) => ({ value, label: words.grounds[value] }))} />
          <TextArea form={form} name="note" label={words.note} hint={words.noteHint} rows={3} />
          <h3>{words.stands}</h3>
          <WordingFields form={form} wording={own.wording} lang={lang} />
          <Button icon="send">{words.send}</Button>
        </Form>
      </Details>
    </div></Box>
  )
}

function Reissues({ p, own }: { p: Props; own: Own }) {
  const { lang } = p
  const words = certificateText(lang).ask
  return (
    <Box title={words.list}><div class="t-stack">
      {own.reissues.map((row) => (
        <div key={row.id}>
          <Facts compact facts={[
            { term: words.ground, value: words.grounds[row.ground], note: row.note }, { term: words.asked, value: formatDay(legalDay(row.requestedAt), lang), note: <Tag tone={row.step === 'issued' ? 'green' : row.step === 'refused' ? 'red' : 'sky'}>{words.steps[row.step]}</Tag> },
            ...(row.reasons ? [{ term: words.reasons, value: row.reasons }] : []),
            ...(row.newNumber ? [{ term: words.newCertificate, value: link(row.newNumber, lang), note: <a href={`/certificate-papers/${row.paperId!}`}>{words.pdf}</a> }] : []),
          ]} />
          {row.outcome === null && <Form csrf={p.csrf} requestKey={`${p.requestKey}-back-${row.id}`} version={row.version} values={{ reissue: row.id }}><Button name="do" value="take-back" kind="secondary" more={inLanguage(own.name, lang)}>{words.takeBack}</Button></Form>}
        </div>
      ))}
    </div></Box>
  )
}
