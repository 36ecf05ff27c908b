import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import { DatasetLinks } from './dataset-links.tsx'
import { Filters, FilterSelect } from '../ui/filters.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { HISTORY } from './history-texts.ts'
import { PROFESSIONS } from './professions-texts.ts'
import { aspectInWords, changesInWords } from './version-words.ts'
import { nameIn } from './words.ts'
import { askedOneOf } from '../asked.ts'

interface HistoryData {
  /** The newest first; never empty. */
  versions: professions.Profession[]
  fields: professions.Field[]
  /** The two versions side by side; undefined where the entry has one only. */
  pair: readonly [professions.Profession, professions.Profession] | undefined
}

/** The history of one entry, in force or struck: its versions with what changed in each, and two of them side by side. */
export const professionHistoryPage = page<HistoryData>({
  path: '/professions/:code/history', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { params, query }) {
    const versions = await professions.listVersionsOf(ctx.db, (params['code'] ?? '').slice(0, 40))
    if (versions.length === 0) throw new Denial('not-found')
    const asked = (name: string, otherwise: professions.Profession | undefined) => { const no = askedOneOf({ query }, name, versions.map((each) => String(each.versionNo))); return versions.find((each) => String(each.versionNo) === no) ?? otherwise }
    const earlier = asked('earlier', versions[1])
    const later = asked('later', versions[0])
    return { versions, fields: await professions.listFields(ctx.db), pair: versions.length > 1 && earlier && later ? [earlier, later] : undefined }
  },
  title: ({ versions }, lang) => `${HISTORY[lang].title}: ${nameIn(versions[0]!.name, lang).text}`,
  layout: ({ data, lang }) => {
    const { code, name } = data.versions[0]!
    const text = nameIn(name, lang).text
    const t = PROFESSIONS[lang]
    return { crumbs: [{ text: t.home, href: `/${lang}` }, { text: t.title, href: `/${lang}/professions` }, { text, href: `/${lang}/professions/${code}` }, { text: HISTORY[lang].title }] }
  },
  view: ({ data, lang }) => {
    const t = HISTORY[lang]
    const { versions, fields } = data
    return (
      <div class="t-stack">
        <h1>{t.title}: {nameIn(versions[0]!.name, lang).text}</h1>
        <p class="t-lead">{t.lead}</p>
        <Table caption={t.versions} rowHeaders columns={[{ title: t.version }, { title: t.from }, { title: t.until }, { title: t.changes }, { title: t.edition }]}
          rows={versions.map((each, place) => ({
            key: each.versionId,
            cells: [fill(t.numbered, { no: each.versionNo }), formatDay(each.validFrom, lang), each.validUntil ? formatDay(each.validUntil, lang) : t.notReplaced,
              <Changes items={changesInWords(versions[place + 1], each, fields, lang)} lang={lang} />,
              each.editionNo === null ? '—' : <a href={`/${lang}/register/editions/${each.editionNo}`}>{fill(t.editionNo, { no: each.editionNo })}</a>],
          }))} />
        <SideBySide data={data} lang={lang} />
        <DatasetLinks of="profession-versions" lang={lang} />
      </div>
    )
  },
})

function Changes({ items, lang }: { readonly items: readonly string[]; readonly lang: Language }) {
  if (items.length === 0) return <>{HISTORY[lang].noChanges}</>
  return <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>
}

function SideBySide({ data: { versions, fields, pair }, lang }: { readonly data: HistoryData; readonly lang: Language }) {
  const t = HISTORY[lang]
  if (!pair) return <p>{t.single}</p>
  const differing = professions.changedAspects(...pair)
  const options = versions.map((each) => ({ value: String(each.versionNo), label: `${fill(t.numbered, { no: each.versionNo })}, ${formatDay(each.validFrom, lang)}` }))
  const heads = pair.map((each) => fill(t.numbered, { no: each.versionNo }))
  return (
    <section>
      <h2>{t.compare}</h2>
      <Filters action={`/${lang}/professions/${versions[0]!.code}/history`} active={[]}>
        <FilterSelect name="earlier" label={t.earlier} value={String(pair[0].versionNo)} options={options} />
        <FilterSelect name="later" label={t.later} value={String(pair[1].versionNo)} options={options} />
      </Filters>
      <Table caption={t.compare} captionHidden rowHeaders columns={[{ title: t.aspect }, { title: heads[0]! }, { title: heads[1]! }]}
        rows={professions.ASPECTS.map((aspect) => ({
          key: aspect,
          cells: [<>{t.aspects[aspect]}{differing.includes(aspect) && <> <Tag tone="sun">{t.differs}</Tag></>}</>, ...pair.map((each) => aspectInWords(each, aspect, fields, lang))],
        }))} />
    </section>
  )
}
