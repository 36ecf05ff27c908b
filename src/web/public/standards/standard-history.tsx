import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { compareStandards, readBasis, standardOf, type BasisKind, type BasisSeen, type BasisVersion } from '#modules/standards/index.ts'
import { Filters, FilterSelect } from '../../ui/filters.tsx'
import { Table } from '../../ui/table.tsx'
import { addressOf, Said, StateOfBasis, titleText } from './basis-parts.tsx'
import { ChangeList } from './change-list.tsx'
import { codeOf } from './standard.tsx'
import { STANDARDS } from './standards-texts.ts'
import { askedOneOf } from '../../asked.ts'

interface HistoryData {
  versions: BasisSeen['versions']
  /** The two versions side by side; undefined where there is one only. */
  pair: readonly [BasisVersion, BasisVersion] | undefined
}

function historyPage(kind: BasisKind, path: string) {
  return page<HistoryData>({
    path, action: 'professional-standard.read', desk: 'public', access: 'public', keepSeconds: 60,
    async load(ctx, request) {
      const { versions } = await readBasis(ctx, { kind, code: codeOf(request) })
      const asked = (name: string, otherwise: BasisVersion | undefined) => { const no = askedOneOf(request, name, versions.map((each) => String(each.versionNo))); return versions.find((each) => String(each.versionNo) === no) ?? otherwise }
      const [earlier, later] = [asked('earlier', versions[1]), asked('later', versions[0])]
      return { versions, pair: versions.length > 1 && earlier && later ? [earlier, later] : undefined }
    },
    title: ({ versions }, lang) => `${STANDARDS[lang].historyTitle}: ${titleText(versions[0]!.title, lang)}`,
    layout: ({ data, lang }) => {
      const [newest] = data.versions
      return { crumbs: [{ text: STANDARDS[lang].home, href: `/${lang}` }, { text: STANDARDS[lang].title, href: `/${lang}/standards` }, { text: titleText(newest!.title, lang), href: `/${lang}${addressOf(newest!)}` }, { text: STANDARDS[lang].historyTitle }] }
    },
    view: ({ data, lang }) => {
      const t = STANDARDS[lang]
      return (
        <div class="t-stack">
          <h1>{t.historyTitle}: {titleText(data.versions[0]!.title, lang)}</h1>
          <p class="t-lead">{t.historyLead}</p>
          <Table caption={t.historyTitle} captionHidden rowHeaders columns={[{ title: t.version }, { title: t.state }, { title: t.from }, { title: t.until }, { title: t.act }]}
            rows={data.versions.map((each) => ({
              key: each.id,
              cells: [
                <a href={`/${lang}${addressOf(each)}?version=${each.versionNo}`}>{fill(t.numbered, { no: each.versionNo })}</a>, <StateOfBasis version={each} lang={lang} />,
                each.validFrom ? formatDay(each.validFrom, lang) : t.notKnown, each.validUntil ? formatDay(each.validUntil, lang) : '—', <Said text={each.act} lang={lang} />,
              ],
            }))} />
          <Comparison data={data} lang={lang} />
        </div>
      )
    },
  })
}

export const standardHistoryPage = historyPage('standard', '/standards/:code/history')
export const requirementsHistoryPage = historyPage('requirements', '/requirements/:code/history')

function Comparison({ data: { versions, pair }, lang }: { readonly data: HistoryData; readonly lang: Language }) {
  const t = STANDARDS[lang]
  if (!pair) return <p>{t.single}</p>
  const options = versions.map((each) => ({ value: String(each.versionNo), label: [fill(t.numbered, { no: each.versionNo }), ...(each.validFrom ? [formatDay(each.validFrom, lang)] : [])].join(', ') }))
  const [before, after] = [standardOf(pair[0]), standardOf(pair[1])]
  return (
    <section class="t-block"><h2>{t.compare}</h2>
      <Filters action={`/${lang}${addressOf(pair[0])}/history`}>
        <FilterSelect name="earlier" label={t.earlier} value={String(pair[0].versionNo)} options={options} />
        <FilterSelect name="later" label={t.later} value={String(pair[1].versionNo)} options={options} />
      </Filters>
      {before && after ? <ChangeList changes={compareStandards(before, after)} lang={lang} /> : pair[0].kind === 'requirements' ? <Texts pair={pair} lang={lang} /> : <p>{t.noText}</p>}
    </section>
  )
}

/** Requirements are one text: the two versions stand one under the other. */
function Texts({ pair, lang }: { readonly pair: readonly [BasisVersion, BasisVersion]; readonly lang: Language }) {
  const t = STANDARDS[lang]
  return (
    <>
      {pair.map((version) => (
        <div key={version.id}><h3>{fill(t.numbered, { no: version.versionNo })}</h3>
          {version.content && 'text' in version.content ? <p class="t-pre"><Said text={version.content.text} lang={lang} /></p> : <p>{t.notHeld}</p>}
        </div>
      ))}
    </>
  )
}
