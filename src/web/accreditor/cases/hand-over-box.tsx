import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FormBody, PostResult, ViewProps } from '#platform/http/page.ts'
import { handOverOnPaper, type HandOvers, type HandOverShown } from '#modules/accreditation/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { typedDate } from '../../centre/stage-one/typed-date.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, FileField, Form, TextArea, TextField } from '../../ui/form.tsx'
import { casesText } from './cases-text.ts'

/** At which field each reason belongs, whether a paper is received or the act of a survey signed. */
const REASONS = { 'day-wrong': 'deliveredOn', 'in-future': 'deliveredOn', 'before-made': 'deliveredOn', 'recipient-missing': 'recipient', 'capacity-missing': 'capacity', 'scan-missing': 'scan' }
const FIELDS: Readonly<Record<string, string>> = {
  'survey.text-too-long': 'remarks',
  ...Object.fromEntries(['accreditation-delivery', 'survey-on-paper'].flatMap((of) => Object.entries(REASONS).map(([reason, field]) => [`${of}.${reason}`, field]))),
}

/** Answers the form of a handing over; undefined when another form was sent. */
export function postHandOver(ctx: Ctx, lang: Language, caseId: string, form: FormBody, to: string): Promise<PostResult> | undefined {
  if (form.text('do') !== 'hand-over') return undefined
  const [kind = '', no] = form.text('paper').split(' ')
  const file = form.file('scan')
  return atFields(lang, async () => {
    await handOverOnPaper(ctx, {
      caseId, version: Number(form.text('version')), kind, no: Number(no), deliveredOn: typedDate(form, 'deliveredOn'), recipient: form.text('recipient'), capacity: form.text('capacity'),
      scan: file ? { name: file.name, bytes: file.bytes } : undefined, remarks: form.text('remarks'),
    })
    return { to, flash: kind === 'survey-act' ? casesText(lang).handOver.act.done : casesText(lang).handOver.done }
  }, FIELDS)
}

interface HandOverBoxProps {
  p: ViewProps<unknown>
  handOvers: HandOvers
  version: number
  /** A page that is about one kind of paper alone. */
  only?: HandOverShown['kind']
}

/** What went to an applicant without an account on paper, and the form for what has not yet; nothing of an application sent on the platform. */
export function HandOverBox({ p, handOvers, version, only }: HandOverBoxProps) {
  const { lang } = p
  const words = casesText(lang).handOver
  const papers = handOvers.papers.filter((paper) => !only || paper.kind === only)
  if (papers.length === 0) return null
  const name = (paper: HandOverShown) => (paper.no > 1 ? `${words.kinds[paper.kind]} (${paper.no})` : words.kinds[paper.kind])
  const waits = (paper: HandOverShown) => fill(paper.kind === 'survey-act' ? words.act.notYet : words.notYet, { date: formatDay(paper.madeOn, lang) })
  const next = papers.find((paper) => !paper.delivery && (paper.kind === 'survey-act' ? handOvers.mayEnterAct : handOvers.may))
  return (
    <Box title={only ? words.kinds[only] : words.title}><div class="t-stack">
      <Facts compact facts={papers.map((paper) => ({
        term: name(paper),
        value: paper.delivery ? fill(words.handedOn, { date: formatDay(paper.delivery.deliveredOn, lang), recipient: paper.delivery.recipient, capacity: paper.delivery.capacity }) : waits(paper),
        note: paper.delivery ? <a href={`/${lang}/accreditation-papers/${paper.delivery.scanId}`}>{words.scan}</a> : paper.paperId && <a href={`/accreditation/papers/${paper.paperId}`}>{words.print}</a>,
      }))} />
      {next && <HandOverForm p={p} version={version} paper={next} title={next.kind === 'survey-act' ? words.act.formTitle : fill(words.formTitle, { paper: name(next) })} />}
    </div></Box>
  )
}

function HandOverForm({ p, version, paper, title }: { p: ViewProps<unknown>; version: number; paper: HandOverShown; title: string }) {
  const words = casesText(p.lang).handOver
  const signs = paper.kind === 'survey-act'
  const { lead, day, recipient, capacity, scanField, record } = signs ? words.act : paper.kind === 'contract' ? { ...words, lead: words.contractLead } : words
  return (
    <Form csrf={p.csrf} requestKey={`${p.requestKey}-hand-over`} version={version} files values={{ do: 'hand-over', paper: `${paper.kind} ${paper.no}` }}>
      <h3>{title}</h3>
      <p class="t-quiet">{lead}</p>
      <DateFields form={p.form} name="deliveredOn" label={day} />
      <TextField form={p.form} name="recipient" label={recipient} />
      <TextField form={p.form} name="capacity" label={capacity} hint={words.capacityHint} />
      {signs && <TextArea form={p.form} name="remarks" label={words.act.remarks} hint={words.act.remarksHint} rows={3} optional />}
      <FileField form={p.form} name="scan" label={scanField} accept="application/pdf,image/jpeg,image/png" />
      <Button icon="check">{record}</Button>
    </Form>
  )
}
