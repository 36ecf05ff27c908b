import type { ComponentChildren } from 'preact';

/** Why a thing is asked: stands between the heading and the field. */
export function Why({ children }: { readonly children: ComponentChildren }) {
  return <div class="t-why">{typeof children === 'string' ? <p>{children}</p> : children}</div>;
}

/** Words that open on demand. */
export function Details({ summary, open, children }: { readonly summary: ComponentChildren; readonly open?: boolean | undefined; readonly children: ComponentChildren }) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{summary}</span></summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
