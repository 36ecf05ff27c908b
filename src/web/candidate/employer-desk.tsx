import { inLanguage, type Language } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { askForDesk, listOwnDeskRequests, openDeskPaper, POWERS, withdrawDeskRequest, type DeskRequest, type DeskRequestStep } from '#modules/employers/index.ts'
import { readDay } from '../account/read-day.ts'
import { employerText } from '../employer/employer-text.ts'
import { referralsText } from './referrals/referrals-text.ts'
import { Box, Card } from '../ui/card.tsx'
import { DateFields } from '../ui/date-fields.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, ButtonRow, ErrorSummary, FileField, Form, Radios, TextField } from '../ui/form.tsx'
import { Tag, Tags } from '../ui/tag.tsx'

const TONES: Readonly<Record<DeskRequestStep, 'sun' | 'green' | 'red' | 'plain'>> = { review: 'sun', confirmed: 'green', refused: 'red', withdrawn: 'plain' }

/** One's own requests for an employer's desk, and the form of a new one. */
export const ownDeskPage = page<DeskRequest[]>({
  path: '/account/employer-desk', action: 'desk-request.send', desk: 'candidate', access: 'signed-in', files: true,
  load: (ctx) => listOwnDeskRequests(ctx),
  title: (_data, lang) => employerText(lang).deskRequest.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/account/referrals`, text: referralsText(lang).title } }),
  async post(ctx, { form, lang }) {
    const t = employerText(lang).deskRequest
    const to = `/${lang}/account/employer-desk`
    if (form.text('withdraw')) {
      await withdrawDeskRequest(ctx, form.text('withdraw'))
      return { to, flash: t.withdrawn }
    }
    const file = form.file('file')
    const text = (name: string) => form.text(name)
    await askForDesk(ctx, {
      typed: {
        bin: text('bin'), nameKk: text('nameKk'), nameRu: text('nameRu'), nameEn: text('nameEn'), position: text('position'), powers: text('powers'), powersNumber: text('powersNumber'),
        powersFrom: readDay(form, 'powersFrom'), powersUntil: readDay(form, 'powersUntil'),
      },
      file: file && file.bytes.length > 0 ? { name: file.name, bytes: file.bytes } : undefined,
    })
    return { to, flash: t.sent }
  },
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = employerText(lang).deskRequest
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {data.length > 0 && <h2>{t.own}</h2>}
        {data.map((each) => <OwnRequest key={each.id} request={each} lang={lang} csrf={csrf} requestKey={requestKey} />)}
        <Box title={t.newTitle}>
          <Form csrf={csrf} requestKey={requestKey} files>
            <TextField form={form} name="bin" label={t.bin} width="12" maxLength={15} inputMode="numeric" autocomplete="off" figures />
            <TextField form={form} name="nameKk" label={t.nameKk} maxLength={300} />
            <TextField form={form} name="nameRu" label={t.nameRu} maxLength={300} />
            <TextField form={form} name="nameEn" label={t.nameEn} maxLength={300} optional />
            <TextField form={form} name="position" label={t.position} maxLength={200} autocomplete="organization-title" />
            <Radios form={form} name="powers" label={t.powers} options={POWERS.map((powers) => ({ value: powers, label: t.powersNames[powers] }))} />
            <TextField form={form} name="powersNumber" label={t.number} hint={t.numberHint} maxLength={200} />
            <DateFields form={form} name="powersFrom" label={t.from} />
            <DateFields form={form} name="powersUntil" label={t.until} hint={t.untilHint} />
            <FileField form={form} name="file" label={t.file} hint={t.fileHint} accept=".pdf,.jpg,.jpeg,.png" />
            <Button icon="send">{t.send}</Button>
          </Form>
        </Box>
      </div>
    )
  },
})

function OwnRequest({ request, lang, csrf, requestKey }: { readonly request: DeskRequest; readonly lang: Language; readonly csrf: string; readonly requestKey: string }) {
  const t = employerText(lang).deskRequest
  return (
    <Card title={inLanguage({ kk: request.nameKk, ru: request.nameRu, en: request.nameEn }, lang)} accent={request.step === 'review'}>
      <Tags><Tag tone={TONES[request.step]}>{t.steps[request.step]}</Tag><Tag><span class="t-num">{request.bin}</span></Tag></Tags>
      <p class="t-quiet">{fill(t.filed, { date: formatDay(legalDay(request.filedAt), lang) })} · <a href={`/${lang}/desk-papers/${request.id}`}>{request.fileName}</a></p>
      {request.step === 'refused' && <Facts compact facts={[{ term: t.reason, value: request.reason }, { term: t.remedy, value: request.remedy }]} />}
      {request.step === 'confirmed' && <ButtonRow><Button href={`/${lang}/employer`} kind="secondary">{t.open}</Button></ButtonRow>}
      {request.step === 'review' && <Form csrf={csrf} requestKey={`${requestKey}-${request.id.slice(-6)}`} files><Button kind="link" name="withdraw" value={request.id}>{t.withdraw}</Button></Form>}
    </Card>
  )
}

/** The paper of powers, for whoever asked and whoever decides. */
export const deskPaperDownload = download({
  path: '/desk-papers/:id', action: 'desk-request.read-paper', access: 'signed-in',
  async handle(ctx, { params }) {
    const { bytes, mediaType, name } = await openDeskPaper(ctx, params['id']!)
    return { body: bytes, mediaType, filename: name, inline: true }
  },
})
