import { inLanguage, type Language } from '#kernel/localized.ts'
import { formatDay, formatTenge, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { FormState } from '#platform/http/page.ts'
import type { WaitingCase } from '#modules/continuations/index.ts'
import { messages } from '#modules/continuations/messages/index.ts'
import { qualificationOf } from '../appeals/parts.tsx'
import { caseText } from '../case/case-text.ts'
import { fieldErrors, fieldId, fieldValue } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { waitingText } from './waiting-text.ts'

/** Every waiting case in a row: who, where it stood, what was agreed and paid, and what becomes of it. */
export function WaitingCases({ cases, lang, form, decides }: { cases: readonly WaitingCase[]; lang: Language; form: FormState; decides: boolean }) {
  const words = waitingText(lang)
  return (
    <Table caption={words.title} captionHidden columns={[words.caseColumn, words.where, words.money, words.fate].map((title) => ({ title }))}
      rows={cases.map((each) => ({
        key: each.number,
        cells: [
          <><a class="t-num t-nowrap" href={`/${lang}/centre/cases/${each.number}`}>{each.number}</a><br /><b>{personName(each, lang, 'full')}</b><span class="t-sub">{qualificationOf(each, lang)}</span></>,
          <>{each.stepBefore === 'fail-notice-sent' ? words.retakeAsked : caseText(lang).steps[each.stepBefore]}{['notified', 'briefed', 'theory-passed'].includes(each.stepBefore) && each.dueBefore && <span class="t-sub">{fill(words.examOn, { date: formatDay(each.dueBefore, lang, 'numeric') })}</span>}</>,
          <>{words.contracts[each.contract]}<span class="t-sub">{each.paid > 0 ? fill(words.paid, { amount: formatTenge(each.paid, lang) }) : words.unpaid}</span></>,
          decides ? <FateChoice kase={each} lang={lang} form={form} /> : <Impossible kase={each} lang={lang} />,
        ],
      }))} />
  )
}

/** One list holds all that is possible, with the centres to which the case can go; what is proposed stands chosen. */
function FateChoice({ kase, lang, form }: { kase: WaitingCase; lang: Language; form: FormState }) {
  const words = waitingText(lang)
  const name = `fate-${kase.number}`
  const possible = (fate: string) => kase.options.some((option) => option.fate === fate && option.blockers.length === 0)
  const { proposed } = kase
  const proposedValue = proposed ? [proposed.fate, proposed.toCentreId].filter(Boolean).join(' ') : ''
  const chosen = fieldValue(form, name) ?? proposedValue
  const options = [
    ...(possible('finish') ? [{ value: 'finish', label: words.finish }] : []),
    ...(possible('move') ? kase.destinations.map((to) => ({ value: `move ${to.centre.id}`, label: fill(words.moveTo, { centre: inLanguage(to.centre.name, lang), price: formatTenge(to.price, lang) }) })) : []),
    ...(possible('close') ? [{ value: 'close', label: words.close }] : []),
  ]
  const wrong = fieldErrors(form, name).length > 0
  return (
    <>
      <input type="hidden" name="case" value={`${kase.number} ${kase.version}`} />
      <select id={fieldId(name)} name={name} class="govuk-select" aria-label={fill(words.fateOf, { number: kase.number })} aria-invalid={wrong ? 'true' : undefined}>
        <option value="" selected={chosen === ''}>—</option>
        {options.map((option) => <option key={option.value} value={option.value} selected={option.value === chosen}>{option.value === proposedValue ? fill(words.proposedMark, { fate: option.label }) : option.label}</option>)}
      </select>
      <Impossible kase={kase} lang={lang} />
    </>
  )
}

function Impossible({ kase, lang }: { kase: WaitingCase; lang: Language }) {
  const words = waitingText(lang)
  const reasons: Readonly<Record<string, string>> = messages[lang].reasons
  const lines = kase.options.filter((option) => option.blockers.length > 0)
    .map((option) => fill(words.whyNot, { fate: words.fates[option.fate], reason: option.blockers.map((blocker) => reasons[blocker.code] ?? blocker.code).join(', ') }))
  return lines.length > 0 ? <span class="t-sub">{fill(words.impossible, { fates: lines.join('; ') })}</span> : null
}
