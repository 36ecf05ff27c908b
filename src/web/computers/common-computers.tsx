import { randomBytes } from 'node:crypto'
import { centresOf, hasRole, organisationsWhere, type Actor } from '#platform/acts/actor.ts'
import type { Language } from '#kernel/localized.ts'
import type { Uuid } from '#kernel/id.ts'
import { Denial } from '#kernel/denial.ts'
import { legalDay } from '#kernel/day.ts'
import { page, type Page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { markComputer, readComputers, unmarkComputer, type ComputersView } from '#modules/people/index.ts'
import { deviceNumberOf } from '../account/device-cookie.ts'
import { atFields } from '../appeals/field-errors.ts'
import { officeOf, type OfficeView } from '../centre/office.ts'
import { CLERKS } from '../centre/settings/desk-facts.ts'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Button, ErrorSummary, Form, TextField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { en } from './messages/en.ts'
import { kk, type ComputersText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, ComputersText>> = { kk, ru, en }
/** The mark is kept as long as a browser keeps anything; it is taken off by hand. */
const KEPT_SECONDS = 400 * 86_400

interface Data extends ComputersView {
  office: OfficeView | undefined
}

/** The common computers of a centre or a career centre: what visitors do on them is noted of no device. */
function computersPage({ desk, path, access, ofActor }: { desk: 'centre' | 'career-centre'; path: string; access: Page['access']; ofActor(actor: Actor): Uuid | undefined }): Page<never> {
  const own = (actor: Actor): Uuid => {
    const id = ofActor(actor)
    if (!id) throw new Denial('not-found')
    return id
  }
  return page<Data>({
    path, action: 'computer.mark', desk, access,
    async load(ctx, request) {
      const organisationId = own(ctx.actor)
      return { ...(await readComputers(ctx, { organisationId, number: deviceNumberOf(request) })), office: desk === 'centre' ? await officeOf(ctx, organisationId) : undefined }
    },
    title: (_data, lang) => TEXTS[lang].title,
    layout: ({ data, lang }) => (data.office ? { office: data.office.line(lang) } : {}),
    view: ({ data, lang, form, csrf, requestKey }) => {
      const t = TEXTS[lang]
      const isHere = data.computers.some((each) => each.here)
      return (
        <div class="t-stack">
          <ErrorSummary form={form} />
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
          <Form csrf={csrf} requestKey={requestKey}>
            <Table caption={t.list} columns={[t.name, t.marked, t.by, t.action].map((title) => ({ title }))} rowHeaders empty={<Empty title={t.none} icon="monitor">{t.noneText}</Empty>} rows={data.computers.map((each) => ({
              key: each.id,
              cells: [<>{each.name}{each.here && <> <Tag tone="green">{t.here}</Tag></>}</>, formatDay(legalDay(each.markedAt), lang, 'numeric'), each.by, <Button name="unmark" value={each.id} kind="link">{fill(t.unmark, { name: each.name })}</Button>],
            }))} />
          </Form>
          {data.elsewhere ? <NoticeBox>{t.elsewhere}</NoticeBox> : !isHere && (
            <Box title={t.mark}>
              <p>{t.markText}</p>
              <Form csrf={csrf} requestKey={requestKey}>
                <TextField form={form} name="name" label={t.name} hint={t.nameHint} maxLength={80} autocomplete="off" />
                <Button icon="check">{t.submit}</Button>
              </Form>
            </Box>
          )}
        </div>
      )
    },
    post: (ctx, request) => atFields(request.lang, async () => {
      const { form, lang } = request
      const to = `/${lang}${path}`
      const unmark = form.text('unmark')
      if (unmark) {
        await unmarkComputer(ctx, unmark)
        return { to, flash: TEXTS[lang].unmarked }
      }
      const number = deviceNumberOf(request) ?? randomBytes(16).toString('base64url')
      await markComputer(ctx, { organisationId: own(ctx.actor), number, name: form.text('name') })
      return { to, flash: TEXTS[lang].saved, cookies: [{ name: 'device', value: number, maxAgeSeconds: KEPT_SECONDS }] }
    }, { 'computer.name-missing': 'name', 'computer.name-too-long': 'name' }),
  }) as unknown as Page<never>
}

export const centreComputersPage = computersPage({ desk: 'centre', path: '/centre/computers', access: CLERKS, ofActor: (actor) => centresOf(actor).find((id) => hasRole(actor, CLERKS, id)) })
export const careerCentreComputersPage = computersPage({ desk: 'career-centre', path: '/career-centre/computers', access: ['career-centre-specialist'], ofActor: (actor) => organisationsWhere(actor, 'career-centre-specialist')[0] })
