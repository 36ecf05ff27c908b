import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Blocker } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import { formatTenge, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { deleteDraft, demandedPapers, openDraft, seeTerms, type Terms } from '#modules/applications/index.ts'
import { blockerText } from '../../denials.ts'
import { Button, ButtonRow, Form } from '../../ui/form.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { StopBox } from '../../ui/stop-box.tsx'
import { Why } from '../../ui/why.tsx'
import { applyText } from './apply-text.ts'

/** Everything that can be known before a person types anything: track, level, age, papers, centres, and what stands against him. */
export const applyStartPage = page<Terms>({
  path: '/apply/:code', action: 'application.see-terms', desk: 'candidate', access: 'public',
  load: (ctx, request) => seeTerms(ctx, request.params['code']!),
  title: (terms, lang) => `${applyText(lang).start.title}: ${inLanguage(terms.profession.name, lang)}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/professions/${data.profession.code}`, text: applyText(lang).start.toProfession } }),
  async post(ctx, { lang, params, form }) {
    const code = params['code']!
    if (form.text('do') === 'discard') {
      await deleteDraft(ctx, code)
      return { to: `/${lang}/apply/${code}`, flash: applyText(lang).start.discarded }
    }
    await openDraft(ctx, code)
    return { to: `/${lang}/apply/${code}/place` }
  },
  view: (p) => {
    const { lang, data: terms } = p
    const text = applyText(lang)
    const here = `/${lang}/apply/${terms.profession.code}`
    const signedIn = p.ctx.actor.kind === 'person'
    // A level or a centre of the draft can be chosen anew; age, an open case and the track cannot.
    const walls = terms.blockers.filter((blocker) => ['application.mandatory-profession', 'application.profession-struck', 'application.too-young', 'application.open-case', 'application.removed-before'].includes(blocker.code))
    const open = walls.length === 0 && terms.offers.length > 0
    return (
      <>
        <h1>{inLanguage(terms.profession.name, lang)}</h1>
        <ErrorSummary form={p.form} />
        {walls.map((blocker) => <Wall key={blocker.code} blocker={blocker} lang={lang} code={terms.profession.code} />)}
        {walls.length === 0 && terms.offers.length === 0 && (
          <StopBox title={text.start.noCentre} icon="building" wrong={text.start.noCentreText} action={<Button kind="secondary" href={`/${lang}/professions/${terms.profession.code}`}>{text.start.toProfession}</Button>} />
        )}
        {terms.profession.track === 'voluntary' && !walls.some(({ code }) => code === 'application.profession-struck') && (
          <>
            <h2>{text.start.title}</h2>
            <p>{text.start.lead}</p>
            <Facts facts={factsOf(terms, lang)} />
            <Why>{text.start.learn}</Why>
          </>
        )}
        {open && !signedIn && <ButtonRow stacked><Button href={`/${lang}/sign-in?next=${encodeURIComponent(here)}`} iconAfter="arrow-right">{text.start.signIn}</Button></ButtonRow>}
        {open && signedIn && (
          <Form csrf={p.csrf} requestKey={p.requestKey}>
            <ButtonRow stacked>
              <Button name="do" value="begin" iconAfter="arrow-right">{terms.draft ? text.start.resume : text.start.begin}</Button>
              {terms.draft && <Button kind="link" name="do" value="discard">{text.start.discard}</Button>}
            </ButtonRow>
          </Form>
        )}
        {open && <p><a href={`/${lang}/papers/application-form`}>{text.start.blank}</a></p>}
      </>
    )
  },
})

function factsOf(terms: Terms, lang: Language) {
  const { start, papers } = applyText(lang)
  const demanded = demandedPapers(terms.profession, terms.norms)
  const prices = terms.offers.flatMap((offer) => offer.offers.flatMap((each) => (each.price === undefined ? [] : [each.price])))
  const count = terms.offers.length
  return [
    { term: start.track, value: start.voluntary },
    { term: start.levels, value: terms.profession.levels.join(', ') },
    { term: start.age, value: fill(start.ageText, { age: terms.age }) },
    { term: start.papers, value: demanded.length === 0 ? start.noPapers : demanded.map((kind) => papers[kind]).join('; ') },
    ...(count > 0 ? [{ term: start.centres, value: prices.length > 0 ? fill(start.centresText, { count, price: formatTenge(Math.min(...prices), lang) }) : fill(start.centresNoPrice, { count }) }] : []),
    ...(terms.checkDays === undefined ? [] : [{ term: start.terms, value: fill(start.termsText, { days: termDays(terms.checkDays, lang) }) }]),
  ]
}

function Wall({ blocker, lang, code }: { blocker: Blocker; lang: Language; code: string }) {
  const { start } = applyText(lang)
  const mandatory = blocker.code === 'application.mandatory-profession'
  const struck = blocker.code === 'application.profession-struck'
  const remedy = blocker.code === 'application.too-young' || blocker.code === 'application.removed-before' ? start.remedyAge : blocker.code === 'application.open-case' ? start.remedyCase : mandatory || struck ? undefined : start.remedyOther
  const openCase = blocker.code === 'application.open-case' ? String(blocker.data?.['number'] ?? '') : undefined
  return (
    <StopBox title={mandatory ? start.mandatory : struck ? start.struck : start.blocked} wrong={blockerText(lang, blocker)} remedy={remedy}
      action={mandatory || struck ? <Button kind="secondary" href={`/${lang}/professions/${code}`}>{start.toProfession}</Button>
        : openCase ? <Button kind="secondary" href={`/${lang}/cases/${openCase}`}>{openCase}</Button> : undefined} />
  )
}
