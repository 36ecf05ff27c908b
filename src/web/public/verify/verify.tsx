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
import { Tags } from '../../ui/tag.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { OfBody, StatusTag } from './of-body.tsx'

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
      <p class="t-quiet">{messages[lang].verify.hintMandatory}</p>
    </div>
  )),
})

/** Where the QR code of a document leads. */
export const verifyPage = page<VerifyData>({
  path: '/verify/:number', action: 'document.verify', desk: 'public', access: 'public', keepSeconds: 5,
  load: async (ctx, request) => ({ found: await verifyDocument(ctx, request.params['number'] ?? ''), today: legalDay(ctx.clock.now()) }),
  title: ({ found }, lang) => (countOf(found!) > 1 ? fill(messages[lang].verify.several, { count: countOf(found!) }) : messages[lang].verify[found!.status]),
  view: ({ lang, data }) => <Answer found={data.found!} today={data.today} lang={lang} />,
})

const countOf = ({ document, mandatory }: Verification): number => mandatory.length + (document ? 1 : 0)

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
  const { document, mandatory } = found
  const count = countOf(found)
  return (
    <div class={mandatory.length > 0 ? 't-stack' : 't-stack t-ver'}>
      {count > 1 ? <><h1>{fill(words.several, { count })}</h1><p>{words.severalText}</p></> : <Said lang={lang} today={today} status={found.status} of={document ?? mandatory[0]} />}
      {document && <OfCentre found={{ ...found, document }} tagged={count > 1} lang={lang} />}
      {mandatory.map((each) => <OfBody key={each.body.code} document={each} tagged={count > 1} lang={lang} />)}
      {count === 0 && <><p class="t-num">{fill(words.numberLine, { number: found.number })}</p><p class="t-quiet">{words.unknownMandatory}</p></>}
      <p><Button kind="secondary" href={`/${lang}/verify`} icon="rotate-ccw">{words.again}</Button></p>
    </div>
  )
}

/** The one word a person remembers, with its day. */
function Said({ status, of, today, lang }: { status: Verification['status']; of: { validUntil: Day | null; annulledOn: Day | null } | undefined; today: Day; lang: Language }) {
  const words = messages[lang].verify
  const said = {
    valid: fill(words.validText, { date: formatDay(today, lang) }), expired: fill(words.expiredText, { date: of?.validUntil ? formatDay(of.validUntil, lang) : '' }),
    annulled: fill(words.annulledText, { date: of?.annulledOn ? formatDay(of.annulledOn, lang) : '' }), unknown: words.unknownText,
  }[status]
  return <Verdict tone={status} title={words[status]}>{said}</Verdict>
}

function OfCentre({ found, tagged, lang }: { found: Verification & { document: NonNullable<Verification['document']> }; tagged: boolean; lang: Language }) {
  const words = messages[lang].verify
  const { document } = found
  return (
    <Box title={<span class="t-num">{fill(words.numberLine, { number: found.number })}</span>}>
      {tagged && <Tags><StatusTag status={found.status} lang={lang} /></Tags>}
      {document.historic && <p>{fill(words.historic, { date: formatDay(document.historic.enteredOn, lang) })}{document.historic.demonstration && ` ${words.historicDemonstration}`}</p>}
      <Facts facts={[
        { term: words.holder, value: document.holder, note: words.least },
        { term: words.profession, value: inLanguage({ kk: document.profession.kk ?? undefined, ru: document.profession.ru, en: document.profession.en ?? undefined }, lang) },
        { term: words.level, value: String(document.level) },
        { term: words.centre, value: <a href={`/${lang}/centres/${document.centre.number}`}>{inLanguage({ kk: document.centre.kk, ru: document.centre.ru, en: document.centre.en }, lang)}</a> },
        { term: words.issued, value: formatDay(document.issuedOn, lang) },
        { term: words.until, value: document.validUntil ? fill(words.untilDate, { date: formatDay(document.validUntil, lang) }) : words.unlimited },
      ]} />
    </Box>
  )
}
