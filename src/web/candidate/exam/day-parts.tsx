import type { Language } from '#kernel/localized.ts'
import { formatDay, formatMoment, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { lastDayForAll, type ChoiceFound, type DayChosen, type WishShown } from '#modules/exams/index.ts'
import { Card } from '../../ui/card.tsx'
import { Button } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { dayText } from './day-text.ts'

/** Each stage of a choice in one line. */
export function ChosenLines({ chosen, lang }: { chosen: readonly DayChosen[]; lang: Language }) {
  const words = dayText(lang)
  return (
    <ul class="t-dots">
      {chosen.map((each) => (
        <li key={each.stage}>{fill(words.chosenLine, { stage: words.stages[each.stage], date: formatDay(each.onDay, lang, 'full'), from: formatTime(each.startsAt), to: formatTime(each.endsAt), room: lang === 'ru' ? each.roomRu : each.roomKk })}</li>
      ))}
    </ul>
  )
}

/** Days of the week and parts of the day in words. */
export function wishWords(wish: Pick<WishShown, 'weekdays' | 'parts'>, lang: Language): string {
  const words = dayText(lang)
  const days = wish.weekdays.length === 0 ? words.anyDay : wish.weekdays.map((each) => words.weekdayNames[each - 1]!.toLocaleLowerCase(lang)).join(', ')
  const parts = wish.parts.length === 0 ? words.anyPart : wish.parts.map((each) => words.partNames[each].toLocaleLowerCase(lang)).join(', ')
  return `${days}; ${parts}`
}

/** On the page of one's case: what was chosen, or that one may choose. */
export function OwnDay({ choice, number, lang }: { choice: ChoiceFound | undefined; number: string; lang: Language }) {
  if (!choice || !choice.mayChoose) return null
  const words = dayText(lang)
  const way = <Button kind="secondary" href={`/${lang}/cases/${number}/day`} icon="calendar">{choice.chosen.length > 0 ? words.change : words.open}</Button>
  if (choice.chosen.length === 0) return <Card title={words.invite}><p>{words.inviteText}</p>{way}</Card>
  const sendBy = lastDayForAll(choice.chosen)
  return (
    <Card title={words.chosenTitle}>
      <ChosenLines chosen={choice.chosen} lang={lang} />
      {sendBy ? <p class="t-small t-quiet">{fill(words.sendBy, { day: formatDay(sendBy, lang) })} {fill(words.chosenAt, { at: formatMoment(choice.chosen[0]!.chosenAt, lang) })}</p> : <NoticeBox tone="sun">{words.lapsed}</NoticeBox>}
      {way}
    </Card>
  )
}

/** In the folder of the centre: what the candidate chose, and the way to send the notification for it. */
export function CandidatesDay({ choice, href, lang }: { choice: ChoiceFound | undefined; href: string; lang: Language }) {
  if (!choice || (choice.chosen.length === 0 && !choice.wish)) return null
  const words = dayText(lang)
  const sendBy = lastDayForAll(choice.chosen)
  return (
    <NoticeBox tone={choice.chosen.length > 0 && !sendBy ? 'sun' : 'sky'} title={choice.chosen.length > 0 ? words.centre.title : words.centre.waits}>
      {choice.chosen.length > 0 && <ChosenLines chosen={choice.chosen} lang={lang} />}
      {choice.chosen.length > 0 && <p>{sendBy ? fill(words.centre.sendBy, { day: formatDay(sendBy, lang) }) : words.lapsedCentre}</p>}
      {choice.wish && <p>{fill(words.centre.wish, { what: wishWords(choice.wish, lang) })}</p>}
      {href && <p><a href={href}>{words.centre.toNotice}</a></p>}
    </NoticeBox>
  )
}
