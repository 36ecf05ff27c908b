import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment, formatTime } from '#platform/i18n/format.ts'
import { readProctorHome, type ProctorHome } from '#modules/proctoring/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { readPage } from '../page-number.ts'
import { namesOfProfessions, qualificationLine, type Names } from '../centre/settings/desk-facts.ts'
import { Empty } from '../ui/empty.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { proctorText } from './proctor-text.ts'

const PAGE = 30

/** Sittings on line ahead, and endings that wait for a reviewer. */
export const proctorHomePage = page<ProctorHome & { names: Names; at: number }>({
  path: '/proctor', action: 'proctoring.desk', desk: 'proctor', access: ['proctor', 'centre-head'],
  async load(ctx, request) {
    const { list: home, page: at } = await readPage(request, PAGE, (each) => readProctorHome(ctx, { limit: PAGE, offset: (each - 1) * PAGE }), ({ total }) => total)
    return { ...home, at, names: await namesOfProfessions(ctx, [...new Set(home.sittings.map((sitting) => sitting.professionCode))]) }
  },
  title: (_data, lang) => proctorText(lang).home.title,
  view: ({ data, lang }) => {
    const words = proctorText(lang).home
    return (
      <>
        <h1>{words.title}</h1>
        <h2>{words.sittings}</h2>
        {data.sittings.length === 0 ? <Empty title={words.empty} icon="calendar">{words.emptyText}</Empty> : (
          <Table caption={words.sittings} captionHidden columns={[{ title: words.day }, { title: words.time, noWrap: true }, { title: words.stage }, { title: words.qualification }, { title: words.seats, numeric: true }]}
            rows={data.sittings.map((sitting) => ({
              key: sitting.id,
              cells: [<a href={`/${lang}/proctor/sittings/${sitting.id}`}>{formatDay(sitting.onDay, lang)}</a>, `${formatTime(sitting.startsAt)}–${formatTime(sitting.endsAt)}`, exams[lang].stages[sitting.stage], qualificationLine(data.names, sitting, lang), String(sitting.seats)],
            }))} />
        )}
        <h2>{words.reviews}</h2>
        <Table caption={words.reviews} captionHidden empty={<p>{words.noReviews}</p>} columns={[{ title: words.number }, { title: words.stage }, { title: words.ended }, { title: words.state }]}
          rows={data.reviews.map((review) => ({
            key: review.sessionId,
            cells: [
              <a href={`/${lang}/proctor/cases/${review.number}?stage=${review.stage}`}>{review.number}</a>, exams[lang].stages[review.stage], formatMoment(review.openedAt, lang),
              review.verdict ? <Tag tone={review.verdict === 'annulled' ? 'sky' : 'plain'}>{proctoring[lang].verdicts[review.verdict]}</Tag> : <Tag tone="sun">{words.waits}</Tag>,
            ],
          }))} />
        <Pagination page={data.at} pages={Math.max(1, Math.ceil(data.total / PAGE))} hrefFor={(at) => `/${lang}/proctor?page=${at}`} />
      </>
    )
  },
})
