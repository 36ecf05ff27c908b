import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { useUiText } from './ui-text.ts';

/** Large search with examples, for the first page. */
export function SearchBox({ action, label, name = 'q', value, examples }: { readonly action: string; readonly label: string; readonly name?: string | undefined; readonly value?: string | undefined; readonly examples?: ComponentChildren }) {
  const text = useUiText();
  return (
    <form class="t-search" action={action} method="get" role="search">
      <label class="govuk-label" for="search-box">{label}</label>
      <div class="t-search__row">
        <input class="govuk-input" id="search-box" name={name} type="search" value={value} autocomplete="off" />
        <button class="govuk-button" type="submit"><Icon name="search" />{text.find}</button>
      </div>
      {examples && <p class="t-search__eg">{examples}</p>}
    </form>
  );
}

/** Opening of the first page: what it is, search, a second card beside. */
export function Hero({ title, lead, children, aside }: { readonly title: ComponentChildren; readonly lead: ComponentChildren; readonly children?: ComponentChildren; readonly aside?: ComponentChildren }) {
  return <section class="t-hero"><div class="t-wrap t-hero__in"><div><h1>{title}</h1><p class="t-lead">{lead}</p>{children}</div>{aside}</div></section>;
}

/** A section of a public page across the whole width. */
export function Section({ title, aside, children }: { readonly title: ComponentChildren; readonly aside?: ComponentChildren; readonly children: ComponentChildren }) {
  return <section class="t-sec"><div class="t-wrap"><div class="t-sec__h"><h2>{title}</h2>{aside}</div>{children}</div></section>;
}

export interface DoorProps {
  readonly icon: IconName;
  readonly title: ComponentChildren;
  readonly text: ComponentChildren;
  readonly links: readonly { readonly href: string; readonly text: ComponentChildren }[];
}

/** Ways in for different people, each with its first steps. */
export function Doors({ doors }: { readonly doors: readonly DoorProps[] }) {
  return (
    <div class="t-doors">
      {doors.map((door, place) => (
        <section key={place} class="t-card t-door">
          <span class="t-door__i"><Icon name={door.icon} /></span>
          <h3>{door.title}</h3>
          <p>{door.text}</p>
          <ul>{door.links.map((link) => <li key={link.href}><a href={link.href}><span>{link.text}</span><Icon name="arrow-right" /></a></li>)}</ul>
        </section>
      ))}
    </div>
  );
}

/** The road before it begins: numbered steps with whose move each is. */
export function PathOfSteps({ steps, after }: { readonly steps: readonly { readonly title: ComponentChildren; readonly who: ComponentChildren; readonly whoIcon?: IconName | undefined; readonly text: ComponentChildren }[]; readonly after?: ComponentChildren }) {
  return (
    <>
      <ol class="t-path">
        {steps.map((step, place) => (
          <li key={place} class="t-path__i"><h3>{step.title}</h3><span class="t-path__who"><Icon name={step.whoIcon ?? 'user'} />{step.who}</span><p>{step.text}</p></li>
        ))}
      </ol>
      {after && <p class="t-today">{after}</p>}
    </>
  );
}

/** Real dates, if one applied today. */
export function Dates({ items }: { readonly items: readonly { readonly date: ComponentChildren; readonly weekday?: ComponentChildren; readonly what: ComponentChildren }[] }) {
  return <ol class="t-dates">{items.map((item, place) => <li key={place}><b>{item.date}</b>{item.weekday && <span>{item.weekday}</span>}<span class="x">{item.what}</span></li>)}</ol>;
}

/** What is asked and what is not, each with its reason. */
export function Needs({ items }: { readonly items: readonly { readonly asked: boolean; readonly title: ComponentChildren; readonly why?: ComponentChildren; readonly icon?: IconName | undefined }[] }) {
  return (
    <ul class="t-need">
      {items.map((item, place) => (
        <li key={place} class={item.asked ? undefined : 'is-no'}>
          <span class="t-need__i"><Icon name={item.icon ?? (item.asked ? 'check' : 'x')} /></span>
          <div><b>{item.title}</b>{item.why && <span class="d">{item.why}</span>}</div>
        </li>
      ))}
    </ul>
  );
}

export interface CentreRow {
  readonly href: string;
  readonly name: ComponentChildren;
  readonly address: ComponentChildren;
  readonly tags?: ComponentChildren;
  readonly price?: ComponentChildren;
  readonly priceNote?: ComponentChildren;
  readonly date?: ComponentChildren;
  readonly dateNotes?: readonly ComponentChildren[] | undefined;
}

/** Centres where the exam can be taken: place, price, nearest free day. */
export function Centres({ rows }: { readonly rows: readonly CentreRow[] }) {
  return (
    <ul class="t-centres">
      {rows.map((row) => (
        <li key={row.href}>
          <div><h3><a href={row.href}>{row.name}</a></h3><small>{row.address}</small>{row.tags && <div class="t-tags">{row.tags}</div>}</div>
          <div>{row.price && <span class="p">{row.price}</span>}{row.priceNote && <small>{row.priceNote}</small>}</div>
          <div class="t-centres__d">{row.date && <b>{row.date}</b>}{row.dateNotes?.map((note, place) => <small key={place}>{note}</small>)}</div>
        </li>
      ))}
    </ul>
  );
}
