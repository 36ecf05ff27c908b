import { legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { handOverLetter, listPaperLetters, readPaperLetter, type PaperLetterListed } from '#modules/billing/index.ts'
import { atFields } from '../appeals/field-errors.ts'
import { pageNumber } from '../page-number.ts'
import { PAGE_SIZE, Pages, type Paged } from '../paged.tsx'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, FileField, Form } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { en } from './messages/paper-letters/en.ts'
import { kk, type PaperLettersText } from './messages/paper-letters/kk.ts'
import { ru } from './messages/paper-letters/ru.ts'
import { officeOf, type OfficeView } from './office.ts'
import { centreIdOf, CLERKS, dayField } from './settings/desk-facts.ts'

const TEXTS: Readonly<Record<Language, PaperLettersText>> = { kk, ru, en }
const BASE = '/centre/paper-letters'

/** A line for the desk: letters that wait to be printed. */
export function LettersWaiting({ waiting, lang }: { readonly waiting: number; readonly lang: Language }) {
  return waiting === 0 ? null : <NoticeBox><a href={`/${lang}${BASE}`}>{fill(TEXTS[lang].waiting, { n: formatNumber(waiting, lang) })}</a></NoticeBox>
}

function StateOf({ letter, lang }: { readonly letter: PaperLetterListed; readonly lang: Language }) {
  const t = TEXTS[lang]
  return letter.handedOn ? <Tag tone="green">{fill(t.handedOver, { date: formatDay(letter.handedOn, lang, 'numeric') })}</Tag> : <Tag tone="sun">{t.toPrint}</Tag>
}
const paperHref = (letter: PaperLetterListed, lang: Language) => `/${lang}/papers/${letter.paperId}`

/** Letters about money to whoever has no account: to be printed and handed over under signature. */
export const paperLettersPage = page<{ letters: Paged<PaperLetterListed>; office: OfficeView; waiting: number }>({
  path: BASE, action: 'paper-letter.list', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx, CLERKS)
    const { letters, total, waiting, page } = await listPaperLetters(ctx, centreId, { page: pageNumber(request), size: PAGE_SIZE })
    return { letters: { rows: letters, total, page }, waiting, office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => TEXTS[lang].title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), counts: data.waiting > 0 ? { [BASE]: data.waiting } : {} }),
  view: ({ lang, data: { letters } }) => {
    const t = TEXTS[lang]
    return (
      <>
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        <Table inbox caption={t.title} captionHidden columns={[t.number, t.addressee, t.about, t.written, t.state, t.paper].map((title) => ({ title }))} empty={<Empty title={t.empty} icon="mail">{t.emptyText}</Empty>}
          rows={letters.rows.map((letter) => ({
            key: letter.id,
            cells: [<a class="t-num t-nowrap" href={`/${lang}${BASE}/${letter.id}`}>{letter.caseNumber}</a>, letter.addressee, <>{t.kinds[letter.kind]} <span class="t-num">№ {letter.about}</span></>, formatDay(legalDay(letter.madeAt), lang, 'numeric'), <StateOf letter={letter} lang={lang} />, <a href={paperHref(letter, lang)}>PDF<span class="t-vh">: {letter.caseNumber}</span></a>],
          }))} />
        <Pages of={letters} lang={lang} path={BASE} kept={{}} />
      </>
    )
  },
})

/** One letter: its PDF, and when and by what sheet it was handed over. */
export const paperLetterPage = page<{ letter: PaperLetterListed; office: OfficeView }>({
  path: `${BASE}/:id`, action: 'paper-letter.hand-over', desk: 'centre', access: CLERKS, files: true,
  load: async (ctx, { params }) => ({ letter: await readPaperLetter(ctx, params['id']!), office: await officeOf(ctx, centreIdOf(ctx, CLERKS)) }),
  title: ({ letter }, lang) => `${TEXTS[lang].letter} · ${letter.caseNumber}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}${BASE}`, text: TEXTS[lang].title } }),
  post: (ctx, { lang, params, form }) => atFields(lang, async () => {
    const scan = form.file('scan')
    await handOverLetter(ctx, { id: params['id']!, handedOn: dayField(form, 'handedOn') ?? '', scan: scan ? { name: scan.name, bytes: scan.bytes } : undefined })
    return { to: `/${lang}${BASE}`, flash: TEXTS[lang].recorded }
  }, { 'paper-letter.day-wrong': 'handedOn', 'paper-letter.scan-missing': 'scan' }),
  view: (p) => {
    const { lang, data: { letter } } = p
    const t = TEXTS[lang]
    return (
      <div class="t-stack">
        <div class="t-inhead"><div><h1>{t.letter}</h1><StateOf letter={letter} lang={lang} /></div></div>
        <ErrorSummary form={p.form} />
        <Box title={t.kinds[letter.kind]}>
          <Facts compact facts={[
            { term: t.number, value: <a class="t-num" href={`/${lang}/centre/cases/${letter.caseNumber}`}>{letter.caseNumber}</a> }, { term: t.addressee, value: letter.addressee },
            { term: t.about, value: <span class="t-num">№ {letter.about}</span> }, { term: t.written, value: formatDay(legalDay(letter.madeAt), lang) },
          ]} />
          <p><Button href={paperHref(letter, lang)} kind="secondary" icon="printer">{t.print}</Button></p>
        </Box>
        {letter.handedOn === null && (
          <Box title={t.handOver}>
            <p>{t.handOverText}</p>
            <Form csrf={p.csrf} requestKey={p.requestKey} files>
              <DateFields form={p.form} name="handedOn" label={t.handedOn} />
              <FileField form={p.form} name="scan" label={t.scan} accept="application/pdf,image/jpeg,image/png" />
              <Button icon="check">{t.submit}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})
