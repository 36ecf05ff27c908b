import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { formatDay, formatTime, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { NoticePage } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { ForbiddenList } from '../../case/forbidden-list.tsx'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Details } from '../../ui/why.tsx'
import { conductText } from './conduct-text.ts'

function contentFacts({ content, offer }: NoticePage, lang: Language) {
  const words = conductText(lang).notify
  const conditions = content.accommodations.map((each) => (each.kind === 'extra-time' && each.extraPercent ? fill(words.extra, { percent: each.extraPercent }) : exams[lang].accommodations[each.kind]))
  return [
    { term: words.where, value: content.centre, note: offer.stages.length > 0 && offer.stages.every((stage) => offer.modes[stage] === 'online') ? words.onLine : lang === 'ru' ? content.address.ru : content.address.kk },
    { term: words.bring, value: words.identity, note: inLanguage(content.needs, lang) },
    ...(conditions.length > 0 ? [{ term: words.conditions, value: conditions.join('; ') }] : []),
    { term: words.complaintTerm, value: words.complaintText },
    { term: words.appealTerm, value: fill(words.appealText, { days: termDays(content.appealDays, lang) }) },
    ...(content.contact ? [{ term: words.contact, value: content.contact }] : []),
  ]
}

function Forbidden({ lang, open }: { lang: Language; open?: boolean }) {
  return (
    <Details summary={conductText(lang).notify.forbidden} open={open}>
      <ForbiddenList lang={lang} />
    </Details>
  )
}

/** What every notification of this case says, whatever the day. */
export function NoticeContentBox({ view, lang }: { view: NoticePage; lang: Language }) {
  return <div class="t-narrow"><Box title={conductText(lang).notify.same}><Facts facts={contentFacts(view, lang)} /><Forbidden lang={lang} /></Box></div>
}

/** The notification as the candidate would read it, with the sittings chosen; nothing is sent yet. */
export function NoticePreview({ view, chosen, ground, lang }: { view: NoticePage; chosen: Readonly<Partial<Record<Stage, string>>>; ground: string; lang: Language }) {
  const all = conductText(lang)
  const words = all.notify
  const lines = view.offer.stages.map((stage) => {
    const sitting = view.offer.sittings[stage].find((each) => each.id === chosen[stage])
    const when = sitting && fill(words.option, { date: formatDay(sitting.onDay, lang, 'full'), from: formatTime(sitting.startsAt), to: formatTime(sitting.endsAt) })
    return { term: all.stages[stage], value: when ?? words.nothingChosen, note: sitting && (lang === 'ru' ? sitting.roomRu : sitting.roomKk) }
  })
  return (
    <div class="t-preview" id="preview">
      <Box title={words.previewTitle}>
        <p class="t-small t-quiet">{words.previewNote}</p>
        <Facts facts={[...lines, ...(ground ? [{ term: words.ground, value: ground }] : []), ...contentFacts(view, lang)]} />
        <Forbidden lang={lang} open />
      </Box>
    </div>
  )
}
