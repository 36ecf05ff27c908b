import { inLanguage, type Language } from '#kernel/localized.ts'
import { legalDay, type Day } from '#kernel/day.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { verifyDocument, type Verification } from '#modules/recognition-documents/index.ts'
import { messages } from '#modules/recognition-documents/messages/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Form, TextField } from '../../ui/form.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Verdict } from '../../ui/verdict.tsx'

interface VerifyData {
  found: Verification | undefined
  today: Day
}

/** The form of the check; a number in the address is answered at once, without script and without a session. */
export const verifyFormPage = page<VerifyData>({
  path: '/verify', action: 'document.verify', desk: 'public', access: 'public', keepSeconds: 5,
  async load(ctx, request) {
    const typed = request.query.get('number')?.trim()
    return { found: typed ? await verifyDocument(ctx, typed) : undefined, today: legalDay(ctx.clock.now()) }
  },
  title: (_data, lang) => messages[lang].verify.title,
  view: ({ lang, data, form }) => (data.found ? <Answer found={data.found} today={data.today} lang={lang} /> : (
    <div class="t-stack">
      <h1>{messages[lang].verify.title}</h1>
      <p class="t-lead">{messages[lang].verify.lead}</p>
      <NumberForm lang={lang} form={form} />
    </div>
  )),
})

/** Where the QR code of a document leads. */
export const verifyPage = page<VerifyData>({
  path: '/verify/:number', action: 'document.verify', desk: 'public', access: 'public', keepSeconds: 5,
  load: async (ctx, request) => ({ found: await verifyDocument(ctx, request.params['number'] ?? ''), today: legalDay(ctx.clock.now()) }),
  title: ({ found }, lang) => messages[lang].verify[found!.status],
  view: ({ lang, data }) => <Answer found={data.found!} today={data.today} lang={lang} />,
})

function NumberForm({ lang, form }: { lang: Language; form: Parameters<typeof TextField>[0]['form'] }) {
  const words = messages[lang].verify
  return (
    <Form method="get" action={`/${lang}/verify`}>
      <TextField form={form} name="number" label={words.number} hint={words.hint} width="20" figures />
      <Button icon="file-check">{words.check}</Button>
    </Form>
  )
}

function Answer({ found, today, lang }: { found: Verification; today: Day; lang: Language }) {
  const words = messages[lang].verify
  const document = found.document
  const said = {
    valid: fill(words.validText, { date: formatDay(today, lang) }), expired: fill(words.expiredText, { date: document?.validUntil ? formatDay(document.validUntil, lang) : '' }),
    annulled: fill(words.annulledText, { date: document?.annulledOn ? formatDay(document.annulledOn, lang) : '' }), unknown: words.unknownText,
  }[found.status]
  return (
    <div class="t-stack t-ver">
      <Verdict tone={found.status} title={words[found.status]}>{said}</Verdict>
      {document ? (
        <Box title={<span class="t-num">{fill(words.numberLine, { number: found.number })}</span>}>
          <Facts facts={[
            { term: words.holder, value: document.holder, note: words.least },
            { term: words.profession, value: inLanguage({ kk: document.profession.kk ?? undefined, ru: document.profession.ru, en: document.profession.en ?? undefined }, lang) },
            { term: words.level, value: String(document.level) },
            { term: words.centre, value: <a href={`/${lang}/centres/${document.centre.number}`}>{inLanguage({ kk: document.centre.kk, ru: document.centre.ru, en: document.centre.en }, lang)}</a> },
            { term: words.issued, value: formatDay(document.issuedOn, lang) },
            { term: words.until, value: document.validUntil ? fill(words.untilDate, { date: formatDay(document.validUntil, lang) }) : words.unlimited },
          ]} />
        </Box>
      ) : <p class="t-num">{fill(words.numberLine, { number: found.number })}</p>}
      <p><Button kind="secondary" href={`/${lang}/verify`} icon="rotate-ccw">{words.again}</Button></p>
    </div>
  )
}
