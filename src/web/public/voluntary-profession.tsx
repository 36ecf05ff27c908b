import { normNumber } from '#kernel/norms.ts'
import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { formatDay, termDays } from '#platform/i18n/format.ts'
import { demandedPapers, saysPapers } from '#modules/applications/index.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Filters, FilterSelect } from '../ui/filters.tsx'
import { Icon } from '../ui/icon.tsx'
import { Centres, Dates, Needs } from '../ui/public-parts.tsx'
import type { ProfessionData } from './profession.tsx'
import { PROFESSIONS } from './professions-texts.ts'
import { BasisOfProfession } from './standards/profession-basis.tsx'
import { LocalizedName } from './localized-name.tsx'
import { dayName, shortDay, tenge, untilDay, weekdayName, wholeNumber } from './words.ts'

interface Props {
  readonly data: ProfessionData
  readonly lang: Language
}

/** What a candidate asks of a profession that centres recognise. */
export function VoluntaryProfession({ data, lang }: Props) {
  const t = PROFESSIONS[lang]
  return (
    <div class="t-two">
      <div>
        <NeedsBlock data={data} lang={lang} />
        <BasisOfProfession data={data} lang={lang} />
        <section class="t-block"><h2>{t.dates}</h2><RoadDates data={data} lang={lang} /></section>
        <section class="t-block"><h2>{t.where}</h2><WhereBlock data={data} lang={lang} /></section>
        <section class="t-block"><h2>{t.exam}</h2><ExamFacts data={data} lang={lang} /></section>
      </div>
      <ApplyAside data={data} lang={lang} />
    </div>
  )
}

/** The place of a name in a sentence that is to be cut there. */
const HERE = '\u0001'

function NeedsBlock({ data: { profession, road }, lang }: Props) {
  const t = PROFESSIONS[lang]
  const demanded = demandedPapers(profession, road.norms)
  // Where the register does not know, nothing is said to be free of demands: either the list of the norms is shown, or that it is not known.
  const known = saysPapers(profession)
  const title = profession.basisTitle[lang === 'kk' ? 'kk' : 'ru'] ?? profession.basisTitle.ru ?? profession.basisTitle.kk
  // The title stands in its own language inside the sentence.
  const [before, after] = title === undefined ? [] : (title.includes('«') ? fill(t.basisNamed, { title: HERE }) : fill(t.basisLine, { basis: (profession.basis === 'requirements' ? t.requirements : t.standard).toLowerCase(), title: HERE })).split(HERE)
  const backTranslated = !profession.basisTitle.kk && profession.basisTitle.ru
  return (
    <section class="t-block"><h2>{t.needs}</h2>
      <Needs items={[
        { asked: true, title: t.needApplication, why: t.needApplicationWhy },
        demanded.includes('education') ? { asked: true, title: t.needEducation, why: known ? (profession.educationText.kk || profession.educationText.ru) && <LocalizedName name={profession.educationText} lang={lang} /> : t.byNorm } : { asked: false, title: t.noEducation, why: known ? t.noEducationWhy : t.demandsNotKnown },
        demanded.includes('work')
          ? { asked: true, title: t.needExperience, why: <>{known ? profession.experienceText.kk || profession.experienceText.ru ? <><LocalizedName name={profession.experienceText} lang={lang} />. </> : '' : `${t.byNorm}. `}{t.experienceWhy}</> }
          : { asked: false, title: t.noExperience, why: known ? t.noExperienceWhy : t.demandsNotKnown },
        { asked: false, icon: 'file-text', title: t.earlier, why: t.earlierWhy },
      ]} />
      <p class="t-src">
        <span>
          {title && <>{before}<span lang={title === profession.basisTitle.kk ? 'kk' : 'ru'}>{title}</span>{after} </>}
          {backTranslated && `${t.basisRussianOnly} `}
          {profession.attributesProvenance === 'demonstration' && t.demoAttributes}
        </span>
      </p>
    </section>
  )
}

function RoadDates({ data: { road }, lang }: Props) {
  const t = PROFESSIONS[lang]
  const { dates, norms, feasts } = road
  if (!dates) return <p>{t.datesUnknown}</p>
  const until = (date: typeof dates.contractBy, what: string) => ({ date: untilDay(date, lang), weekday: weekdayName(date, lang), what })
  const on = (date: typeof dates.contractBy, what: string) => ({ date: shortDay(date, lang), weekday: weekdayName(date, lang), what })
  return (
    <>
      <Dates items={[
        on(dates.appliedOn, t.dApplied), until(dates.contractBy, t.dContract), until(dates.notifiedBy, t.dNotified),
        on(dates.firstExamOn, fill(t.dExam, { days: termDays(normNumber(norms, 'notice.wholeDays'), lang, 'whole') })), until(dates.resultBy, t.dResult),
      ]} />
      <p class="t-src"><span>{[
        fill(t.datesNote, { t1: termDays(normNumber(norms, 'deadline.T1.length'), lang) }),
        ...feasts.map((each) => fill(t.feast, { date: shortDay(each.date, lang), name: dayName(each, lang) })),
      ].join(' ')}</span></p>
    </>
  )
}

function WhereBlock({ data: { profession, offers, region, regions, interest }, lang }: Props) {
  const t = PROFESSIONS[lang]
  if (offers.length === 0 && region === '') {
    return (
      <Empty title={t.noCentreTitle} icon="building" action={<Button href={`/${lang}/professions/${profession.code}/interest`}>{t.leaveInterest}</Button>}>
        <p>{t.noCentreText}</p><p>{fill(t.interestCount, { count: wholeNumber(interest, lang) })}</p>
      </Empty>
    )
  }
  const nameOf = (each: (typeof regions)[number]) => ({ kk: each.nameKk, ru: each.nameRu, en: each.nameEn }[lang])
  return (
    <>
      <Filters action={`/${lang}/professions/${profession.code}`} resetHref={region ? `/${lang}/professions/${profession.code}` : undefined}>
        <FilterSelect name="region" label={t.chooseRegion} value={region} options={[{ value: '', label: t.wholeCountry }, ...regions.map((each) => ({ value: each.kato, label: nameOf(each) }))]} />
      </Filters>
      {offers.length === 0 ? <p>{t.noCentreRegion}</p> : (
        <Centres rows={offers.map(({ centre, offers: lines }) => {
          const priced = lines.filter((line) => line.price !== undefined)
          const cheapest = priced.toSorted((a, b) => a.price! - b.price!)[0]
          return {
            href: `/${lang}/centres/${centre.serial}`, name: centre.name[lang], address: <LocalizedName name={centre.address} lang={lang} />,
            price: cheapest ? tenge(cheapest.price!, lang) : t.noPrice,
            priceNote: priced.length > 1
              ? priced.map((line) => fill(t.levelPrice, { level: line.level, price: tenge(line.price!, lang) })).join('; ')
              : cheapest?.priceFrom && fill(t.priceFrom, { date: formatDay(cheapest.priceFrom, lang) }),
            dateNotes: [fill(t.certificateUntil, { date: formatDay(lines[0]!.validUntil, lang) })],
          }
        })} />
      )}
      <p class="t-src"><span>{offers.some((each) => each.centre.demonstration) && `${t.demoCentres} `}{t.priceNote}</span></p>
    </>
  )
}

function ExamFacts({ data: { road: { norms } }, lang }: Props) {
  const t = PROFESSIONS[lang]
  const percent = normNumber(norms, 'theory.passPercent')
  return (
    <Facts facts={[
      { term: t.theory, value: fill(t.theoryValue, { percent }), note: fill(t.theoryNote, { percent }) },
      { term: t.practice, value: t.practiceValue, note: t.practiceNote },
      {
        term: t.result, value: fill(t.resultValue, { decide: termDays(normNumber(norms, 'deadline.T4.length'), lang), result: termDays(normNumber(norms, 'deadline.T5.length'), lang) }),
        note: fill(t.resultNote, { appeal: termDays(normNumber(norms, 'deadline.T6.length'), lang) }),
      },
    ]} />
  )
}

function ApplyAside({ data: { profession, offers }, lang }: Props) {
  const t = PROFESSIONS[lang]
  const prices = offers.flatMap((each) => each.offers).flatMap((line) => (line.price === undefined ? [] : [line.price]))
  return (
    <aside class="t-two__side t-block" aria-label={t.applyAside}>
      <div class="t-card t-apply">
        {offers.length === 0 ? (
          <>
            <p class="t-small">{t.noCentreTitle}</p>
            <Button kind="secondary" href={`/${lang}/professions/${profession.code}/interest`}>{t.leaveInterest}</Button>
          </>
        ) : (
          <>
            <span class="t-small t-quiet">{t.price}</span>
            <div class="p">{prices.length > 0 ? fill(t.from, { price: tenge(Math.min(...prices), lang) }) : t.noPrice}</div>
            <Button href={`/${lang}/apply/${profession.code}`} iconAfter="arrow-right">{t.apply}</Button>
            <ul>
              <li><Icon name="save" />{t.draftKept}</li>
              <li><Icon name="scale" />{t.termsSeen}</li>
              <li><Icon name="rotate-ccw" />{t.recognisedHow}</li>
            </ul>
          </>
        )}
      </div>
    </aside>
  )
}
