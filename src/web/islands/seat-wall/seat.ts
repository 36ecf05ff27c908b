/** Minutes and seconds left, as the server writes them; never below nought. */
export function timeText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

interface Control {
  type?: string
  value?: string
  defaultValue?: string
  checked?: boolean
  defaultChecked?: boolean
}
/** True when somebody is at these forms: his cursor stands there, or something is typed or ticked. */
export function isTouched(box: Pick<HTMLElement, 'contains' | 'querySelectorAll'>, active: Element | null): boolean {
  if (active && box.contains(active)) return true
  return [...(box.querySelectorAll('input, textarea') as unknown as Iterable<Control>)].some((control) =>
    control.type === 'checkbox' || control.type === 'radio' ? control.checked !== control.defaultChecked : control.type !== 'hidden' && control.value !== control.defaultValue)
}
