import { ICON_PATHS } from './icon-paths.ts';

export type IconName = keyof typeof ICON_PATHS;

export interface IconProps {
  readonly name: IconName;
  readonly class?: string;
}

/** A sign beside a word, never instead of it: hidden from screen readers. */
export function Icon({ name, class: extra }: IconProps) {
  return (
    <svg class={extra ? `t-ico ${extra}` : 't-ico'} viewBox="0 0 24 24" fill="none" stroke="currentColor"
      stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
