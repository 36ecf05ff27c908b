import { Denial } from '#kernel/denial.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import { listFields, type Field } from '#modules/professions/index.ts'
import { listEditionsOfRegister, readEditionOfRegister, type EditionListed, type EditionOfRegister } from '#modules/register/index.ts'
import { readPage } from '../../page-number.ts'
import { DatasetLinks } from '../dataset-links.tsx'
import { Empty } from '../../ui/empty.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { changesInWords } from '../version-words.ts'
import { csvOf } from './edition-table.ts'
import { en } from './messages/en.ts'
import { kk, type EditionsText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const EDITIONS: Readonly<Record<Language, EditionsText>> = { kk, ru, en }
const PAGE_SIZE = 20
/** Rows on the page of one edition; an edition of an import holds thousands, and the file holds them all. */
const ROWS_MAX = 200

/** "1 moved to mandatory, 12 terms changed". */
function countsInWords(counts: EditionListed['counts'], lang: Language): string {
  const t = EDITIONS[lang]
  return counts.length === 0 ? t.nothing : counts.map(({ kind, count }) => plural(lang, t.counts[kind], count)).join(', ')
}

/** Every edition of the register of professions, the newest first. */
export const editionsPage = page<{ editions: EditionListed[]; total: number; page: number }>({
  path: '/register/editions', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, request) {
    const { list, page: number } = await readPage(request, PAGE_SIZE, (each) => listEditionsOfRegister(ctx, { page: each, pageSize: PAGE_SIZE }), ({ total }) => total)
    return { ...list, page: number }
  },
  title: (_data, lang) => EDITIONS[lang].title,
  layout: ({ lang }) => ({ crumbs: [{ text: EDITIONS[lang].home, href: `/${lang}` }, { text: EDITIONS[lang].professions, href: `/${lang}/professions` }, { text: EDITIONS[lang].title }], description: EDITIONS[lang].lead }),
  view: ({ data, lang }) => {
    const t = EDITIONS[lang]
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <Table caption={t.title} captionHidden rowHeaders empty={<Empty title={t.empty} icon="book-open">{t.emptyText}</Empty>} columns={[{ title: t.edition }, { title: t.published }, { title: t.content }]}
          rows={data.editions.map((each) => ({ key: each.no, cells: [<a href={`/${lang}/register/editions/${each.no}`}>{fill(t.one, { no: each.no })}</a>, formatDay(each.publishedOn, lang), countsInWords(each.counts, lang)] }))} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.total / PAGE_SIZE))} hrefFor={(each) => `/${lang}/register/editions?page=${each}`} />
        <DatasetLinks of="register-changes" lang={lang} />
      </div>
    )
  },
})

/** One edition as the difference to what stood before, with how many running cases it leaves under their own versions. */
export const editionPage = page<{ edition: EditionOfRegister; fields: Field[] }>({
  path: '/register/editions/:no', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  load: async (ctx, { params }) => ({ edition: await readEditionOfRegister(ctx, editionNo(params['no'])), fields: await listFields(ctx.db) }),
  title: ({ edition }, lang) => fill(EDITIONS[lang].one, { no: edition.no }),
  layout: ({ data: { edition }, lang }) => ({
    crumbs: [{ text: EDITIONS[lang].home, href: `/${lang}` }, { text: EDITIONS[lang].title, href: `/${lang}/register/editions` }, { text: fill(EDITIONS[lang].one, { no: edition.no }) }],
    description: countsInWords(edition.counts, lang),
  }),
  view: ({ data: { edition, fields }, lang }) => {
    const t = EDITIONS[lang]
    const shown = edition.changes.slice(0, ROWS_MAX)
    return (
      <div class="t-stack">
        <h1>{fill(t.one, { no: edition.no })}</h1>
        <p class="t-lead">{formatDay(edition.publishedOn, lang)}: {countsInWords(edition.counts, lang)}.</p>
        <NoticeBox title={t.running}>{edition.runningCases === 0 ? t.runningNone : plural(lang, t.runningText, edition.runningCases)}</NoticeBox>
        {shown.length < edition.changes.length && <p>{fill(t.all, { shown: shown.length, total: formatNumber(edition.changes.length, lang) })}</p>}
        <Table caption={t.content} captionHidden rowHeaders columns={[{ title: t.profession }, { title: t.kind }, { title: t.from }, { title: t.items }]}
          rows={shown.map((change) => {
            const version = change.after ?? change.before!
            const items = change.after && change.before ? changesInWords(change.before, change.after, fields, lang) : []
            return {
              key: change.code,
              cells: [
                <><a href={`/${lang}/professions/${change.code}`}>{inLanguage(version.name, lang)}</a> <span class="t-num t-quiet">{change.code}</span> <a class="t-small" href={`/${lang}/professions/${change.code}/history`}>{t.history}<span class="t-vh">: {change.code}</span></a></>,
                <Tag tone={change.kind === 'struck' ? 'red' : change.kind === 'added' ? 'green' : 'sky'}>{t.kinds[change.kind]}</Tag>, formatDay(change.from, lang),
                items.length === 0 ? '—' : <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>,
              ],
            }
          })} />
        <p><b>{t.files}:</b> <a href={`/${lang}/register/editions/${edition.no}/changes.csv`}>{t.csv}</a> · <a href={`/api/v1/register/editions/${edition.no}`}>{t.json}</a></p>
      </div>
    )
  },
})

function editionNo(text: string | undefined): number {
  if (!/^[1-9]\d{0,8}$/.test(text ?? '')) throw new Denial('not-found')
  return Number(text)
}

/** All changes of an edition as a table for machines. */
export const editionTable = download({
  path: '/register/editions/:no/changes.csv', action: 'register.read', access: 'public',
  async handle(ctx, { params }) {
    const edition = await readEditionOfRegister(ctx, editionNo(params['no']))
    return { body: csvOf(edition), mediaType: 'text/csv; charset=utf-8', filename: `register-edition-${edition.no}.csv` }
  },
})
