import { inLanguage } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { issueDocument, readResult, recordDelivery, sendFailNotice, type ResultView } from '#modules/recognition-documents/index.ts'
import { messages } from '#modules/recognition-documents/messages/index.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Button, DateFields, ErrorSummary, FileField, Form, SelectField, TextArea } from '../../ui/form.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { readDay } from '../../account/read-day.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { ResultHead } from './head.tsx'

export interface ResultData {
  view: ResultView
  office: OfficeView
}
const CLERKS = ['centre-operator', 'centre-head'] as const

async function load(ctx: Parameters<typeof readResult>[0], number: string): Promise<ResultData> {
  const view = await readResult(ctx, number)
  return { view, office: await officeOf(ctx, view.centreId) }
}

/** What the document will say, and the act of issuing it. */
export const issuePage = page<ResultData>({
  path: '/centre/cases/:number/document', action: 'document.prepare', desk: 'centre', access: CLERKS,
  load: (ctx, request) => load(ctx, request.params['number']!),
  title: ({ view }, lang) => `${messages[lang].page.documentTitle} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: messages[lang].page.back } }),
  async post(ctx, { lang, params, form }) {
    const { documentNumber } = await issueDocument(ctx, { number: params['number']!, version: Number(form.text('version')) })
    return { to: `/${lang}/centre/cases/${params['number']!}`, flash: fill(messages[lang].page.issued, { number: documentNumber }) }
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const words = messages[lang].page
    const verify = messages[lang].verify
    return (
      <div class="t-stack">
        <ResultHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        {view.document && (
          <NoticeBox tone="green">{fill(words.issuedAlready, { number: view.document.number, date: formatDay(view.document.issuedOn, lang) })} <a href={`/${lang}/verify/${view.document.number}`}>{words.open}</a></NoticeBox>
        )}
        {view.step === 'decided-pass' && (
          <Box title={words.facts}>
            <Facts facts={[
              { term: verify.holder, value: personName(view.candidate, lang, 'full') }, { term: verify.profession, value: `${inLanguage(view.profession.name as never, lang)}, ${view.level}` },
              ...(view.decision ? [{ term: words.decision, value: `№ ${view.decision.number}, ${formatDay(view.decision.decidedOn, lang)}` }] : []),
              { term: words.certificate, value: view.certificate ?? '—' }, { term: words.validity, value: view.validUntil ? fill(verify.untilDate, { date: formatDay(view.validUntil, lang) }) : verify.unlimited },
            ]} />
            {view.blockers.map((blocker) => <NoticeBox key={blocker.code} tone="red">{blockerText(lang, blocker)}</NoticeBox>)}
            {view.mayIssue && view.blockers.length === 0
              ? <Form csrf={p.csrf} requestKey={p.requestKey} version={view.version}><Button icon="stamp">{words.issue}</Button></Form>
              : view.blockers.length === 0 && <NoticeBox tone="sun">{words.onlyHead}</NoticeBox>}
          </Box>
        )}
      </div>
    )
  },
})

/** The notice of non-passing with its required recommendations, drafted and open to the clerk's hand. */
export const failNoticePage = page<ResultData>({
  path: '/centre/cases/:number/fail-notice', action: 'fail-notice.send', desk: 'centre', access: CLERKS,
  load: (ctx, request) => load(ctx, request.params['number']!),
  title: ({ view }, lang) => `${messages[lang].page.noticeTitle} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: messages[lang].page.back } }),
  async post(ctx, { lang, params, form }) {
    await sendFailNotice(ctx, { number: params['number']!, version: Number(form.text('version')), recommendations: form.text('recommendations') })
    return { to: `/${lang}/centre/cases/${params['number']!}`, flash: messages[lang].page.sent }
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const words = messages[lang].page
    return (
      <div class="t-stack">
        <ResultHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        {view.notice && <NoticeBox tone="green">{fill(words.sentAlready, { date: formatDay(legalDay(view.notice.issuedAt), lang) })}</NoticeBox>}
        {view.step === 'decided-fail' && (
          <Box title={words.noticeTitle}>
            {view.decision?.ground && <p>{messages[lang].paper.grounds[view.decision.ground]}. {words.right}</p>}
            <Form csrf={p.csrf} requestKey={p.requestKey} version={view.version}>
              <TextArea form={p.form} name="recommendations" label={words.recommendations} hint={words.recommendationsHint} value={view.draft} rows={10} />
              <Button icon="send">{words.send}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})

/** Handing over under signature, for whoever has no account. */
export const deliverPage = page<ResultData>({
  path: '/centre/cases/:number/deliver', action: 'delivery.record', desk: 'centre', access: CLERKS, files: true,
  load: (ctx, request) => load(ctx, request.params['number']!),
  title: ({ view }, lang) => `${messages[lang].page.deliverTitle} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: messages[lang].page.back } }),
  async post(ctx, { lang, params, form }) {
    const scan = form.file('scan')
    const kind = await recordDelivery(ctx, {
      number: params['number']!, version: Number(form.text('version')), deliveredOn: readDay(form, 'deliveredOn') ?? '', witnessId: form.text('witness'), scan: scan ? { name: scan.name, bytes: scan.bytes } : undefined,
    })
    const words = messages[lang].page
    return { to: `/${lang}/centre/cases/${params['number']!}`, flash: kind === 'refusal' ? words.refusalRecorded : words.delivered }
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const words = messages[lang].page
    const delivered = view.deliveredAt
    const refusal = view.deliverable === 'refusal'
    return (
      <div class="t-stack">
        <ResultHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        {!view.deliverable && <NoticeBox tone="sun">{words.nothingToDeliver}</NoticeBox>}
        {delivered ? <NoticeBox tone="green">{fill(refusal ? words.refusalDelivered : words.deliveredAlready, { date: formatDay(legalDay(delivered), lang) })} {view.hasAccount && words.byAccount}</NoticeBox> : view.deliverable && (
          <Box title={words.deliverTitle}>
            {refusal && <p>{words.refusalLead}</p>}
            <Form csrf={p.csrf} requestKey={p.requestKey} version={view.version} files>
              <DateFields form={p.form} name="deliveredOn" label={words.deliveredOn} />
              <SelectField form={p.form} name="witness" label={words.witness} options={view.staff.map((person) => ({ value: person.accountId, label: personName(person, lang, 'full') }))} />
              <FileField form={p.form} name="scan" label={words.scan} accept="application/pdf,image/jpeg,image/png" />
              <Button icon="check">{words.deliver}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})
