import { inLanguage, type Language, type Localized } from '#kernel/localized.ts'
import { page, type Page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listAllCentres } from '#modules/centres/index.ts'
import { readExaminerQuality, type ExaminerQuality } from '#modules/exams/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSelect } from '../../ui/filters.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf } from '../settings/desk-facts.ts'
import { qualityText } from './quality-text.ts'
import { askedOneOf } from '../../asked.ts'

/** The head of a centre sees how his assessors mark. */
export const centreQualityPage = page<{ quality: ExaminerQuality; office: OfficeView }>({
  path: '/centre/examiner-quality', action: 'quality.read', desk: 'centre', access: ['centre-head'],
  async load(ctx) {
    const centreId = centreIdOf(ctx, ['centre-head'])
    return { quality: await readExaminerQuality(ctx, centreId), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => qualityText(lang).title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data: { quality } }) => <><h1>{qualityText(lang).title}</h1><Quality of={quality} lang={lang} /></>,
})

/** The ministry and the National body see it centre by centre. */
export const nationalQualityPage = page<{ centres: { id: string; name: Localized }[]; centre: string; quality: ExaminerQuality | undefined }>({
  path: '/ministry/examiner-quality', action: 'quality.read', desk: 'ministry', access: ['ministry', 'national-body'],
  async load(ctx, { query }) {
    const centres = (await listAllCentres(ctx.db)).map(({ id, name }) => ({ id: id as string, name }))
    const centre = askedOneOf({ query }, 'centre', centres.map((each) => each.id)) ?? ''
    return { centres, centre, quality: centre === '' ? undefined : await readExaminerQuality(ctx, centre) }
  },
  title: (_data, lang) => qualityText(lang).title,
  view: ({ lang, data: { centres, centre, quality } }) => {
    const text = qualityText(lang)
    const path = `/${lang}/ministry/examiner-quality`
    return (
      <>
        <h1>{text.title}</h1>
        <Filters action={path} {...(centre ? { resetHref: path } : {})}>
          <FilterSelect name="centre" label={text.centre} value={centre} options={[{ value: '', label: text.choose }, ...centres.map((each) => ({ value: each.id, label: inLanguage(each.name, lang) }))]} />
        </Filters>
        {quality && <Quality of={quality} lang={lang} />}
      </>
    )
  },
}) as unknown as Page<never>

function Quality({ of, lang }: { of: ExaminerQuality; lang: Language }) {
  const text = qualityText(lang)
  if (of.assessors.length === 0) return <Empty title={text.empty} icon="list-checks">{text.emptyText}</Empty>
  return (
    <div class="t-stack">
      <p>{fill(text.lead, { from: formatDay(of.from, lang, 'numeric'), until: formatDay(of.until, lang, 'numeric'), runs: of.runs })}</p>
      <p class="t-quiet">{fill(text.few, { n: of.minMarks })}</p>
      {of.pairs.some((pair) => pair.never) && <NoticeBox tone="sun">{text.neverText}</NoticeBox>}
      <Box title={text.assessors} flush>
        <Table caption={text.assessors} captionHidden columns={[text.assessor, text.marked, text.severity, text.speed].map((title) => ({ title }))}
          rows={of.assessors.map((each) => ({
            key: each.assessorId, cells: [<b>{each.name}</b>, fill(text.markedValue, { runs: each.runs, marks: each.marks }), <Severity of={each} lang={lang} />, each.secondsPerMark === null ? text.unknown : fill(text.speedValue, { n: formatNumber(each.secondsPerMark, lang) })],
          }))} />
      </Box>
      <Box title={text.pairs} flush>
        <Table caption={text.pairs} captionHidden columns={[text.pair, text.agreement].map((title) => ({ title }))} empty={<p class="t-quiet">{text.noPairs}</p>}
          rows={of.pairs.map((pair) => ({
            key: `${pair.a}${pair.b}`,
            cells: [<b>{pair.names.join(' – ')}</b>, <>{fill(text.agreementValue, { same: pair.both - pair.differ, both: pair.both })} – <Agreement of={pair} enough={pair.both >= of.minMarks} lang={lang} /></>],
          }))} />
      </Box>
      <Details summary={text.how}><p>{text.howText}</p></Details>
    </div>
  )
}

function Severity({ of, lang }: { of: ExaminerQuality['assessors'][number]; lang: Language }) {
  const text = qualityText(lang)
  const { ownNotDonePercent: own, othersNotDonePercent: others } = of
  if (own === null || others === null) return <>{of.notDonePercent === null ? text.unknown : fill(text.alone, { own: of.notDonePercent })}</>
  return <><Tag>{own > others ? text.stricter : own < others ? text.softer : text.alike}</Tag> {fill(text.severityValue, { own, others, n: of.shared })}</>
}

function Agreement({ of, enough, lang }: { of: ExaminerQuality['pairs'][number]; enough: boolean; lang: Language }) {
  const text = qualityText(lang)
  const never = of.never && <Tag tone="sun">{text.never}</Tag>
  if (!enough) return <>{text.unknown} {never}</>
  if (of.kappa === null || of.band === null) return <>{text.kappaAll} {never}</>
  return <>{fill(text.kappa, { k: formatNumber(of.kappa, lang), words: text.bands[of.band] })} {never}</>
}
