import { classNames } from './class-names.ts';
import { FieldsetGroup } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { dateFieldNames, fieldErrors, fieldId, fieldValue } from './form-state.ts';
import { useUiText } from './ui-text.ts';

export interface DateFieldsProps extends FieldProps {
  readonly value?: { readonly day: string; readonly month: string; readonly year: string } | undefined;
  /** Date of birth: the browser may fill it in. */
  readonly birthday?: boolean | undefined;
}

/** A date as three text fields: typing is surer than a calendar; names are name-day, name-month, name-year. */
export function DateFields(props: DateFieldsProps) {
  const { form, name, birthday } = props;
  const text = useUiText();
  const names = dateFieldNames(name);
  const parts = [
    { part: 'day', label: text.day, width: '3', length: 2 },
    { part: 'month', label: text.month, width: '3', length: 2 },
    { part: 'year', label: text.year, width: '5', length: 4 },
  ] as const;
  const example = birthday || name.startsWith('birth') ? text.birthHint : text.dateHint;
  const whole = fieldErrors(form, name);
  return (
    <FieldsetGroup {...props} hint={props.hint ?? example}>
      <div class="t-date">
        {parts.map(({ part, label, width, length }) => {
          const wrong = whole.length > 0 || fieldErrors(form, names[part]).length > 0;
          const id = part === 'day' ? fieldId(name) : fieldId(names[part]);
          return (
            <div key={part}>
              <label class="t-date__l" for={id}>{label}</label>
              <input id={id} name={names[part]} type="text" inputMode="numeric" maxLength={length} value={fieldValue(form, names[part]) ?? props.value?.[part]}
                autocomplete={birthday ? (`bday-${part}` as 'bday-day') : 'off'} aria-invalid={wrong ? 'true' : undefined}
                class={classNames('govuk-input', 't-num', `t-w-${width}`, wrong && 'govuk-input--error')} />
            </div>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
