import { check } from './check.ts'
import { keptName } from './kept-name.ts'
import { part, tellNoName, type Place } from './page-parts.ts'
import { takePictures } from './pictures.ts'
import { run } from './run.ts'

/** Written by the build: where the models of this version lie. */
declare const __MODELS__: string | undefined
const MODELS = typeof __MODELS__ === 'undefined' ? '/assets/proctoring/' : __MODELS__

const section = document.querySelector<HTMLElement>('#proctoring')
if (section) {
  const { base = '', stage = '', csrf = document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '', texts = '{}' } = section.dataset
  const device = keptName() ?? ''
  const place: Place = { section, device, base, csrf, stage, texts: JSON.parse(texts) as Record<string, string>, models: MODELS }
  const live = part(place, '[data-live]')
  if (live) live.hidden = false
  // A form that begins something says at which computer.
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="device"]')) input.value = device
  if (!device) tellNoName(place)
  if (stage === 'check') check(place)
  else if (!device) {
    if (live) live.hidden = true
  } else if (stage === 'identity' || stage === 'room' || stage === 'closed') void takePictures(place)
  else if (stage === 'run') void run(place)
}
