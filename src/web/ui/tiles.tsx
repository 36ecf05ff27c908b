import { classNames } from './class-names.ts';

export interface Tile {
  readonly name: string;
  readonly short: string;
  readonly shorter?: string | undefined;
  readonly value: string;
  /** What a screen reader hears after the value: "of 96 planned". */
  readonly spoken?: string | undefined;
  readonly row: number;
  readonly column: number;
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** "+7": how far over plan. */
  readonly over?: string | undefined;
  /** The tile leads there, for example to the list of the region. */
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
}

export interface TileStep {
  readonly level: Tile['level'] | 'over';
  readonly text: string;
}

/** Map of the country as tiles: place by row and column, darkness by level, the number in words. */
export function Tiles({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) {
  return (
    <ul class="t-tiles" aria-label={label}>
      {tiles.map((tile) => (
        <li key={tile.name} class={classNames('t-tile', `k${tile.level}`, `r${tile.row}`, `c${tile.column}`, tile.current && 'is-cur')}>
          {tile.href ? <a href={tile.href} aria-current={tile.current ? 'true' : undefined}><TileText tile={tile} /></a> : <TileText tile={tile} />}
          {tile.over && <span class="over" aria-hidden="true">{tile.over}</span>}
        </li>
      ))}
    </ul>
  );
}

function TileText({ tile }: { readonly tile: Tile }) {
  return (
    <>
      <span class="t-vh">{tile.name}: </span>
      <span class="fu" aria-hidden="true">{tile.short}</span>
      <span class="ab" aria-hidden="true">{tile.shorter ?? tile.short}</span>
      <b>{tile.value}{tile.spoken && <span class="t-vh"> {tile.spoken}</span>}</b>
    </>
  );
}

/** What the darkness of the tiles means. */
export function TileScale({ label, items }: { readonly label: string; readonly items: readonly TileStep[] }) {
  return (
    <ul class="t-scale" aria-label={label}>
      {items.map((item) => <li key={item.level}>{item.level === 'over' ? <em aria-hidden="true">+</em> : <i class={`k${item.level}`} aria-hidden="true" />}{item.text}</li>)}
    </ul>
  );
}
