import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { payAfterLapse, readLapse, type LapseShown } from '#modules/applications/index.ts'
import { HandInHour } from '../../public/hand-in-hour.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, CheckboxSingle, ErrorSummary, Form } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { voucherText } from '../../vouchers/voucher-text.ts'

interface LapseData {
  number: string
  found: LapseShown | undefined
}

/** The voucher of a case lapsed: the candidate says whether he goes on at his own cost. Nothing is paid before he does. */
export const lapsePage = page<LapseData>({
  path: '/cases/:number/voucher-lapse', action: 'voucher-lapse.answer', desk: 'candidate', access: 'signed-in',
  load: async (ctx, { params }) => ({ number: params['number']!, found: await readLapse(ctx, params['number']!) }),
  title: ({ number }, lang) => `${voucherText(lang).lapse.title} · ${number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.number}`, text: data.number } }),
  async post(ctx, { lang, params, form }) {
    await payAfterLapse(ctx, { number: params['number']!, version: Number(form.text('version')), agrees: form.text('agrees') === 'yes' })
    return { to: `/${lang}/cases/${params['number']!}`, flash: voucherText(lang).lapse.done }
  },
  view: ({ lang, data: { number, found }, form, csrf, requestKey }) => {
    const t = voucherText(lang).lapse
    if (found?.lapse.who !== 'candidate') return <div class="t-stack"><ErrorSummary form={form} /><h1>{t.title}</h1><Empty title={t.none} icon="receipt">{t.noneText}</Empty></div>
    const { lapse } = found
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{fill(t.asked, { voucher: found.voucherNumber, until: formatDay(found.validUntil, lang), answerBy: formatDay(lapse.answerBy, lang) })}</p>
        <Facts facts={[{ term: t.price, value: formatTenge(found.price, lang) }, { term: t.answerBy, value: formatDay(lapse.answerBy, lang) }]} />
        <p>{t.nothing}</p>
        {found.mayAnswer ? (
          <>
            <p>{found.isSigned ? t.signed : t.unsigned}</p>
            <Form csrf={csrf} requestKey={requestKey} version={found.version}>
              <CheckboxSingle form={form} name="agrees" value="yes" label={t.agrees} />
              <HandInHour until={found.until} lang={lang} />
              <Button icon="check">{t.go}</Button>
            </Form>
            <p><a href={`/${lang}/cases/${number}/withdraw`}>{t.withdraw}</a></p>
          </>
        ) : <NoticeBox tone="red">{t.tooLate}</NoticeBox>}
        <p class="t-quiet">{t.source}</p>
      </div>
    )
  },
})
