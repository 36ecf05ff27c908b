import { parseUuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { PASSWORD_LENGTHS } from '#platform/auth/password.ts'
import { page, type PageRequest } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { changePassword, listOwnSessions, ownEmail, secondFactorOf, sessionOfToken, signOut, signOutEverywhere, type SecondFactor, type SessionRow } from '#modules/people/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, PasswordField } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { accountText } from './account-text.ts'
import { deviceName } from './device-name.ts'
import { NO_SESSION, sessionTokenOf } from './session-cookie.ts'
import { passwordOf } from './sign-in.tsx'

/** The sign-in this browser came with. */
export async function ownSessionId(ctx: Ctx, request: PageRequest): Promise<string | null> {
  const token = sessionTokenOf(request)
  return (token && (await sessionOfToken(ctx, token))?.id) || null
}

export const securityPage = page<{ sessions: SessionRow[]; current: string | null; factor: SecondFactor; email: string }>({
  path: '/account/security', action: 'account.change-own', desk: 'candidate', access: 'signed-in',
  load: async (ctx, request) => ({ sessions: await listOwnSessions(ctx), current: await ownSessionId(ctx, request), factor: await secondFactorOf(ctx), email: (await ownEmail(ctx)).email }),
  title: (_data, lang) => accountText(lang).security.title,
  layout: () => ({ wide: true }),
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = accountText(lang).security
    const { factor } = data
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        {factor.hasPassword && (
          <section class="t-col">
            <h2>{text.passwordTitle}</h2>
            <Form csrf={csrf} requestKey={requestKey}>
              <PasswordField form={form} name="currentPassword" label={text.current} />
              <PasswordField form={form} name="newPassword" label={text.fresh} fresh hint={fill(text.freshHint, { least: factor.state === 'on' ? PASSWORD_LENGTHS.withSecondFactor : PASSWORD_LENGTHS.alone })} />
              <ButtonRow><Button name="do" value="password">{text.change}</Button></ButtonRow>
            </Form>
          </section>
        )}
        <section>
          <h2>{text.emailTitle}</h2>
          <p>{fill(text.emailNow, { email: data.email })}</p>
          <p><Button href={`/${lang}/account/security/email`} kind="secondary" icon="mail">{text.emailChange}</Button></p>
        </section>
        <section>
          <h2>{text.factorTitle}</h2>
          <p>{factor.state === 'on' ? fill(text.factorOn, { at: formatMoment(factor.since, lang) }) : text.factorOff}</p>
          <p><Button href={`/${lang}/account/security/second-factor`} kind="secondary" icon="key">{factor.state === 'on' ? text.factorManage : text.factorOpen}</Button></p>
        </section>
        <section>
          <h2>{text.sessionsTitle}</h2>
          <Form csrf={csrf} requestKey={requestKey} values={{ do: 'end' }}>
            <Table caption={text.sessionsTitle} captionHidden rowHeaders
              columns={[{ title: text.device }, { title: text.started }, { title: text.seen }, { title: '' }]}
              rows={data.sessions.map((session) => ({
                key: session.id,
                cells: [deviceName(session.device) ?? text.unknownDevice, formatMoment(session.createdAt, lang), formatMoment(session.seenAt, lang),
                  session.id === data.current ? <Tag>{text.thisOne}</Tag> : <Button kind="link" name="session" value={session.id} more={deviceName(session.device) ?? text.unknownDevice}>{text.end}</Button>],
              }))} />
          </Form>
          <Form csrf={csrf} requestKey={requestKey}>
            <ButtonRow><Button name="do" value="end-others" kind="warning">{text.endOthers}</Button></ButtonRow>
          </Form>
        </section>
      </div>
    )
  },
  async post(ctx, request) {
    const { form, lang } = request
    const text = accountText(lang).security
    const here = `/${lang}/account/security`
    const current = await ownSessionId(ctx, request)
    if (form.text('do') === 'password') {
      await changePassword(ctx, { current: passwordOf(form.values['currentPassword']), fresh: passwordOf(form.values['newPassword']), keepSessionId: current })
      return { to: here, flash: text.changed }
    }
    if (form.text('do') === 'end-others') return { to: here, flash: fill(text.endedOthers, { count: await signOutEverywhere(ctx, current) }) }
    const id = form.text('session')
    if (parseUuid(id)) await signOut(ctx, id)
    return { to: here, flash: text.ended, ...(id === current ? { cookies: [NO_SESSION] } : {}) }
  },
})
