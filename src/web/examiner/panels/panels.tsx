import { inLanguage } from '#kernel/localized.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { STAGES } from '#kernel/exam-stage.ts'
import { castVote, listOwnPanels, openRecordingToDecide, readPanel, type PanelView } from '#modules/decisions/index.ts'
import { messages } from '#modules/decisions/messages/index.ts'
import { HeldFactsBox, PanelHead, Votes } from '../../centre/decisions/panel.tsx'
import { OpenRecording, openedAddress } from '../../proctor/opened.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ErrorSummary, Form, Radios, TextArea } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'

const ROLES = ['panel-member', 'centre-head'] as const
const stageOf = (text: string) => STAGES.find((each) => each === text) ?? 'theory'

/** The panels that wait for the reader. */
export const ownPanelsPage = page<{ panels: Awaited<ReturnType<typeof listOwnPanels>> }>({
  path: '/examiner/panels', action: 'panel.list-own', desk: 'examiner', access: ROLES,
  load: async (ctx) => ({ panels: await listOwnPanels(ctx) }),
  title: (_data, lang) => messages[lang].page.ownTitle,
  view: ({ lang, data }) => {
    const words = messages[lang].page
    return (
      <>
        <div class="t-inhead"><h1>{words.ownTitle}</h1></div>
        <Table inbox caption={words.ownTitle} captionHidden columns={Object.values(words.columns).map((title) => ({ title }))} empty={<Empty title={words.ownEmpty} icon="users">{words.ownEmptyText}</Empty>}
          rows={data.panels.map((panel) => ({
            key: panel.number,
            cells: [
              <a class="t-num" href={`/${lang}/examiner/panels/${panel.number}`}>{panel.number}</a>, <b>{personName(panel, lang, 'full')}</b>,
              `${inLanguage({ kk: panel.professionKk ?? undefined, ru: panel.professionRu ?? undefined, en: panel.professionEn ?? undefined }, lang)}, ${panel.level ?? ''}`,
              panel.nextDueOn ? formatDay(panel.nextDueOn, lang, 'short') : '—', panel.voted ? words.given : words.notGiven,
            ],
          }))} />
      </>
    )
  },
})

/** One panel: the facts, the votes of the others, and one's own vote, given once. */
export const ownPanelPage = page<{ view: PanelView }>({
  path: '/examiner/panels/:number', action: 'panel.read', desk: 'examiner', access: ROLES,
  load: async (ctx, request) => ({ view: await readPanel(ctx, request.params['number']!) }),
  title: ({ view }, lang) => `${messages[lang].page.title} · ${view.number}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/examiner/panels`, text: messages[lang].page.ownTitle } }),
  async post(ctx, { lang, params, form }) {
    const words = messages[lang].page
    if (form.text('do') === 'recording') return { to: openedAddress(lang, params['number']!, await openRecordingToDecide(ctx, { number: params['number']!, stage: stageOf(form.text('stage')) })) }
    const choice = form.text('choice')
    if (choice !== 'pass' && choice !== 'fail') return { errors: [{ field: 'choice', message: words.choice }] }
    await castVote(ctx, { number: params['number']!, choice, note: form.text('note') })
    return { to: `/${lang}/examiner/panels/${params['number']!}`, flash: words.voted }
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const words = messages[lang].page
    return (
      <>
        <PanelHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            {view.mayVote && (
              <Box title={words.voteTitle}>
                <Form csrf={p.csrf} requestKey={p.requestKey}>
                  <Radios form={p.form} name="choice" label={words.choice} options={[{ value: 'pass', label: words.pass }, { value: 'fail', label: words.fail }]} />
                  <TextArea form={p.form} name="note" label={words.note} rows={2} />
                  <Button icon="check">{words.vote}</Button>
                </Form>
              </Box>
            )}
            {view.members.length > 0 && <Votes view={view} lang={lang} />}
          </div>
          <div class="t-stack"><HeldFactsBox view={view} lang={lang} /><OpenRecording stages={view.recorded} lang={lang} csrf={p.csrf} requestKey={p.requestKey} /></div>
        </div>
      </>
    )
  },
})
