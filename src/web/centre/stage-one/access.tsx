import { formatDay, formatMoment, personName } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { askForAccess, decideAccess, readAccess, type AccessView } from '#modules/applications/index.ts'
import { CLERKS } from '#modules/casework/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, CheckboxSingle, EmailField, ErrorSummary, Form, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'

/** A candidate who can sign in no more: one clerk sees the document and asks, another person of the centre sees it too and gives access back. */
export const accessPage = page<{ access: AccessView; office: OfficeView }>({
  path: '/centre/cases/:number/access', action: 'access.ask', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const access = await readAccess(ctx, request.params['number']!)
    return { access, office: await officeOf(ctx, access.centreId) }
  },
  title: ({ access }, lang) => `${stageOneText(lang).access.title} · ${access.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.access.kase.number}`, text: stageOneText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const words = stageOneText(lang).access
    const case_ = { number: params['number']!, version: Number(form.text('version')) }
    const seen = form.text('seen') === 'yes'
    if (form.text('do') === 'ask') {
      await askForAccess(ctx, { ...case_, iin: form.text('iin'), email: form.text('email'), seen })
      return { to: `/${lang}/centre/cases/${case_.number}/access`, flash: words.asked }
    }
    const give = form.text('do') === 'give'
    await decideAccess(ctx, { ...case_, give, seen })
    return { to: `/${lang}/centre/cases/${case_.number}`, flash: give ? words.given : words.rejected }
  },
  view: (p) => {
    const { lang, data: { access } } = p
    const { access: words, identity } = stageOneText(lang)
    const frame = { csrf: p.csrf, requestKey: p.requestKey, version: access.kase.version }
    const { open } = access
    const why = access.kase.accountId === null ? words.noAccount : !access.verified ? words.notVerified : access.holdsRole ? words.holdsRole : undefined
    return (
      <div class="t-stack">
        <h1>{words.title} <span class="t-num">{access.kase.number}</span></h1>
        <ErrorSummary form={p.form} />
        <p>{words.lead}</p>
        <Box title={identity.claimed}>
          <Facts compact facts={[{ term: identity.name, value: personName(access.candidate, lang, 'full') }, { term: identity.born, value: formatDay(access.candidate.birthOn, lang) }]} />
        </Box>
        {why ? <NoticeBox>{why}</NoticeBox> : !open ? (
          <Form {...frame}>
            <TextField form={p.form} name="iin" label={identity.iin} hint={identity.iinHint} inputMode="numeric" maxLength={14} autocomplete="off" spellcheck={false} width="20" figures />
            <EmailField form={p.form} name="email" label={words.email} hint={words.emailHint} autocomplete="off" />
            <CheckboxSingle form={p.form} name="seen" label={identity.seen} />
            <ButtonRow><Button name="do" value="ask" icon="key">{words.ask}</Button></ButtonRow>
          </Form>
        ) : (
          <Box title={words.waits}><div class="t-stack">
            <Facts compact facts={[{ term: words.askedBy, value: open.by }, { term: words.at, value: formatMoment(open.at, lang) }, { term: words.until, value: formatDay(open.until, lang) }, { term: words.email, value: open.email }]} />
            {open.own ? <NoticeBox>{words.own}</NoticeBox> : (
              <Form {...frame}>
                <CheckboxSingle form={p.form} name="seen" label={identity.seen} />
                <ButtonRow><Button name="do" value="give" icon="check">{words.give}</Button><Button name="do" value="reject" kind="secondary" icon="x">{words.reject}</Button></ButtonRow>
              </Form>
            )}
          </div></Box>
        )}
      </div>
    )
  },
})
