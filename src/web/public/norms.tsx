import type { NormEdition } from '#kernel/norms.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { DatasetLinks } from './dataset-links.tsx'
import { Table } from '../ui/table.tsx'
import { BuiltInMark } from './built-in-mark.tsx'
import { isOwnRow, NORM_GROUPS, normGroup, normName, NORMS, normSource, normValue, startOf } from './norm-words.ts'

/** Every norm of the edition in force, with its value and where it comes from. */
export const normsPage = page<NormEdition>({
  path: '/norms', action: 'norm.read', desk: 'public', access: 'public', keepSeconds: 60,
  load: (ctx) => ctx.law.normsInForce(ctx.db, register.todayOf(ctx)),
  title: (_data, lang) => NORMS[lang].title,
  view: ({ data, lang }) => {
    const t = NORMS[lang]
    const rows = data.norms.filter(isOwnRow)
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <p class="t-src"><span>{fill(t.edition, { edition: data.edition, from: formatDay(data.validFrom, lang) })}</span></p>
        <p>{t.builtInWhy}</p>
        {NORM_GROUPS.map((group) => (
          <section key={group} id={group}>
            <h2>{t.groups[group]}</h2>
            <Table caption={t.groups[group]} captionHidden rowHeaders columns={[{ title: t.norm }, { title: t.value }, { title: t.source }]}
              rows={rows.filter((norm) => normGroup(norm.key) === group).map((norm) => {
                const source = normSource(norm, lang)
                const start = startOf(norm, data, lang)
                return { key: norm.key, cells: [<>{normName(norm.key, lang)}{start && <><br /><small class="t-quiet">{start}</small></>}</>, <>{normValue(norm, lang)}<BuiltInMark norm={norm} lang={lang} /></>, <><b>{source.mark}</b><br /><small class="t-quiet">{source.text}</small></>] }
              })} />
          </section>
        ))}
        <DatasetLinks of="norms" lang={lang} />
      </div>
    )
  },
})
