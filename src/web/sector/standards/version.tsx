import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { approveBasis, draftNextVersion, dropBasis, openBasis, requirementsOf, returnBasis, standardOf, submitBasis, type BasisOpened } from '#modules/standards/index.ts'
import { revisionOf } from '../../centre/settings/desk-facts.ts'
import { LocalizedName } from '../../public/localized-name.tsx'
import { addressOf, HeadFacts, Provenance, Said, StateOfBasis, titleText } from '../../public/standards/basis-parts.tsx'
import { ChangeList } from '../../public/standards/change-list.tsx'
import { STANDARDS } from '../../public/standards/standards-texts.ts'
import { StandardTree } from '../../public/standards/tree.tsx'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'
import { STANDARDS_DESK } from './desk-texts.ts'
import { reasonText, type StandardsDesk } from './desk.ts'
import { named, RedoTable, type NamedRedos } from './redo.tsx'
import { TREE } from './tree/tree-text.ts'

interface VersionData {
  opened: BasisOpened
  redos: NamedRedos
}
const SHOWN_BLOCKERS = 40

/** One version: where it stands, what it lacks, what it changes, and what may be done with it now. */
export function versionPageFor({ desk, access, base }: StandardsDesk) {
  return page<VersionData>({
    path: `${base}/:id`, action: 'basis.read', desk, access,
    async load(ctx, { params, lang }) {
      const opened = await openBasis(ctx, params['id'] ?? '')
      return { opened, redos: await named(ctx, opened.redos, lang) }
    },
    title: ({ opened: { version } }, lang) => `${titleText(version.title, lang)}, ${fill(STANDARDS[lang].numbered, { no: version.versionNo })}`,
    layout: ({ lang }) => ({ back: { href: `/${lang}${base}`, text: STANDARDS_DESK[lang].title } }),
    async post(ctx, { form, params, lang }) {
      const t = STANDARDS_DESK[lang]
      const versionId = params['id'] ?? ''
      const here = `/${lang}${base}/${versionId}`
      const seen = { versionId, revision: revisionOf(form) }
      switch (form.text('do')) {
        case 'submit':
          await submitBasis(ctx, seen)
          return { to: here, flash: t.submitted }
        case 'drop':
          await dropBasis(ctx, seen)
          return { to: `/${lang}${base}`, flash: t.dropped }
        case 'return':
          await returnBasis(ctx, { ...seen, note: form.text('note') })
          return { to: here, flash: t.givenBack }
        case 'approve':
          await approveBasis(ctx, seen)
          return { to: here, flash: t.approved }
        default: {
          const { version } = await openBasis(ctx, versionId)
          return { to: `/${lang}${base}/${await draftNextVersion(ctx, version.code)}`, flash: t.created }
        }
      }
    },
    view: ({ data: { opened, redos }, lang, form, csrf, requestKey }) => {
      const t = STANDARDS_DESK[lang]
      const { version, body, may, blockers, changes, previous, names } = opened
      const [standard, requirements] = [standardOf(version), requirementsOf(version)]
      const hidden = { csrf, requestKey, version: version.revision }
      const here = `/${lang}${base}/${version.id}`
      const who = (id: string | null) => (id ? (names.get(id) ?? '') : t.nobody)
      return (
        <div class="t-stack">
          <div class="t-inhead"><h1>{titleText(version.title, lang)}, {fill(STANDARDS[lang].numbered, { no: version.versionNo })}</h1><StateOfBasis version={version} lang={lang} /></div>
          <ErrorSummary form={form} />
          {version.returnNote && <NoticeBox tone="red" title={t.returnedNote}>{version.returnNote}</NoticeBox>}
          <Provenance version={version} lang={lang} />
          <Box title={STANDARDS[lang].kinds[version.kind]} aside={version.approvedAt ? <a href={`/${lang}${addressOf(version)}?version=${version.versionNo}`}>{t.publicPage}</a> : undefined}>
            <HeadFacts version={version} body={body ? <LocalizedName name={body.name} lang={lang} /> : version.bodyCode} lang={lang} />
            <Facts compact facts={[{ term: t.author, value: who(version.authorId) }, ...(version.approvedAt ? [{ term: t.approvedBy, value: who(version.approvedBy) }] : [])]} />
            {may.write && (
              <ButtonRow>
                <Button kind="secondary" href={`${here}/edit`} icon="pencil">{t.edit}</Button>
                {standard && <Button kind="secondary" href={`${here}/tree`} icon="list-checks">{TREE[lang].edit}</Button>}
                {version.kind === 'standard' && <Button kind="secondary" href={`${here}/document`} icon="upload">{t.bring}</Button>}
              </ButtonRow>
            )}
          </Box>
          {may.write && (blockers.length > 0
            ? <Box title={t.missing}><ul class="govuk-list govuk-list--bullet">{blockers.slice(0, SHOWN_BLOCKERS).map((blocker) => <li key={JSON.stringify(blocker)}>{reasonText(lang, blocker)}</li>)}</ul></Box>
            : <NoticeBox tone="green">{t.complete}</NoticeBox>)}
          {may.write && (
            <Form {...hidden}>
              <ButtonRow>
                {may.submit && blockers.length === 0 && <Button name="do" value="submit" icon="send">{t.submit}</Button>}
                <Button kind="warning" name="do" value="drop">{t.drop}</Button>
              </ButtonRow>
            </Form>
          )}
          {version.state === 'submitted' && !may.approve && <NoticeBox>{may.return ? t.own : t.waiting}</NoticeBox>}
          {(may.approve || may.return) && (
            <Box title={t.decision}>
              <p>{t.approveHint}</p>
              <div class="t-stack">
                {may.approve && <Form {...hidden}><ButtonRow><Button name="do" value="approve" icon="check">{t.approve}</Button></ButtonRow></Form>}
                {may.return && <Form {...hidden}><TextArea form={form} name="note" label={t.note} rows={3} /><Button kind="secondary" name="do" value="return">{t.giveBack}</Button></Form>}
              </div>
            </Box>
          )}
          {may.draft && <Form {...hidden}><ButtonRow><Button kind="secondary" name="do" value="next" icon="copy">{t.next}</Button></ButtonRow></Form>}
          {standard && previous && standardOf(previous) && <Box title={t.changes}><ChangeList changes={changes} lang={lang} /></Box>}
          {redos.redos.length > 0 && <Box title={version.approvedAt ? t.redos : t.redosIf} flush><RedoTable data={redos} lang={lang} /></Box>}
          {requirements && <Box title={STANDARDS[lang].requirementsText}><p class="t-pre"><Said text={requirements.text} lang={lang} /></p><p>{requirements.professions.map((each) => `${each.professionCode}:${each.level}`).join('; ')}</p></Box>}
          {standard && standard.cards.length > 0 && <Details summary={STANDARDS[lang].cards} open><StandardTree content={standard} lang={lang} /></Details>}
        </div>
      )
    },
  })
}
