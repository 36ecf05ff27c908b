import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FormState } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { nodeAt, openBasis, parentOf, standardOf, type BasisOpened, type BasisText, type Found, type StandardContent } from '#modules/standards/index.ts'
import { Crumbs } from '../../../ui/crumbs.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { NoticeBox } from '../../../ui/notice-box.tsx'
import { SECTOR } from '../desk.ts'
import { TREE } from './tree-text.ts'

export interface Draft {
  version: BasisOpened['version']
  content: StandardContent
}
/** A standard that its officer may write in now. */
export async function openDraft(ctx: Ctx, id: string | undefined): Promise<Draft> {
  const { version, may } = await openBasis(ctx, id ?? '')
  const content = standardOf(version)
  if (!may.write || !content) throw new Denial('not-found')
  return { version, content }
}

/** The state that the form was drawn in: after a refusal it stays, so that pressing again does not write over what was not seen. */
export function seenRevision(form: FormState, version: { revision: number }): string | number {
  const typed = form.values['version']
  return form.errors.length > 0 && typeof typed === 'string' ? typed : version.revision
}

export function treeAddress(lang: Language, versionId: string, at = ''): string {
  return `/${lang}${SECTOR.base}/${versionId}/tree${at === '' ? '' : `?at=${at}`}`
}
/** The form of a node that is there, or of a new one under another. */
export function nodeAddress(lang: Language, versionId: string, of: { at: string } | { under: string; node: string }): string {
  return `/${lang}${SECTOR.base}/${versionId}/node?${'at' in of ? `at=${of.at}` : `under=${of.under}&node=${of.node}`}`
}

/** A text in the reader's language, in the other one where it has none. */
export function wordsOf(text: BasisText, lang: Language): string {
  return (lang === 'kk' ? text.kk || text.ru : text.ru || text.kk).trim()
}
export function nameOf({ node, value }: Found, lang: Language): string {
  return wordsOf(node === 'ability' || node === 'knowledge' ? value : value.name, lang) || TREE[lang].unnamed
}
/** "Skill 1.1.2: reads a drawing". */
export function titleOf(found: Found, lang: Language): string {
  const { node, value } = found
  if (node === 'ability' || node === 'knowledge') return `${TREE[lang].node[node]}: ${nameOf(found, lang)}`
  return fill(TREE[lang].under, { node: TREE[lang].node[node], code: value.code, name: nameOf(found, lang) })
}

/** The way from the document to a place, the nodes above as links. */
export function Way({ draft: { version, content }, at, lang, last }: { readonly draft: Draft; readonly at: string; readonly lang: Language; readonly last?: string | undefined }) {
  const places: string[] = []
  for (let place = at; place !== ''; place = parentOf(place)) places.unshift(place)
  const items = places.flatMap((place) => {
    const found = nodeAt(content, place)
    return found ? [{ text: 'code' in found.value ? `${TREE[lang].node[found.node]} ${found.value.code}` : TREE[lang].node[found.node], href: treeAddress(lang, version.id, place) }] : []
  })
  const all = [{ text: TREE[lang].whole, href: treeAddress(lang, version.id) }, ...items, ...(last ? [{ text: last }] : [])]
  return <Crumbs items={all.map((item, place) => (place === all.length - 1 ? { text: item.text } : item))} />
}

/** Why the act was refused, with the way to see the draft as it is now. */
export function Refused({ form, here, lang }: { readonly form: FormState; readonly here: string; readonly lang: Language }) {
  return form.errors.length === 0 ? null : <><ErrorSummary form={form} />{form.errors.some((error) => !error.field) && <p><a href={here}>{TREE[lang].openAnew}</a></p>}</>
}

export function Gone({ versionId, lang }: { readonly versionId: string; readonly lang: Language }) {
  return <NoticeBox tone="sun" title={TREE[lang].gone}>{TREE[lang].goneText} <a href={treeAddress(lang, versionId)}>{TREE[lang].whole}</a></NoticeBox>
}
