import type { Language } from '#kernel/localized.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { ViewProps } from '#platform/http/page.ts'
import type { CaseShown, LineProgramme } from '#modules/accreditation/index.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, Form } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { casesText } from './cases-text.ts'
import { lineName } from './parts.tsx'

/** The desk at which a case is read. */
export type CaseDesk = 'accreditor' | 'applicant'
type LineKey = Pick<LineProgramme, 'professionCode' | 'level'>

const programmeOf = (view: CaseShown, line: LineKey) => view.programmes.find((each) => each.professionCode === line.professionCode && each.level === line.level)
/** A centre writes at its own desk, an applicant at its own, the chamber what came to it on paper. */
const editorOf = (view: CaseShown, { standing, ofCentre }: LineProgramme, lang: Language) => `/${lang}/${ofCentre ? 'centre' : view.kase.channel === 'paper' ? 'accreditor' : 'applicant'}/programmes/${standing.version.id}`

/** The page of the programme handed in for a line; undefined where there is none yet. */
export function programmeHref(view: CaseShown, line: LineKey, lang: Language, desk: CaseDesk): string | undefined {
  return view.lines.some((each) => each.professionCode === line.professionCode && each.level === line.level && each.programmeVersionId) ? `/${lang}/${desk}/cases/${view.kase.id}/programmes/${line.professionCode}/${line.level}` : undefined
}

/** One programme per profession: opened here, written in the editor, whole or with what it lacks. */
export function ProgrammeForms({ p }: { readonly p: ViewProps<{ view: CaseShown }> }) {
  const { lang, data: { view } } = p
  const words = casesText(lang).programmes
  if (view.lines.length === 0) return null
  return (
    <Box title={words.formTitle}><div class="t-stack">
      <p class="t-quiet">{words.hint}</p>
      {view.lines.map((line) => {
        const programme = programmeOf(view, line)
        const blockers = programme?.standing.blockers ?? []
        const name = lineName(view, line.professionCode, line.level, lang)
        const opens = !programme || (programme.handedIn && programme.standing.version.state === 'handed-in')
        return (
          <div key={`${line.professionCode}/${line.level}`}>
            <p><b>{name}</b> {programme ? <Tag tone={blockers.length > 0 ? 'sun' : 'green'}>{blockers.length > 0 ? fill(words.lacks, { n: blockers.length }) : words.whole}</Tag> : <Tag>{words.none}</Tag>}</p>
            {programme && <p><a href={editorOf(view, programme, lang)}>{fill(words.open, { n: programme.standing.version.versionNo })}</a><br /><span class="t-quiet">{shapeOf(programme, lang)}</span></p>}
            {blockers.length > 0 && <Details summary={words.what}><ul>{blockers.slice(0, 30).map((blocker) => <li key={JSON.stringify(blocker)}>{blockerText(lang, blocker)}</li>)}</ul></Details>}
            {opens && (
              <Form csrf={p.csrf} requestKey={`${p.requestKey}-${line.professionCode}-${line.level}`} version={view.kase.version} values={{ do: 'draft-programme', code: line.professionCode, level: line.level }}>
                <Button kind="secondary" icon={programme ? 'file-pen' : 'plus'} more={name}>{programme ? words.mend : words.start}</Button>
              </Form>
            )}
          </div>
        )
      })}
    </div></Box>
  )
}

function shapeOf({ standing: { version, items } }: LineProgramme, lang: Language): string {
  return fill(casesText(lang).programmes.shape, { items: formatNumber(items, lang), steps: formatNumber(version.content.map.steps.length, lang) })
}

/** The programmes handed in, to read, with the beginning of their fingerprints. */
export function ProgrammeRows({ view, lang, desk }: { readonly view: CaseShown; readonly lang: Language; readonly desk: CaseDesk }) {
  const words = casesText(lang).programmes
  const handed = view.programmes.filter((each) => each.handedIn)
  if (handed.length === 0) return null
  return (
    <div>
      <h3 class="govuk-heading-s">{words.title}</h3>
      <Facts compact facts={handed.map((each) => {
        const { programmeDigest } = view.lines.find((line) => line.professionCode === each.professionCode && line.level === each.level)!
        return {
          term: lineName(view, each.professionCode, each.level, lang), value: <a href={programmeHref(view, each, lang, desk)}>{fill(words.versionNo, { n: each.standing.version.versionNo })}</a>,
          note: <>{shapeOf(each, lang)}<br />{words.digest} <span class="t-num" title={programmeDigest ?? ''}>{programmeDigest?.slice(0, 12)}</span></>,
        }
      })} />
    </div>
  )
}

/** Beside a line of a checklist: the programme that it is about. */
export function ProgrammeLink({ view, item, lang }: { readonly view: CaseShown; readonly item: string; readonly lang: Language }) {
  const [part, professionCode, level] = item.split('/')
  const href = part === 'programme' ? programmeHref(view, { professionCode: professionCode!, level: Number(level) }, lang, 'accreditor') : undefined
  return href ? <p><a href={href}>{casesText(lang).programmes.read}<span class="govuk-visually-hidden">: {lineName(view, professionCode!, Number(level), lang)}</span></a></p> : null
}
