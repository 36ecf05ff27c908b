import { legalDay } from '#kernel/day.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { draftProgramme, listProgrammes, type ProgrammeLine, type ProgrammeState } from '#modules/programmes/index.ts'
import { redosOfCentre, type ProgrammeToRedo } from '#modules/standards/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ErrorSummary, Form, SelectField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, chosenQualification, namesOfProfessions, qualificationLine, scopeOf, STAFF, type Names } from './desk-facts.ts'
import { RedoList } from './redo-warning.tsx'
import { settingsText } from './settings-text.ts'

const TONES: Readonly<Record<ProgrammeState, TagTone>> = { draft: 'plain', returned: 'red', submitted: 'sun', approved: 'green', retired: 'plain', 'handed-in': 'sky' }

/** The state of a version as a tag. */
export function StateTag({ state, lang }: { state: ProgrammeState; lang: 'kk' | 'ru' | 'en' }) {
  return <Tag tone={TONES[state]}>{settingsText(lang).programmes.states[state]}</Tag>
}

interface ProgrammesData {
  lines: ProgrammeLine[]
  names: Names
  scope: { professionCode: string; level: number }[]
  mayDraft: boolean
  office: OfficeView
  redos: ProgrammeToRedo[]
}

/** All programmes of the centre: version, state, how many cases hold it. */
export const programmesPage = page<ProgrammesData>({
  path: '/centre/programmes', action: 'programme.list', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    const lines = await listProgrammes(ctx, centreId)
    const { scope } = await scopeOf(ctx, centreId)
    return {
      lines, scope, redos: await redosOfCentre(ctx, centreId), names: await namesOfProfessions(ctx, [...lines.map((line) => line.version.professionCode), ...scope.map((line) => line.professionCode)]),
      mayDraft: hasRole(ctx.actor, ['centre-operator', 'assessor', 'panel-member', 'centre-head'], centreId), office: await officeOf(ctx, centreId),
    }
  },
  title: (_data, lang) => settingsText(lang).programmes.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    const words = settingsText(lang).programmes
    const chosen = chosenQualification(form.text('qualification'))
    if (!chosen) return { errors: [{ field: 'qualification', message: words.choose }] }
    const id = await draftProgramme(ctx, { centreId: centreIdOf(ctx), ...chosen })
    return { to: `/${lang}/centre/programmes/${id}`, flash: words.opened }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.programmes
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <RedoList redos={data.redos} names={data.names} lang={lang} />
          <Table caption={words.title} captionHidden empty={<Empty title={words.empty} icon="book-open">{words.emptyText}</Empty>}
            columns={[{ title: text.qualification }, { title: words.version, noWrap: true }, { title: words.state }, { title: words.items, numeric: true }, { title: words.cases, numeric: true }, { title: words.approvedOn }]}
            rows={data.lines.map(({ version, items, cases }) => ({
              key: version.id,
              cells: [
                qualificationLine(data.names, version, lang), <a href={`/${lang}/centre/programmes/${version.id}`}>{fill(words.versionNo, { n: version.versionNo })}</a>, <StateTag state={version.state} lang={lang} />,
                formatNumber(items, lang), formatNumber(cases, lang), version.approvedAt ? formatDay(legalDay(version.approvedAt), lang) : text.programme.none,
              ],
            }))} />
          {data.mayDraft && (
            <Box title={words.newTitle}>
              <Form csrf={csrf} requestKey={requestKey}>
                <SelectField form={form} name="qualification" label={text.qualification} hint={words.newHint}
                  options={data.scope.map((line) => ({ value: `${line.professionCode}/${line.level}`, label: qualificationLine(data.names, line, lang) }))} />
                <Button icon="plus">{words.open}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})
