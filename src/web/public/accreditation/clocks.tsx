import type { Language } from '#kernel/localized.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { plural } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { readPublicClocks, type PublicClocks } from '#modules/accreditation/index.ts'
import { casesText } from '../../accreditor/cases/cases-text.ts'
import { DueOf } from '../../accreditor/cases/parts.tsx'
import { readPage } from '../../page-number.ts'
import { Empty } from '../../ui/empty.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { regionName } from '../region-map.tsx'
import { en } from './messages/en.ts'
import { kk, type ClocksText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const CLOCKS: Readonly<Record<Language, ClocksText>> = { kk, ru, en }
const PAGE_SIZE = 20

/** The stage clocks of running accreditation cases, for everybody and without names. */
export const accreditationClocksPage = page<PublicClocks & { page: number }>({
  path: '/accreditation', action: 'public-clocks.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, request) {
    const { list, page: number } = await readPage(request, PAGE_SIZE, (each) => readPublicClocks(ctx, each, PAGE_SIZE), ({ total }) => total)
    return { ...list, page: number }
  },
  title: (_data, lang) => CLOCKS[lang].title,
  layout: ({ lang }) => ({ crumbs: [{ text: CLOCKS[lang].home, href: `/${lang}` }, { text: CLOCKS[lang].title }], description: CLOCKS[lang].lead }),
  view: ({ data, lang }) => {
    const t = CLOCKS[lang]
    const { stages, steps } = casesText(lang)
    const nameOf = (stage: number) => `${stage}. ${stages[String(stage) as '1']}`
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <section class="t-block">
          <h2>{t.stages}</h2>
          <Table caption={t.stages} captionHidden rowHeaders columns={[{ title: t.stage }, { title: t.term }, { title: t.cases, numeric: true }, { title: t.late, numeric: true }]}
            rows={data.stages.map((each) => ({ key: String(each.stage), cells: [nameOf(each.stage), each.term === undefined ? t.notSet : plural(lang, t.days, each.term), formatNumber(each.cases, lang), formatNumber(each.late, lang)] }))} />
          <p class="t-src"><span>{t.source} <a href={`/${lang}/terms#stages`}>{t.terms}</a></span></p>
        </section>
        <section class="t-block">
          <h2>{t.running}</h2>
          <Table caption={t.running} captionHidden rowHeaders empty={<Empty title={t.empty}>{t.emptyText}</Empty>} columns={[t.number, t.region, t.stage, t.received, t.since, t.due].map((title) => ({ title }))}
            rows={data.rows.map((row) => ({
              key: row.number, cells: [
                <span class="t-num t-nowrap">{row.number}</span>, row.region ? regionName(row.region, lang) : '—', <>{row.stage ? nameOf(row.stage) : '—'}<span class="t-sub">{steps[row.step]}</span></>,
                row.receivedOn ? formatDay(row.receivedOn, lang) : '—', row.startedOn ? formatDay(row.startedOn, lang) : '—',
                row.startedOn ? <DueOf row={{ nextDueOn: row.dueOn, lateness: row.lateness, closed: false }} lang={lang} /> : t.stands,
              ],
            }))} />
          <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.total / PAGE_SIZE))} hrefFor={(each) => `/${lang}/accreditation?page=${each}`} />
        </section>
        <IconLinks links={[{ href: `/${lang}/accreditation/table.csv`, text: t.csv, icon: 'download' }, { href: `/${lang}/accreditation/table.json`, text: t.json, icon: 'download' }]} />
      </div>
    )
  },
})
