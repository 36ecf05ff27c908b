import type { ComponentChildren } from 'preact';
import { IconLinks } from './ticket.tsx';
import type { IconLink } from './ticket.tsx';
import { useUiText } from './ui-text.ts';
import { Details } from './why.tsx';

export interface ChartProps {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
  /** The same numbers as a table; every picture has one. */
  readonly table?: ComponentChildren;
  readonly tableOpen?: boolean | undefined;
  readonly tableWords?: string | undefined;
  readonly links?: readonly IconLink[] | undefined;
}

/** A picture of numbers with its table and the way to the rows behind it. */
export function Chart({ id, title, lead, children, table, tableOpen, tableWords, links = [] }: ChartProps) {
  const text = useUiText();
  return (
    <section class="t-chart" aria-labelledby={id}>
      <div class="t-chart__h"><h2 id={id}>{title}</h2>{lead && <p>{lead}</p>}</div>
      {children}
      {table && <div class="t-tbl"><Details summary={tableWords ?? text.table} open={tableOpen}>{table}</Details></div>}
      {links.length > 0 && <IconLinks links={links} />}
    </section>
  );
}
