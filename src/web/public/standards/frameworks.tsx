import { legalDay } from '#kernel/day.ts'
import { page } from '#platform/http/page.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import * as professions from '#modules/professions/index.ts'
import { FRAMEWORK_LEVELS, listFrameworks, type SectoralFramework } from '#modules/standards/index.ts'
import { DatasetLinks } from '../dataset-links.tsx'
import { Table } from '../../ui/table.tsx'
import { nameIn } from '../words.ts'
import { Said } from './basis-parts.tsx'
import { STANDARDS } from './standards-texts.ts'

interface FrameworksData {
  /** How many entries of the register name the level. */
  counts: ReadonlyMap<number, number>
  sectoral: SectoralFramework[]
  bodies: professions.SectorBody[]
}

/** The eight levels of the national framework and the sectoral frameworks that were entered; nothing is written where a text is not held. */
export const frameworksPage = page<FrameworksData>({
  path: '/frameworks', action: 'professional-standard.read', desk: 'public', access: 'public', keepSeconds: 300,
  async load(ctx) {
    const entries = await professions.listCurrentProfessions(ctx.db, legalDay(ctx.clock.now()))
    const counts = new Map(FRAMEWORK_LEVELS.map((level) => [level as number, entries.filter((each) => each.levels.includes(level)).length]))
    return { counts, sectoral: await listFrameworks(ctx.db), bodies: await professions.listSectorBodies(ctx.db) }
  },
  title: (_data, lang) => STANDARDS[lang].frameworksTitle,
  layout: ({ lang }) => ({ crumbs: [{ text: STANDARDS[lang].home, href: `/${lang}` }, { text: STANDARDS[lang].title, href: `/${lang}/standards` }, { text: STANDARDS[lang].frameworksTitle }] }),
  view: ({ data: { counts, sectoral, bodies }, lang }) => {
    const t = STANDARDS[lang]
    return (
      <div class="t-stack">
        <h1>{t.frameworksTitle}</h1>
        <p class="t-lead">{t.frameworksLead}</p>
        <p class="t-src"><span>{t.notHeldText}</span></p>
        <Table caption={t.frameworksTitle} captionHidden rowHeaders columns={[{ title: t.level, numeric: true }, { title: t.descriptor }, { title: t.levelsCount, numeric: true }]}
          rows={FRAMEWORK_LEVELS.map((level) => ({ key: level, cells: [level, <span class="t-quiet">{t.notHeld}</span>, formatNumber(counts.get(level) ?? 0, lang)] }))} />
        <section class="t-block"><h2>{t.sectoral}</h2>
          <Table caption={t.sectoral} captionHidden rowHeaders empty={<p>{t.sectoralEmpty}</p>} columns={[{ title: t.name }, { title: t.body }, { title: t.act }, { title: t.source }]}
            rows={sectoral.map((each) => ({
              key: each.id, cells: [<Said text={each.title} lang={lang} />, nameIn(bodies.find((body) => body.code === each.bodyCode)?.name ?? {}, lang).text || each.bodyCode, each.act.kk || each.act.ru ? <Said text={each.act} lang={lang} /> : t.notKnown, each.source],
            }))} />
          <DatasetLinks of="frameworks" lang={lang} />
        </section>
      </div>
    )
  },
})
