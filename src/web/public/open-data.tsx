import { page } from '#platform/http/page.ts'
import { Table } from '../ui/table.tsx'
import { INFO } from './info-texts.ts'

const EXAMPLES = [
  ['working', '/api/v1/calendar/working-days?from=2026-03-06&add=1'], ['between', '/api/v1/calendar/working-days?from=2026-03-06&to=2026-03-31'], ['regions', '/api/v1/regions'],
  ['search', '/api/v1/professions?q=kanditer&page=1&pageSize=20'], ['profession', '/api/v1/professions/K-0001'], ['centres', '/api/v1/centres?region=750000000'], ['document', '/api/v1/documents/{number}'],
] as const

/** The public API in words, with examples that can be followed. */
export const openDataPage = page<null>({
  path: '/open-data', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 3600,
  load: async () => null,
  title: (_data, lang) => INFO[lang].data.title,
  view: ({ lang }) => {
    const t = INFO[lang].data
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <p><a href="/api/openapi.json">{t.spec}</a></p>
        <Table caption={t.examples} columns={[{ title: t.what }, { title: t.path }]} rowHeaders
          rows={EXAMPLES.map(([key, path]) => ({ key, cells: [t.list[key], path.includes('{') ? <code>{path}</code> : <a href={encodeURI(path)}><code>{path}</code></a>] }))} />
        <h2>{t.errors}</h2><p>{t.errorsText}</p>
        <h2>{t.rules}</h2><p>{t.rulesText}</p>
        <h2>{t.provenance}</h2><p>{t.provenanceText}</p>
      </div>
    )
  },
})
