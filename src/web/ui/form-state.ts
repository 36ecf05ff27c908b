/** What a person typed and what is wrong with it; the typed text comes back to the page as it was. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors: readonly FormError[];
}

export interface FormError {
  readonly field?: string | undefined;
  readonly message: string;
}

/** State of a form nobody has filled in yet, with values already known. */
export function freshForm(values: FormState['values'] = {}): FormState {
  return { values, errors: [] };
}

/** Identifier of the first control of a field, also the target of the link in the error summary. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

/** The one value of a field. */
export function fieldValue(form: FormState | undefined, name: string): string | undefined {
  const value = form?.values[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** All values of a field that may hold several. */
export function fieldValues(form: FormState | undefined, name: string): readonly string[] {
  const value = form?.values[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** What is wrong with a field, in the order it was found. */
export function fieldErrors(form: FormState | undefined, name: string): readonly string[] {
  return (form?.errors ?? []).filter((error) => error.field === name).map((error) => error.message);
}

/** Names of the three text fields of a date. */
export function dateFieldNames(name: string): { readonly day: string; readonly month: string; readonly year: string } {
  return { day: `${name}-day`, month: `${name}-month`, year: `${name}-year` };
}
