import type { Language } from '#kernel/localized.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { ACKNOWLEDGEMENT_KINDS, holdBriefing, readBriefing, recordPaperConfirmation, type AcknowledgementKind, type BriefingView } from '#modules/exams/index.ts'
import { BriefingTexts } from '../../case/briefing-texts.tsx'
import { Box } from '../../ui/card.tsx'
import { CheckRow } from '../../ui/check-row.tsx'
import { Button, ErrorSummary, Form } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { conductText } from './conduct-text.ts'

const STAFF = ['centre-operator', 'centre-head', 'invigilator', 'assessor'] as const

interface BriefingData {
  view: BriefingView
  office: OfficeView
  works: boolean
}

/** Both acknowledgements as the staff see them: held by one, confirmed by another. */
export const centreBriefingPage = page<BriefingData>({
  path: '/centre/cases/:number/briefing', action: 'briefing.read', desk: 'centre', access: STAFF,
  async load(ctx, request) {
    const view = await readBriefing(ctx, request.params['number']!)
    return { view, office: await officeOf(ctx, view.centreId), works: hasRole(ctx.actor, STAFF) }
  },
  title: ({ view }, lang) => `${conductText(lang).briefing.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: conductText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const kinds = ACKNOWLEDGEMENT_KINDS.filter((kind) => form.list('kinds').includes(kind))
    await (form.text('do') === 'paper' ? recordPaperConfirmation : holdBriefing)(ctx, { number, kinds })
    return { to: `/${lang}/centre/cases/${number}/briefing`, flash: conductText(lang).briefing.saved }
  },
  view: (p) => {
    const { lang, data: { view, works } } = p
    const words = conductText(lang).briefing
    const open = view.step === 'notified' || view.step === 'theory-passed'
    const whole = view.kinds.every((kind) => kind.heldAt && kind.confirmedAt)
    const unheld = view.kinds.filter((kind) => !kind.heldAt).map((kind) => kind.kind)
    return (
      <>
        <div class="t-inhead"><div>
          <p class="t-case__no t-num">{view.number}</p>
          <h1>{words.title}</h1>
          <Tags><Tag>{view.candidateName}</Tag></Tags>
        </div></div>
        <ErrorSummary form={p.form} />
        {whole ? <NoticeBox tone="green">{words.done}</NoticeBox> : <p>{words.lead}</p>}
        <div class="t-stack">
          {view.kinds.map((kind) => (
            <Box key={kind.kind} title={words.kinds[kind.kind]} flush>
              <CheckRow state={kind.heldAt ? 'ok' : 'todo'} title={kind.heldAt ? fill(words.held, { name: kind.heldByName ?? '', at: formatMoment(kind.heldAt, lang) }) : words.notHeld} />
              <CheckRow state={kind.confirmedAt ? 'ok' : 'todo'} title={confirmedWords(kind, lang)} />
              <div class="t-box__b">
                <Details summary={words.texts}><BriefingTexts parts={kind.parts} lang={lang} /></Details>
                {works && open && kind.heldAt && !kind.confirmedAt && !kind.heldByMe && (
                  <Form csrf={p.csrf} requestKey={`${p.requestKey}-${kind.kind}`} values={{ kinds: kind.kind, do: 'paper' }}>
                    <p class="t-small t-quiet">{words.paperHint}</p>
                    <Button kind="secondary" icon="signature" more={words.short[kind.kind]}>{words.recordPaper}</Button>
                  </Form>
                )}
              </div>
            </Box>
          ))}
          {works && open && unheld.length > 0 && <Hold kinds={unheld} p={p} lang={lang} />}
          {open && !whole && unheld.length === 0 && view.hasAccount && <NoticeBox>{words.candidateConfirms}</NoticeBox>}
        </div>
      </>
    )
  },
})

function confirmedWords(kind: BriefingView['kinds'][number], lang: Language): string {
  const words = conductText(lang).briefing
  if (!kind.confirmedAt) return words.notConfirmed
  return fill(kind.confirmedHow === 'paper' ? words.confirmedPaper : words.confirmed, { at: formatMoment(kind.confirmedAt, lang) })
}

function Hold({ kinds, p, lang }: { kinds: readonly AcknowledgementKind[]; p: { csrf: string; requestKey: string }; lang: Language }) {
  const words = conductText(lang).briefing
  return (
    <Form csrf={p.csrf} requestKey={p.requestKey} values={{ do: 'hold' }}>
      {kinds.map((kind) => <input key={kind} type="hidden" name="kinds" value={kind} />)}
      <Button icon="user-check" more={kinds.length === 1 ? words.short[kinds[0]!] : undefined}>{kinds.length === 2 ? words.holdBoth : words.hold}</Button>
    </Form>
  )
}
