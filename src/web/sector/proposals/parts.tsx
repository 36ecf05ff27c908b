import { inLanguage, type Language } from '#kernel/localized.ts'
import { formatBytes, formatDay, formatMoment, termDays } from '#platform/i18n/format.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import type { Moment } from '#kernel/day.ts'
import { PROPOSAL_STEPS_IN_ORDER, type ProposalListed, type ProposalShown } from '#modules/register/index.ts'
import { ASPECTS, changedAspects } from '#modules/professions/index.ts'
import { HISTORY } from '../../public/history-texts.ts'
import { aspectInWords, changesInWords } from '../../public/version-words.ts'
import { Box } from '../../ui/card.tsx'
import { Due } from '../../ui/due.tsx'
import { Facts, type Fact } from '../../ui/facts.tsx'
import { FileRow } from '../../ui/file-row.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Road } from '../../ui/road.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { proposalText } from './proposal-text.ts'

type Shown = { readonly view: ProposalShown; readonly lang: Language }

const TONES = { entered: 'green', 'not-agreed': 'red', 'not-recommended': 'red', withdrawn: 'plain' } as const

/** The profession of a proposal by name and code. */
export function professionOf(row: Pick<ProposalListed, 'professionName' | 'professionCode'>, lang: Language): string {
  const name = inLanguage(row.professionName, lang)
  return name ? `${name} (${row.professionCode})` : row.professionCode
}

export function StepTag({ step, lang }: { readonly step: ProposalListed['step']; readonly lang: Language }) {
  return <Tag tone={TONES[step as keyof typeof TONES] ?? 'sky'}>{proposalText(lang).steps[step]}</Tag>
}

/** Until when the register is to be updated: late in red. */
export function UpdateDue({ row, lang }: { readonly row: ProposalListed; readonly lang: Language }) {
  const { page } = proposalText(lang)
  if (row.updateDueOn === null || row.closedAt !== null) return <span class="t-quiet">—</span>
  return row.late ? <Due tone="late" words={page.late} date={formatDay(row.updateDueOn, lang, 'short')} /> : <Due words={formatDay(row.updateDueOn, lang)} />
}

/** Number, profession, kind and where the proposal stands. */
export function ProposalHead({ view: { proposal }, lang }: Shown) {
  const text = proposalText(lang)
  return (
    <div class="t-inhead"><div>
      <p class="t-case__no t-num">{proposal.number ?? text.page.noNumber}</p>
      <h1>{professionOf(proposal, lang)}</h1>
      <Tags>
        <Tag>{text.kinds[proposal.kind]}</Tag>
        <StepTag step={proposal.step} lang={lang} />
        {proposal.late && <Tag tone="red">{text.page.late}</Tag>}
      </Tags>
    </div></div>
  )
}

/** What is known of the proposal beside its entry. */
export function ProposalFactsBox({ view, lang }: Shown) {
  const text = proposalText(lang).page
  const { proposal } = view
  const day = (on: ProposalListed['filedOn']) => on && formatDay(on, lang)
  const protocol = (number: string | null, on: ProposalListed['filedOn']) => number && on && fill(text.protocol, { number, on: formatDay(on, lang) })
  const known = (term: string, value: preact.ComponentChildren, note?: string): Fact[] => (value ? [{ term, value, ...(note ? { note } : {}) }] : [])
  return (
    <Box title={text.facts}>
      <Facts compact facts={[
        ...known(proposalText(lang).list.body, inLanguage(proposal.bodyName, lang)),
        ...known(text.association, proposal.association),
        ...known(text.grounds, proposal.grounds),
        ...known(text.filedOn, day(proposal.filedOn)),
        ...known(text.roundCloses, day(proposal.roundClosesOn)),
        ...known(text.council, protocol(proposal.councilNumber, proposal.councilOn)),
        ...known(text.national, protocol(proposal.nationalNumber, proposal.nationalOn)),
        ...(proposal.nationalOn && proposal.step !== 'not-recommended'
          ? known(text.updateDue, proposal.updateDueOn ? `${formatDay(proposal.updateDueOn, lang)}${proposal.late ? ` — ${text.late}` : ''}` : text.notSet, view.updateDays === undefined ? undefined : fill(text.updateDueNote, { days: termDays(view.updateDays, lang) })) : []),
        ...known(text.firstDay, day(proposal.firstDay)),
        ...known(text.preparedBy, view.preparedByName),
        ...known(text.edition, proposal.editionNo && <a href={`/${lang}/register/editions/${proposal.editionNo}`}>{fill(text.editionNo, { no: proposal.editionNo })}</a>),
        ...known(text.endGrounds, proposal.closedAt && proposal.endGrounds),
        { term: text.running, value: view.runningCases === 0 ? text.runningNone : plural(lang, text.runningText, view.runningCases) },
      ]} />
      {view.base && <p class="t-small"><a href={`/${lang}/professions/${proposal.professionCode}`}>{text.publicPage}</a></p>}
    </Box>
  )
}

/** The proposal as the difference of two versions: in words, and side by side. */
export function ProposalDiff({ view, lang }: Shown) {
  const text = proposalText(lang).diff
  const { proposal, base, proposed, fields } = view
  if (!base && !proposed) return null
  const words = base && proposed ? changesInWords(base, proposed, fields, lang) : []
  const differing = base && proposed ? changedAspects(base, proposed) : []
  const entered = proposal.step === 'entered'
  const versions = [...(base ? [{ head: entered ? text.before : text.now, version: base }] : []), ...(proposed ? [{ head: entered ? text.after : text.proposed, version: proposed }] : [])]
  const title = base && proposed ? (entered ? text.entered : text.title) : proposed ? text.add : text.strike
  return (
    <Box title={title}><div class="t-stack">
      {view.baseMoved && <NoticeBox tone="sun">{text.moved}</NoticeBox>}
      {base && proposed && (words.length === 0 ? <p class="t-quiet">{text.none}</p> : <ul>{words.map((each) => <li key={each}>{each}</li>)}</ul>)}
      <Table caption={title} captionHidden rowHeaders columns={[{ title: text.aspect }, ...versions.map(({ head }) => ({ title: head }))]}
        rows={ASPECTS.map((aspect) => ({
          key: aspect,
          cells: [<>{HISTORY[lang].aspects[aspect]}{differing.includes(aspect) && <> <Tag tone="sun">{text.differs}</Tag></>}</>, ...versions.map(({ version }) => aspectInWords(version, aspect, fields, lang))],
        }))} />
    </div></Box>
  )
}

/** The papers with what each is. */
export function ProposalPapers({ view, lang, remove }: Shown & { readonly remove?: (paperId: string) => preact.ComponentChildren }) {
  const text = proposalText(lang).page
  return (
    <Box title={text.papers}>
      {view.papers.length === 0 && <p class="t-quiet">{text.noPapers}</p>}
      {view.papers.map((paper) => (
        <FileRow key={paper.id} state="made" name={paper.name} href={`/${lang}/proposal-papers/${paper.id}`} about={`${text.paperKinds[paper.kind]} · ${formatBytes(paper.size, lang)}`} remove={remove?.(paper.id)} />
      ))}
    </Box>
  )
}

/** How far the proposal came on its road, and who did what. */
export function ProposalCourse({ view, lang }: Shown) {
  const text = proposalText(lang)
  const { proposal, history } = view
  const reached = PROPOSAL_STEPS_IN_ORDER.indexOf(proposal.step)
  const titles = text.history as Record<string, string>
  return (
    <>
      {reached >= 0 && (
        <Box title={text.page.roadTitle}>
          <Road mini steps={PROPOSAL_STEPS_IN_ORDER.map((step, place) => ({
            // The step the proposal stands at is done; what waits is the next one.
            state: place <= reached && !(proposal.step === 'draft') ? 'done' : place === reached + (proposal.step === 'draft' ? 0 : 1) ? 'now' : 'next', title: text.road[step as keyof typeof text.road],
            ...(place === reached + (proposal.step === 'draft' ? 0 : 1) && proposal.whoseMove !== 'nobody' ? { detail: text.movers[proposal.whoseMove] } : {}),
          }))} />
        </Box>
      )}
      <Box title={text.page.history}>
        <Timeline items={history.toReversed().map((entry) => ({
          when: formatMoment(entry.at as Moment, lang), title: titles[entry.kind] ?? entry.kind, who: entry.by, ...(typeof entry.payload['grounds'] === 'string' ? { body: entry.payload['grounds'] } : {}),
        }))} />
      </Box>
    </>
  )
}
