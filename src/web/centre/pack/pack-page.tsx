import { Denial } from '#kernel/denial.ts'
import type { Role } from '#platform/acts/actor.ts'
import { download, page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { findPackPaper, makePack, readPack, type SittingPack } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { ForbiddenList } from '../../case/forbidden-list.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ErrorSummary, Form } from '../../ui/form.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { sittingLine } from '../planning/sitting-line.ts'
import { namesOfProfessions, qualificationLine, type Names } from '../settings/desk-facts.ts'
import { BriefingJournal, IdentityList, PeopleList, SeatPlan } from './pack-parts.tsx'
import { packText } from './pack-text.ts'

const HOLDERS: readonly Role[] = ['centre-operator', 'centre-head', 'invigilator', 'assessor', 'proctor']

/** Everything that lies on the table of the day; it prints from the browser, and as a PDF whose lists are frozen. */
export const packPage = page<{ pack: SittingPack; names: Names; office: OfficeView }>({
  path: '/centre/sittings/:id/pack', action: 'sitting.pack', desk: 'centre', access: HOLDERS,
  async load(ctx, { params }) {
    const pack = await readPack(ctx, params['id'] ?? '')
    return { pack, names: await namesOfProfessions(ctx, [pack.sitting.professionCode]), office: await officeOf(ctx, pack.sitting.centreId) }
  },
  title: (_data, lang) => packText(lang).title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/sittings/${data.pack.sitting.id}`, text: packText(lang).back } }),
  async post(ctx, { lang, params }) {
    const { number } = await makePack(ctx, { sittingId: params['id'] ?? '' })
    return { to: `/${lang}/centre/sittings/${params['id']!}/pack`, flash: fill(packText(lang).made, { n: number }) }
  },
  view: ({ lang, data: { pack, names }, form, csrf, requestKey }) => {
    const words = packText(lang)
    const { sitting, people, packs } = pack
    const covered = people.filter((each) => each.accommodations.includes('covered-face'))
    return (
      <div class="t-stack">
        <div>
          <h1>{words.title}</h1>
          <p class="t-lead">{sittingLine(sitting, lang)}</p>
        </div>
        <ErrorSummary form={form} />
        <Facts compact facts={[{ term: qualificationLine(names, sitting, lang), value: pack.staff.map((each) => `${exams[lang].pack.roles[each.role]}: ${each.name}`).join('; ') || '–' }]} />
        {people.length === 0 ? <Empty title={words.empty} icon="users">{words.emptyText}</Empty> : (
          <>
            <Box title={words.packs}>
              <p>{words.lead}</p>
              {packs.length === 0 ? <p class="t-quiet">{words.none}</p>
                : packs.map((each) => <div key={each.number}><IconLinks links={[{ href: `/${lang}/centre/sittings/${sitting.id}/pack/${each.number}`, text: fill(words.pack, { n: each.number }), icon: 'download' }]} /><p class="t-small t-quiet">{fill(words.packOf, { at: formatMoment(each.madeAt, lang), by: each.by, people: each.people })}</p></div>)}
              {!sitting.cancelledAt && <Form csrf={csrf} requestKey={requestKey}><Button icon="file">{words.make}</Button></Form>}
            </Box>
            <Box title={words.list} flush><PeopleList people={people} lang={lang} /></Box>
            <Box title={words.plan}><p class="t-small t-quiet">{words.planHint}</p><SeatPlan plan={pack.plan} lang={lang} /></Box>
            <Box title={words.identity} flush><IdentityList people={people} lang={lang} /><div class="t-box__b"><p class="t-small t-quiet">{words.identityHint}</p>{covered.length > 0 && <p>{`${covered.map((each) => each.name).join('; ')}. ${exams[lang].pack.coveredFace}`}</p>}</div></Box>
            <Box title={words.journal} flush><BriefingJournal people={people} lang={lang} /><div class="t-box__b"><p class="t-small t-quiet">{words.journalHint}</p></div></Box>
          </>
        )}
        <Box title={words.forbidden}><ForbiddenList lang={lang} /></Box>
        <Box title={words.emergency}>
          <ol class="t-dots">{exams[lang].pack.emergency.map((line) => <li key={line}>{line}</li>)}</ol>
          <p class="t-small t-quiet">{exams[lang].pack.emergencySource}</p>
        </Box>
      </div>
    )
  },
})

/** The printed pack, for those who hold the sitting; made at once when the worker has not come to it yet. */
export const packDownload = download({
  path: '/centre/sittings/:id/pack/:number', action: 'sitting.pack', access: HOLDERS,
  async handle(ctx, { params }) {
    const number = /^\d{1,6}$/.test(params['number'] ?? '') ? Number(params['number']) : 0
    const find = () => findPackPaper(ctx, params['id'] ?? '', number)
    const found = await find()
    if (!found.fileKey) await ctx.pressPaper(found.paperId)
    const fileKey = found.fileKey ?? (await find()).fileKey
    if (!fileKey) throw new Denial('paper.not-ready')
    return { body: await ctx.files.get(fileKey), mediaType: 'application/pdf', filename: `sitting-pack-${number}.pdf`, inline: true }
  },
})
