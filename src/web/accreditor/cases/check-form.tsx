import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FormBody, PostResult, ViewProps } from '#platform/http/page.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import type { CaseShown } from '#modules/accreditation/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Form, Radios, TextArea, TextField } from '../../ui/form.tsx'
import { casesText } from './cases-text.ts'
import { itemName } from './parts.tsx'
import { ProgrammeLink } from './programmes-box.tsx'

/** Answers the forms of the receipt; undefined when another form was sent. */
export function postCheck(ctx: Ctx, lang: Language, caseId: string, form: FormBody, to: string): Promise<PostResult> | undefined {
  const words = casesText(lang).check
  const seen = { caseId, version: Number(form.text('version')) }
  const acts: Readonly<Record<string, readonly [() => Promise<void>, string]>> = {
    check: [() => accreditation.checkApplication(ctx, { ...seen, checks: form.list('items').map((item, place) => ({ item, verdict: form.text(`verdict-${place}`), reason: form.text(`reason-${place}`) })) }), words.saved],
    accept: [() => accreditation.acceptApplication(ctx, seen), words.accepted],
    'give-back': [() => accreditation.giveBackApplication(ctx, seen), words.back],
    return: [() => accreditation.returnApplication(ctx, { ...seen, grounds: form.text('grounds') }), words.returned],
  }
  const act = acts[form.text('do')]
  return act && atFields(lang, async () => {
    await act[0]()
    return { to, flash: act[1] }
  }, {})
}

/** The chamber's desk: every item right or wrong with its reason, then one of three ways. */
export function CheckForms({ p }: { p: ViewProps<{ view: CaseShown }> }) {
  const { lang, data: { view } } = p
  const words = casesText(lang).check
  const hidden = { csrf: p.csrf, requestKey: p.requestKey, version: view.kase.version }
  const typed = p.form.values['do'] === 'check' ? p.form : undefined
  const blockers = (found: CaseShown['may']['accept']) => found && found.length > 0 && <p class="t-quiet">{found.map((blocker) => blockerText(lang, blocker)).join(' ')}</p>
  return (
    <>
      <Box title={words.title}>
        <Form {...hidden} values={{ do: 'check' }}>
          {view.items.map((item, place) => {
            const known = view.checks.find((check) => check.item === item)
            return (
              <div key={item}>
                <input type="hidden" name="items" value={item} />
                <ProgrammeLink view={view} item={item} lang={lang} />
                <Radios inline form={typed} name={`verdict-${place}`} label={itemName(view, item, lang)} value={known?.verdict} options={[{ value: 'right', label: words.right }, { value: 'wrong', label: words.wrong }]} />
                <TextField form={typed} name={`reason-${place}`} label={words.reason} value={known?.reason} />
              </div>
            )
          })}
          <Button kind="secondary">{words.save}</Button>
        </Form>
      </Box>
      <Box title={words.decide}><div class="t-stack">
        <Form {...hidden} values={{ do: 'accept' }}>{blockers(view.may.accept)}<Button icon="check">{words.accept}</Button></Form>
        <Form {...hidden} values={{ do: 'give-back' }}>
          <p class="t-quiet">{fill(words.rounds, { used: view.kase.corrections, rounds: view.rounds })}</p>{blockers(view.may.giveBack)}
          <Button kind="secondary">{words.giveBack}</Button>
        </Form>
        <Form {...hidden} values={{ do: 'return' }}>
          <TextArea form={p.form.values['do'] === 'return' ? p.form : undefined} name="grounds" label={words.grounds} rows={3} />
          <Button kind="warning">{words.return}</Button>
        </Form>
      </div></Box>
    </>
  )
}
