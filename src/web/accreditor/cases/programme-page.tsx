import { legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { inLanguage } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay, formatDuration, formatNumber } from '#platform/i18n/format.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import { openLineTaskFile, readLineProgramme, type ProgrammeReviewed } from '#modules/accreditation/index.ts'
import { formLength, practiceModesOf } from '#modules/programmes/index.ts'
import { namesOfProfessions, qualificationLine, type Names } from '../../centre/settings/desk-facts.ts'
import { QuestionList, WholeTexts } from '../../centre/settings/whole-parts.tsx'
import { settingsText } from '../../centre/settings/settings-text.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { casesText } from './cases-text.ts'
import type { CaseDesk } from './programmes-box.tsx'

interface Data {
  read: ProgrammeReviewed
  names: Names
}

/** The programme that an application was handed in with, as it stands in the case: to read. */
export const caseProgrammePage = (desk: CaseDesk, access: readonly Role[]) => page<Data>({
  path: `/${desk}/cases/:id/programmes/:code/:level`, action: 'accreditation.read', desk, access: [...access],
  async load(ctx, { params }) {
    const level = Number(params['level'])
    if (!Number.isInteger(level)) throw new Denial('not-found')
    return { read: await readLineProgramme(ctx, { caseId: params['id']!, professionCode: params['code']!, level }), names: await namesOfProfessions(ctx, [params['code']!]) }
  },
  title: ({ read, names }, lang) => `${casesText(lang).papers.programme}: ${qualificationLine(names, read, lang)}`,
  layout: ({ data: { read }, lang }) => ({ back: { href: `/${lang}/${desk}/cases/${read.kase.id}`, text: read.kase.number ?? casesText(lang).noNumber } }),
  view: ({ lang, data: { read, names } }) => {
    const words = casesText(lang).programmes
    const text = settingsText(lang)
    const { programme, questions, pass } = read
    const { version } = programme
    const { content } = version
    return (
      <>
        <p class="t-quiet">{casesText(lang).papers.programme}</p>
        <h1>{qualificationLine(names, read, lang)}</h1>
        <div class="t-stack">
          <Box title={inLanguage(content.title, lang)}>
            <Facts compact facts={[
              { term: text.programmes.version, value: fill(words.versionNo, { n: version.versionNo }), ...(version.handedInAt ? { note: fill(words.handedInOn, { day: formatDay(legalDay(version.handedInAt), lang) }) } : {}) },
              { term: words.digest, value: <span class="t-num">{programme.digest.replace(/.{8}(?=.)/g, '$& ')}</span>, note: words.digestHint },
              { term: words.modes, value: content.modes.map((mode) => words.modeNames[mode]).join(', '), ...(practiceModesOf(content).includes('online') ? { note: words.practiceOnLine } : {}) },
              { term: text.programme.questions, value: `${plural(lang, text.programme.questionsValue, formLength(content))}, ${formatDuration(content.theoryMinutes, lang)}` },
              { term: words.passMark, value: pass === undefined ? casesText(lang).notSet : fill(pass.strict ? words.passMoreThan : words.passFrom, { n: pass.percent }), note: words.passPractice },
              { term: text.programme.bank, value: formatNumber(programme.items, lang) },
              { term: text.programme.practice, value: fill(text.minutes, { n: content.map.minutes }) }, { term: text.programme.steps, value: formatNumber(content.map.steps.length, lang) },
            ]} />
          </Box>
          <WholeTexts content={content} lang={lang} here={questions && `/${lang}/${desk}/cases/${read.kase.id}/programmes/${read.professionCode}/${read.level}`} />
          <NoticeBox>{questions ? words.questionsShown : words.questionsHidden}</NoticeBox>
          {content.topics.map((topic) => <QuestionList key={topic.code} topic={topic} content={content} items={questions ?? []} keys={undefined} lang={lang} />)}
        </div>
      </>
    )
  },
})

/** A file of the practical task of such a programme. */
export const caseTaskFileDownload = (desk: CaseDesk, access: readonly Role[]) => download({
  path: `/${desk}/cases/:id/programmes/:code/:level/task-files/:file`, action: 'accreditation.read', access: [...access],
  async handle(ctx, { params }) {
    const { file, bytes } = await openLineTaskFile(ctx, { caseId: params['id']!, professionCode: params['code']!, level: Number(params['level']), fileId: params['file']! })
    return { body: bytes, mediaType: file.mediaType, filename: file.name, inline: true }
  },
})
