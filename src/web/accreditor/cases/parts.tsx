import { inLanguage, type Language } from '#kernel/localized.ts'
import { dueText, formatBytes, formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CaseListed, CaseShown } from '#modules/accreditation/index.ts'
import { messages } from '#modules/accreditation/messages/index.ts'
import { messages as centreMessages } from '#modules/centres/messages/index.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Due } from '../../ui/due.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FileRow } from '../../ui/file-row.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { certificateText } from '../../applicant/certificate/certificate-text.ts'
import { decisionText } from '../decision/decision-text.ts'
import { casesText } from './cases-text.ts'

type Shown = { view: CaseShown; lang: Language }

/** What is due next, or that no term is set. */
export function DueOf({ row, lang }: { row: Pick<CaseListed, 'nextDueOn' | 'lateness'> & { closed: boolean }; lang: Language }) {
  if (row.closed) return <span class="t-quiet">{casesText(lang).empty}</span>
  if (!row.nextDueOn || !row.lateness) return <span class="t-quiet">{casesText(lang).notSet}</span>
  return <Due words={dueText(lang, row.lateness)} date={formatDay(row.nextDueOn, lang, 'short')} tone={row.lateness.state === 'overdue' ? 'late' : row.lateness.state === 'today' ? 'today' : 'plain'} />
}

/** A line of the application in words: profession and level. */
export function lineName(view: Pick<CaseShown, 'lines'>, code: string, level: number | null, lang: Language): string {
  const found = view.lines.find((line) => line.professionCode === code)?.profession
  const name = found ? inLanguage(found.name, lang) : code
  return level === null ? name : fill(casesText(lang).head.level, { name, level })
}

/** A paper, or what is checked and reviewed, in words. */
export function itemName(view: Pick<CaseShown, 'lines'>, item: string, lang: Language): string {
  const [part, code, level] = item.split('/')
  const name = casesText(lang).papers[part as 'staff']
  return code ? `${name}: ${lineName(view, code, Number(level), lang)}` : name
}

/** Whose case it is and where it stands. */
export function CaseHead({ view, lang }: Shown) {
  const text = casesText(lang)
  const { kase } = view
  return (
    <div class="t-inhead"><div>
      <p class="t-case__no t-num">{kase.number ?? text.noNumber}</p>
      <h1>{inLanguage(view.organisation.name, lang)}</h1>
      <Tags>
        {kase.kind !== 'initial' && <Tag>{decisionText(lang).decisions.kinds[kase.kind]}</Tag>}
        <Tag tone={kase.step === 'returned' ? 'red' : kase.step === 'correcting' ? 'sun' : 'sky'}>{text.steps[kase.step]}</Tag>
        {kase.whoseMove !== 'nobody' && <Tag>{text.columns.move}: {text.movers[kase.whoseMove]}</Tag>}
      </Tags>
    </div></div>
  )
}

/** Which certificate an extension or a renewal is about, and that it ended while the case runs: the gap is not hidden. */
export function AboutCertificate({ view, lang }: Shown) {
  const words = certificateText(lang).kase
  const { about, kase } = view
  if (!about) return null
  const runs = kase.closedAt === null && kase.step !== 'certificate-issued' && kase.step !== 'contract-sent'
  return (
    <>
      {runs && about.state === 'expired' && <NoticeBox tone="sun">{fill(words.ended, { date: formatDay(about.validUntil, lang) })}</NoticeBox>}
      {runs && (about.state === 'withdrawn' || about.state === 'terminated') && <NoticeBox tone="sun">{fill(words.notInForce, { number: about.number, state: centreMessages[lang].certificates.states[about.state] })}</NoticeBox>}
      <p class="t-quiet">{words.about}: <a href={`/${lang}/certificates/${about.number}`}>{fill(words.aboutValue, { number: about.number, until: formatDay(about.validUntil, lang) })}</a></p>
    </>
  )
}

/** The clocks of the six stages; where nothing sets a term, that is said. */
export function StageClocks({ view, lang }: Shown) {
  const text = casesText(lang)
  const words = text.head
  const ended = { done: words.done, 'given-back': words.givenBack, 'broken-off': words.brokenOff }
  return (
    <Box title={words.clocks}>
      <Facts compact facts={view.stages.map(({ stage, term, clocks }) => {
        const last = clocks.at(-1)
        const state = !last ? words.ahead : last.endedHow ? ended[last.endedHow] : fill(words.since, { date: formatDay(last.startedOn, lang) })
        return {
          term: `${stage}. ${text.stages[String(stage) as '1']}`, value: state,
          note: term === undefined ? text.notSet : `${fill(words.days, { n: term })}${last?.dueOn && !last.endedHow ? ` · ${fill(words.until, { date: formatDay(last.dueOn, lang) })}` : ''}`,
        }
      })} />
      <p class="t-quiet">{words.clocksNote}</p>
    </Box>
  )
}

/** The application as it stands, to read. */
export function FilingRead({ view, lang, programmes }: Shown & { programmes?: preact.ComponentChildren }) {
  const text = casesText(lang)
  const { filing, kase } = view
  const said = (value: string) => value || <span class="t-quiet">{text.head.nothing}</span>
  return (
    <Box title={text.head.content}><div class="t-stack">
      <Facts compact facts={[
        { term: text.columns.region, value: inLanguage({ kk: view.region?.nameKk, ru: view.region?.nameRu, en: view.region?.nameEn }, lang) },
        { term: text.columns.channel, value: text.channels[kase.channel] },
        ...(view.organisation.bin ? [{ term: text.head.bin, value: <span class="t-num">{view.organisation.bin}</span> }] : []),
        ...(kase.receivedOn ? [{ term: text.columns.received, value: formatDay(kase.receivedOn, lang) }] : []),
        { term: text.columns.lines, value: view.lines.length === 0 ? said('') : <ul>{view.lines.map((line) => <li key={`${line.professionCode}/${line.level}`}>{lineName(view, line.professionCode, line.level, lang)}</li>)}</ul> },
        { term: text.fill.title, value: said(filing.premisesTitle ? text.titles[filing.premisesTitle] : '') },
        { term: text.fill.place, value: said(filing.premises) }, { term: text.fill.equipment, value: said(filing.equipment) }, { term: text.fill.resources, value: said(filing.resources) },
      ]} />
      {view.staff.length > 0 && <Table caption={text.fill.staff} captionHidden columns={[{ title: text.columns.person }, { title: text.columns.profession }, { title: text.columns.qualification }]}
        rows={view.staff.map((person) => ({ key: person.id, cells: [person.name, lineName(view, person.professionCode, null, lang), person.qualification] }))} />}
      {programmes}
      <div><PaperRows view={view} lang={lang} /></div>
    </div></Box>
  )
}

/** The papers with their language; what came after the giving back is marked. */
export function PaperRows({ view, lang, remove }: Shown & { remove?: (paperId: string) => preact.ComponentChildren }) {
  const text = casesText(lang)
  const since = view.filing.givenBackAt
  return <>{view.papers.map((paper) => (
    <FileRow key={paper.id} state="made" name={itemName(view, paper.professionCode ? `${paper.kind}/${paper.professionCode}/${paper.level}` : paper.kind, lang)} href={`/${lang}/accreditation-papers/${paper.id}`}
      about={[paper.language ? text.languages[paper.language] : '', paper.name, formatBytes(paper.size, lang), since && paper.uploadedAt > since ? text.head.afterBack : ''].filter(Boolean).join(' · ')} remove={remove?.(paper.id)} />
  ))}</>
}

/** What the chamber found wrong, and why it returned the application. */
export function CheckResult({ view, lang }: Shown) {
  const text = casesText(lang)
  const wrong = view.kase.step === 'correcting' || view.kase.step === 'returned' ? view.checks.filter((check) => check.verdict === 'wrong') : []
  return (
    <>
      {view.filing.returnGrounds && <NoticeBox tone="red" title={text.check.grounds}>{view.filing.returnGrounds}</NoticeBox>}
      {wrong.length > 0 && <NoticeBox tone="sun" title={text.check.result}><ul>{wrong.map((check) => <li key={check.item}><b>{itemName(view, check.item, lang)}</b>: {check.reason}</li>)}</ul></NoticeBox>}
    </>
  )
}

/** The opinions that the reader may see. */
export function Opinions({ view, lang }: Shown) {
  const text = casesText(lang)
  if (view.experts.length === 0) return null
  return (
    <Box title={text.review.opinions}>
      {view.experts.map((expert, place) => {
        const noted = expert.marks.filter((mark) => mark.verdict !== 'conforms')
        return (
          <div key={expert.accountId}>
            <Facts compact facts={[{
              term: expert.name || fill(text.review.expert, { n: place + 1 }),
              value: expert.opinion ? text.marks[expert.opinion] : <span class="t-quiet">{expert.steppedBack ? text.review.steppedBack : text.review.waiting}</span>,
              ...(expert.grounds || expert.conflict ? { note: expert.grounds || expert.conflict } : {}),
            }]} />
            {expert.opinion && noted.length > 0 && <ul>{noted.map((mark) => <li key={mark.item}>{itemName(view, mark.item, lang)} — {text.marks[mark.verdict]}: {mark.note}</li>)}</ul>}
          </div>
        )
      })}
    </Box>
  )
}

/** Who did what and when; for the applicant the people of the body stand without names. */
export function History({ view, lang }: Shown) {
  const text = casesText(lang)
  const kinds: Readonly<Record<string, string>> = messages[lang].timeline
  return (
    <Box title={text.head.timeline}>
      <Timeline items={inRuns(view.timeline).toReversed().flatMap(({ entry, times }) => (kinds[entry.kind]
        ? [{ when: formatMoment(entry.at, lang), title: `${kinds[entry.kind]!}${times > 1 ? ` (${times})` : ''}`, who: entry.actorName }] : []))} />
    </Box>
  )
}

/** The same act of the same person many times over is one line with its number; it stands at its last time. */
function inRuns(entries: CaseShown['timeline']): { entry: CaseShown['timeline'][number]; times: number }[] {
  const runs: { entry: CaseShown['timeline'][number]; times: number }[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && last.entry.kind === entry.kind && last.entry.actorId === entry.actorId) runs[runs.length - 1] = { entry, times: last.times + 1 }
    else runs.push({ entry, times: 1 })
  }
  return runs
}

/** A reason with the profession by its name instead of its code. */
export function reasonText(view: Pick<CaseShown, 'lines'>, blocker: CaseShown['missing'][number], lang: Language): string {
  const [, code, level] = /^(\S+)(?: \((\d)\))?$/.exec(String(blocker.data?.['profession'] ?? '')) ?? []
  return blockerText(lang, code ? { ...blocker, data: { ...blocker.data, profession: lineName(view, code, level ? Number(level) : null, lang) } } : blocker)
}
