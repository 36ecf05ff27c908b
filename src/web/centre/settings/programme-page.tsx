import { legalDay } from '#kernel/day.ts'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatDuration, formatNumber } from '#platform/i18n/format.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import { approveProgramme, decideFault, draftProgramme, formLength, openProgramme, retireProgrammeVersion, returnProgramme, submitProgramme, type ProgrammeShown } from '#modules/programmes/index.ts'
import { redosOfCentre, type ProgrammeToRedo } from '#modules/standards/index.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { IconLinks, type IconLink } from '../../ui/ticket.tsx'
import type { OfficeView } from '../office.ts'
import { namesOfProfessions, qualificationLine, revisionOf, type Names } from './desk-facts.ts'
import { FaultBox } from './faults.tsx'
import { assertAtDesk, officeAt, type EditorDesk } from './programme-parts.ts'
import { onLineWords } from './programme-modes-page.tsx'
import { StateTag } from './programmes-page.tsx'
import { RedoWarning } from './redo-warning.tsx'
import { settingsText } from './settings-text.ts'

interface ProgrammeData {
  shown: ProgrammeShown
  names: Names
  office: OfficeView | undefined
  /** Why this version, the one in use, has to be redone. */
  redo: ProgrammeToRedo | undefined
}

/** One version: where it stands, what is missing, its parts, and what may be done with it now. */
export const programmePage = (desk: EditorDesk) => page<ProgrammeData>({
  path: `${desk.base}/:id`, action: 'programme.read', desk: desk.desk, access: [...desk.readers, ...desk.overseers],
  async load(ctx, request) {
    const shown = await openProgramme(ctx, request.params['id']!)
    assertAtDesk(desk, shown.version)
    const redos = desk.cases === undefined ? await redosOfCentre(ctx, shown.version.centreId) : []
    return { shown, names: await namesOfProfessions(ctx, [shown.version.professionCode]), redo: redos.find((each) => each.programme.versionId === shown.version.id), office: await officeAt(desk, ctx, shown.version) }
  },
  title: ({ shown, names }, lang) => `${qualificationLine(names, shown.version, lang)}, ${fill(settingsText(lang).programmes.versionNo, { n: shown.version.versionNo })}`,
  layout: ({ data, lang }) => ({ office: data.office?.line(lang), back: desk.cases === undefined ? { href: `/${lang}${desk.base}`, text: settingsText(lang).programmes.title } : { href: `/${lang}${desk.cases}/${data.shown.version.applicationId}`, text: settingsText(lang).programme.application } }),
  async post(ctx, { form, lang, params }) {
    const words = settingsText(lang).programme
    const here = `/${lang}${desk.base}/${params['id']}`
    const seen = { versionId: params['id']!, revision: revisionOf(form) }
    switch (form.text('do')) {
      case 'submit':
        await submitProgramme(ctx, seen)
        return { to: here, flash: words.submitted }
      case 'uphold-fault':
      case 'reject-fault': {
        const upheld = form.text('do') === 'uphold-fault'
        await decideFault(ctx, { versionId: seen.versionId, faultId: form.text('fault'), upheld, note: form.text(`decisionNote-${form.text('fault')}`) })
        return { to: here, flash: settingsText(lang).faults[upheld ? 'upheld' : 'rejected'] }
      }
      case 'return':
        await returnProgramme(ctx, { ...seen, note: form.text('note') })
        return { to: here, flash: words.givenBack }
      case 'approve':
        await approveProgramme(ctx, seen)
        return { to: here, flash: words.approved }
      case 'retire':
        await retireProgrammeVersion(ctx, seen)
        return { to: here, flash: words.retired }
      default: {
        const { version } = await openProgramme(ctx, seen.versionId)
        const id = await draftProgramme(ctx, { centreId: version.centreId, professionCode: version.professionCode, level: version.level })
        return { to: `/${lang}${desk.base}/${id}`, flash: settingsText(lang).programmes.opened }
      }
    }
  },
  view: ({ lang, data: { shown, names, redo }, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.programme
    const { version, may } = shown
    const { content } = version
    const here = `/${lang}${desk.base}/${version.id}`
    const links: IconLink[] = [
      ...(may.readKey ? [{ href: `${here}/items`, icon: 'list-checks', text: words.items } as const] : []),
      { href: `${here}/preview`, icon: 'eye', text: words.preview }, { href: `${here}/whole`, icon: 'printer', text: words.whole },
      ...(may.write ? [
        { href: `${here}/texts`, icon: 'file-pen', text: words.texts } as const, { href: `${here}/topics`, icon: 'layers', text: words.topics } as const,
        { href: `${here}/modes`, icon: 'monitor', text: text.modes.title } as const, { href: `${here}/map`, icon: 'list', text: words.map } as const, { href: `${here}/import`, icon: 'upload', text: words.import } as const,
      ] : []),
    ]
    const open = version.state === 'draft' || version.state === 'returned'
    const hidden = { csrf, requestKey, version: version.revision }
    return (
      <>
        <div class="t-inhead">
          <h1>{qualificationLine(names, version, lang)}</h1>
          <StateTag state={version.state} lang={lang} />
        </div>
        <ErrorSummary form={form} />
        {version.state === 'handed-in' && <NoticeBox>{words.handedIn}</NoticeBox>}
        {version.returnNote && <NoticeBox tone="red" title={words.returnedNote}>{version.returnNote}</NoticeBox>}
        <div class="t-cols">
          <div class="t-stack">
            {redo && <RedoWarning redo={redo} lang={lang} />}
            <Box title={fill(text.programmes.versionNo, { n: version.versionNo })}>
              <Facts compact facts={[
                { term: text.editor.title, value: inLanguage(content.title, lang) || words.none },
                { term: words.questions, value: `${plural(lang, words.questionsValue, formLength(content))}, ${formatDuration(content.theoryMinutes, lang)}` },
                { term: words.bank, value: formatNumber(shown.items.length, lang) },
                { term: text.modes.term, value: onLineWords(content, lang) },
                { term: words.practice, value: fill(text.minutes, { n: content.map.minutes }), ...(content.map.files ? { note: plural(lang, text.taskFiles.count, content.map.files.length) } : {}) }, { term: words.steps, value: formatNumber(content.map.steps.length, lang) },
                { term: words.author, value: shown.names.get(version.authorId) ?? words.none }, { term: words.created, value: formatDay(legalDay(version.createdAt), lang) },
                ...(version.approvedAt ? [{ term: words.approver, value: shown.names.get(version.approvedBy ?? '') ?? words.none, note: formatDay(legalDay(version.approvedAt), lang) }] : []),
              ]} />
            </Box>
            {open && (shown.blockers.length > 0
              ? <Box title={desk.cases === undefined ? words.missing : words.missingForApplication}><ul>{shown.blockers.slice(0, 30).map((blocker) => <li key={JSON.stringify(blocker)}>{blockerText(lang, blocker)}</li>)}</ul></Box>
              : <NoticeBox tone="green">{desk.cases === undefined ? words.complete : words.completeForApplication}</NoticeBox>)}
            {(may.approve || may.return) && (
              <Box title={words.decision}>
                <p>{words.approveHint}</p>
                {may.approve && <Form {...hidden}><Button name="do" value="approve" icon="check">{words.approve}</Button></Form>}
                {may.return && <Form {...hidden}><TextArea form={form} name="note" label={words.note} rows={3} /><Button kind="secondary" name="do" value="return">{words.giveBack}</Button></Form>}
              </Box>
            )}
            <FaultBox shown={shown} lang={lang} form={form} hidden={hidden} />
            <Form {...hidden}>
              <ButtonRow>
                {may.submit && <Button name="do" value="submit" icon="send">{words.submit}</Button>}
                {may.draft && !open && version.state !== 'submitted' && <Button kind="secondary" name="do" value="draft" icon="copy">{words.next}</Button>}
                {may.retire && <Button kind="warning" name="do" value="retire">{version.state === 'approved' ? words.retire : words.drop}</Button>}
              </ButtonRow>
            </Form>
            <Versions desk={desk} shown={shown} lang={lang} />
          </div>
          <div class="t-stack"><Box title={words.parts}><IconLinks links={links} /></Box></div>
        </div>
      </>
    )
  },
})

function Versions({ desk, shown, lang }: { desk: EditorDesk; shown: ProgrammeShown; lang: 'kk' | 'ru' | 'en' }) {
  const text = settingsText(lang)
  const change = (now: number, before: number | undefined) => (before === undefined || before === now ? String(now) : `${now} (${now > before ? '+' : '−'}${Math.abs(now - before)})`)
  return (
    <Box title={text.programme.versions} flush>
      <Table caption={text.programme.versions} captionHidden
        columns={[{ title: text.programmes.version, noWrap: true }, { title: text.programmes.state }, { title: text.programmes.items, numeric: true }, { title: text.programme.steps, numeric: true }, { title: text.programmes.cases, numeric: true }]}
        rows={shown.versions.map(({ version, items, cases }, place) => {
          const before = shown.versions[place + 1]
          return {
            key: version.id, tone: version.id === shown.version.id ? 'current' : undefined,
            cells: [
              <a href={`/${lang}${desk.base}/${version.id}`}>{fill(text.programmes.versionNo, { n: version.versionNo })}</a>, <StateTag state={version.state} lang={lang} />,
              <span title={text.programme.diff}>{change(items, before?.items)}</span>, <span title={text.programme.diff}>{change(version.content.map.steps.length, before?.version.content.map.steps.length)}</span>, cases,
            ],
          }
        })} />
    </Box>
  )
}
