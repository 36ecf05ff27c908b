import { inLanguage } from '#kernel/localized.ts'
import { page, type Page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { holdCheck, moveCheck, orderRemedy, readCentreFile, readCheck, receiveReport, recordFinding, type CentreFile } from '#modules/monitoring/index.ts'
import { messages } from '#modules/monitoring/messages/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { dayField, revisionOf } from '../../centre/settings/desk-facts.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, FileField, Form, TextArea, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag } from '../../ui/tag.tsx'
import { filePages, ListPages, type FilePages } from './file-pages.tsx'
import { fieldsOfAct, FindingsBox, orderOf } from './findings.tsx'
import { monitoringText } from './monitoring-text.ts'
import { AboutBox, ChecksBox, fieldsNamed, filesOf, HistoryBox, OrdersBox, PaperRows, type Watcher } from './parts.tsx'

/** The monitoring of one centre: checks, reports, orders, complaints, and the course of it all. */
export function centreFileFor({ desk, access, base }: Watcher): Page<never> {
  return page<{ file: CentreFile; pages: FilePages }>({
    path: `${base}/centres/:id`, action: 'monitoring.read', desk, access, files: true,
    async load(ctx, { params, query }) {
      const file = await readCentreFile(ctx, params['id']!)
      return { file, pages: filePages(file, { query }, `${base}/centres/${params['id']!}`) }
    },
    title: ({ file }, lang) => `${monitoringText(lang).file} · ${inLanguage(file.centre.name, lang)}`,
    layout: ({ lang }) => ({ back: { href: `/${lang}${base}`, text: monitoringText(lang).title } }),
    post: (ctx, { lang, params, form }) => atFields(lang, async () => {
      const act = form.text('do')
      if (act === 'finding') await recordFinding(ctx, { reportId: form.text('report'), version: revisionOf(form), gravity: form.text('gravity'), requirement: form.text('requirement'), description: form.text('description') })
      else if (act === 'order') await orderRemedy(ctx, { findingId: form.text('finding'), version: revisionOf(form), ...orderOf(form) })
      else await receiveReport(ctx, { centreId: params['id']!, subject: form.text('subject'), receivedOn: dayField(form, 'on'), files: filesOf(form) })
      return { to: `/${lang}${base}/centres/${params['id']!}`, flash: monitoringText(lang).saved }
    }, fieldsOfAct(form)),
    view: (p) => {
      const { lang, data: { file, pages } } = p
      const text = monitoringText(lang)
      return (
        <>
          <div class="t-inhead"><h1>{text.file}</h1>{file.mayWrite && <Button kind="secondary" href={`/${lang}${base}/plan?centre=${file.centre.id}`} icon="calendar-plus">{text.plan}</Button>}</div>
          <ErrorSummary form={p.form} />
          <div class="t-cols">
            <div class="t-stack">
              <OrdersBox pages={pages} lang={lang} base={base} />
              <ChecksBox pages={pages} lang={lang} base={base} />
              <Box title={text.reports} id="reports">
                {pages.reports.total === 0 && <p class="t-quiet">{text.reportsEmpty}</p>}
                {pages.reports.rows.map((report) => <section key={report.id}><h3>{report.subject}</h3><p class="t-quiet">{formatDay(report.receivedOn, lang)} · {report.who}</p><PaperRows papers={report.papers} lang={lang} /></section>)}
                <ListPages pages={pages} list="reports" label={text.reports} lang={lang} />
                {file.mayWrite && (
                  <Form csrf={p.csrf} requestKey={p.requestKey} version={file.version} files label={text.addReport}>
                    <TextField form={p.form} name="subject" label={text.subject} />
                    <DateFields form={p.form} name="on" label={text.receivedOn} />
                    <FileField form={p.form} name="files" label={text.files} hint={text.filesHint} multiple optional />
                    <Button kind="secondary" name="do" value="report" icon="file-plus">{text.addReport}</Button>
                  </Form>
                )}
              </Box>
              <FindingsBox p={p} file={file} pages={pages} base={base} reports={file.reports} />
            </div>
            <div class="t-stack">
              <AboutBox file={file} lang={lang} />
              {!file.mayWrite && <NoticeBox>{text.readOnly}</NoticeBox>}
              <HistoryBox pages={pages} lang={lang} />
            </div>
          </div>
        </>
      )
    },
  }) as unknown as Page<never>
}

/** One check: move it, mark it as held, write down findings and order their remedy. */
export function checkFor({ desk, access, base }: Watcher): Page<never> {
  return page<Awaited<ReturnType<typeof readCheck>> & { pages: FilePages }>({
    path: `${base}/checks/:id`, action: 'monitoring.read', desk, access,
    async load(ctx, { params, query }) {
      const view = await readCheck(ctx, params['id']!)
      return { ...view, pages: filePages(view.file, { query }, `${base}/checks/${params['id']!}`, view.file.findings.filter((finding) => finding.checkId === view.check.id)) }
    },
    title: ({ check }, lang) => fill(monitoringText(lang).check, { no: check.no }),
    layout: ({ lang, data }) => ({ back: { href: `/${lang}${base}/centres/${data.file.centre.id}`, text: inLanguage(data.file.centre.name, lang) } }),
    post: (ctx, { lang, params, form }) => atFields(lang, async () => {
      const seen = { id: params['id']!, version: revisionOf(form) }
      const act = form.text('do')
      if (act === 'move') await moveCheck(ctx, { ...seen, on: dayField(form, 'newOn'), ground: form.text('ground') })
      else if (act === 'hold') await holdCheck(ctx, { ...seen, heldOn: dayField(form, 'on'), outcome: form.text('outcome') })
      else if (act === 'order') return { to: `/${lang}${base}/orders/${await orderRemedy(ctx, { findingId: form.text('finding'), version: seen.version, ...orderOf(form) })}`, flash: monitoringText(lang).saved }
      else await recordFinding(ctx, { checkId: seen.id, version: seen.version, gravity: form.text('gravity'), requirement: form.text('requirement'), description: form.text('description') })
      return { to: `/${lang}${base}/checks/${seen.id}`, flash: monitoringText(lang).saved }
    }, form.text('do') === 'move' ? fieldsNamed({ on: 'newOn' }) : fieldsOfAct(form)),
    view: (p) => {
      const { lang, data: { check, file, pages } } = p
      const text = monitoringText(lang)
      const words = messages[lang]
      return (
        <>
          <div class="t-inhead"><div><h1>{fill(text.check, { no: check.no })}</h1><p>{inLanguage(file.centre.name, lang)}</p><Tag tone={check.heldOn ? 'green' : 'sky'}>{words.states[check.heldOn ? 'held' : 'planned']}</Tag></div></div>
          <ErrorSummary form={p.form} />
          <div class="t-cols">
            <div class="t-stack">
              <Box title={words.kinds[check.kind]}><Facts compact facts={[
                { term: text.on, value: formatDay(check.plannedOn, lang), ...(check.announced ? {} : { note: text.unannounced }) }, { term: text.reason, value: check.reason }, { term: text.responsible, value: check.who },
                ...(check.heldOn ? [{ term: text.heldOn, value: formatDay(check.heldOn, lang) }, { term: text.outcome, value: check.outcome }] : []),
              ]} /></Box>
              {file.mayWrite && !check.heldOn && (
                <Box title={text.heldTitle}>
                  <Form csrf={p.csrf} requestKey={`${p.requestKey}-hold`} version={file.version}>
                    <DateFields form={p.form} name="on" label={text.heldOn} />
                    <TextArea form={p.form} name="outcome" label={text.outcome} rows={4} />
                    <Button name="do" value="hold" icon="check">{text.hold}</Button>
                  </Form>
                </Box>
              )}
              {check.heldOn && <FindingsBox p={p} file={file} pages={pages} base={base} />}
            </div>
            <div class="t-stack">
              {file.mayWrite && !check.heldOn && (
                <Box title={text.moveTitle}>
                  <Form csrf={p.csrf} requestKey={`${p.requestKey}-move`} version={file.version}>
                    <DateFields form={p.form} name="newOn" label={text.newDay} />
                    <TextArea form={p.form} name="ground" label={text.ground} rows={2} />
                    <Button kind="secondary" name="do" value="move">{text.moveDay}</Button>
                  </Form>
                </Box>
              )}
              {!file.mayWrite && <NoticeBox>{text.readOnly}</NoticeBox>}
              <HistoryBox pages={pages} lang={lang} />
            </div>
          </div>
        </>
      )
    },
  }) as unknown as Page<never>
}

