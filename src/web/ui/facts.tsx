import type { ComponentChildren } from 'preact';
import { useUiText } from './ui-text.ts';

export interface Fact {
  readonly term: string;
  readonly value: ComponentChildren;
  readonly note?: ComponentChildren;
  /** Way to change this answer, in a summary before sending. */
  readonly changeHref?: string | undefined;
}

/** A few facts side by side in one frame. */
export function FactStrip({ facts }: { readonly facts: readonly Fact[] }) {
  return <dl class="t-facts">{facts.map((fact) => <div key={fact.term}><dt>{fact.term}</dt><dd>{fact.value}{fact.note && <small>{fact.note}</small>}</dd></div>)}</dl>;
}

/** Terms and their values under each other; with change links it is the summary before sending. */
export function Facts({ facts, compact }: { readonly facts: readonly Fact[]; readonly compact?: boolean | undefined }) {
  const text = useUiText();
  const changes = facts.some((fact) => fact.changeHref !== undefined);
  return (
    <dl class={compact ? 't-rows t-rows--compact' : changes ? 't-rows t-rows--change' : 't-rows'}>
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}{fact.note && <small>{fact.note}</small>}</dd>
          {fact.changeHref && <dd class="t-rows__c"><a href={fact.changeHref}>{text.change}<span class="t-vh">: {fact.term}</span></a></dd>}
        </div>
      ))}
    </dl>
  );
}

