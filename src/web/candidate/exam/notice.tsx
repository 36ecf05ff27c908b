import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment, formatTime, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readNotice, type OwnNotice } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { ForbiddenList } from '../../case/forbidden-list.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { practiceText } from '../../exam-room/practice/practice-text.ts'
import { practiceBase } from '../../exam-room/practice/work-files.tsx'
import { watchText } from '../../exam-room/watch/watch-text.ts'
import { candidateExamText } from './exam-text.ts'

/** The whole notice: when, where, what to bring, what is forbidden, which rights there are. */
export const noticePage = page<OwnNotice>({
  path: '/cases/:number/notice', action: 'notification.read', desk: 'candidate', access: 'signed-in',
  load: (ctx, request) => readNotice(ctx, request.params['number']!),
  title: (data, lang) => `${candidateExamText(lang).notice.title} · ${data.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.number}`, text: candidateExamText(lang).back } }),
  view: ({ data: notice, lang }) => {
    const words = candidateExamText(lang).notice
    const own = `/${lang}/cases/${notice.number}`
    return (
      <div class="t-gap">
        <div>
          <h1>{words.title}</h1>
          <p class="t-quiet">{fill(words.number, { n: notice.notification.number, at: formatMoment(notice.notification.sentAt, lang) })}</p>
        </div>
        {notice.notification.ground && <NoticeBox tone="sun">{fill(words.ground, { ground: notice.notification.ground })}</NoticeBox>}
        <Facts facts={[
          ...notice.sittings.map((sitting) => ({
            term: words.stage[sitting.stage], value: fill(words.line, { date: formatDay(sitting.onDay, lang, 'full'), from: formatTime(sitting.startsAt), to: formatTime(sitting.endsAt), room: lang === 'ru' ? sitting.roomRu : sitting.roomKk }),
          })),
          notice.sittings.some((sitting) => sitting.mode === 'offline') ? { term: words.where, value: notice.centre, note: lang === 'ru' ? notice.address.ru : notice.address.kk } : { term: words.centre, value: notice.centre },
          { term: words.bring, value: words.identity, note: inLanguage(notice.needs, lang) },
          ...(notice.accommodations.length > 0 ? [{ term: words.accommodations, value: notice.accommodations.map((each) => (each.kind === 'extra-time' && each.extraPercent ? fill(words.extra, { percent: each.extraPercent }) : exams[lang].accommodations[each.kind])).join('; ') }] : []),
          ...(notice.contact ? [{ term: words.contact, value: notice.contact }] : []),
        ]} />
        {notice.sittings.some((sitting) => sitting.mode === 'online') && <NoticeBox title={watchText(lang).notAdmitted.title}><p>{watchText(lang).notAdmitted.text}</p><p><a href={`/${lang}/exam/${notice.number}/watch`}>{watchText(lang).notAdmitted.go}</a></p></NoticeBox>}
        {notice.step === 'notified' && <ButtonRow stacked><Button href={`${own}/briefing`} iconAfter="arrow-right">{words.confirm}</Button></ButtonRow>}
        {(notice.step === 'briefed' || notice.step === 'theory-running') && <ButtonRow stacked><Button href={`/${lang}/exam/${notice.number}`} iconAfter="arrow-right">{words.exam}</Button></ButtonRow>}
        {(notice.step === 'theory-passed' || notice.step === 'practice-running') && notice.sittings.some((sitting) => sitting.stage === 'practice' && sitting.mode === 'online') && <ButtonRow stacked><Button href={practiceBase(lang, notice.number)} iconAfter="arrow-right">{practiceText(lang).title}</Button></ButtonRow>}
        <section>
          <h2>{words.forbidden}</h2>
          <p>{words.forbiddenLead}</p>
          <ForbiddenList lang={lang} />
        </section>
        <section>
          <h2>{words.rights}</h2>
          <p>{words.complaint} <a href={`${own}/complaint`}>{words.lodge}</a></p>
          <p>{fill(words.appeal, { days: termDays(notice.appealDays, lang) })}</p>
        </section>
        <IconLinks links={[{ href: `/${lang}/papers/${notice.notification.paperId}`, text: words.pdf, icon: 'printer' }, { href: `${own}/exam.ics`, text: words.calendar, icon: 'calendar-plus' }]} />
      </div>
    )
  },
})
