import type { Language } from '#kernel/localized.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import type { PostResult } from '#platform/http/page.ts'
import { DISSOLUTION_GROUNDS, REPLACEMENT_GROUNDS, type Dissolution, type LeftMember, type Replacement } from '#modules/decisions/index.ts'
import { messages } from '#modules/decisions/messages/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, Form, SelectField, TextArea, type FormState } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'

interface Named {
  accountId: string
  name: string
}
interface PanelChangeProps {
  form: FormState
  csrf: string
  requestKey: string
  version: number
  lang: Language
  members: readonly Named[]
  successors: readonly Named[]
  /** Somebody of another centre may be invited. */
  mayInvite: boolean
}

const REPLACE_FIELDS: Readonly<Record<string, string>> = {
  'panel.member-not-seated': 'member', 'panel.own-panel': 'member', 'panel.successor-missing': 'successor', 'panel.successor-sat': 'successor', 'panel.member-without-role': 'successor', 'panel.member-assessed': 'successor',
  'panel.member-is-candidate': 'successor', 'panel.member-took-part': 'successor', 'panel.member-of-another-centre': 'successor', 'appeal.panel-of-another-centre': 'successor', 'appeal.panel-of-own-centre': 'successor', 'panel.ground-missing': 'replaceGround', 'panel.note-missing': 'replaceNote', 'appeal.panel-stranger': 'successor', 'appeal.panel-took-part': 'successor',
}
const DISSOLVE_FIELDS: Readonly<Record<string, string>> = { 'panel.ground-missing': 'dissolveGround', 'panel.note-missing': 'dissolveNote' }

interface ChangeForm {
  text(name: string): string
}

/** Answers the two forms of a panel that is put right; undefined when another form was sent. */
export function postPanelChange(lang: Language, form: ChangeForm, to: string, acts: { replace(change: Replacement): Promise<void>; dissolve(change: Dissolution): Promise<void> }): Promise<PostResult> | undefined {
  const words = messages[lang].page.change
  if (form.text('do') === 'replace') {
    return atFields(lang, async () => {
      await acts.replace({ memberId: form.text('member'), successorId: form.text('successor'), ground: form.text('replaceGround'), note: form.text('replaceNote') })
      return { to, flash: words.replaced }
    }, REPLACE_FIELDS)
  }
  if (form.text('do') === 'dissolve') {
    return atFields(lang, async () => {
      await acts.dissolve({ ground: form.text('dissolveGround'), note: form.text('dissolveNote') })
      return { to, flash: words.dissolved }
    }, DISSOLVE_FIELDS)
  }
  return undefined
}

/** The two ways to put a called panel right: another person in a seat, or another panel. */
export function PanelChange({ form, csrf, requestKey, version, lang, members, successors, mayInvite }: PanelChangeProps) {
  const words = messages[lang].page.change
  const sent = form.errors.length > 0 ? form.values['do'] : undefined
  return (
    <Box title={words.title}>
      <p>{words.lead}</p>
      <Details summary={words.replaceTitle} open={sent === 'replace'}>
        {successors.length === 0 ? <NoticeBox tone="sun">{words.noSuccessor}{mayInvite && ` ${messages[lang].page.invite}`}</NoticeBox> : (
          <Form csrf={csrf} requestKey={requestKey} version={version}>
            <SelectField form={form} name="member" label={words.member} hint={words.voidHint} options={members.map((each) => ({ value: each.accountId, label: each.name }))} />
            <SelectField form={form} name="successor" label={words.successor} options={successors.map((each) => ({ value: each.accountId, label: each.name }))} />
            <SelectField form={form} name="replaceGround" label={words.ground} options={REPLACEMENT_GROUNDS.map((ground) => ({ value: ground, label: words.grounds[ground] }))} />
            <TextArea form={form} name="replaceNote" label={words.note} hint={words.noteHint} rows={2} optional />
            <Button name="do" value="replace" icon="users">{words.replace}</Button>
          </Form>
        )}
      </Details>
      <Details summary={words.dissolveTitle} open={sent === 'dissolve'}>
        <p>{words.dissolveLead}</p>
        <Form csrf={csrf} requestKey={requestKey} version={version}>
          <SelectField form={form} name="dissolveGround" label={words.ground} options={DISSOLUTION_GROUNDS.map((ground) => ({ value: ground, label: words.dissolutionGrounds[ground] }))} />
          <TextArea form={form} name="dissolveNote" label={words.note} hint={words.noteHint} rows={2} optional />
          <Button kind="warning" name="do" value="dissolve" icon="ban">{words.dissolve}</Button>
        </Form>
      </Details>
    </Box>
  )
}

/** Who was replaced, when and why, and the vote that counts no more. */
export function LeftMembers({ left, lang }: { left: readonly LeftMember[]; lang: Language }) {
  const words = messages[lang].page.change
  if (left.length === 0) return null
  return (
    <Box title={words.leftTitle}>
      <Facts compact facts={left.map((member) => ({
        term: member.name, value: `${words.grounds[member.ground]} · ${formatMoment(member.leftAt, lang)} · ${member.voidVote ? words.voidVote : words.noVote}`, ...(member.note ? { note: member.note } : {}),
      }))} />
    </Box>
  )
}
