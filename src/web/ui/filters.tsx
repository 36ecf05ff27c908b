import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { HiddenFields } from './form.tsx';
import { fill, useUiText } from './ui-text.ts';

export interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One filter: its name and a short list. */
export function FilterSelect({ name, label, value = '', options }: FilterSelectProps) {
  const id = `filter-${name}`;
  return (
    <span class={value === '' ? 't-sel' : 't-sel is-on'}>
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {options.map((option) => <option key={option.value} value={option.value} selected={option.value === value}>{option.label}</option>)}
      </select>
    </span>
  );
}

/** A search word among the filters. */
export function FilterSearch({ name, label, value }: { readonly name: string; readonly label: string; readonly value?: string | undefined }) {
  const id = `filter-${name}`;
  return <span class="t-sel t-sel--find"><label for={id}>{label}</label><input id={id} type="search" name={name} value={value} autocomplete="off" /></span>;
}

export interface FilterInputProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  /** A day as YYYY-MM-DD, or a whole number. */
  readonly type: 'date' | 'number';
  readonly min?: string | undefined;
}

/** A day or a number among the filters. */
export function FilterInput({ name, label, value = '', type, min }: FilterInputProps) {
  const id = `filter-${name}`;
  return (
    <span class={value === '' ? 't-sel' : 't-sel is-on'}>
      <label for={id}>{label}</label>
      {type === 'date' ? <input id={id} type="date" name={name} value={value} min={min} /> : <input id={id} class="t-sel__n" type="text" inputMode="numeric" name={name} value={value} autocomplete="off" />}
    </span>
  );
}

export interface FilterChecksProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
}

/** Several of a few, folded away until they are needed; open when something is chosen. */
export function FilterChecks({ name, label, options, chosen }: FilterChecksProps) {
  return (
    <details class="t-fbar__more" open={chosen.length > 0}>
      <summary>{label}</summary>
      <fieldset>
        <legend class="t-vh">{label}</legend>
        {options.map((option) => (
          <span key={option.value} class="t-choice">
            <input id={`filter-${name}-${option.value}`} type="checkbox" name={name} value={option.value} checked={chosen.includes(option.value)} />
            <label for={`filter-${name}-${option.value}`}>{option.label}</label>
          </span>
        ))}
      </fieldset>
    </details>
  );
}

export interface FiltersProps {
  readonly action: string;
  readonly children: ComponentChildren;
  /** Values kept in the address beside the filters: tab, sort. */
  readonly kept?: Readonly<Record<string, string | number | undefined>> | undefined;
  /** Filters in force, each with the address without it. */
  readonly active?: readonly { readonly label: string; readonly dropHref: string }[] | undefined;
  readonly resetHref?: string | undefined;
  readonly aside?: ComponentChildren;
}

/** Filters that live in the address, so that a view can be kept and sent. */
export function Filters({ action, children, kept, active = [], resetHref, aside }: FiltersProps) {
  const text = useUiText();
  return (
    <form class="t-fbar" method="get" action={action} role="search" aria-label={text.show}>
      <span class="t-fbar__l"><Icon name="funnel" />{text.show_filter}</span>
      <HiddenFields values={kept} />
      {children}
      <button type="submit" class="govuk-button govuk-button--secondary t-fbar__go">{text.apply}</button>
      {active.map((each) => (
        <a key={each.dropHref} class="t-chip is-on" href={each.dropHref}><span class="t-vh">{fill(text.dropFilter, { label: each.label })}</span><span aria-hidden="true">{each.label}</span><Icon name="x" /></a>
      ))}
      {resetHref && <a class="t-fbar__reset" href={resetHref}>{text.reset}</a>}
      {aside && <span class="t-fbar__r">{aside}</span>}
    </form>
  );
}

/** Ready views as links: the chosen one is filled. */
export function Chips({ label, items }: { readonly label: string; readonly items: readonly { readonly href: string; readonly text: string; readonly current?: boolean | undefined }[] }) {
  return (
    <nav class="t-filters" aria-label={label}>
      {items.map((item) => <a key={item.href} class={item.current ? 't-chip is-on' : 't-chip'} href={item.href} aria-current={item.current ? 'true' : undefined}>{item.text}</a>)}
    </nav>
  );
}
