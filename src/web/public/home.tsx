import { normNumber } from '#kernel/norms.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Card } from '../ui/card.tsx'
import { Nation } from '../ui/figure.tsx'
import { Button, Form, TextField } from '../ui/form.tsx'
import { Doors, Hero, PathOfSteps, SearchBox, Section } from '../ui/public-parts.tsx'
import { HOME } from './home-texts.ts'
import { LocalizedName } from './localized-name.tsx'
import { dayName, shortDay, untilDay, weekdayName, wholeNumber } from './words.ts'

interface HomeData {
  road: register.Road
  examples: professions.Profession[]
  figures: statistics.Overview
}

/** The first page: search, check of a document, ways in, figures of the country, the road with real dates. */
export const homePage = page<HomeData>({
  path: '/', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 30,
  async load(ctx) {
    const known = await professions.listCurrentProfessions(ctx.db, register.todayOf(ctx))
    return {
      road: await register.readRoad(ctx), figures: await statistics.readOverview(ctx, register.todayOf(ctx)),
      examples: known.filter((each) => each.track === 'voluntary' && each.provenance === 'slides').slice(0, 3),
    }
  },
  title: (_data, lang) => HOME[lang].title,
  layout: ({ lang }) => ({ bleed: true, description: HOME[lang].lead }),
  view: ({ data, lang }) => {
    const t = HOME[lang]
    const to = (path: string) => `/${lang}${path}`
    const norm = (key: string) => normNumber(data.road.norms, key)
    const days = (key: string, kind?: 'whole') => termDays(norm(key), lang, kind)
    const figure = (key: statistics.FigureKey) => { const value = data.figures.figures[key]; return value === null ? '*' : wholeNumber(value ?? 0, lang) }
    return (
      <>
        <Hero title={t.heading} lead={t.lead} aside={
          <Card title={t.check} accent>
            <p class="t-small">{t.checkText}</p>
            <Form method="get" action={to('/verify')}>
              <TextField name="number" label={t.checkNumber} hint={t.checkHint} figures spellcheck={false} autocapitalize="characters" maxLength={40} />
              <Button kind="secondary" icon="file-check">{t.checkDo}</Button>
            </Form>
          </Card>
        }>
          <SearchBox action={to('/professions')} label={t.find} examples={data.examples.length > 0 && (
            <>{t.example} {data.examples.map((each) => <a key={each.code} href={to(`/professions/${each.code}`)}><LocalizedName name={each.name} lang={lang} /></a>)}</>
          )} />
        </Hero>
        <Section title={t.doors}>
          <Doors doors={[
            { icon: 'hard-hat', title: t.candidate, text: t.candidateText, links: [{ href: to('/professions?track=voluntary'), text: t.candidateChoose }, { href: to('/account'), text: t.candidateCases }, { href: to('/norms'), text: t.candidateNorms }] },
            { icon: 'briefcase', title: t.employer, text: t.employerText, links: [{ href: to('/verify'), text: t.employerCheck }, { href: to('/about'), text: t.employerAbout }, { href: to('/professions'), text: t.employerProfessions }] },
            { icon: 'stamp', title: t.centre, text: t.centreText, links: [{ href: to('/sign-in'), text: t.centreSignIn }, { href: to('/centres'), text: t.centreList }, { href: to('/open-data'), text: t.centreData }] },
          ]} />
        </Section>
        <Nation title={t.nation} asOf={fill(t.nationAsOf, { date: formatDay(data.figures.asOf, lang) })} source={t.nationSource} link={<a href={to('/statistics')}>{t.nationMore}</a>} items={[
          { number: figure('documents_total'), label: t.nationHolders },
          { number: figure('recognised_2025'), label: fill(t.nationRecognised, { voucher: figure('recognised_by_voucher_2025') }) },
          { number: figure('professions_total'), label: fill(t.nationProfessions, { voluntary: figure('professions_voluntary'), mandatory: figure('professions_mandatory') }) },
          { number: figure('centres'), label: fill(t.nationCentres, { cities: figure('cities_with_centres'), professions: figure('professions_covered_by_centres') }) },
        ]} />
        <Section title={t.path}>
          <PathOfSteps steps={[
            { title: t.application, who: t.you, text: t.applicationText },
            { title: t.contract, who: t.theCentre, whoIcon: 'building', text: t.contractText },
            { title: t.notification, who: t.theCentre, whoIcon: 'building', text: fill(t.notificationText, { notify: days('deadline.T2.length'), notice: days('notice.wholeDays', 'whole') }) },
            { title: t.exam, who: t.you, text: fill(t.examText, { percent: norm('theory.passPercent') }) },
            { title: t.document, who: t.theCentre, whoIcon: 'building', text: fill(t.documentText, { decide: days('deadline.T4.length'), result: days('deadline.T5.length') }) },
          ]} after={todayLine(data.road, lang)} />
        </Section>
      </>
    )
  },
})

function todayLine({ dates, feasts }: register.Road, lang: Language): string {
  const t = HOME[lang]
  if (!dates) return t.todayUnknown
  const line = fill(t.today, {
    today: shortDay(dates.appliedOn, lang), weekday: weekdayName(dates.appliedOn, lang), exam: shortDay(dates.firstExamOn, lang), result: untilDay(dates.resultBy, lang),
  })
  return [line, ...feasts.map((each) => fill(t.feast, { date: shortDay(each.date, lang), name: dayName(each, lang) }))].join(' ')
}
