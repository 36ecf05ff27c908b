import type { ComponentChildren } from 'preact';
import { Share } from './bars.tsx';

export interface FigureProps {
  readonly number: ComponentChildren;
  readonly label: ComponentChildren;
  /** Share of the whole, 0 to 1, drawn under the words. */
  readonly share?: number | undefined;
}

/** One number with its words. */
export function Figure({ number, label, share }: FigureProps) {
  return (
    <div class="t-fig">
      <span class="t-fig__n">{number}</span>
      <span class="t-fig__l">{label}</span>
      {share !== undefined && <Share part={share} />}
    </div>
  );
}

/** Figures side by side; in a night section or in one frame. */
export function Figures({ items, framed }: { readonly items: readonly FigureProps[]; readonly framed?: boolean | undefined }) {
  return <div class={framed ? 't-kf' : 't-figs'}>{items.map((item, place) => <Figure key={place} {...item} />)}</div>;
}

export interface NationProps {
  readonly title: ComponentChildren;
  readonly asOf: ComponentChildren;
  readonly items: readonly FigureProps[];
  readonly source: ComponentChildren;
  readonly link?: ComponentChildren;
}

/** The night section with the figures of the country, their date and source. */
export function Nation({ title, asOf, items, source, link }: NationProps) {
  return (
    <section class="t-sec t-nation">
      <div class="t-wrap">
        <div class="t-sec__h"><h2>{title}</h2><span class="t-asof">{asOf}</span></div>
        <Figures items={items} />
        <div class="t-nation__f"><span>{source}</span>{link}</div>
      </div>
    </section>
  );
}
