import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { addVoucherPapers, listOwnVouchers, withdrawRequest, type OwnVouchers } from '#modules/vouchers/index.ts'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, ErrorSummary, FileField, Form, type FormState } from '../../ui/form.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { StateTag, StepTag } from '../../vouchers/parts.tsx'
import { voucherText } from '../../vouchers/voucher-text.ts'
import { papersIn } from './papers-in.ts'

/** One's own requests and vouchers: what runs until when, what was refused and how to put it right. */
export const ownVouchersPage = page<OwnVouchers>({
  path: '/account/vouchers', action: 'voucher.read-own', desk: 'candidate', access: 'signed-in', files: true,
  load: (ctx) => listOwnVouchers(ctx),
  title: (_data, lang) => voucherText(lang).own.title,
  view: ({ data, lang, form, csrf, requestKey }) => {
    const text = voucherText(lang)
    const { own: t } = text
    const regionOf = (kato: string) => { const region = data.regions.find((each) => each.kato === kato); return region ? { kk: region.nameKk, ru: region.nameRu, en: region.nameEn }[lang] : kato }
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <p>{fill(t.until, { date: formatDay(data.lastDay, lang) })}</p>
        {data.mayRequest && <ButtonRow><Button href={`/${lang}/account/vouchers/new`} icon="file-plus">{t.ask}</Button></ButtonRow>}
        {data.vouchers.length === 0 && data.requests.length === 0 && <Empty title={t.none} icon="receipt">{t.noneText}</Empty>}
        {data.vouchers.length > 0 && <h2>{t.vouchers}</h2>}
        {data.vouchers.map((each) => (
          <Card key={each.id} title={inLanguage(each.profession, lang)} accent={each.state === 'issued'}>
            <Tags>
              <StateTag state={each.state} lang={lang} />
              <Tag><span class="t-nowrap">{fill(text.level, { level: each.level })}</span></Tag>
              {(each.state === 'issued' || each.state === 'bound') && <Tag tone="sun">{fill(t.valid, { date: formatDay(each.validUntil, lang) })}</Tag>}
            </Tags>
            <p class="t-quiet t-num">{fill(text.number, { number: each.number })}</p>
            {each.caseNumber && <p><a href={`/${lang}/cases/${each.caseNumber}`}>{fill(t.case, { number: each.caseNumber })}</a></p>}
            {each.state === 'annulled' && <p>{fill(t.annulledBy, { ground: each.annulmentGround === 'unused' ? t.unused : each.annulmentGround ?? '' })}</p>}
            {each.state === 'issued' && (
              <ButtonRow>
                <Button href={`/${lang}/apply/${each.professionCode}`} iconAfter="arrow-right">{t.apply}</Button>
                <Button kind="secondary" href={`/${lang}/account/vouchers/${each.id}/choice`}>{t.change}</Button>
              </ButtonRow>
            )}
          </Card>
        ))}
        {data.requests.length > 0 && <h2>{t.requests}</h2>}
        {data.requests.map((each) => (
          <Card key={each.id} title={inLanguage(each.profession, lang)} accent={each.step === 'review'}>
            <div class="t-stack">
              <Tags>
                <StepTag step={each.step} lang={lang} />
                <Tag><span class="t-nowrap">{fill(text.level, { level: each.level })}</span></Tag>
                {each.step === 'review' && <Tag tone="sun">{fill(t.due, { date: formatDay(each.dueOn, lang) })}</Tag>}
              </Tags>
              <p class="t-quiet">{fill(t.filed, { date: formatDay(each.filedOn, lang) })} · {t.region}: {regionOf(each.regionKato)}{each.signature.certificate.kind === 'test' && <><br />{t.signed}</>}</p>
              {each.step === 'refused' && <Facts compact facts={[{ term: t.ground, value: text.grounds[each.refusalGround!] }, { term: t.reason, value: each.refusalReason }, { term: t.remedy, value: each.remedy }]} />}
              <Copies request={each} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />
              {each.step === 'review' && <Form csrf={csrf} requestKey={requestKey}><Button kind="link" name="withdraw" value={each.id}>{t.withdraw}</Button></Form>}
            </div>
          </Card>
        ))}
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const papersOf = parseUuid(form.text('copies'))
    if (papersOf) {
      await addVoucherPapers(ctx, { id: papersOf, papers: papersIn(form) })
      return { to: `/${lang}/account/vouchers`, flash: voucherText(lang).own.copyAdded }
    }
    const id = parseUuid(form.text('withdraw'))
    if (!id) throw new Denial('not-found')
    await withdrawRequest(ctx, id)
    return { to: `/${lang}/account/vouchers`, flash: voucherText(lang).own.withdrawn }
  },
})

interface CopiesProps {
  readonly request: OwnVouchers['requests'][number]
  readonly lang: Language
  readonly form: FormState
  readonly csrf: string
  readonly requestKey: string
}

/** The copies that came with a request, how each was judged, and those that may still be sent. */
function Copies({ request, lang, form, csrf, requestKey }: CopiesProps) {
  const text = voucherText(lang)
  const { own: t } = text
  if (request.papers.length === 0 && request.toSend.length === 0) return null
  return (
    <>
      {request.papers.length > 0 && (
        <Facts compact facts={request.papers.map((paper) => ({
          term: text.form.paperKinds[paper.kind],
          value: <><a href={`/${lang}/voucher-papers/${paper.id}`}>{paper.name}</a> — {paper.verdict === 'wrong' ? fill(t.copyWrong, { note: paper.verdictNote }) : paper.verdict === 'right' ? t.copyRight : t.copyWaits}</>,
        }))} />
      )}
      {request.toSend.length > 0 && (
        <Form csrf={csrf} requestKey={`${requestKey}-copies`} files>
          {request.toSend.map((kind) => <FileField key={kind} form={form} name={kind} label={t.copyAnew[kind]} hint={t.copyHint} accept=".pdf,.jpg,.jpeg,.png" optional={request.toSend.length > 1} />)}
          <Button kind="secondary" name="copies" value={request.id}>{t.addCopy}</Button>
        </Form>
      )}
    </>
  )
}
