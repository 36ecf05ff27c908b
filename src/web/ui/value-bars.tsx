import type { ComponentChildren } from 'preact';

export interface ValueRow {
  readonly name: ComponentChildren;
  /** Absent where the number is not told: no bar is drawn then. */
  readonly value: number | undefined;
  readonly text: ComponentChildren;
}

/** Names, bars and numbers, one under the other. */
export function ValueBars({ rows, label }: { readonly rows: readonly ValueRow[]; readonly label: string }) {
  const most = Math.max(1, ...rows.map((row) => row.value ?? 0));
  return (
    <ol class="t-bars" aria-label={label}>
      {rows.map((row, place) => (
        <li key={place} class={row.value ? undefined : 'zero'}>
          <span>{row.name}</span>
          <svg class="tr" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fa" y="3" width={round(((row.value ?? 0) / most) * 100)} height="14" /></svg>
          <span class="v"><b>{row.text}</b></span>
        </li>
      ))}
    </ol>
  );
}

export interface IntervalRow {
  readonly name: ComponentChildren;
  /** All between 0 and 1; absent where it is not told. */
  readonly interval: { readonly share: number; readonly low: number; readonly high: number } | undefined;
  readonly text: ComponentChildren;
}

/** Shares with the interval in which they lie: a bar for the interval, a mark for the share. */
export function IntervalBars({ rows, label }: { readonly rows: readonly IntervalRow[]; readonly label: string }) {
  return (
    <ol class="t-bars t-bars--wide" aria-label={label}>
      {rows.map(({ name, interval, text }, place) => (
        <li key={place} class={interval ? undefined : 'zero'}>
          <span>{name}</span>
          <svg class="tr" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="pl" y="9" width="100" height="2" />
            {interval && <rect class="iv" x={round(interval.low * 100)} y="5" width={round((interval.high - interval.low) * 100)} height="10" />}
            {interval && <rect class="pt" x={round(Math.min(99, interval.share * 100))} y="1" width="1" height="18" />}
          </svg>
          <span class="v"><b>{text}</b></span>
        </li>
      ))}
    </ol>
  );
}

export interface ColumnItem {
  readonly label: ComponentChildren;
  readonly value: number | undefined;
  readonly text: string;
  readonly current?: boolean | undefined;
}

/** Columns side by side: years, months. */
export function Columns({ items, label }: { readonly items: readonly ColumnItem[]; readonly label: string }) {
  const most = Math.max(1, ...items.map((item) => item.value ?? 0));
  return (
    <ol class={items.length > 8 ? 't-colchart t-colchart--many' : 't-colchart'} aria-label={label}>
      {items.map((item, place) => {
        const height = round(((item.value ?? 0) / most) * 100);
        return (
          <li key={place} class={item.current ? 'is-cur' : undefined}>
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fa" y={round(100 - height)} width="10" height={height} /></svg>
            <b>{item.text}</b><span>{item.label}</span>
          </li>
        );
      })}
    </ol>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
