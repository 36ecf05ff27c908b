import { formatDay, personName } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { CLERKS } from '#modules/casework/index.ts'
import { confirmIdentity, readStanding, type FolderStanding } from '#modules/applications/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, CheckboxSingle, ErrorSummary, Form, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'

/** A clerk who holds the identity document confirms the person; the number is typed from it and compared, never shown. */
export const identityPage = page<{ standing: FolderStanding; office: OfficeView }>({
  path: '/centre/cases/:number/identity', action: 'identity.confirm', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const standing = await readStanding(ctx, request.params['number']!, 'identity.confirm')
    return { standing, office: await officeOf(ctx, standing.kase.centreId) }
  },
  title: ({ standing }, lang) => `${stageOneText(lang).identity.title} · ${standing.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.standing.kase.number}`, text: stageOneText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    await confirmIdentity(ctx, { number, version: Number(form.text('version')), iin: form.text('iin'), seen: form.text('seen') === 'yes' })
    return { to: `/${lang}/centre/cases/${number}`, flash: stageOneText(lang).identity.confirmed }
  },
  view: (p) => {
    const { lang, data: { standing } } = p
    const text = stageOneText(lang).identity
    const closed = standing.kase.closedAt !== null
    return (
      <div class="t-stack">
        <h1>{text.title} <span class="t-num">{standing.kase.number}</span></h1>
        <ErrorSummary form={p.form} />
        <p>{text.lead}</p>
        <Box title={text.claimed}>
          <Facts compact facts={[{ term: text.name, value: personName(standing.application, lang, 'full') }, { term: text.born, value: formatDay(standing.application.birthOn, lang) }]} />
        </Box>
        {standing.verified ? <NoticeBox tone="green">{text.done}</NoticeBox> : closed ? <NoticeBox>{text.closed}</NoticeBox> : (
          <Form csrf={p.csrf} requestKey={p.requestKey} version={standing.kase.version}>
            <TextField form={p.form} name="iin" label={text.iin} hint={text.iinHint} inputMode="numeric" maxLength={14} autocomplete="off" spellcheck={false} width="20" figures />
            <CheckboxSingle form={p.form} name="seen" label={text.seen} />
            <ButtonRow><Button icon="check">{text.confirm}</Button></ButtonRow>
          </Form>
        )}
      </div>
    )
  },
})
