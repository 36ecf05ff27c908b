import { legalDay } from '#kernel/day.ts'
import { inLanguage, type Language, type Localized } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { getCentre } from '#modules/centres/index.ts'
import { findProfession } from '#modules/professions/index.ts'
import { listRedos, type ProgrammeToRedo } from '#modules/standards/index.ts'
import { addressOf, BasisTitle } from '../../public/standards/basis-parts.tsx'
import { ChangeList } from '../../public/standards/change-list.tsx'
import { Table } from '../../ui/table.tsx'
import { Details } from '../../ui/why.tsx'
import { STANDARDS_DESK } from './desk-texts.ts'
import type { StandardsDesk } from './desk.ts'

/** Programmes to redo with the names a reader needs. */
export interface NamedRedos {
  redos: ProgrammeToRedo[]
  centres: Map<string, string>
  professions: Map<string, Partial<Localized>>
}
export async function named(ctx: Ctx, redos: ProgrammeToRedo[], lang: Language): Promise<NamedRedos> {
  const today = legalDay(ctx.clock.now())
  const centres = new Map<string, string>()
  const professions = new Map<string, Partial<Localized>>()
  for (const id of new Set(redos.map(({ programme }) => programme.centreId))) centres.set(id, (await getCentre(ctx.db, id)).name[lang])
  for (const code of new Set(redos.map(({ programme }) => programme.professionCode))) professions.set(code, (await findProfession(ctx.db, code, today))?.name ?? {})
  return { redos, centres, professions }
}

/** Which programmes of which centres have to be redone, why and what changed. */
export function redoPageFor({ desk, access, base }: StandardsDesk) {
  return page<NamedRedos>({
    path: `${base}/redo`, action: 'basis.list', desk, access,
    load: async (ctx, { lang }) => named(ctx, (await listRedos(ctx)).redos, lang),
    title: (_data, lang) => STANDARDS_DESK[lang].redos,
    layout: ({ lang }) => ({ back: { href: `/${lang}${base}`, text: STANDARDS_DESK[lang].title } }),
    view: ({ data, lang }) => (
      <div class="t-stack">
        <h1>{STANDARDS_DESK[lang].redos}</h1>
        <p>{STANDARDS_DESK[lang].redosLead}</p>
        <RedoTable data={data} lang={lang} />
      </div>
    ),
  })
}

export function RedoTable({ data: { redos, centres, professions }, lang }: { readonly data: NamedRedos; readonly lang: Language }) {
  const t = STANDARDS_DESK[lang]
  return (
    <Table caption={t.redos} captionHidden rowHeaders empty={<p>{t.redosNone}</p>}
      columns={[{ title: t.centre }, { title: t.programme }, { title: t.reason }, { title: t.since, noWrap: true }, { title: t.basis }, { title: t.what }]}
      rows={redos.map(({ programme, redo, changes }) => ({
        key: `${programme.versionId}`,
        cells: [
          centres.get(programme.centreId), <>{fill(t.qualification, { name: inLanguage(professions.get(programme.professionCode) ?? {}, lang) || programme.professionCode, level: programme.level })}, {fill(t.programmeVersion, { no: programme.versionNo })}</>,
          t.reasons[redo.reason], formatDay(redo.on, lang), <a href={`/${lang}${addressOf(redo.after)}?version=${redo.after.versionNo}`}><BasisTitle title={redo.after.title} lang={lang} /></a>,
          changes ? <Details summary={fill(t.changesCount, { count: changes.length })}><ChangeList changes={changes} lang={lang} /></Details> : t.unknownChanges,
        ],
      }))} />
  )
}
