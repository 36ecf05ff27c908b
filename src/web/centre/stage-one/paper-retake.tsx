import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { CLERKS } from '#modules/casework/index.ts'
import { readPaperRetake, requestRetakeOnPaper, retakeRuleIn } from '#modules/applications/index.ts'
import { askRetakeElsewhereOnPaper } from '#modules/continuations/index.ts'
import { applyText } from '../../candidate/apply/apply-text.ts'
import { blockerText } from '../../denials.ts'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, DateFields, ErrorSummary, FileField, Form, SelectField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { StopBox } from '../../ui/stop-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'
import { typedDate } from './typed-date.ts'

/** A clerk enters the retake that somebody without an account asks for on paper. */
export const paperRetakePage = page<{ offer: Awaited<ReturnType<typeof readPaperRetake>>; office: OfficeView }>({
  path: '/centre/cases/:number/retake', action: 'retake.request-on-paper', desk: 'centre', access: CLERKS, files: true,
  async load(ctx, { params }) {
    const offer = await readPaperRetake(ctx, params['number']!)
    return { offer, office: await officeOf(ctx, offer.kase.centreId) }
  },
  title: ({ offer }, lang) => `${stageOneText(lang).onPaper.retake.title} · ${offer.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.offer.kase.number}`, text: stageOneText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const signed = { number, version: Number(form.text('version')), witnessId: form.text('witnessId'), scan: form.file('scan') }
    const elsewhere = form.text('do') === 'elsewhere'
    if (elsewhere) await askRetakeElsewhereOnPaper(ctx, signed)
    else await requestRetakeOnPaper(ctx, { ...signed, receivedOn: typedDate(form, 'receivedOn') })
    const { retake, retakeElsewhere } = stageOneText(lang).onPaper
    return { to: `/${lang}/centre/cases/${number}`, flash: elsewhere ? retakeElsewhere.done : retake.done }
  },
  view: (p) => {
    const { lang, data: { offer } } = p
    const words = applyText(lang)
    const text = stageOneText(lang).onPaper
    const rule = retakeRuleIn(offer.norms, lang)
    // What came in time is entered also when the time is over: the day of receipt decides.
    const blockers = offer.blockers.filter((blocker) => blocker.code !== 'retake.too-late')
    return (
      <div class="t-stack">
        <h1>{text.retake.title} <span class="t-num">{offer.kase.number}</span></h1>
        <ErrorSummary form={p.form} />
        {offer.elsewhere ? <NoticeBox tone="sun">{text.retakeElsewhere.text}</NoticeBox> : <p>{text.retake.lead}</p>}
        <Facts compact facts={[
          { term: words.retake.stages, value: offer.stages.map((stage) => words.contract.stageNames[stage]).join(', ') },
          ...(offer.elsewhere ? [] : [{ term: words.retake.price, value: offer.amount === undefined ? '—' : <>{formatTenge(offer.amount, lang)}{rule && <span class="t-sub">{rule}</span>}</> }]),
          { term: words.retake.until, value: formatDay(offer.lastDay, lang) },
        ]} />
        {blockers.length > 0 && !offer.elsewhere ? <StopBox title={words.retake.blocked} wrong={blockers.map((blocker) => blockerText(lang, blocker)).join(' ')} /> : (
          <Form csrf={p.csrf} requestKey={p.requestKey} version={offer.kase.version} files>
            {!offer.elsewhere && <DateFields form={p.form} name="receivedOn" label={text.receivedOn} hint={fill(text.receivedHint, { from: formatDay(offer.groundOn, lang) })} />}
            <FileField form={p.form} name="scan" label={text.retake.scan} hint={text.scanHint} accept="application/pdf,image/jpeg,image/png" />
            <SelectField form={p.form} name="witnessId" label={text.witness} options={offer.witnesses.map((each) => ({ value: each.accountId, label: personName(each, lang, 'full') }))} />
            <ButtonRow>{offer.elsewhere ? <Button name="do" value="elsewhere" icon="check">{text.retakeElsewhere.button}</Button> : <Button icon="check">{text.retake.button}</Button>}</ButtonRow>
          </Form>
        )}
      </div>
    )
  },
})
