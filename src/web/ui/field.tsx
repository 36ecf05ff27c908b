import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { fieldErrors, fieldId } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { Icon } from './icon.tsx';
import { fill, useUiText } from './ui-text.ts';

/** Props every field of a form understands. */
export interface FieldProps {
  readonly form?: FormState | undefined;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly optional?: boolean | undefined;
  /** The only question of the page: its label is the heading of the page. */
  readonly heading?: boolean | undefined;
}

/** Identifiers of the hint and the error of a field, for aria-describedby. */
export function describedBy(name: string, hint: unknown, errors: readonly string[]): string | undefined {
  const id = fieldId(name);
  return classNames(Boolean(hint) && `${id}-hint`, errors.length > 0 && `${id}-error`) || undefined;
}

/** The line that says what is wrong, at the field. */
export function FieldError({ name, errors }: { readonly name: string; readonly errors: readonly string[] }) {
  const text = useUiText();
  if (errors.length === 0) return null;
  return (
    <p class="govuk-error-message" id={`${fieldId(name)}-error`}>
      <Icon name="alert" />
      <span><span class="t-vh">{text.errorColon} </span>{errors.map((error, place) => <span key={error}>{place > 0 && <br />}{error}</span>)}</span>
    </p>
  );
}

function LabelWords({ label, optional }: { readonly label: ComponentChildren; readonly optional?: boolean | undefined }) {
  const text = useUiText();
  return <>{label}{optional && <span class="t-opt-word"> {fill(text.optionalAfter, { word: text.optional })}</span>}</>;
}

/** One control with its label, hint and error. */
export function FieldGroup({ form, name, label, hint, optional, heading, children }: FieldProps & { readonly children: ComponentChildren }) {
  const errors = fieldErrors(form, name);
  const id = fieldId(name);
  const words = <label class="govuk-label" for={id}><LabelWords label={label} optional={optional} /></label>;
  return (
    <div class={classNames('govuk-form-group', errors.length > 0 && 'govuk-form-group--error')}>
      {heading ? <h1 class="t-label-h">{words}</h1> : words}
      {hint && <div class="govuk-hint" id={`${id}-hint`}>{hint}</div>}
      <FieldError name={name} errors={errors} />
      {children}
    </div>
  );
}

/** Several controls under one question: fieldset with its legend, hint and error. */
export function FieldsetGroup({ form, name, label, hint, optional, heading, role, children }: FieldProps & { readonly role?: 'group' | 'radiogroup' | undefined; readonly children: ComponentChildren }) {
  const errors = fieldErrors(form, name);
  const id = fieldId(name);
  const words = <LabelWords label={label} optional={optional} />;
  return (
    <div class={classNames('govuk-form-group', errors.length > 0 && 'govuk-form-group--error')}>
      <fieldset class="t-fieldset" role={role} aria-describedby={describedBy(name, hint, errors)}>
        <legend class="govuk-fieldset__legend">{heading ? <h1 class="t-label-h">{words}</h1> : words}</legend>
        {hint && <div class="govuk-hint" id={`${id}-hint`}>{hint}</div>}
        <FieldError name={name} errors={errors} />
        {children}
      </fieldset>
    </div>
  );
}
