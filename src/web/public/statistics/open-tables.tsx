import type { Language } from '#kernel/localized.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Card } from '../../ui/card.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { Details } from '../../ui/why.tsx'
import { STATISTICS } from './texts.ts'

/** The tables of statistics among the open data: every file type, the schema, the definition. */
export function OpenTables({ lang }: { readonly lang: Language }) {
  const t = STATISTICS[lang]
  const words = statistics.messages[lang]
  return (
    <section class="t-block" id="statistics">
      <h2>{words.catalog.title}</h2>
      <p>{words.catalog.description}</p>
      <div class="t-sets">
        {statistics.TABLE_IDS.map((id) => (
          <Card key={id} title={words.tables[id].title} level={3}>
            <p>{words.tables[id].definition}</p>
            <IconLinks links={[
              ...Object.keys(statistics.TABLE_TYPES).map((type) => ({ href: `/api/v1/statistics/datasets/${id}.${type}`, text: <>{type === 'parquet' ? 'Parquet' : type.toUpperCase()}<span class="t-vh">: {words.tables[id].title}</span></>, icon: 'download' as const })),
              { href: `/api/v1/statistics/datasets/${id}.schema.json`, text: <>Table Schema<span class="t-vh">: {words.tables[id].title}</span></>, icon: 'list' as const },
            ]} />
          </Card>
        ))}
      </div>
      <Details summary={t.recompute}><p>{t.recomputeText}</p></Details>
      <p><a href="/api/v1/statistics/catalog"><code>/api/v1/statistics/catalog</code></a></p>
    </section>
  )
}
