import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { isText, type BasisText, type NodeField, type NodeValue, type StandardChange } from '#modules/standards/index.ts'
import { STANDARDS } from './standards-texts.ts'

/** The written list of what differs in two versions, card by card. */
export function ChangeList({ changes, lang, level = 3 }: { readonly changes: readonly StandardChange[]; readonly lang: Language; readonly level?: 3 | 4 }) {
  const t = STANDARDS[lang]
  if (changes.length === 0) return <p>{t.noChanges}</p>
  const cards = [...new Set(changes.map((change) => change.card))]
  return (
    <>
      {cards.map((card) => {
        const title = card === null ? t.whole : fill(t.card, { code: card })
        return (
          <div key={card ?? ''} class="t-changes">
            {level === 3 ? <h3>{title}</h3> : <h4>{title}</h4>}
            <ul class="govuk-list govuk-list--bullet">
              {changes.filter((change) => change.card === card).map((change, place) => <li key={place}>{changeInWords(change, lang)}</li>)}
            </ul>
          </div>
        )
      })}
    </>
  )
}

/** One difference as a sentence. */
export function changeInWords(change: StandardChange, lang: Language): string {
  const t = STANDARDS[lang]
  const node = nodeName(change, lang)
  if (change.kind !== 'changed') return fill(t[change.kind], { node, text: quoted(change.text, lang) })
  const [before, after] = valuePair(change.before, change.after, lang)
  return fill(t.changed, { node, field: fieldName(change.field, lang).toLocaleLowerCase(lang), before, after })
}

function nodeName(change: StandardChange, lang: Language): string {
  const t = STANDARDS[lang]
  const name = t.nodes[change.node]
  if (name.includes('{at}')) return fill(name, { at: change.at })
  return change.node === 'passport' ? name : `${name} ${change.at}`
}
export function fieldName(field: NodeField, lang: Language): string {
  const t = STANDARDS[lang]
  return (t.cardTexts as Record<string, string>)[field] ?? (t.passportTexts as Record<string, string>)[field] ?? field
}

/** Both values in the reader's language, or in the other one where only that differs. */
function valuePair(before: NodeValue, after: NodeValue, lang: Language): [string, string] {
  if (isText(before) && isText(after)) {
    const own = lang === 'kk' ? 'kk' : 'ru'
    const shown = before[own].trim() === after[own].trim() ? (own === 'kk' ? 'ru' : 'kk') : own
    return [inQuotes(before[shown], lang), inQuotes(after[shown], lang)]
  }
  return [valueText(before, lang), valueText(after, lang)]
}
function valueText(value: NodeValue, lang: Language): string {
  const t = STANDARDS[lang]
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (value === null) return t.notWritten
  return isText(value) ? quoted(value, lang) : String(value)
}
function quoted(text: BasisText, lang: Language): string {
  return inQuotes((lang === 'kk' ? text.kk || text.ru : text.ru || text.kk), lang)
}
function inQuotes(text: string, lang: Language): string {
  return text.trim() === '' ? STANDARDS[lang].notWritten : lang === 'en' ? `“${text}”` : `«${text}»`
}
