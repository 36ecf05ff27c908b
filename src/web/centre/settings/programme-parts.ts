import type { Ctx } from '#platform/acts/ctx.ts'
import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { openProgramme, type ProgrammeShown } from '#modules/programmes/index.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { namesOfProfessions, qualificationLine, type Names } from './desk-facts.ts'
import { settingsText } from './settings-text.ts'

export interface PartData {
  shown: ProgrammeShown
  names: Names
  office: OfficeView
}

/** A version opened for a page of its editor; a part that may not be written in any more is not found. */
export async function loadPart(ctx: Ctx, id: string, { writing }: { writing: boolean }): Promise<PartData> {
  const shown = await openProgramme(ctx, id)
  if (writing && !shown.may.write) throw new Denial('not-found')
  return { shown, names: await namesOfProfessions(ctx, [shown.version.professionCode]), office: await officeOf(ctx, shown.version.centreId) }
}

/** The frame of such a page: the desk and the way back to the version. */
export function partLayout({ data, lang }: { data: PartData; lang: Language }) {
  return { office: data.office.line(lang), back: { href: `/${lang}/centre/programmes/${data.shown.version.id}`, text: versionLine(data, lang) } }
}
export function versionLine(data: PartData, lang: Language): string {
  return `${qualificationLine(data.names, data.shown.version, lang)}, ${fill(settingsText(lang).programmes.versionNo, { n: data.shown.version.versionNo })}`
}
