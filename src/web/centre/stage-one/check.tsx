import { legalDay } from '#kernel/day.ts'
import { asksForNote } from '#modules/employers/index.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { CLERKS } from '#modules/casework/index.ts'
import { checkItems, noteOwnPeople, readContractTerms, readStanding, sendContract, type ContractTerms, type FolderStanding, type ItemCheck } from '#modules/applications/index.ts'
import { applyText } from '../../candidate/apply/apply-text.ts'
import { blockerText } from '../../denials.ts'
import { Button, ButtonRow, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { Box } from '../../ui/card.tsx'
import { CheckRow } from '../../ui/check-row.tsx'
import { DecisionBar } from '../../ui/decision-bar.tsx'
import { DocPreview } from '../../ui/doc-preview.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { fieldId, fieldValue, type FormState } from '../../ui/form-state.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'

interface CheckData {
  standing: FolderStanding
  terms: ContractTerms
  office: OfficeView
}

/** Check beside the file: every item right or wrong, then the contract or a reasoned refusal. */
export const checkPage = page<CheckData>({
  path: '/centre/cases/:number/check', action: 'application.check', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const standing = await readStanding(ctx, request.params['number']!)
    return { standing, terms: await readContractTerms(ctx, standing.kase.number), office: await officeOf(ctx, standing.kase.centreId) }
  },
  title: ({ standing }, lang) => `${stageOneText(lang).check.title} · ${standing.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.standing.kase.number}`, text: stageOneText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const text = stageOneText(lang)
    const version = Number(form.text('version'))
    if (form.text('do') === 'send') {
      await sendContract(ctx, { number, version })
      return { to: `/${lang}/centre/cases/${number}`, flash: text.check.sent }
    }
    if (form.text('do') === 'own-note') {
      await noteOwnPeople(ctx, { number, version, note: form.text('ownNote') })
      return { to: `/${lang}/centre/cases/${number}/check`, flash: text.saved }
    }
    const { list } = await readStanding(ctx, number)
    const checks: ItemCheck[] = list.flatMap((item) => {
      // One press for the usual case: whatever was not found wrong is right. What was found wrong stays so, with its note.
      const verdict = form.text('do') === 'all-right' && form.text(`verdict-${item}`) !== 'wrong' ? 'right' : form.text(`verdict-${item}`)
      return verdict === 'right' || verdict === 'wrong' ? [{ item, verdict, note: form.text(`note-${item}`).slice(0, 1000) }] : []
    })
    const unsaid = checks.filter((check) => check.verdict === 'wrong' && check.note === '')
    if (unsaid.length > 0) return { errors: unsaid.map(({ item }) => ({ field: `note-${item}`, message: `${text.items[item as keyof typeof text.items]}: ${blockerText(lang, { code: 'check.note-missing' })}` })) }
    await checkItems(ctx, { number, version, checks })
    return { to: `/${lang}/centre/cases/${number}/check`, flash: text.saved }
  },
  view: (p) => {
    const { lang, data: { standing } } = p
    const all = stageOneText(lang)
    const text = all.check
    const { kase, list, application, profession } = standing
    const open = kase.step === 'registered'
    const papers = list.filter((item) => item.startsWith('paper.'))
    const fields = list.filter((item) => item.startsWith('field.'))
    const done = (items: readonly string[]) => items.filter((item) => standing.checks.some((check) => check.item === item)).length
    const wrong = standing.checks.filter((check) => check.verdict === 'wrong').length
    const rows = (items: readonly string[]) => items.map((item) => <Item key={item} item={item} standing={standing} form={p.form} lang={lang} open={open} />)
    return (
      <>
        <div class="t-inhead"><div>
          <p class="t-case__no t-num">{kase.number}</p>
          <h1>{personName(application, lang, 'full')}</h1>
          <Tags>
            <Tag>{inLanguage(profession.name, lang)}, {fill(all.level, { level: kase.level ?? '' })}</Tag>
            <Tag>{all.channels[application.channel]}, {formatDay(application.receivedOn, lang)}</Tag>
            {kase.nextDueOn && <Tag tone={kase.nextDueOn < standing.today ? 'red' : 'sun'}>{fill(text.until, { day: formatDay(kase.nextDueOn, lang) })}</Tag>}
          </Tags>
        </div></div>
        <ErrorSummary form={p.form} />
        {!open && <NoticeBox>{text.done}</NoticeBox>}
        <Form csrf={p.csrf} requestKey={p.requestKey} version={kase.version}>
          <div class="t-cols">
            <div>
              <Box title={text.completeness} tag={<Tag tone={done(papers) === papers.length ? 'green' : 'sun'}>{fill(all.of, { done: done(papers), total: papers.length })}</Tag>} aside={text.asked} flush>{rows(papers)}</Box>
              <Box title={text.correctness} tag={<Tag tone={done(fields) === fields.length ? 'green' : 'sun'}>{fill(all.of, { done: done(fields), total: fields.length })}</Tag>} flush>{rows(fields)}</Box>
            </div>
            <div>
              <Box title={text.contractTitle}><Facts compact facts={termFacts(standing, p.data.terms, lang)} /></Box>
              <Box title={text.needsTitle} aside={standing.accommodations.length > 0 && <a href={`/${lang}/centre/cases/${kase.number}/accommodation`}>{text.needs}</a>}>
                {standing.accommodations.length === 0 ? <p>{text.noNeeds}</p> : (
                  <ul>{standing.accommodations.map((each) => <li key={each.id}>{all.accommodation.kinds[each.kind]}: {each.answer ? all.accommodation[each.answer] : text.unanswered}</li>)}</ul>
                )}
              </Box>
            </div>
          </div>
          {open && (
            <DecisionBar done={done(list)} total={list.length} actions={(
              <>
                {done(list) < list.length && <Button kind="secondary" name="do" value="all-right" icon="check-check">{text.allRight}</Button>}
                <Button kind="secondary" name="do" value="save" icon="save">{text.save}</Button>
                <Button kind="warning" href={`/${lang}/centre/cases/${kase.number}/refuse`} icon="file-x" waits={wrong === 0} describedBy="stand">{text.refuse}</Button>
                <Button name="do" value="send" icon="stamp" waits={standing.blockers.length > 0} describedBy="stand">{text.send}</Button>
              </>
            )}>
              <p id="stand"><b>{fill(text.bar, { done: done(list), total: list.length, wrong })}</b> {standing.blockers.length === 0 ? text.ready : standing.blockers.filter(({ code }) => !COUNTED.includes(code)).map((blocker) => blockerText(lang, blocker)).join(' ')}{wrong > 0 && ` ${text.grounds}`}</p>
            </DecisionBar>
          )}
        </Form>
        {standing.ownPeople && <OwnPeopleBox own={standing.ownPeople} form={p.form} lang={lang} asks={open && asksForNote(standing.ownPeople.rule)} csrf={p.csrf} requestKey={`${p.requestKey}-own`} version={kase.version} />}
      </>
    )
  },
})

/** What the counts of the bar already say. */
const COUNTED: readonly string[] = ['contract.items-unchecked', 'contract.items-wrong']

function termFacts({ listFrom, programme, scope }: FolderStanding, { price, stages, fromList }: ContractTerms, lang: Language) {
  const text = stageOneText(lang).check
  const { contract } = applyText(lang)
  return [
    { term: text.price, value: price === undefined ? '—' : formatTenge(price, lang), ...(listFrom && fromList ? { note: fill(text.priceOf, { day: formatDay(listFrom, lang) }) } : {}) },
    { term: contract.stages, value: stages.map((stage) => contract.stageNames[stage]).join(', ') },
    { term: text.programme, value: programme ? fill(text.version, { title: inLanguage(programme.content.title, lang), version: programme.versionNo }) : '—' },
    { term: text.scope, value: scope ? `${scope.number}, ${fill(text.until, { day: formatDay(scope.validUntil, lang) })}` : '—' },
  ]
}

/** What the applicant wrote or attached, as the clerk reads it at this item. */
function written(item: string, standing: FolderStanding, lang: Language): string {
  const all = stageOneText(lang)
  const { application: a, kase, profession, centre, iinLastFour } = standing
  const texts: Record<string, string> = {
    'field.person': `${personName(a, lang, 'full')}, •••• •••• ${iinLastFour}, ${formatDay(a.birthOn, lang)}`,
    'field.contact': [a.phone, a.email, a.address].filter(Boolean).join(', '),
    'field.qualification': `${inLanguage(profession.name, lang)}, ${fill(all.level, { level: kase.level ?? '' })}`,
    'field.centre': inLanguage(centre.name, lang), 'field.learning': all.ways[a.wayLearnt], 'field.language': all.languages[a.examLanguage], 'field.consent': a.consentVersion,
    'field.needs': standing.accommodations.map((each) => [all.accommodation.kinds[each.kind], each.asked].filter(Boolean).join(': ')).join('; '),
    'paper.application': `${all.channels[a.channel]}, ${formatDay(a.receivedOn, lang)}`,
  }
  return texts[item] ?? ''
}

function Item({ item, standing, form, lang, open }: { item: string; standing: FolderStanding; form: FormState; lang: Language; open: boolean }) {
  const all = stageOneText(lang)
  const text = all.check
  const check = standing.checks.find((each) => each.item === item)
  const verdict = fieldValue(form, `verdict-${item}`) ?? check?.verdict ?? ''
  const kind = item === 'paper.application' ? 'paper-application' : item.slice('paper.'.length)
  const files = item.startsWith('paper.') ? standing.attachments.filter((file) => file.kind === kind) : []
  const name = all.items[item as keyof typeof all.items]
  const note = fieldId(`note-${item}`)
  const judged = open ? (
    <div class="t-judge">
      <fieldset class="t-opt t-fieldset">
        <legend class="t-vh">{name}</legend>
        {(['right', 'wrong'] as const).map((each) => <label key={each}><input type="radio" name={`verdict-${item}`} value={each} checked={verdict === each} /><span>{text[each]}</span></label>)}
      </fieldset>
      <div class="t-chk__note">
        <label class="t-sub" for={note}>{text.note}</label>
        <input id={note} name={`note-${item}`} class="govuk-input" value={fieldValue(form, `note-${item}`) ?? check?.note ?? ''} maxLength={1000} autocomplete="off" />
      </div>
    </div>
  ) : check?.note ? <p>{check.note}</p> : null
  return (
    <CheckRow state={check ? (check.verdict === 'right' ? 'ok' : 'bad') : 'todo'} title={name} note={written(item, standing, lang)}
      aside={files.map((file) => <a key={file.id} href={`/${lang}/attachments/${file.id}`}>{text.open}: {file.name}</a>)}>
      {files.length > 0 && files[0]!.mediaType.startsWith('image/')
        ? <DocPreview alt={files[0]!.name} src={`/${lang}/attachments/${files[0]!.id}`} href={`/${lang}/attachments/${files[0]!.id}`}>{judged}</DocPreview>
        : <>{item.startsWith('paper.') && item !== 'paper.application' && files.length === 0 && <p>{text.noFile}</p>}{judged}</>}
    </CheckRow>
  )
}

/** The candidate's tie to the centre, what its people wrote of it, and the note where the norm asks for one. */
function OwnPeopleBox({ own, form, lang, asks, csrf, requestKey, version }: { readonly own: NonNullable<FolderStanding['ownPeople']>; readonly form: FormState; readonly lang: Language; readonly asks: boolean; readonly csrf: string; readonly requestKey: string; readonly version: number }) {
  const text = stageOneText(lang).ownPeople
  return (
    <Box title={text.title}>
      <p>{text.ties[own.tie]}. {text.rules[own.rule]}</p>
      {own.notes.map((each) => <p key={each.notedAt}>{each.note}<br /><span class="t-quiet t-small">{each.by}, {formatDay(legalDay(each.notedAt), lang)}</span></p>)}
      {asks && (
        <Form csrf={csrf} requestKey={requestKey} version={version}>
          <TextArea form={form} name="ownNote" label={text.note} hint={text.noteHint} maxLength={1000} />
          <ButtonRow><Button kind="secondary" name="do" value="own-note" icon="save">{text.save}</Button></ButtonRow>
        </Form>
      )}
    </Box>
  )
}
