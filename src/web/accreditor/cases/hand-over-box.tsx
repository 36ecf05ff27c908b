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
import { Button, DateFields, FileField, Form, TextField } from '../../ui/form.tsx'
import { casesText } from './cases-text.ts'

/** Answers the form of a handing over; undefined when another form was sent. */
export function postHandOver(ctx: Ctx, lang: Language, caseId: string, form: FormBody, to: string): Promise<PostResult> | undefined {
  if (form.text('do') !== 'hand-over') return undefined
  const [kind = '', no] = form.text('paper').split(' ')
  const file = form.file('scan')
  return atFields(lang, async () => {
    await handOverOnPaper(ctx, {
      caseId, version: Number(form.text('version')), kind, no: Number(no), deliveredOn: typedDate(form, 'deliveredOn'), recipient: form.text('recipient'), capacity: form.text('capacity'),
      scan: file ? { name: file.name, bytes: file.bytes } : undefined,
    })
    return { to, flash: casesText(lang).handOver.done }
  }, {})
}

/** What went to an applicant without an account on paper, and the form for what has not yet; nothing of an application sent on the platform. */
export function HandOverBox({ p, handOvers, version }: { p: ViewProps<unknown>; handOvers: HandOvers; version: number }) {
  const { lang } = p
  const words = casesText(lang).handOver
  const { papers } = handOvers
  if (papers.length === 0) return null
  const name = (paper: HandOverShown) => (paper.no > 1 ? `${words.kinds[paper.kind]} (${paper.no})` : words.kinds[paper.kind])
  const next = handOvers.may ? papers.find((paper) => !paper.delivery) : undefined
  return (
    <Box title={words.title}><div class="t-stack">
      <Facts compact facts={papers.map((paper) => ({
        term: name(paper),
        value: paper.delivery ? fill(words.handedOn, { date: formatDay(paper.delivery.deliveredOn, lang), recipient: paper.delivery.recipient, capacity: paper.delivery.capacity }) : fill(words.notYet, { date: formatDay(paper.madeOn, lang) }),
        note: paper.delivery ? <a href={`/${lang}/accreditation-papers/${paper.delivery.scanId}`}>{words.scan}</a> : paper.paperId && <a href={`/accreditation/papers/${paper.paperId}`}>{words.print}</a>,
      }))} />
      {next && (
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-hand-over`} version={version} files values={{ do: 'hand-over', paper: `${next.kind} ${next.no}` }}>
          <h3>{fill(words.formTitle, { paper: name(next) })}</h3>
          <p class="t-quiet">{next.kind === 'contract' ? words.contractLead : words.lead}</p>
          <DateFields form={p.form} name="deliveredOn" label={words.day} />
          <TextField form={p.form} name="recipient" label={words.recipient} />
          <TextField form={p.form} name="capacity" label={words.capacity} hint={words.capacityHint} />
          <FileField form={p.form} name="scan" label={words.scanField} accept="application/pdf,image/jpeg,image/png" />
          <Button icon="check">{words.record}</Button>
        </Form>
      )}
    </div></Box>
  )
}
