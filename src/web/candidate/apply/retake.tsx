import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readRetakeOffer, requestRetake, retakeRuleIn } from '#modules/applications/index.ts'
import { askRetakeElsewhere } from '#modules/continuations/index.ts'
import { HandInHour } from '../../public/hand-in-hour.tsx'
import { blockerText } from '../../denials.ts'
import { Button, ButtonRow, CheckboxSingle, ErrorSummary, Form } from '../../ui/form.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { StopBox } from '../../ui/stop-box.tsx'
import { applyText } from './apply-text.ts'

/** Asking for a retake: which stages, at what price, until when. */
export const retakePage = page<Awaited<ReturnType<typeof readRetakeOffer>>>({
  path: '/cases/:number/retake', action: 'retake.request', desk: 'candidate', access: 'signed-in',
  load: (ctx, request) => readRetakeOffer(ctx, request.params['number']!),
  title: ({ kase }, lang) => `${applyText(lang).retake.title} · ${kase.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.kase.number}`, text: applyText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const { retake: text, retakeElsewhere } = applyText(lang)
    if (form.text('agree') === '') return { errors: [{ field: 'agree', message: text.error }] }
    const seen = { number: params['number']!, version: Number(form.text('version')) }
    if (form.text('do') === 'elsewhere') {
      await askRetakeElsewhere(ctx, seen)
      return { to: `/${lang}/cases/${params['number']}`, flash: retakeElsewhere.done }
    }
    await requestRetake(ctx, seen)
    return { to: `/${lang}/cases/${params['number']}`, flash: text.done }
  },
  view: (p) => {
    const { lang, data } = p
    const all = applyText(lang)
    const text = all.retake
    const rule = retakeRuleIn(data.norms, lang)
    return (
      <>
        <h1>{text.title}</h1>
        <ErrorSummary form={p.form} />
        <div class="t-stack">
          {data.elsewhere ? <NoticeBox tone="sun">{all.retakeElsewhere.text}{rule && ` ${rule}`}</NoticeBox> : <p>{fill(text.text, { notice: termDays(data.noticeDays, lang, 'whole') })}</p>}
          <Facts facts={[
            { term: text.stages, value: data.stages.map((stage) => all.contract.stageNames[stage]).join(', ') },
            ...(data.elsewhere ? [] : [{ term: text.price, value: data.amount === undefined ? '—' : <>{formatTenge(data.amount, lang)}{rule && <span class="t-sub">{rule}</span>}{data.byVoucher && <span class="t-sub">{text.byVoucher}</span>}</> }]),
            { term: text.until, value: formatDay(data.lastDay, lang) },
          ]} />
        </div>
        {data.elsewhere ? (
          <Form csrf={p.csrf} requestKey={p.requestKey} version={data.kase.version}>
            <CheckboxSingle form={p.form} name="agree" label={all.retakeElsewhere.agree} />
            <ButtonRow stacked><Button name="do" value="elsewhere">{all.retakeElsewhere.button}</Button></ButtonRow>
          </Form>
        ) : data.blockers.length > 0 ? (
          <StopBox title={text.blocked} wrong={data.blockers.map((blocker) => blockerText(lang, blocker)).join(' ')} remedy={text.remedy} />
        ) : (
          <Form csrf={p.csrf} requestKey={p.requestKey} version={data.kase.version}>
            <CheckboxSingle form={p.form} name="agree" label={text.agree} />
            <HandInHour until={data.until} lang={lang} />
            <ButtonRow stacked><Button>{text.button}</Button></ButtonRow>
          </Form>
        )}
      </>
    )
  },
})
