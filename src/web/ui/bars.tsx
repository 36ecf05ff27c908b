import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { useUiText } from './ui-text.ts';

/** A share of the whole as a thin bar; the words beside it say the same. */
export function Share({ part }: { readonly part: number }) {
  const width = Math.max(0, Math.min(1, part)) * 100;
  return (
    <svg class="t-share" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="rest" width="100" height="12" />
      <rect class="part" width={round(width)} height="12" />
    </svg>
  );
}

export interface PlanFactRow {
  readonly name: ComponentChildren;
  readonly plan: number;
  readonly fact: number;
  readonly planText: string;
  readonly factText: string;
}

/** Plan as an outline, fact as a filling, what is over plan in sun; the numbers stand in words beside. */
export function PlanFactBars({ rows, label }: { readonly rows: readonly PlanFactRow[]; readonly label: string }) {
  const text = useUiText();
  const most = Math.max(1, ...rows.map((row) => Math.max(row.plan, row.fact)));
  const length = (value: number) => round((value / most) * 100);
  return (
    <ol class="t-bars" aria-label={label}>
      {rows.map((row, place) => (
        <li key={place} class={row.fact === 0 ? 'zero' : undefined}>
          <span>{row.name}</span>
          <svg class="tr" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="pl" x="0" y="3" width={length(row.plan)} height="14" />
            <rect class="fa" x="0" y="3" width={length(Math.min(row.fact, row.plan))} height="14" />
            {row.fact > row.plan && <rect class="ov" x={length(row.plan)} y="0" width={Math.max(1, length(row.fact - row.plan))} height="20" />}
          </svg>
          <span class="v">
            <span class="t-vh">{text.fact} </span><b>{row.factText}</b><span aria-hidden="true"> / </span><span class="t-vh">, {text.planned} </span>{row.planText}
            {row.fact > row.plan && <span class="t-vh">, {text.overPlan}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

export interface FunnelStep {
  readonly value: number;
  readonly number: ComponentChildren;
  readonly label: ComponentChildren;
  /** What share came here from the step before, in words. */
  readonly drop?: ComponentChildren;
}

/** How many are left from step to step. */
export function Funnel({ steps }: { readonly steps: readonly FunnelStep[] }) {
  const most = Math.max(1, ...steps.map((step) => step.value));
  return (
    <ol class="t-funnel">
      {steps.map((step, place) => (
        <li key={place}>
          {step.drop && <span class="drop"><Icon name="chevron-down" />{step.drop}</span>}
          <span class="l"><b>{step.number}</b>{step.label}</span>
          <svg class={`b b${Math.min(place, 3)}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect width={round(Math.max(0.6, (step.value / most) * 100))} height="10" />
          </svg>
        </li>
      ))}
    </ol>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
