import type { ComponentChildren } from 'preact';

export interface DocPreviewProps {
  /** Words for those who do not see the picture, and the caption. */
  readonly alt: string;
  readonly src?: string | undefined;
  readonly href?: string | undefined;
  readonly caption?: ComponentChildren;
  /** What to decide about the paper, beside it. */
  readonly children?: ComponentChildren;
}

const LINES = [128, 132, 120, 131, 90, 128, 132, 126, 60, 130, 132, 118, 131, 84, 128, 132, 110, 70] as const;

/** Small picture of a paper with the question about it; without a picture a drawn sheet stands in. */
export function DocPreview({ alt, src, href, caption, children }: DocPreviewProps) {
  const sheet = src ? <img class="pg" src={src} alt={alt} width="168" height="224" loading="lazy" /> : (
    <svg class="pg" viewBox="0 0 168 224" role="img" aria-label={alt}>
      <rect class="sheet" width="168" height="224" />
      {LINES.map((width, place) => <rect key={place} class="ln" x="18" y={20 + place * 9} width={width} height="3" rx="1" />)}
    </svg>
  );
  return (
    <div class={children ? 't-view' : 't-view t-view--alone'}>
      <figure>{href ? <a href={href}>{sheet}</a> : sheet}{caption && <figcaption>{caption}</figcaption>}</figure>
      {children && <div>{children}</div>}
    </div>
  );
}
