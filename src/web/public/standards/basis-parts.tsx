import type { ComponentChildren } from 'preact'
import { localizedText, type Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { BasisListed, BasisText, BasisVersion, VersionHead } from '#modules/standards/index.ts'
import { Facts } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { LocalizedName } from '../localized-name.tsx'
import { STANDARDS } from './standards-texts.ts'

const TONES: Readonly<Record<BasisListed['state'], TagTone>> = { draft: 'plain', returned: 'red', submitted: 'sun', 'to-come': 'sky', 'in-force': 'green', replaced: 'plain' }

/** Where a version stands; one of which only the title is known says that instead. */
export function StateOfBasis({ version, lang }: { readonly version: Pick<BasisListed, 'state' | 'textHeld'>; readonly lang: Language }) {
  const t = STANDARDS[lang]
  return version.textHeld ? <Tag tone={TONES[version.state]}>{t.states[version.state]}</Tag> : <Tag>{t.titleOnly}</Tag>
}

/** A text of a document in the reader's language; documents have no English, so it is shown in the one they have. */
export function Said({ text, lang }: { readonly text: BasisText; readonly lang: Language }) {
  const shown = localizedText({ kk: text.kk, ru: text.ru }, lang === 'en' ? 'ru' : lang)
  return shown.lang === lang ? <>{shown.text}</> : <span lang={shown.lang}>{shown.text}</span>
}

export function BasisTitle({ title, lang }: { readonly title: VersionHead['title']; readonly lang: Language }) {
  return <LocalizedName name={{ kk: title.kk, ru: title.ru, en: title.en }} lang={lang} />
}
export function titleText(title: VersionHead['title'], lang: Language): string {
  return localizedText({ kk: title.kk, ru: title.ru, en: title.en }, lang).text
}
export function addressOf(basis: Pick<VersionHead, 'kind' | 'code'>): string {
  return `/${basis.kind === 'standard' ? 'standards' : 'requirements'}/${basis.code}`
}

/** What must be known of a document before anything of it is believed. */
export function Provenance({ version, lang }: { readonly version: VersionHead; readonly lang: Language }) {
  const t = STANDARDS[lang]
  if (version.provenance === 'order-title') return <NoticeBox tone="sun" title={t.titleOnlyTitle}>{t.titleOnlyText}</NoticeBox>
  return version.provenance === 'demonstration' ? <NoticeBox title={t.demoTitle}>{t.demoText}</NoticeBox> : null
}

/** Act, edition, days, body of a version. */
export function HeadFacts({ version, body, lang }: { readonly version: BasisVersion & { state: BasisListed['state'] }; readonly body: ComponentChildren; readonly lang: Language }) {
  const t = STANDARDS[lang]
  return (
    <Facts compact facts={[
      { term: t.code, value: <span class="t-num">{version.code}</span> },
      { term: t.version, value: version.versionNo },
      { term: t.body, value: body },
      { term: t.act, value: version.act.kk || version.act.ru ? <Said text={version.act} lang={lang} /> : t.notKnown },
      ...(version.edition ? [{ term: t.edition, value: version.edition }] : []),
      { term: version.state === 'in-force' || version.state === 'replaced' ? t.from : t.fromToCome, value: version.validFrom ? formatDay(version.validFrom, lang) : t.notKnown },
      ...(version.validUntil ? [{ term: version.state === 'replaced' ? t.until : t.untilToCome, value: formatDay(version.validUntil, lang) }] : []),
      ...(version.page ? [{ term: t.page, value: <a href={version.page} rel="noopener nofollow">{t.pageLink}</a> }] : []),
    ]} />
  )
}

/** That another version is to come, or that this one was replaced. */
export function OtherVersion({ version, versions, lang }: { readonly version: BasisVersion & { state: BasisListed['state'] }; readonly versions: readonly (BasisVersion & { state: BasisListed['state'] })[]; readonly lang: Language }) {
  const t = STANDARDS[lang]
  const next = versions.find((each) => each.state === 'to-come' && each.id !== version.id)
  if (version.state === 'replaced') {
    return <NoticeBox tone="sun"><p>{fill(t.replacedNote, { day: formatDay(version.validUntil!, lang) })} <a href={`/${lang}${addressOf(version)}`}>{t.seeCurrent}</a></p></NoticeBox>
  }
  if (!next || next.validFrom === null) return null
  return <NoticeBox><p>{fill(t.toCome, { day: formatDay(next.validFrom, lang), no: next.versionNo })} <a href={`/${lang}${addressOf(version)}?version=${next.versionNo}`}>{t.seeToCome}</a></p></NoticeBox>
}
