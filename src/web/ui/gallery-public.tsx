import { Funnel, PlanFactBars } from './bars.tsx';
import { Columns, IntervalBars, ValueBars } from './value-bars.tsx';
import { Card } from './card.tsx';
import { Chart } from './chart.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { Facts, FactStrip } from './facts.tsx';
import { Figures, Nation } from './figure.tsx';
import { Button, Form, TextField } from './form.tsx';
import { useGalleryText } from './gallery-text.ts';
import { Progress } from './progress.tsx';
import { Centres, Dates, Doors, Hero, Needs, PathOfSteps, SearchBox, Section } from './public-parts.tsx';
import { Table } from './table.tsx';
import { Tag } from './tag.tsx';
import { Tiles, TileScale } from './tiles.tsx';
import { Verdict } from './verdict.tsx';

/** Numbers and the pictures drawn of them. */
export function GalleryFigures() {
  const t = useGalleryText();
  const figures = [{ number: '36 533', label: t.fHolders }, { number: '2 968', label: t.fPassed }, { number: '749', label: t.fProfessions, share: 0.821 }, { number: '16', label: t.fCentres, share: 0.138 }];
  return (
    <>
      <Figures framed items={figures} />
      <Nation title={t.nation} asOf={t.asOf} source={t.natSource} link={<a href="#all">{t.open}</a>} items={figures.map(({ number, label }) => ({ number, label }))} />
      <div class="t-duo">
        <Chart id="map" title={t.map} lead={t.planLead}>
          <Tiles label={t.map} tiles={[
            { name: t.atyrau, short: t.atyrau, value: '47', spoken: t.of96, row: 1, column: 1, level: 2 },
            { name: t.abay, short: t.abay, value: '0', spoken: t.of96, row: 1, column: 3, level: 0 },
            { name: t.regionA, short: t.atyrau, value: '4', spoken: t.of96, row: 2, column: 2, level: 1 },
            { name: t.regionB, short: t.abay, value: '80', spoken: t.of96, row: 2, column: 3, level: 3 },
            { name: t.shymkent, short: t.shymkent, value: '130', spoken: t.over, row: 2, column: 4, level: 4, over: '+7' },
          ]} />
          <TileScale label={t.map} items={[{ level: 0, text: t.none }, { level: 1, text: t.upTo25 }, { level: 4, text: t.full }, { level: 'over', text: t.over }]} />
        </Chart>
        <Chart id="plan" title={t.plan} lead={t.planLead} links={[{ href: '#csv', text: 'CSV', icon: 'download' }]}
          table={<Table caption={t.plan} columns={[{ title: t.region }, { title: t.fPlan, numeric: true }, { title: t.fIssued, numeric: true }]} rows={[{ cells: [t.shymkent, '123', '130'] }, { cells: [t.atyrau, '96', '47'] }]} />}>
          <PlanFactBars label={t.plan} rows={[
            { name: t.shymkent, plan: 123, fact: 130, planText: '123', factText: '130' }, { name: t.atyrau, plan: 96, fact: 47, planText: '96', factText: '47' }, { name: t.abay, plan: 96, fact: 0, planText: '96', factText: '0' },
          ]} />
        </Chart>
      </div>
      <Chart id="funnel" title={t.funnel}>
        <ValueBars label={t.plan} rows={[{ name: t.fPlan, value: 2000, text: '2 000' }, { name: t.fIssued, value: 442, text: '442' }]} />
        <IntervalBars label={t.fGone} rows={[{ name: t.fGone, interval: { share: 0.52, low: 0.47, high: 0.56 }, text: '52 %' }]} />
        <Columns label={t.fPassed} items={[{ label: '2024', value: 6842, text: '6 842' }, { label: '2025', value: 2968, text: '2 968', current: true }]} />
        <Funnel steps={[{ value: 2000, number: '2 000', label: t.fPlan }, { value: 442, number: '442', label: t.fIssued, drop: t.fDrop }, { value: 228, number: '228', label: t.fGone }]} />
      </Chart>
      <Progress label={t.import} done={1240} total={2000} doneText="1 240" totalText="2 000" note={t.importNote} />
    </>
  );
}

/** Answers of the public check. */
export function GalleryVerify() {
  const t = useGalleryText();
  return (
    <div class="t-ver">
      <div class="t-stack">
        <Verdict tone="valid" title={t.valid}>{t.validD}</Verdict>
        <Facts facts={[{ term: t.docNo, value: <span class="t-num">TN-2026-004817</span> }, { term: t.issued, value: t.issuedV }, { term: t.sign, value: t.signV, note: t.signN }]} />
        <Verdict tone="annulled" title={t.annulledT}>{t.annulledD}</Verdict>
        <Verdict tone="expired" title={t.expired}>{t.expiredD}</Verdict>
        <Verdict tone="unknown" title={t.unknown}>{t.unknownD}</Verdict>
        <Facts facts={[{ term: t.employer, value: t.employerValue, changeHref: '#employer' }, { term: t.examLanguage, value: t.kazakh, changeHref: '#language' }]} />
      </div>
      <div>
        <Card title={t.verify} accent>
          <Form method="get" action="#verify"><TextField name="document" label={t.docNo} hint={t.docNoHint} figures spellcheck={false} /><Button kind="secondary" icon="file-check">{t.verifyDo}</Button></Form>
        </Card>
        <Card foot={t.asOf}><DisplaySettings action="#display" /></Card>
      </div>
    </div>
  );
}

/** First page and page of a profession. */
export function GalleryPublic() {
  const t = useGalleryText();
  return (
    <>
      <Hero title={t.hero} lead={t.heroLead}><SearchBox action="#find" label={t.findProf} examples={<>{t.example} <a href="#eg">{t.confectioner}</a></>} /></Hero>
      <Section title={t.open1}>
        <Doors doors={[
          { icon: 'hard-hat', title: t.candidate, text: t.candidateT, links: [{ href: '#apply', text: t.apply }, { href: '#leave', text: t.leave }] },
          { icon: 'briefcase', title: t.employer, text: t.note, links: [{ href: '#verify', text: t.verifyDo }] },
          { icon: 'stamp', title: t.centreDoor, text: t.centreDoorT, links: [{ href: '#desk', text: t.open }] },
        ]} />
      </Section>
      <PathOfSteps steps={[{ title: t.application, who: t.yourTurn, text: t.applicationT }, { title: t.contractStep, who: t.centre, whoIcon: 'building', text: t.contractT }, { title: t.rExam, who: t.yourTurn, text: t.rExamD }]} after={t.waitText} />
      <FactStrip facts={[{ term: t.basis, value: t.basisV }, { term: t.validFor, value: t.validForV }, { term: t.examLanguage, value: t.kazakh }]} />
      <Needs items={[{ asked: true, title: t.work, why: t.workN }, { asked: false, title: t.edu, why: t.eduN }]} />
      <Dates items={[{ date: t.d23, weekday: t.monday, what: t.registered }, { date: t.to26, weekday: t.thursday, what: t.orRefusal }]} />
      <Centres rows={[{ href: '#alatau', name: t.alatau, address: t.address, tags: <Tag>{t.voucher}</Tag>, price: '38 000 ₸', priceNote: t.priceNote, date: t.d15, dateNotes: [t.freeDay] }]} />
    </>
  );
}
