import type { ComponentChildren } from 'preact';
import { fieldId } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { useUiText } from './ui-text.ts';

export interface ErrorSummaryProps {
  readonly form: FormState;
  readonly title?: ComponentChildren;
}

/** Everything wrong with a form, at the top of the page, each line leading to its field. */
export function ErrorSummary({ form, title }: ErrorSummaryProps) {
  const text = useUiText();
  if (form.errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" tabIndex={-1} id="errors">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? text.errorSummary}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {form.errors.map((error) => (
              <li key={`${error.field}:${error.message}`}>
                {error.field === undefined ? <b>{error.message}</b> : <a href={`#${fieldId(error.field)}`}>{error.message}</a>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
