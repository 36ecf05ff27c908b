import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { ProgrammeToRedo } from '#modules/standards/index.ts'
import { addressOf, BasisTitle, titleText } from '../../public/standards/basis-parts.tsx'
import { ChangeList } from '../../public/standards/change-list.tsx'
import { STANDARDS_DESK } from '../../sector/standards/desk-texts.ts'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'
import { qualificationLine, type Names } from './desk-facts.ts'

/** What a version in use does not answer yet: the basis that changed, from which day, and in what. */
export function RedoWarning({ redo: { redo, changes }, lang }: { readonly redo: ProgrammeToRedo; readonly lang: Language }) {
  const t = STANDARDS_DESK[lang]
  return (
    <NoticeBox tone="sun" title={t.warningTitle}>
      <p>{fill(t.warningLine, { reason: capital(t.reasons[redo.reason], lang), title: titleText(redo.after.title, lang), no: redo.after.versionNo, day: formatDay(redo.on, lang) })} {t.warningHint}</p>
      <p><a href={`/${lang}${addressOf(redo.after)}?version=${redo.after.versionNo}`}><BasisTitle title={redo.after.title} lang={lang} /></a></p>
      {changes && <Details summary={fill(t.changesCount, { count: changes.length })}><ChangeList changes={changes} lang={lang} /></Details>}
    </NoticeBox>
  )
}

/** Above the list of programmes: which of them have to be redone. */
export function RedoList({ redos, names, lang }: { readonly redos: readonly ProgrammeToRedo[]; readonly names: Names; readonly lang: Language }) {
  const t = STANDARDS_DESK[lang]
  if (redos.length === 0) return null
  return (
    <NoticeBox tone="sun" title={t.redos}>
      <ul class="govuk-list govuk-list--bullet">
        {redos.map(({ programme, redo }) => <li key={programme.versionId}><a href={`/${lang}/centre/programmes/${programme.versionId}`}>{qualificationLine(names, programme, lang)}</a>: {t.reasons[redo.reason]}, {formatDay(redo.on, lang)}</li>)}
      </ul>
    </NoticeBox>
  )
}

function capital(words: string, lang: Language): string {
  return words.charAt(0).toLocaleUpperCase(lang) + words.slice(1)
}
