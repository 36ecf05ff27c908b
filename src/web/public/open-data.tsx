import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { Card } from '../ui/card.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { IconLinks } from '../ui/ticket.tsx'
import { Details } from '../ui/why.tsx'
import { INFO } from './info-texts.ts'
import { OpenTables } from './statistics/open-tables.tsx'

const EXAMPLES = [
  ['working', '/api/v1/calendar/working-days?from=2026-03-06&add=1'], ['between', '/api/v1/calendar/working-days?from=2026-03-06&to=2026-03-31'], ['regions', '/api/v1/regions'],
  ['search', '/api/v1/professions?q=kanditer&page=1&pageSize=20'], ['profession', '/api/v1/professions/K-0001'], ['centres', '/api/v1/centres?region=750000000'], ['document', '/api/v1/documents/{number}'],
] as const

interface OpenData {
  datasets: register.DatasetShown[]
  licence: string | undefined
}

/** The registers as files and as an API, with where they come from and under which rights. */
export const openDataPage = page<OpenData>({
  path: '/open-data', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 300,
  load: (ctx) => register.listDatasets(ctx),
  title: (_data, lang) => INFO[lang].data.title,
  view: ({ data, lang, ctx }) => {
    const t = INFO[lang].data
    const words = register.openDataText(lang)
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        {ctx.demo && <NoticeBox tone="sun"><b>{t.demoMark}.</b> {words.demonstration}</NoticeBox>}
        <section class="t-block"><h2>{t.sets}</h2><div class="t-sets">{data.datasets.map((dataset) => <Dataset key={dataset.id} dataset={dataset} lang={lang} />)}</div></section>
        <OpenTables lang={lang} />
        <section class="t-block"><h2>{t.format}</h2><p>{t.formatText}</p></section>
        <section class="t-block"><h2>{t.licence}</h2><p>{data.licence ? fill(t.licenceSet, { licence: data.licence }) : words.rights}</p></section>
        <section class="t-block"><h2>{t.provenance}</h2><p>{words.provenance}</p></section>
        <section class="t-block"><h2>{t.catalog}</h2><p>{t.catalogText} <a href="/api/v1/catalog"><code>/api/v1/catalog</code></a></p></section>
        <section class="t-block">
          <h2>{t.api}</h2>
          <p><a href="/api/openapi.json">{t.spec}</a></p>
          <Table caption={t.examples} columns={[{ title: t.what }, { title: t.path }]} rowHeaders
            rows={EXAMPLES.map(([key, path]) => ({ key, cells: [t.list[key], path.includes('{') ? <code>{path}</code> : <a href={encodeURI(path)}><code>{path}</code></a>] }))} />
          <h3>{t.errors}</h3><p>{t.errorsText}</p>
          <h3>{t.rules}</h3><p>{t.rulesText}</p>
        </section>
      </div>
    )
  },
})

function Dataset({ dataset: { id, columns, modified }, lang }: { readonly dataset: register.DatasetShown; readonly lang: Language }) {
  const t = INFO[lang].data
  const { title, description } = register.openDataText(lang).datasets[id]
  return (
    <div id={id}>
      <Card title={title} level={3}>
        <p>{description}</p>
        <IconLinks links={Object.keys(register.FILE_TYPES).map((type) => ({ href: `/api/v1/datasets/${id}.${type}`, text: <>{type.toUpperCase()}<span class="t-vh">: {title}</span></>, icon: 'download' }))} />
        <p class="t-src"><span>{modified ? fill(t.modified, { date: formatDay(modified, lang) }) : t.noDay}</span></p>
        <Details summary={<>{t.columns}<span class="t-vh">: {title}</span></>}><p>{columns.map((column, place) => <>{place > 0 && ', '}<code>{column}</code></>)}</p></Details>
      </Card>
    </div>
  )
}
