import { page, type ViewProps } from '#platform/http/page.ts'
import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { countBelow, moveTreeNode, nodeAt, placeOf, PASSPORT_TEXTS, UNDER, type Found, type StandardContent, type TreeNode } from '#modules/standards/index.ts'
import { revisionOf } from '../../../centre/settings/desk-facts.ts'
import { titleText } from '../../../public/standards/basis-parts.tsx'
import { STANDARDS } from '../../../public/standards/standards-texts.ts'
import { Box } from '../../../ui/card.tsx'
import { Button, ButtonRow, Form } from '../../../ui/form.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { SECTOR } from '../desk.ts'
import { Gone, nameOf, nodeAddress, openDraft, Refused, seenRevision, titleOf, treeAddress, Way, type Draft } from './draft.tsx'
import { TREE } from './tree-text.ts'

interface TreeData extends Draft {
  /** The place that is open; empty is the whole document. */
  at: string
}

/** One level of the tree of a draft: what stands there, in its order, and the ways to change it. */
export const treePage = page<TreeData>({
  path: `${SECTOR.base}/:id/tree`, action: 'basis.write', desk: 'sector', access: SECTOR.access,
  load: async (ctx, { params, query }) => ({ ...(await openDraft(ctx, params['id'])), at: query.get('at') ?? '' }),
  title: (_data, lang) => TREE[lang].title,
  layout: ({ data: { version }, lang }) => ({ back: { href: `/${lang}${SECTOR.base}/${version.id}`, text: titleText(version.title, lang) } }),
  async post(ctx, { form, params, query, lang }) {
    const versionId = params['id'] ?? ''
    const at = await moveTreeNode(ctx, { versionId, revision: revisionOf(form), at: form.text('place'), by: form.text('do') === 'up' ? -1 : 1 })
    return { to: `${treeAddress(lang, versionId, query.get('at') ?? '')}#n-${at}`, flash: TREE[lang].moved }
  },
  view: (props) => {
    const { data, lang, form } = props
    const { version, content, at } = data
    const t = TREE[lang]
    const found = at === '' ? undefined : nodeAt(content, at)
    if (at !== '' && !found) return <div class="t-stack"><h1>{t.title}</h1><Refused form={form} here={treeAddress(lang, version.id)} lang={lang} /><Gone versionId={version.id} lang={lang} /></div>
    return (
      <div class="t-stack">
        {at !== '' && <Way draft={data} at={at} lang={lang} />}
        <h1>{found ? titleOf(found, lang) : t.title}</h1>
        <Refused form={form} here={treeAddress(lang, version.id, at)} lang={lang} />
        {found
          ? <><Marks found={found} lang={lang} /><ButtonRow><Button kind="secondary" href={nodeAddress(lang, version.id, { at })} icon="pencil">{t.change}</Button></ButtonRow></>
          : <><p>{t.lead}</p><Passport content={content} versionId={version.id} lang={lang} /></>}
        {UNDER[found?.node ?? 'root'].map((node) => <Children key={node} node={node} {...props} />)}
      </div>
    )
  },
})

function Passport({ content, versionId, lang }: { readonly content: StandardContent; readonly versionId: string; readonly lang: Language }) {
  const t = TREE[lang]
  const written = PASSPORT_TEXTS.filter((part) => content.passport[part].kk !== '' || content.passport[part].ru !== '').length
  return (
    <Box title={t.passport}>
      <p>{fill(t.passportWritten, { count: written, of: PASSPORT_TEXTS.length })}</p>
      <ButtonRow><Button kind="secondary" href={`/${lang}${SECTOR.base}/${versionId}/passport`} icon="pencil">{t.passportEdit}</Button></ButtonRow>
    </Box>
  )
}

/** What is said of a node in one word, and which language it lacks. */
function Marks({ found: { node, value }, lang }: { readonly found: Found; readonly lang: Language }) {
  const t = TREE[lang]
  const text = node === 'ability' || node === 'knowledge' ? value : value.name
  return (
    <>
      {node === 'card' && value.level !== null && <Tag tone="sky">{fill(STANDARDS[lang].cardLevel, { level: value.level })}</Tag>}
      {node === 'function' && <Tag>{value.mandatory ? t.mandatoryYes : t.mandatoryNo}</Tag>}
      {node === 'skill' && value.alone && <Tag tone="green">{STANDARDS[lang].alone}</Tag>}
      {(['kk', 'ru'] as const).map((each) => text[each].trim() === '' && <Tag key={each} tone="sun">{t.missing[each]}</Tag>)}
    </>
  )
}

/** The nodes of one kind under the open place. */
function Children({ node, data: { version, content, at }, lang, form, csrf, requestKey }: ViewProps<TreeData> & { readonly node: TreeNode }) {
  const t = TREE[lang]
  const found: Found[] = []
  for (let next = nodeAt(content, placeOf(at, node, 0)); next; next = nodeAt(content, placeOf(at, node, found.length))) found.push(next)
  return (
    <Box title={t.lists[node]} tag={<Tag>{found.length}</Tag>} flush>
      {found.length === 0 ? <div class="t-box__b"><p class="t-quiet">{t.none[node]}</p></div> : (
        <ol class="t-tree">
          {found.map((each, order) => {
            const place = placeOf(at, node, order)
            const name = 'code' in each.value ? `${each.value.code}. ${nameOf(each, lang)}` : nameOf(each, lang)
            const counts = Object.entries(countBelow(each)).map(([kind, count]) => fill(t.counts[kind as keyof typeof t.counts], { count }))
            return (
              <li key={place} id={`n-${place}`}>
                <div class="t-tree__what">
                  <p>{UNDER[node].length > 0 ? <a href={treeAddress(lang, version.id, place)}>{name}</a> : name} <Marks found={each} lang={lang} /></p>
                  {counts.length > 0 && <p class="t-small t-quiet">{counts.join(' · ')}</p>}
                </div>
                <Form class="t-tree__do" csrf={csrf} requestKey={`${requestKey}-${place}`} version={seenRevision(form, version)} values={{ place }}>
                  <Button kind="link" href={nodeAddress(lang, version.id, { at: place })} icon="pencil" more={name}>{t.change}</Button>
                  {order > 0 && <Button kind="link" name="do" value="up" icon="arrow-up" more={name}>{t.up}</Button>}
                  {order < found.length - 1 && <Button kind="link" name="do" value="down" icon="arrow-down" more={name}>{t.down}</Button>}
                </Form>
              </li>
            )
          })}
        </ol>
      )}
      <div class="t-box__b"><ButtonRow><Button kind="secondary" href={nodeAddress(lang, version.id, { under: at, node })} icon="plus">{t.add[node]}</Button></ButtonRow></div>
    </Box>
  )
}
