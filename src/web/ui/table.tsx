import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { fill, useUiText } from './ui-text.ts';

export interface TableColumn {
  readonly title: ComponentChildren;
  readonly numeric?: boolean | undefined;
  readonly noWrap?: boolean | undefined;
  /** Header as a link that sorts; the state tells how the rows stand now. */
  readonly sort?: { readonly href: string; readonly state?: 'ascending' | 'descending' | undefined } | undefined;
}

export interface TableRow {
  readonly key?: string | number | undefined;
  /** Where a link may lead to it. */
  readonly id?: string | undefined;
  readonly cells: readonly ComponentChildren[];
  readonly tone?: 'late' | 'today' | 'current' | undefined;
}

export interface TableProps {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly total?: readonly ComponentChildren[] | undefined;
  /** The first cell names the row for a screen reader. */
  readonly rowHeaders?: boolean | undefined;
  readonly empty?: ComponentChildren;
  /** Inbox of the back office: dense rows with the edge of late and today. */
  readonly inbox?: boolean | undefined;
}

function Heading({ column }: { readonly column: TableColumn }) {
  const text = useUiText();
  const { sort, numeric, title } = column;
  if (sort === undefined) return <th scope="col" role="columnheader" class={numeric ? 'n' : undefined}>{title}</th>;
  const next = sort.state === 'ascending' ? text.sortDescending : text.sortAscending;
  return (
    <th scope="col" role="columnheader" class={classNames('t-sort', numeric && 'n')} aria-sort={sort.state ?? 'none'}>
      <a href={sort.href}>{title}<span class="t-vh">, {next}</span><Icon name={sort.state === undefined ? 'arrow-up-down' : sort.state === 'ascending' ? 'arrow-up' : 'arrow-down'} /></a>
    </th>
  );
}

/** Rows of data: caption, headers that sort by link, figures of equal width, a word when there is nothing. */
export function Table({ caption, captionHidden, columns, rows, total, rowHeaders, empty, inbox }: TableProps) {
  const text = useUiText();
  if (rows.length === 0) return <div class="t-norows" role="status">{empty ?? <p>{text.noRows}</p>}</div>;
  // On a phone a row becomes a card and each cell says its column; roles keep it a table for a screen reader.
  const stacked = columns.every((column) => typeof column.title === 'string');
  const label = (place: number) => (stacked ? { 'data-label': columns[place]?.title as string } : {});
  const cellClass = (place: number) => classNames(columns[place]?.numeric && 'n', columns[place]?.noWrap && 't-nowrap') || undefined;
  return (
    <div class="t-scroll" role="region" tabIndex={0} aria-label={fill(text.scrollTable, { caption })}>
      <table class={classNames(inbox ? 't-inbox' : 't-table', stacked && 't-stackable')} role="table">
        <caption class={captionHidden ? 't-vh' : undefined}>{caption}</caption>
        <thead role="rowgroup"><tr role="row">{columns.map((column, place) => <Heading key={place} column={column} />)}</tr></thead>
        <tbody role="rowgroup">
          {rows.map((row, line) => (
            <tr key={row.key ?? line} id={row.id} role="row" class={row.tone === 'current' ? 'is-cur' : row.tone}>
              {row.cells.map((cell, place) => (rowHeaders && place === 0
                ? <th key={place} scope="row" role="rowheader" class={cellClass(place)}>{cell}</th>
                : <td key={place} role="cell" class={cellClass(place)} {...(place > 0 ? label(place) : {})}>{stacked && place > 0 && cell !== null && cell !== '' ? <div>{cell}</div> : cell}</td>))}
            </tr>
          ))}
        </tbody>
        {total && <tfoot><tr>{total.map((cell, place) => (place === 0 ? <th key={place} scope="row">{cell}</th> : <td key={place} class={cellClass(place)}>{cell}</td>))}</tr></tfoot>}
      </table>
    </div>
  );
}
