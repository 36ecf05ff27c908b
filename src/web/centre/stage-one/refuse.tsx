import { page } from '#platform/http/page.ts'
import { CLERKS } from '#modules/casework/index.ts'
import { groundOf, readStanding, REFUSAL_GROUNDS, refuseContract, type FolderStanding } from '#modules/applications/index.ts'
import { blockerText } from '../../denials.ts'
import { Button, ButtonRow, ErrorSummary, Form, Radios, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'

/** Refusing a contract: one of two grounds, the reason, how to put it right. */
export const refusePage = page<{ standing: FolderStanding; office: OfficeView }>({
  path: '/centre/cases/:number/refuse', action: 'contract.refuse', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const standing = await readStanding(ctx, request.params['number']!, 'contract.refuse')
    return { standing, office: await officeOf(ctx, standing.kase.centreId) }
  },
  title: ({ standing }, lang) => `${stageOneText(lang).refuse.title} · ${standing.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.standing.kase.number}/check`, text: stageOneText(lang).refuse.toCheck } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const input = { ground: form.text('ground'), reason: form.text('reason').slice(0, 4000), remedy: form.text('remedy').slice(0, 4000) }
    const errors = [
      ...(input.ground === '' ? [{ field: 'ground', message: blockerText(lang, { code: 'refusal.ground-unknown' }) }] : []),
      ...(input.reason === '' ? [{ field: 'reason', message: blockerText(lang, { code: 'refusal.reason-missing' }) }] : []),
      ...(input.remedy === '' ? [{ field: 'remedy', message: blockerText(lang, { code: 'refusal.remedy-missing' }) }] : []),
    ]
    if (errors.length > 0) return { errors }
    await refuseContract(ctx, { number, version: Number(form.text('version')), ...input })
    return { to: `/${lang}/centre/cases/${number}`, flash: stageOneText(lang).refuse.sent }
  },
  view: (p) => {
    const { lang, data: { standing } } = p
    const all = stageOneText(lang)
    const text = all.refuse
    const wrong = standing.checks.filter((check) => check.verdict === 'wrong')
    const name = (item: string) => all.items[item as keyof typeof all.items]
    return (
      <>
        <h1>{text.title}</h1>
        <ErrorSummary form={p.form} />
        <p>{text.lead}</p>
        {wrong.length === 0 ? <NoticeBox tone="sun">{text.nothing}</NoticeBox> : (
          <>
            <NoticeBox title={text.wrong}><ul>{wrong.map((check) => <li key={check.item}>{name(check.item)}: {check.note}</li>)}</ul></NoticeBox>
            <Form csrf={p.csrf} requestKey={p.requestKey} version={standing.kase.version}>
              <Radios form={p.form} name="ground" label={text.ground} value={groundOf(wrong[0]!.item)} options={REFUSAL_GROUNDS.map((ground) => ({ value: ground, label: text[ground] }))} />
              <TextArea form={p.form} name="reason" label={text.reason} hint={text.reasonHint} maxLength={4000} value={wrong.map((check) => `${name(check.item)}: ${check.note}`).join('\n')} />
              <TextArea form={p.form} name="remedy" label={text.remedy} hint={text.remedyHint} maxLength={4000} />
              <SourceLine mark="S">{text.norm}</SourceLine>
              <ButtonRow><Button kind="warning" icon="file-x">{text.send}</Button></ButtonRow>
            </Form>
          </>
        )}
      </>
    )
  },
})
