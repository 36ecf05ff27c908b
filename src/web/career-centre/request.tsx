import { inLanguage, type Language } from '#kernel/localized.ts'
import { page, type FormState } from '#platform/http/page.ts'
import { formatDay, formatMoment, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { annulVoucher, CHECKS, extendVoucher, grantVoucher, judgeVoucherPaper, PAPER_KINDS, readVoucherRequest, REFUSAL_GROUNDS, refuseVoucher, type RequestFile } from '#modules/vouchers/index.ts'
import { RefuseForm } from '../refuse-form.tsx'
import { CheckRow } from '../ui/check-row.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, CheckboxSingle, ErrorSummary, Form, Radios, TextArea, TextField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Details } from '../ui/why.tsx'
import { Fits, StateTag, StepTag } from '../vouchers/parts.tsx'
import { voucherText } from '../vouchers/voucher-text.ts'

const STATES = { yes: 'ok', no: 'bad', unknown: 'todo' } as const

/** One request: what the platform found, whether the road fits, and the decision; afterwards the voucher with what may happen to it. */
export const voucherRequestPage = page<RequestFile>({
  path: '/career-centre/requests/:id', action: 'voucher.review', desk: 'career-centre', access: ['career-centre-specialist'],
  load: (ctx, { params }) => readVoucherRequest(ctx, params['id'] ?? ''),
  title: ({ request }, lang) => `${voucherText(lang).file.title}: ${personName(request.person, lang)}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/career-centre`, text: voucherText(lang).desk.title } }),
  view: (p) => {
    const { data, lang, form } = p
    const text = voucherText(lang)
    const { file: t } = text
    const { request, region } = data
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{personName(request.person, lang, 'full')}</h1>
        <p><StepTag step={request.step} lang={lang} /></p>
        <Facts facts={[
          { term: text.desk.qualification, value: `${inLanguage(request.profession, lang)}, ${fill(text.level, { level: request.level })}` }, { term: text.fit.centre, value: request.centre ? inLanguage(request.centre, lang) : text.anyCentre },
          { term: t.iin, value: <span class="t-num">•••• •••• {request.person.iinLastFour}</span> }, { term: t.region, value: region ? { kk: region.nameKk, ru: region.nameRu, en: region.nameEn }[lang] : '—' },
          { term: t.filed, value: formatDay(request.filedOn, lang) }, { term: t.due, value: formatDay(request.dueOn, lang) },
          { term: t.statement, value: `${data.signatureRight ? t.right : t.wrong}; ${request.signature.certificate.kind === 'test' ? t.test : request.signature.certificate.issuer}` },
        ]} />
        {request.step === 'review' && (
          <>
            <h2>{t.checks}</h2>
            {CHECKS.map((check) => <CheckRow key={check} state={STATES[request.checks[check] ?? 'unknown']} title={text.checks[check]} note={text.outcomes[request.checks[check] ?? 'unknown']} />)}
            <Papers {...p} />
            <p class="t-quiet">{t.employment}</p>
            {data.inLine !== undefined && <NoticeBox tone="sun">{fill(t.inLine, { place: data.inLine })}</NoticeBox>}
            <Fits fits={data.fits} fit={data.fit} validUntil={data.validUntil} lang={lang} />
            <Decision {...p} />
          </>
        )}
        {request.step === 'refused' && <Facts facts={[{ term: t.ground, value: text.grounds[request.refusalGround!] }, { term: t.reason, value: request.refusalReason }, { term: t.remedy, value: request.remedy }]} />}
        {request.voucher && <Voucher {...p} />}
      </div>
    )
  },
  async post(ctx, { params, form, lang }) {
    const t = voucherText(lang).file
    const id = params['id'] ?? ''
    const here = `/${lang}/career-centre/requests/${id}`
    const voucherId = form.text('voucherId')
    switch (form.text('do')) {
      case 'grant':
        await grantVoucher(ctx, { id, note: form.text('note'), identitySeen: form.text('identitySeen') === 'yes' })
        return { to: here, flash: t.granted }
      case 'judge': {
        const kind = form.text('kind')
        await judgeVoucherPaper(ctx, { id: form.text('paperId'), verdict: form.text(`verdict-${kind}`), note: form.text(`verdictNote-${kind}`) })
        return { to: here, flash: t.judged }
      }
      case 'refuse':
        await refuseVoucher(ctx, { id, ground: form.text('ground'), reason: form.text('reason'), remedy: form.text('remedy') })
        return { to: here, flash: t.refused }
      case 'extend':
        await extendVoucher(ctx, { id: voucherId, ground: form.text('extendGround') === 'centre-fault' ? 'centre-fault' : 'incapacity', days: /^\d{1,4}$/.test(form.text('days')) ? Number(form.text('days')) : undefined, paper: form.text('paper') })
        return { to: here, flash: t.extended }
      default:
        await annulVoucher(ctx, { id: voucherId, ground: form.text('ground') })
        return { to: here, flash: t.annulled }
    }
  },
})

interface Props {
  readonly data: RequestFile
  readonly lang: Language
  readonly form: FormState
  readonly csrf: string
  readonly requestKey: string
}

const VERDICT_STATES = { right: 'ok', wrong: 'bad' } as const

/** Each kind of copy: whether it is asked for, there or missing, how it was judged, and the way to open and judge it. */
function Papers({ data, lang, form, csrf, requestKey }: Props) {
  const { file: t } = voucherText(lang)
  const shown = PAPER_KINDS.filter((kind) => data.papersAsked.includes(kind) || data.papers.some((paper) => paper.kind === kind))
  return (
    <>
      {shown.map((kind) => {
        const paper = data.papers.find((each) => each.kind === kind && each.replacedAt === null)
        const earlier = data.papers.filter((each) => each.kind === kind && each.replacedAt !== null)
        if (!paper) return <CheckRow key={kind} state="bad" title={t.paperKinds[kind]} note={t.paperMissing} />
        return (
          <CheckRow key={kind} state={paper.verdict ? VERDICT_STATES[paper.verdict] : 'todo'} title={t.paperKinds[kind]} aside={<a href={`/${lang}/voucher-papers/${paper.id}`} target="_blank" rel="noopener">{t.open}</a>}
            note={`${paper.name} — ${paper.verdict ? t.verdicts[paper.verdict] : t.paperThere}${paper.verdictNote ? `: ${paper.verdictNote}` : ''}`}>
            {(data.others.get(paper.id) ?? 0) > 0 && <NoticeBox tone="sun">{fill(t.sameCopy, { n: data.others.get(paper.id)! })}</NoticeBox>}
            {earlier.map((each) => <p key={each.id} class="t-sub"><a href={`/${lang}/voucher-papers/${each.id}`} target="_blank" rel="noopener">{each.name}</a> — {t.verdicts.wrong}: {each.verdictNote}; {fill(t.paperReplaced, { date: formatMoment(each.replacedAt!, lang) })}</p>)}
            <Form csrf={csrf} requestKey={`${requestKey}-${kind}`} values={{ paperId: paper.id, kind }}>
              <Radios form={form} name={`verdict-${kind}`} label={t.judgeLabel} inline options={[{ value: 'right', label: t.verdicts.right }, { value: 'wrong', label: t.verdicts.wrong }]} />
              <TextField form={form} name={`verdictNote-${kind}`} label={t.verdictNote} maxLength={500} autocomplete="off" optional />
              <Button name="do" value="judge" kind="secondary">{t.judge}</Button>
            </Form>
          </CheckRow>
        )
      })}
    </>
  )
}

function Decision({ data, lang, form, csrf, requestKey }: Props) {
  const text = voucherText(lang)
  const { file: t } = text
  return (
    <>
      <h2>{t.grant}</h2>
      <Form csrf={csrf} requestKey={requestKey}>
        <TextArea form={form} name="note" label={t.note} hint={data.fit === 'nowhere' ? t.noteHint : undefined} rows={2} maxLength={1000} optional={data.fit !== 'nowhere'} />
        {!data.request.person.verified && <CheckboxSingle form={form} name="identitySeen" value="yes" label={t.identitySeen} hint={t.identityHint} />}
        <Button name="do" value="grant" icon="check">{t.grant}</Button>
      </Form>
      <RefuseForm form={form} csrf={csrf} requestKey={requestKey} words={t} ground={{ label: t.ground, options: REFUSAL_GROUNDS.map((ground) => ({ value: ground, label: text.grounds[ground] })) }} />
    </>
  )
}

function Voucher({ data, lang, form, csrf, requestKey }: Props) {
  const { file: t, ...text } = voucherText(lang)
  const voucher = data.request.voucher!
  const open = voucher.state === 'issued' || voucher.state === 'bound'
  return (
    <>
      <h2>{t.voucher}</h2>
      <Facts facts={[
        { term: t.number, value: <span class="t-num">{voucher.number}</span> }, { term: t.state, value: <StateTag state={voucher.state} lang={lang} /> }, { term: t.issued, value: formatDay(voucher.issuedOn, lang) }, { term: t.until, value: formatDay(voucher.validUntil, lang) },
        ...(data.request.note ? [{ term: t.note, value: data.request.note }] : []), ...(data.caseNumber ? [{ term: t.case, value: <span class="t-num">{data.caseNumber}</span> }] : []),
        ...(voucher.usedOn ? [{ term: t.used, value: formatDay(voucher.usedOn, lang) }, { term: t.passed, value: voucher.passed ? t.yes : t.no }] : []),
        ...(voucher.annulmentGround ? [{ term: t.ground, value: voucher.annulmentGround === 'unused' ? text.own.unused : voucher.annulmentGround }] : []),
        ...(data.extensions.length > 0 ? [{ term: t.extensions, value: data.extensions.map((each, place) => <div key={place}>{fill(t.extension, { days: each.days, paper: each.paper })}</div>) }] : []),
      ]} />
      {open && (
        <Details summary={t.extend} open={form.errors.some((error) => ['days', 'paper'].includes(error.field ?? ''))}>
          <Form csrf={csrf} requestKey={`${requestKey}-extend`} values={{ voucherId: voucher.id }}>
            <Radios form={form} name="extendGround" label={t.extendGround} value="incapacity" options={[{ value: 'incapacity', label: t.incapacity }, { value: 'centre-fault', label: t['centre-fault'] }]} />
            <TextField form={form} name="days" label={t.days} width="5" maxLength={4} inputMode="numeric" autocomplete="off" />
            <TextField form={form} name="paper" label={t.paper} maxLength={500} autocomplete="off" />
            <Button name="do" value="extend" kind="secondary">{t.extend}</Button>
          </Form>
        </Details>
      )}
      {open && (
        <Details summary={t.annul}>
          <Form csrf={csrf} requestKey={`${requestKey}-annul`} values={{ voucherId: voucher.id }}>
            <p>{t.annulText}</p>
            <TextArea form={form} name="ground" label={t.annulGround} rows={2} maxLength={500} />
            <Button name="do" value="annul" kind="warning">{t.annul}</Button>
          </Form>
        </Details>
      )}
    </>
  )
}
