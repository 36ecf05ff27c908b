import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page, type FormBody, type FormState } from '#platform/http/page.ts'
import * as centres from '#modules/centres/index.ts'
import { changeChoice, listOwnVouchers, missingPapers, PAPER_KINDS, previewFits, readPapersAsked, requestVoucher, type FitShown, type OwnVouchers } from '#modules/vouchers/index.ts'
import type { Day } from '#kernel/day.ts'
import { HandInHour } from '../../public/hand-in-hour.tsx'
import { deviceFor } from '../../account/device-cookie.ts'
import { DeviceNote } from '../../public/privacy/device-note.tsx'
import { Button, ButtonRow, CheckboxSingle, ErrorSummary, FileField, Form, SelectField, TextField } from '../../ui/form.tsx'
import { Fits } from '../../vouchers/parts.tsx'
import { voucherText } from '../../vouchers/voucher-text.ts'
import { papersIn } from './papers-in.ts'

interface Looked {
  fits: FitShown[]
  fit: 'surely' | 'in-haste' | 'nowhere'
  validUntil: Day
}

async function choiceIn(ctx: Ctx, form: FormBody): Promise<{ professionCode: string; level: number | undefined; centreId: string | null } | undefined> {
  const serial = form.text('centre')
  const centre = serial === '' ? undefined : await centres.findCentreBySerial(ctx.db, serial.padStart(2, '0').slice(0, 10))
  if (serial !== '' && !centre) return undefined
  return { professionCode: form.text('profession').toUpperCase().slice(0, 20), level: /^[1-8]$/.test(form.text('level')) ? Number(form.text('level')) : undefined, centreId: centre?.id ?? null }
}
const unknownCentre = (lang: Language) => ({ errors: [{ field: 'centre', message: voucherText(lang).form.centreUnknown }] })

function ChoiceFields({ form, lang, before }: { readonly form: FormState; readonly lang: Language; readonly before?: { professionCode: string; level: number } | undefined }) {
  const t = voucherText(lang).form
  return (
    <>
      <TextField form={form} name="profession" label={t.profession} hint={<>{t.professionHint} <a href={`/${lang}/professions?track=voluntary`} target="_blank" rel="noopener">{t.find}</a></>} value={before?.professionCode} width="12" maxLength={20} autocomplete="off" />
      <TextField form={form} name="level" label={t.level} value={before?.level.toString()} width="3" maxLength={1} inputMode="numeric" autocomplete="off" />
      <TextField form={form} name="centre" label={t.centre} hint={t.centreHint} width="5" maxLength={10} autocomplete="off" optional />
    </>
  )
}

/** A request for a voucher. Before it is signed, the page says whether the road can be finished in time, and where. */
export const askVoucherPage = page<OwnVouchers>({
  path: '/account/vouchers/new', action: 'voucher.request', desk: 'candidate', access: 'signed-in', files: true,
  load: (ctx) => listOwnVouchers(ctx),
  title: (_data, lang) => voucherText(lang).form.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/account/vouchers`, text: voucherText(lang).own.title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = voucherText(lang).form
    const looked = lookedAt(form)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {looked && <Fits {...looked} lang={lang} />}
        <Form csrf={csrf} requestKey={requestKey} files>
          <ChoiceFields form={form} lang={lang} />
          <SelectField form={form} name="regionKato" label={t.region} hint={t.regionHint} options={data.regions.map((region) => ({ value: region.kato, label: { kk: region.nameKk, ru: region.nameRu, en: region.nameEn }[lang] }))} />
          {PAPER_KINDS.map((kind) => <FileField key={kind} form={form} name={kind} label={t.paperKinds[kind]} hint={t.paperHint} accept=".pdf,.jpg,.jpeg,.png" optional />)}
          {form.errors.some((error) => PAPER_KINDS.some((kind) => kind === error.field)) && <CheckboxSingle form={form} name="without" value="yes" label={t.without} />}
          {data.demo && <p class="t-quiet">{voucherText(lang).own.signed}</p>}
          <HandInHour until={data.until} lang={lang} />
          <DeviceNote lang={lang} />
          <ButtonRow stacked>
            <Button name="do" value="send" icon="file-pen">{t.send}</Button>
            <Button name="do" value="look" kind="secondary">{t.look}</Button>
          </ButtonRow>
        </Form>
      </div>
    )
  },
  async post(ctx, request) {
    const { form, lang } = request
    const choice = await choiceIn(ctx, form)
    if (!choice) return unknownCentre(lang)
    if (form.text('do') === 'look') {
      const { fits, validUntil } = await previewFits(ctx, { ...choice, level: choice.level ?? 0 })
      const fit = fits.some((each) => each.how === 'surely') ? 'surely' : fits.length > 0 ? 'in-haste' : 'nowhere'
      return { errors: [], values: { ...form.values, looked: JSON.stringify({ fits, fit, validUntil }) }, status: 200 }
    }
    const papers = papersIn(form)
    // Whoever forgot a copy is asked for it once; without it he may send too, and is told that he may be refused.
    if (form.text('without') !== 'yes') {
      const papersAsked = await readPapersAsked(ctx, { ...choice, level: choice.level ?? 0 })
      const missing = missingPapers({ papersAsked, papersGiven: papers.map((each) => each.kind) })
      if (missing.length > 0) return { errors: missing.map((kind) => ({ field: kind, message: voucherText(lang).form.paperMissing[kind] })) }
    }
    const { device, cookies } = await deviceFor(ctx, request)
    await requestVoucher(ctx, { ...choice, regionKato: form.text('regionKato'), papers, device })
    return { to: `/${lang}/account/vouchers`, flash: voucherText(lang).form.sent, cookies }
  },
})

/** What the answer to "look first" carries; nothing keeps it. */
function lookedAt(form: FormState): Looked | undefined {
  const kept = form.values['looked']
  return typeof kept === 'string' && kept.startsWith('{"fits"') ? (JSON.parse(kept) as Looked) : undefined
}

/** The holder chooses another profession or centre, before he applies. */
export const changeChoicePage = page<{ professionCode: string; level: number }>({
  path: '/account/vouchers/:id/choice', action: 'voucher.read-own', desk: 'candidate', access: 'signed-in',
  async load(ctx, { params }) {
    const voucher = (await listOwnVouchers(ctx)).vouchers.find((each) => each.id === params['id'])
    if (!voucher) throw new Denial('not-found')
    return { professionCode: voucher.professionCode, level: voucher.level }
  },
  title: (_data, lang) => voucherText(lang).form.changeTitle,
  layout: ({ lang }) => ({ back: { href: `/${lang}/account/vouchers`, text: voucherText(lang).own.title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = voucherText(lang).form
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.changeTitle}</h1>
        <Form csrf={csrf} requestKey={requestKey}>
          <ChoiceFields form={form} lang={lang} before={data} />
          <Button>{t.save}</Button>
        </Form>
      </div>
    )
  },
  async post(ctx, { form, params, lang }) {
    const choice = await choiceIn(ctx, form)
    if (!choice) return unknownCentre(lang)
    await changeChoice(ctx, { id: params['id'] ?? '', ...choice })
    return { to: `/${lang}/account/vouchers`, flash: voucherText(lang).form.changed }
  },
})
