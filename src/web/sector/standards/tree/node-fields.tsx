import type { Language } from '#kernel/localized.ts'
import type { FormBody, FormState } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { CARD_TEXTS, type BasisText, type Found, type NodeDraft, type ProfessionCard, type TreeNode } from '#modules/standards/index.ts'
import { STANDARDS } from '../../../public/standards/standards-texts.ts'
import { Radios, SelectField, TextArea, TextField } from '../../../ui/form.tsx'
import { TREE } from './tree-text.ts'

const LONGEST = 20_000
const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8']

/** A text in two languages out of two fields. */
export function pairOf(form: FormBody, name: string): BasisText {
  const text = (lang: string) => form.text(`${name}${lang}`).replace(/\r\n?/g, '\n').slice(0, LONGEST)
  return { kk: text('Kk'), ru: text('Ru') }
}

/** A node as it was typed. */
export function readDraft(form: FormBody, node: TreeNode): NodeDraft {
  const name = pairOf(form, 'name')
  const code = form.text('code').slice(0, 100)
  const short = (field: string) => form.text(field).slice(0, 100) || null
  switch (node) {
    case 'card': {
      const level = form.text('level')
      const texts = Object.fromEntries(CARD_TEXTS.map((part) => [part, pairOf(form, part)])) as ProfessionCard['texts']
      return { node, code, name, professionCode: short('professionCode'), occupationCode: short('occupationCode'), level: level === '' ? null : Number(level), tariffGrade: short('tariffGrade'), aim: pairOf(form, 'aim'), texts }
    }
    case 'function': return { node, code, name, mandatory: form.text('mandatory') === 'yes' }
    case 'skill': return { node, code, name, alone: form.text('alone') === 'yes' }
    default: return { node, name }
  }
}

interface Fields {
  readonly node: TreeNode
  readonly found: Found | undefined
  /** A free code for a new node. */
  readonly code: string
  readonly form: FormState
  readonly lang: Language
}

export function NodeFields({ node, found, code, form, lang }: Fields) {
  const t = TREE[lang]
  const isText = node === 'ability' || node === 'knowledge'
  const name = found && (found.node === 'ability' || found.node === 'knowledge' ? found.value : found.value.name)
  return (
    <>
      {!isText && <TextField form={form} name="code" label={t.code} hint={node === 'card' ? undefined : t.codeHint} value={found && 'code' in found.value ? found.value.code : code} width="8" maxLength={24} />}
      <TextArea form={form} name="nameKk" label={isText ? t.textKk : t.nameKk} value={name?.kk} rows={2} maxLength={LONGEST} />
      <TextArea form={form} name="nameRu" label={isText ? t.textRu : t.nameRu} hint={t.bothHint} value={name?.ru} rows={2} maxLength={LONGEST} />
      {node === 'function' && <Radios form={form} name="mandatory" label={t.mandatory} value={found?.node === 'function' && !found.value.mandatory ? 'no' : 'yes'} options={[{ value: 'yes', label: t.mandatoryYes }, { value: 'no', label: t.mandatoryNo }]} />}
      {node === 'skill' && <Radios form={form} name="alone" label={t.alone} value={found?.node === 'skill' && found.value.alone ? 'yes' : 'no'} options={[{ value: 'yes', label: t.yes }, { value: 'no', label: t.no }]} />}
      {node === 'card' && <CardFields card={found?.node === 'card' ? found.value : undefined} form={form} lang={lang} />}
    </>
  )
}

function CardFields({ card, form, lang }: { readonly card: ProfessionCard | undefined; readonly form: FormState; readonly lang: Language }) {
  const t = TREE[lang]
  const names = STANDARDS[lang].cardTexts
  return (
    <>
      <SelectField form={form} name="level" label={t.level} value={card?.level ? String(card.level) : ''} empty={t.levelNone} options={LEVELS.map((level) => ({ value: level, label: level }))} />
      <TextField form={form} name="professionCode" label={t.profession} hint={t.professionHint} value={card?.professionCode ?? ''} width="12" maxLength={40} optional />
      <TextField form={form} name="occupationCode" label={t.occupation} value={card?.occupationCode ?? ''} width="12" maxLength={100} optional />
      <TextField form={form} name="tariffGrade" label={t.tariffGrade} value={card?.tariffGrade ?? ''} width="12" maxLength={100} optional />
      <TextPair name="aim" label={names.aim} text={card?.aim} form={form} lang={lang} />
      <TextPair name="education" label={names.education} text={card?.texts.education} form={form} lang={lang} />
      <h2>{t.further}</h2>
      {CARD_TEXTS.filter((part) => part !== 'education').map((part) => <TextPair key={part} name={part} label={names[part]} text={card?.texts[part]} form={form} lang={lang} optional />)}
    </>
  )
}

/** One text in both languages. */
export function TextPair({ name, label, text, form, lang, optional }: { readonly name: string; readonly label: string; readonly text: BasisText | undefined; readonly form: FormState; readonly lang: Language; readonly optional?: boolean | undefined }) {
  const t = TREE[lang]
  return (
    <>
      <TextArea form={form} name={`${name}Kk`} label={fill(t.inKk, { part: label })} value={text?.kk} rows={2} maxLength={LONGEST} optional={optional} />
      <TextArea form={form} name={`${name}Ru`} label={fill(t.inRu, { part: label })} value={text?.ru} rows={2} maxLength={LONGEST} optional={optional} />
    </>
  )
}
