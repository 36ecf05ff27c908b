import { Denial } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import type { ComponentChildren } from 'preact'
import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { addTreeNode, changeTreeNode, countBelow, nextCode, nodeAt, parentOf, removeTreeNode, TREE_NODES, UNDER, type Found, type TreeNode } from '#modules/standards/index.ts'
import { revisionOf } from '../../../centre/settings/desk-facts.ts'
import { Button, ButtonRow, Form } from '../../../ui/form.tsx'
import { Details } from '../../../ui/why.tsx'
import { SECTOR } from '../desk.ts'
import { Gone, nodeAddress, openDraft, Refused, seenRevision, titleOf, treeAddress, Way, type Draft } from './draft.tsx'
import { NodeFields, readDraft } from './node-fields.tsx'
import { TREE } from './tree-text.ts'

/** A node that is there, or one to be added under a place. */
interface Asked {
  at: string | undefined
  under: string
  node: TreeNode | undefined
}
interface NodeData extends Draft {
  asked: Asked
  found: Found | undefined
}

function askedOf(query: URLSearchParams): Asked {
  const at = query.get('at') ?? undefined
  return { at, under: at === undefined ? (query.get('under') ?? '') : parentOf(at), node: TREE_NODES.find((each) => each === query.get('node')) }
}

/** The form of one node of a draft. */
export const nodePage = page<NodeData>({
  path: `${SECTOR.base}/:id/node`, action: 'basis.write', desk: 'sector', access: SECTOR.access,
  async load(ctx, { params, query }) {
    const draft = await openDraft(ctx, params['id'])
    const asked = askedOf(query)
    const found = asked.at === undefined ? undefined : nodeAt(draft.content, asked.at)
    return { ...draft, asked: { ...asked, node: found?.node ?? asked.node }, found }
  },
  title: ({ asked: { at, node } }, lang) => (node ? TREE[lang][at === undefined ? 'adding' : 'changing'][node] : TREE[lang].title),
  layout: ({ data: { version, asked }, lang }) => ({ back: { href: treeAddress(lang, version.id, asked.under), text: TREE[lang].title } }),
  async post(ctx, { form, params, query, lang }) {
    const t = TREE[lang]
    const seen = { versionId: params['id'] ?? '', revision: revisionOf(form) }
    const { at, under } = askedOf(query)
    if (at !== undefined && form.text('do') === 'remove') return { to: treeAddress(lang, seen.versionId, await removeTreeNode(ctx, { ...seen, at })), flash: t.removed }
    const node = TREE_NODES.find((each) => each === form.text('node'))
    if (!node) throw new Denial('not-found')
    const draft = readDraft(form, node)
    if (at !== undefined) {
      const place = await changeTreeNode(ctx, { ...seen, at, draft })
      return { to: UNDER[node].length > 0 ? treeAddress(lang, seen.versionId, place) : `${treeAddress(lang, seen.versionId, under)}#n-${place}`, flash: t.saved }
    }
    const place = await addTreeNode(ctx, { ...seen, under, draft })
    if (form.text('do') === 'next') return { to: nodeAddress(lang, seen.versionId, { under, node }), flash: t.added }
    return { to: UNDER[node].length > 0 ? treeAddress(lang, seen.versionId, place) : `${treeAddress(lang, seen.versionId, under)}#n-${place}`, flash: t.added }
  },
  view: ({ data, lang, form, csrf, requestKey }) => {
    const { version, content, asked: { at, under, node }, found } = data
    const t = TREE[lang]
    const here = at === undefined ? nodeAddress(lang, version.id, { under, node: node ?? '' }) : nodeAddress(lang, version.id, { at })
    const parent = under === '' ? undefined : nodeAt(content, under)
    if (!node || (at !== undefined && !found) || (under !== '' && !parent) || !UNDER[parent?.node ?? 'root'].includes(node)) {
      return <div class="t-stack"><h1>{t.title}</h1><Refused form={form} here={treeAddress(lang, version.id)} lang={lang} /><Gone versionId={version.id} lang={lang} /></div>
    }
    const hidden = { csrf, version: seenRevision(form, version) }
    return (
      <div class="t-stack">
        <Way draft={data} at={under} lang={lang} last={found ? t.changing[node] : t.adding[node]} />
        <h1>{found ? t.changing[node] : t.adding[node]}</h1>
        {parent && <p class="t-quiet">{titleOf(parent, lang)}</p>}
        <Refused form={form} here={here} lang={lang} />
        <Form {...hidden} requestKey={requestKey} values={{ node }}>
          <NodeFields node={node} found={found} code={nextCode(content, under)} form={form} lang={lang} />
          <ButtonRow>
            <Button name="do" value="save" icon="save">{t.save}</Button>
            {!found && <Button kind="secondary" name="do" value="next" icon="plus">{t.saveAndNext}</Button>}
          </ButtonRow>
        </Form>
        {found && <Removal found={found} lang={lang}><Form {...hidden} requestKey={`${requestKey}-out`}><Button kind="warning" name="do" value="remove" icon="trash">{t.remove}</Button></Form></Removal>}
      </div>
    )
  },
})

/** Taking a node out, behind a fold that says what goes with it. */
function Removal({ found, lang, children }: { readonly found: Found; readonly lang: Language; readonly children: ComponentChildren }) {
  const t = TREE[lang]
  const what = Object.entries(countBelow(found)).map(([kind, count]) => fill(t.counts[kind as keyof typeof t.counts], { count }))
  return <Details summary={t.removeTitle}><p>{t.removeText}{what.length > 0 && ` ${fill(t.removeWith, { what: what.join(', ') })}`}</p>{children}</Details>
}
