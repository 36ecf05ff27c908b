import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { Share } from '../ui/bars.tsx'
import { Card } from '../ui/card.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { MandatoryProcedure } from './mandatory-procedure.tsx'
import type { ProfessionData } from './profession.tsx'
import { PROFESSIONS } from './professions-texts.ts'
import { nameIn, wholeNumber } from './words.ts'

/** A profession that a state body recognises: who, how, under which law; what is not known is said to be not known. */
export function MandatoryProfession({ data: { profession, figures, procedure }, lang }: { readonly data: ProfessionData; readonly lang: Language }) {
  const t = PROFESSIONS[lang]
  const known = (term: string, text: string | undefined, textLang?: Language): Fact =>
    text ? { term, value: textLang ? <span lang={textLang}>{text}</span> : text } : { term, value: t.notKnown, note: t.notKnownNote }
  const body = nameIn(profession.bodyName, lang)
  const act = nameIn(profession.act, lang)
  const provenance = profession.attributesProvenance === 'demonstration' ? t.demoMandatory : profession.attributesProvenance === 'proposal' ? t.byProposal : act.text ? t.ourReading : t.unknownMandatory
  const figure = (key: string) => figures.get(key) ?? 0
  const figuresInWords = { mandatory: wholeNumber(figure('professions_mandatory'), lang), total: wholeNumber(figure('professions_total'), lang), voluntary: wholeNumber(figure('professions_voluntary'), lang) }
  return (
    <div class="t-two">
      <div>
        <div class="t-block"><div class="t-stop"><Icon name="info" /><div><h2>{t.stopTitle}</h2><p>{t.stopText}</p></div></div></div>
        {procedure ? <MandatoryProcedure procedure={procedure} profession={profession} lang={lang} /> : <section class="t-block"><h2>{t.who}</h2>
          <Facts facts={[
            known(t.body, body.text || undefined, body.lang),
            known(t.form, profession.form ? t.forms[profession.form] : undefined),
            known(t.act, act.text || undefined, act.lang),
            { term: t.validity, value: t.validityOther, note: t.validityOtherNote },
          ]} />
          <p class="t-src"><Icon name="message-square" /><span>{provenance}</span></p>
          {profession.bodyCode && <p class="t-quiet">{t.procedureNone}</p>}
        </section>}
        <section class="t-block"><h2>{t.begin}</h2>
          <ol class="t-road">
            {([[t.begin1, t.begin1Text], [t.begin2, t.begin2Text], [t.begin3, t.begin3Text]] as const).map(([title, text], place) => (
              <li key={title} class="t-road__i is-next"><span class="t-road__dot">{place + 1}</span><div class="t-road__t">{title}</div><div class="t-road__d">{text}</div></li>
            ))}
          </ol>
        </section>
      </div>
      <aside class="t-two__side t-block is-last" aria-label={t.mandatory}>
        <Card title={fill(t.part, figuresInWords)} level={3} foot={t.partSource}>
          <Share part={figure('professions_mandatory') / Math.max(1, figure('professions_total'))} />
          <p class="t-small">{fill(t.partText, figuresInWords)}</p>
          <p class="t-small"><a href={`/${lang}/professions?track=mandatory`}>{t.partLink}</a></p>
        </Card>
      </aside>
    </div>
  )
}
