import { Icon } from './icon.tsx';
import { fill, useUiText } from './ui-text.ts';

export interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly hrefFor: (page: number) => string;
  /** What is turned, where a page holds several lists. */
  readonly label?: string | undefined;
  /** "1–12 of 18", when the number of rows is known. */
  readonly rows?: { readonly from: string | number; readonly to: string | number; readonly total: string | number } | undefined;
}

function shownPages(page: number, pages: number): readonly (number | 'gap')[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((each, place, all) => each >= 1 && each <= pages && all.indexOf(each) === place);
  return wanted.flatMap((each, place) => {
    const before = wanted[place - 1];
    if (before === undefined || each - before === 1) return [each];
    return each - before === 2 ? [each - 1, each] : (['gap', each] as const);
  });
}

/** Way through the pages of a list. */
export function Pagination({ page, pages, hrefFor, label, rows }: PaginationProps) {
  const text = useUiText();
  if (pages <= 1 && rows === undefined) return null;
  return (
    <nav class="t-pager" aria-label={label ? `${text.pages}: ${label}` : text.pages}>
      <span class="t-pager__s">{rows ? fill(text.rowsOf, rows) : fill(text.pageOf, { page, pages })}</span>
      {pages > 1 && (
        <ul>
          {page > 1 && <li><a href={hrefFor(page - 1)} rel="prev"><Icon name="chevron-left" />{text.previous}</a></li>}
          {shownPages(page, pages).map((each, place) => (
            <li key={each === 'gap' ? `gap-${place}` : each} class="t-pager__n">
              {each === 'gap' ? <span aria-hidden="true">…</span> : (
                <a href={hrefFor(each)} aria-current={each === page ? 'page' : undefined} aria-label={fill(text.pageNumber, { page: each })}>{each}</a>
              )}
            </li>
          ))}
          {page < pages && <li><a href={hrefFor(page + 1)} rel="next">{text.next}<Icon name="chevron-right" /></a></li>}
        </ul>
      )}
    </nav>
  );
}
