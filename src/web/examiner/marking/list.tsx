import type { Language } from '#kernel/localized.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listMarking, type MarkingList } from '#modules/exams/index.ts'
import { Button } from '../../ui/button.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { namesOfProfessions, qualificationLine, type Names } from '../../centre/settings/desk-facts.ts'
import { markingText } from './marking-text.ts'

interface ListData {
  list: MarkingList
  names: Names
}

/** The practical sittings of the assessor, today's first. */
export const markingListPage = page<ListData>({
  path: '/examiner', action: 'marking.list', desk: 'examiner', access: ['assessor', 'panel-member', 'centre-head'],
  async load(ctx) {
    // Members of panels share the desk; who is no assessor has nothing to mark.
    const list = hasRole(ctx.actor, 'assessor') ? await listMarking(ctx) : { today: '' as MarkingList['today'], called: [], takenOver: [], sittings: [] }
    return { list, names: await namesOfProfessions(ctx, list.sittings.map(({ sitting }) => sitting.professionCode)) }
  },
  title: (_data, lang) => markingText(lang).list.title,
  view: ({ lang, data: { list, names } }) => {
    const words = markingText(lang).list
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        {list.takenOver.length > 0 && <Box title={words.takenOver}><ul>{list.takenOver.map((each) => <li key={each.number}><a href={each.online ? `/${lang}/examiner/marking/${each.number}` : `/${lang}/examiner/sittings/${each.sittingId}/tablet`}>{each.name}, <span class="t-num">{each.number}</span></a></li>)}</ul></Box>}
        {list.called.length > 0 && <Box title={words.called}><ul>{list.called.map((each) => <li key={each.number}><a href={`/${lang}/examiner/marking/${each.number}`}>{each.name}, <span class="t-num">{each.number}</span></a></li>)}</ul></Box>}
        {list.sittings.length === 0 && list.called.length === 0 && list.takenOver.length === 0 && <Empty title={words.empty} icon="list-checks">{words.emptyText}</Empty>}
        <div class="t-stack">
          {list.sittings.map(({ sitting, candidates }) => (
            <Box key={sitting.id} title={sitting.onDay === list.today ? words.today : fill(words.later, { date: formatDay(sitting.onDay, lang, 'full') })} tag={<Tag>{qualificationLine(names, sitting, lang)}</Tag>} flush
              aside={<a href={`/${lang}/centre/sittings/${sitting.id}`}>{fill(words.when, { from: formatTime(sitting.startsAt), to: formatTime(sitting.endsAt), room: lang === 'ru' ? sitting.roomRu : sitting.roomKk })}</a>}>
              {candidates.length > 0 && sitting.mode !== 'online' && <div class="t-box__b"><Button href={`/${lang}/examiner/sittings/${sitting.id}/tablet`} icon="list-checks">{markingText(lang).tablet.open}</Button></div>}
              <Table caption={words.title} captionHidden columns={[{ title: '' }, { title: '' }, { title: '' }]} empty={<p class="t-quiet">{words.nobody}</p>}
                rows={candidates.map((candidate) => ({ key: candidate.number, cells: [<b>{candidate.name}</b>, <State candidate={candidate} lang={lang} />, candidate.working || candidate.ended ? <a href={`/${lang}/examiner/marking/${candidate.number}`}>{words.open}</a> : <a href={`/${lang}/centre/sittings/${sitting.id}#seat-${candidate.number}`}>{words.console}</a>] }))} />
            </Box>
          ))}
        </div>
      </>
    )
  },
})

function State({ candidate, lang }: { candidate: MarkingList['sittings'][number]['candidates'][number]; lang: Language }) {
  const words = markingText(lang).list
  if (candidate.ended) return <Tag icon="check">{words.ended}</Tag>
  if (candidate.working) return <Tag tone="green">{fill(words.working, { n: candidate.marked })}</Tag>
  return <Tag tone="sun">{candidate.step === 'theory-passed' ? words.waits : words.notYet}</Tag>
}
