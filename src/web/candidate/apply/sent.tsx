import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readSent } from '#modules/applications/index.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { applyText } from './apply-text.ts'

/** After sending: what was sent, what happens now, and by which date. */
export const sentPage = page<Awaited<ReturnType<typeof readSent>>>({
  path: '/cases/:number/sent', action: 'application.read', desk: 'candidate', access: 'signed-in',
  load: (ctx, request) => readSent(ctx, request.params['number']!),
  title: (_data, lang) => applyText(lang).sent.title,
  view: ({ lang, data }) => {
    const all = applyText(lang)
    const text = all.sent
    const due = data.deadlines.find((deadline) => deadline.rule === 'T1')?.dueOn
    return (
      <>
        <h1>{text.title}</h1>
        <NoticeBox tone="green">{text.letter}</NoticeBox>
        <h2>{text.what}</h2>
        <Facts facts={[
          { term: text.number, value: <span class="t-num">{data.kase.number}</span> },
          { term: all.profession, value: `${inLanguage(data.profession.name, lang)}, ${fill(all.level, { level: data.kase.level ?? '' })}` },
          { term: all.centre, value: inLanguage(data.centre.name, lang) },
          { term: all.summary.papers, value: data.files.length > 0 ? data.files.map((file) => <div key={file.id}>{all.papers[file.kind]}: {file.name}</div>) : all.summary.noFiles },
          { term: all.summary.language, value: all.language[data.application.examLanguage] },
        ]} />
        <h2>{text.next}</h2>
        <p>{text.nextText}</p>
        {due && <p>{text.due}: <b>{formatDay(due, lang)}</b></p>}
        <ButtonRow stacked><Button href={`/${lang}/cases/${data.kase.number}`} iconAfter="arrow-right">{text.toCase}</Button></ButtonRow>
      </>
    )
  },
})
