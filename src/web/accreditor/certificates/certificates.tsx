import { inLanguage, type Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { CERTIFICATE_EVENTS, CERTIFICATE_GROUNDS, decideCertificateProposal, listCertificatesOfAll, nameWithCode, proposeCertificateEvent, readCertificate, type CertificateRow, type CertificateState, type CertificateView } from '#modules/centres/index.ts'
import { messages } from '#modules/centres/messages/index.ts'
import { settleAtOnce } from '#modules/continuations/index.ts'
import { readOrder, type OrderView } from '#modules/monitoring/index.ts'
import { messages as monitoringMessages } from '#modules/monitoring/messages/index.ts'
import { dayField } from '../../centre/settings/desk-facts.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, Checkboxes, DateFields, ErrorSummary, Form, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'

const TONES: Readonly<Record<CertificateState, 'green' | 'sky' | 'red'>> = { 'valid': 'green', 'not-yet': 'sky', 'expired': 'red', 'withdrawn': 'red', 'terminated': 'red', 'replaced': 'sky' }
const StateTag = ({ state, lang }: { state: CertificateState; lang: Language }) => <Tag tone={TONES[state]}>{messages[lang].certificates.states[state]}</Tag>

/** Every certificate, those about which somebody must decide first. */
export const certificatesPage = page<Paged<CertificateRow>>({
  path: '/accreditor/certificates', action: 'certificate.list', desk: 'accreditor', access: ['accreditor'],
  load: async (ctx, request) => paged(await listCertificatesOfAll(ctx), request),
  title: (_data, lang) => messages[lang].certificates.title,
  view: ({ lang, data }) => {
    const words = messages[lang].certificates
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <Table inbox caption={words.title} captionHidden columns={[words.number, words.centre, words.until, words.state].map((title) => ({ title }))} empty={<Empty title={words.empty} icon="file-check">{words.emptyText}</Empty>}
          rows={data.rows.map((row) => ({
            key: row.id,
            cells: [
              <a class="t-num t-nowrap" href={`/${lang}/accreditor/certificates/${row.id}`}>{row.number}</a>, inLanguage(row.centre.name, lang), formatDay(row.validUntil, lang, 'numeric'),
              <><StateTag state={row.state} lang={lang} />{row.open && <> <Tag tone="sky">{words.waits}</Tag></>}</>,
            ],
          }))} />
        <Pages of={data} lang={lang} path="/accreditor/certificates" />
      </>
    )
  },
})

/** One certificate: what waits for a second person, a form to propose, its scope and its history. */
export const certificatePage = page<CertificateView & { order: OrderView | undefined }>({
  path: '/accreditor/certificates/:id', action: 'certificate.list', desk: 'accreditor', access: ['accreditor'],
  async load(ctx, { params, query }) {
    const view = await readCertificate(ctx, params['id']!)
    const order = query.get('order') ? await readOrder(ctx, query.get('order')!) : undefined
    return { ...view, order: order?.file.centre.id === view.centre.id ? order : undefined }
  },
  title: ({ certificate }, lang) => `${messages[lang].certificates.number} ${certificate.number}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/accreditor/certificates`, text: messages[lang].certificates.title } }),
  async post(ctx, { lang, params, form }) {
    const words = messages[lang].certificates
    const to = `/${lang}/accreditor/certificates/${params['id']!}`
    const act = form.text('do')
    if (act === 'approve' || act === 'reject') {
      await decideCertificateProposal(ctx, { id: form.text('event'), approve: act === 'approve' }, settleAtOnce)
      return { to, flash: act === 'approve' ? words.approvedFlash : words.rejectedFlash }
    }
    const from = dayField(form, 'from')
    const about = form.text('about')
    const errors = [...(about === 'whole' || about === 'some' ? [] : [{ field: 'about', message: words.aboutMissing }]), ...(from ? [] : [{ field: 'from', message: words.dayWrong }])]
    if (!from || errors.length > 0) return { errors }
    await proposeCertificateEvent(ctx, { certificateId: params['id']!, kind: form.text('kind'), professions: about === 'whole' ? null : form.list('professions'), from, ground: form.text('ground'), note: form.text('note'), clause: form.text('clause') })
    return { to, flash: words.proposed }
  },
  view: (p) => {
    const { lang, data } = p
    const words = messages[lang].certificates
    const open = data.events.find((event) => event.decidedBy === null)
    const decided = data.events.filter((event) => event.decidedBy !== null)
    const codes = [...new Set(data.lines.map((line) => line.professionCode))]
    return (
      <>
        <div class="t-inhead"><div><h1>{words.number} <span class="t-num">{data.certificate.number}</span></h1><p>{inLanguage(data.centre.name, lang)}</p><StateTag state={data.state} lang={lang} /></div></div>
        <ErrorSummary form={p.form} />
        <div class="t-stack">
          {open && (
            <Box title={words.openTitle}>
              <EventFacts event={open} data={data} lang={lang} />
              {open.own || !data.may.decide ? <p>{open.own ? words.own : words.ofCentre}</p> : (
                <Form csrf={p.csrf} requestKey={`${p.requestKey}-decide`} values={{ event: open.id }}>
                  <ButtonRow><Button name="do" value="approve" icon="check">{words.approve}</Button><Button name="do" value="reject" kind="secondary" icon="x">{words.reject}</Button></ButtonRow>
                </Form>
              )}
            </Box>
          )}
          {!open && !data.may.propose && <p class="t-quiet">{words.ofCentre}</p>}
          {!open && data.may.propose && !['terminated', 'expired', 'replaced'].includes(data.state) && (
            <Box title={words.proposeTitle}>
              <Form csrf={p.csrf} requestKey={p.requestKey}>
                <Radios form={p.form} name="kind" label={words.kind} value={data.order && 'withdrawal'} options={CERTIFICATE_EVENTS.map((value) => ({ value, label: words.kinds[value] }))} />
                <Radios form={p.form} name="about" label={words.about} options={[{ value: 'whole', label: words.whole }, { value: 'some', label: words.onlySome }]} />
                <Checkboxes form={p.form} name="professions" label={words.professionsOf} options={codes.map((value) => ({ value, label: nameWithCode(data.names, value, lang) }))} />
                <DateFields form={p.form} name="from" label={words.from} hint={words.fromHint} />
                <SelectField form={p.form} name="ground" label={words.ground} hint={words.groundHint} value={data.order && 'breaches-not-remedied'} options={[{ value: '', label: '' }, ...CERTIFICATE_GROUNDS.map((value) => ({ value, label: words.grounds[value] }))]} />
                <TextArea form={p.form} name="note" label={words.note} rows={3} value={data.order && groundOf(data.order, lang)} />
                <TextField form={p.form} name="clause" label={words.clause} hint={words.clauseHint} />
                <Button icon="send">{words.propose}</Button>
              </Form>
            </Box>
          )}
          <Box title={words.scope} flush>
            <Table caption={words.scope} captionHidden columns={[words.profession, words.level, words.state].map((title) => ({ title }))}
              rows={data.lines.map((line) => ({ key: `${line.professionCode}-${line.level}`, cells: [nameWithCode(data.names, line.professionCode, lang), String(line.level), <StateTag state={line.state} lang={lang} />] }))} />
          </Box>
          <Box title={words.history}>{decided.length === 0 ? <p class="t-quiet">{words.historyEmpty}</p> : decided.map((event) => <EventFacts key={event.id} event={event} data={data} lang={lang} />)}</Box>
        </div>
      </>
    )
  },
})

/** The finding of an order that stays open, as the ground of a proposal. */
function groundOf({ order, finding }: OrderView, lang: Language): string {
  const { matterKinds } = monitoringMessages[lang]
  return `${fill(matterKinds.order, { no: order.no })}, ${fill(matterKinds.finding, { no: finding.no })}: ${finding.requirement}. ${finding.description}`
}

function EventFacts({ event, data, lang }: { event: CertificateView['events'][number]; data: CertificateView; lang: Language }) {
  const words = messages[lang].certificates
  return (
    <section>
      <h3>{words.kinds[event.kind]} {event.approved !== null && <Tag tone={event.approved ? 'green' : 'red'}>{event.approved ? words.approved : words.rejected}</Tag>}</h3>
      <Facts compact facts={[
        { term: words.about, value: event.professions === null ? words.whole : event.professions.map((code) => nameWithCode(data.names, code, lang)).join(', ') }, { term: words.from, value: formatDay(event.inForceFrom, lang) },
        { term: words.ground, value: words.grounds[event.ground], note: event.clause === '' ? words.clauseUnknown : event.clause }, { term: words.note, value: event.note },
      ]} />
      <p class="t-small t-quiet">{fill(words.proposedBy, { name: event.proposedByName, at: formatMoment(event.proposedAt, lang) })}{event.decidedAt && <><br />{fill(words.decidedBy, { name: event.decidedByName ?? '', at: formatMoment(event.decidedAt, lang) })}</>}</p>
    </section>
  )
}
