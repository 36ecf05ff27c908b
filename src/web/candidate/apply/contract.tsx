import { inLanguage, type Language } from '#kernel/localized.ts'
import { deadlineRule, handInUntil } from '#kernel/norms.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment, formatTenge, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { acceptContract, readContract, type ContractStanding } from '#modules/applications/index.ts'
import { notificationWaitsForPayment } from '#modules/billing/index.ts'
import { HandInHour } from '../../public/hand-in-hour.tsx'
import { Button, ButtonRow, CheckboxSingle, ErrorSummary, Form } from '../../ui/form.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FileRow } from '../../ui/file-row.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { applyText } from './apply-text.ts'

/** The contract: its main terms, the whole text as PDF, and acceptance with one tick. */
export const contractPage = page<ContractStanding>({
  path: '/cases/:number/contract', action: 'application.read', desk: 'candidate', access: 'signed-in',
  load: (ctx, request) => readContract(ctx, request.params['number']!),
  title: ({ kase }, lang) => `${applyText(lang).contract.title} · ${kase.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.kase.number}`, text: applyText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const text = applyText(lang).contract
    if (form.text('read') === '') return { errors: [{ field: 'read', message: text.error }] }
    await acceptContract(ctx, { number: params['number']!, version: Number(form.text('version')) })
    return { to: `/${lang}/cases/${params['number']}`, flash: text.accepted }
  },
  view: (p) => {
    const { lang, data } = p
    const text = applyText(lang).contract
    const { contract, kase } = data
    if (!contract) return <><h1>{text.title}</h1><NoticeBox title={text.waiting}>{text.waitingText}</NoticeBox></>
    return (
      <>
        <h1>{contract.kind === 'retake' ? text.retake : text.title}</h1>
        <ErrorSummary form={p.form} />
        {contract.acceptedAt && <NoticeBox tone="green">{fill(text.acceptedAt, { at: formatMoment(contract.acceptedAt, lang) })}</NoticeBox>}
        <p>{text.lead}</p>
        <Facts facts={contractFacts(data, lang)} />
        <FileRow name={text.pdf} href={`/${lang}/papers/${contract.paperId}`} />
        {kase.step === 'contract-sent' && (
          <Form csrf={p.csrf} requestKey={p.requestKey} version={kase.version}>
            <CheckboxSingle form={p.form} name="read" label={text.read} />
            <HandInHour until={handInUntil(data.norms)} lang={lang} />
            <ButtonRow stacked>
              <Button icon="signature">{text.accept}</Button>
              <a class="q" href={`/${lang}/cases/${kase.number}/withdraw`}>{text.withdraw}</a>
            </ButtonRow>
          </Form>
        )}
      </>
    )
  },
})

/** The main terms of a contract in words; the same for its candidate and its clerk. */
export function contractFacts({ contract, kase, profession, centre, programme, norms, paid, listFrom }: ContractStanding, lang: Language) {
  const all = applyText(lang)
  const text = all.contract
  if (!contract) return []
  const days = (rule: 'T2' | 'T3' | 'T4' | 'T5') => termDays(deadlineRule(norms, rule).length ?? 0, lang, rule === 'T3' ? 'whole' : 'working')
  return [
    { term: text.subject, value: `${inLanguage(profession.name, lang)}, ${fill(all.level, { level: kase.level ?? '' })}` },
    { term: all.centre, value: inLanguage(centre.name, lang) },
    { term: text.price, value: contract.price === 0 ? text.free : formatTenge(contract.price, lang), ...(contract.kind === 'first' && listFrom ? { note: fill(text.list, { day: formatDay(listFrom, lang) }) } : {}) },
    ...(programme ? [{ term: text.programme, value: fill(text.version, { title: inLanguage(programme.content.title, lang), version: programme.versionNo }) }] : []),
    { term: text.stages, value: contract.stages.map((stage) => text.stageNames[stage]).join(', ') },
    { term: text.terms, value: fill(text.termsText, { after: notificationWaitsForPayment(norms) && contract.payer !== 'budget' && contract.price > 0 ? text.afterPayment : text.afterContract, notify: days('T2'), notice: days('T3'), decide: days('T4'), result: days('T5') }) },
    { term: text.rights, value: text.rightsText },
    ...(paid > 0 ? [{ term: text.payments, value: fill(text.paid, { amount: formatTenge(paid, lang) }) }] : []),
  ]
}
