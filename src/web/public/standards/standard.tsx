import type { Language } from '#kernel/localized.ts'
import { download, page, type PageRequest } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { documentFile, readBasis, requirementsOf, standardOf, type BasisKind, type BasisSeen } from '#modules/standards/index.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { LocalizedName } from '../localized-name.tsx'
import { addressOf, BasisTitle, HeadFacts, OtherVersion, Provenance, Said, StateOfBasis, titleText } from './basis-parts.tsx'
import { STANDARDS } from './standards-texts.ts'
import { StandardTree } from './tree.tsx'
import { askedLike } from '../../asked.ts'

export function codeOf({ params }: Pick<PageRequest, 'params'>): string {
  return (params['code'] ?? '').slice(0, 40)
}
/** The number of a version in the address, if one is there. */
export function askedVersion(query: URLSearchParams): number | undefined {
  const asked = askedLike({ query }, 'version', /^[1-9]\d{0,4}$/)
  return asked === undefined ? undefined : Number(asked)
}

function basisPage(kind: BasisKind, path: string) {
  return page<BasisSeen>({
    path, action: 'professional-standard.read', desk: 'public', access: 'public', keepSeconds: 60,
    load: (ctx, request) => readBasis(ctx, { kind, code: codeOf(request), versionNo: askedVersion(request.query) }),
    title: ({ version }, lang) => titleText(version.title, lang),
    layout: ({ data, lang }) => ({ crumbs: [{ text: STANDARDS[lang].home, href: `/${lang}` }, { text: STANDARDS[lang].title, href: `/${lang}/standards` }, { text: titleText(data.version.title, lang) }] }),
    view: ({ data, lang }) => <Basis data={data} lang={lang} />,
  })
}

/** A professional standard: its passport and its cards as a tree. */
export const standardPage = basisPage('standard', '/standards/:code')
/** Qualification requirements: text, act, edition, and the standard that takes their place. */
export const requirementsPage = basisPage('requirements', '/requirements/:code')

function Basis({ data, lang }: { readonly data: BasisSeen; readonly lang: Language }) {
  const t = STANDARDS[lang]
  const { version, versions, body } = data
  const [standard, requirements] = [standardOf(version), requirementsOf(version)]
  const here = `/${lang}${addressOf(version)}`
  return (
    <div class="t-stack">
      <Tags><Tag>{t.kinds[version.kind]}</Tag><StateOfBasis version={version} lang={lang} /></Tags>
      <h1><BasisTitle title={version.title} lang={lang} /></h1>
      <Provenance version={version} lang={lang} />
      <OtherVersion version={version} versions={versions} lang={lang} />
      <HeadFacts version={version} body={body ? <LocalizedName name={body.name} lang={lang} /> : version.bodyCode} lang={lang} />
      <ButtonRow>
        {versions.length > 1 && <Button kind="secondary" href={`${here}/history`}>{t.history}</Button>}
        {standard && <Button kind="secondary" icon="download" href={`${here}/document.xlsx?version=${version.versionNo}`}>{`${t.download}, XLSX`}</Button>}
        {standard && <Button kind="secondary" icon="download" href={`${here}/document.csv?version=${version.versionNo}`}>{`${t.download}, CSV`}</Button>}
      </ButtonRow>
      {requirements && <section class="t-block"><h2>{t.requirementsText}</h2><Paragraphs text={requirements.text} lang={lang} /></section>}
      {version.textHeld && <Named data={data} lang={lang} />}
      {data.replacedBy.length > 0 && (
        <section class="t-block"><h2>{t.replacedBy}</h2>
          {data.replacedBy.map(({ of, standard: by, on }) => (
            <p key={`${of.professionCode}/${of.level}`}>{fill(t.replacedByLine, { code: of.professionCode, level: of.level, day: formatDay(on, lang) })} <a href={`/${lang}${addressOf(by)}`}><BasisTitle title={by.title} lang={lang} /></a></p>
          ))}
        </section>
      )}
      {standard && <StandardTree content={standard} lang={lang} />}
    </div>
  )
}

function Named({ data: { version, named }, lang }: { readonly data: BasisSeen; readonly lang: Language }) {
  const t = STANDARDS[lang]
  return (
    <section class="t-block"><h2>{version.kind === 'standard' ? t.usedBy : t.appliesTo}</h2>
      {named.length === 0 ? <p>{t.usedByNone}</p> : (
        <ul class="govuk-list govuk-list--bullet">
          {named.map((each) => <li key={`${each.professionCode}/${each.level}`}><a href={`/${lang}/professions/${each.professionCode}`}><LocalizedName name={each.name} lang={lang} /></a>, {fill(t.levelOf, { level: each.level })}</li>)}
        </ul>
      )}
    </section>
  )
}

function Paragraphs({ text, lang }: { readonly text: { kk: string; ru: string }; readonly lang: Language }) {
  const own = lang === 'kk' ? 'kk' : 'ru'
  return <>{text[own].split(/\n+/).map((line, place) => <p key={place}><Said text={{ kk: own === 'kk' ? line : '', ru: own === 'ru' ? line : '' }} lang={lang} /></p>)}</>
}

const documentRoute = (kind: 'csv' | 'xlsx') => download({
  path: `/standards/:code/document.${kind}`, action: 'professional-standard.read', access: 'public',
  handle: (ctx, request) => documentFile(ctx, { code: codeOf(request), versionNo: askedVersion(request.query) ?? 1, kind }),
})
export const documentRoutes = [documentRoute('xlsx'), documentRoute('csv')]
