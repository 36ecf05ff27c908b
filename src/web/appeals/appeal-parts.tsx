import { inLanguage, type Language } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { AppealView } from '#modules/appeals/index.ts'
import { messages } from '#modules/appeals/messages/index.ts'
import { blockerText } from '../denials.ts'
import { Box } from '../ui/card.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button } from '../ui/form.tsx'
import { FileRow } from '../ui/file-row.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { appealsText } from './appeals-text.ts'
import { DueLine, Papers, Written } from './parts.tsx'

/** The decision that is challenged, in one line. */
export function challengedLine(decision: { number: string; decidedOn: AppealView['challenged']['decidedOn']; outcome: 'pass' | 'fail' }, lang: Language): string {
  const words = appealsText(lang).appeal
  return fill(words.decisionValue, { number: decision.number, date: formatDay(decision.decidedOn, lang), outcome: words[decision.outcome] })
}

/** Whose appeal it is and where it stands. */
export function AppealHead({ view, lang }: { view: AppealView; lang: Language }) {
  const text = appealsText(lang)
  return (
    <div class="t-inhead"><div>
      <p class="t-case__no t-num">{fill(text.appeal.titleOf, { number: view.kase.number })}</p>
      <h1>{personName(view.candidate, lang, 'full')}</h1>
      <Tags>
        <Tag>{inLanguage(view.profession ?? {}, lang)}{view.kase.level === null ? '' : `, ${view.kase.level}`}</Tag>
        {view.first && <Tag>{text.appeal.secondTag}</Tag>}
        <Tag tone={view.lateness?.state === 'overdue' ? 'red' : 'sky'}>{text.steps[view.kase.step as 'lodged']}</Tag>
      </Tags>
    </div></div>
  )
}

/** What is appealed against, by which argument, until when it is to be decided. */
export function AppealMatter({ view, lang }: { view: AppealView; lang: Language }) {
  const text = appealsText(lang)
  return (
    <Box title={text.appeal.text}>
      <Written text={view.appeal.ground} />
      {view.files.map((file) => <FileRow key={file.id} state="made" name={file.kind === 'delivery-scan' ? text.delivery.file : text.paper.file} about={file.name} href={`/${lang}/attachments/${file.id}`} />)}
      <div class="t-narrow"><Facts compact facts={[
        ...(view.appeal.lateReason ? [{ term: text.appeal.lateShown, value: <Written text={view.appeal.lateReason} /> }] : []),
        { term: text.appeal.decision, value: challengedLine(view.challenged, lang) },
        ...(view.first ? [{ term: text.appeal.firstAppeal, value: <a class="t-num t-nowrap" href={`/${lang}/centre/appeals/${view.first}`}>{view.first}</a> }] : []),
        { term: text.lodgedOn, value: formatDay(legalDay(view.appeal.lodgedAt), lang) },
        { term: text.case, value: <a class="t-num t-nowrap" href={`/${lang}/centre/cases/${view.parent.number}`}>{view.parent.number}</a>, note: text.appeals.readFile },
        { term: text.due, value: <DueLine due={view.kase.nextDueOn} lateness={view.lateness} closed={view.kase.closedAt !== null} lang={lang} /> },
      ]} /></div>
    </Box>
  )
}

/** Members of the panel with what they voted. */
export function AppealVotes({ view, lang }: { view: AppealView; lang: Language }) {
  const words = appealsText(lang).appeals
  const text = appealsText(lang)
  const given = view.members.filter((member) => member.choice !== null).length
  const said = { uphold: text.vote.uphold, reject: text.vote.reject }
  return (
    <Box title={words.votesTitle} aside={fill(words.votesAside, { given, needed: view.needed })}>
      <Facts compact facts={view.members.map((member) => ({
        term: `${member.name}${member.chair ? ` · ${text.appeal.chair}` : ''}`,
        value: member.choice ? said[member.choice] : <span class="t-quiet">{words.waiting}</span>, ...(member.note ? { note: member.note } : {}),
      }))} />
    </Box>
  )
}

/** Whoever sits on the panel and may not any more is to be replaced before it decides; and what an appeal that is upheld would have to wait for. */
export function PanelStanding({ view, lang }: { view: AppealView; lang: Language }) {
  return (
    <>
      {view.standing.length > 0 && <NoticeBox tone="red">{view.standing.map((blocker) => blockerText(lang, blocker)).join(' ')}</NoticeBox>}
      {view.waitsFor && <NoticeBox tone="sun">{fill(appealsText(lang).appeals.waitsFor, { number: view.waitsFor })}</NoticeBox>}
    </>
  )
}

/** What may follow a rejected first appeal, as far as it is known. */
function secondText(second: NonNullable<AppealView['second']>, lang: Language, withDay = appealsText(lang).appeal.rejectedOnceText): string {
  const words = appealsText(lang).appeal
  if (second.lodged) return fill(words.secondLodged, { number: second.lodged })
  return second.lastOn ? fill(withDay, { lastOn: formatDay(second.lastOn, lang) }) : words.secondPending
}

/** What was decided and what follows from it: said to the candidate himself, or about him. */
export function AppealOutcomeBox({ view, lang, reader }: { view: AppealView; lang: Language; reader: 'candidate' | 'office' }) {
  const words = appealsText(lang).appeal
  const { outcome, reasons, againStages, termRestored } = view.appeal
  if (!outcome) return null
  const paper = messages[lang].paper
  const told = reader === 'candidate'
    ? { 'upheld-pass': words.passText, 'upheld-again': view.practiceNext ? words.practiceNextText : view.againIsFree ? words.againText : words.againPaidText, rejected: view.second ? secondText(view.second, lang) : words.rejectedText }
    : { 'upheld-pass': `${paper.newDecision} ${paper.documentFollows}`, 'upheld-again': view.practiceNext ? `${paper.practiceNext} ${paper.newNotice}` : view.againIsFree ? paper.newNotice : paper.noticeOnceAccepted, rejected: view.second ? secondText(view.second, lang, words.standsOnceText) : paper.stands }
  return (
    <Box title={words.reasons}>
      <NoticeBox tone={outcome === 'rejected' ? 'sky' : 'green'} title={messages[lang].outcomes[view.practiceNext && outcome === 'upheld-again' ? 'practice-next' : outcome]}>{told[outcome]}</NoticeBox>
      {view.second && reader === 'candidate' && (view.second.lodged
        ? <p><Button kind="secondary" href={`/${lang}/cases/${view.second.lodged}/appeal`}>{words.openSecond}</Button></p>
        : <p><Button href={`/${lang}/cases/${view.parent.number}/appeal`} iconAfter="arrow-right">{words.lodgeSecond}</Button></p>)}
      {termRestored !== null && <p>{termRestored ? words.restored : words.notRestored}</p>}
      {againStages && !view.practiceNext && <Facts compact facts={[{ term: words.again, value: againStages.map((stage) => messages[lang].stages[stage]).join(', ') }]} />}
      <Written text={reasons ?? ''} />
      <Papers papers={view.papers} lang={lang} />
    </Box>
  )
}
