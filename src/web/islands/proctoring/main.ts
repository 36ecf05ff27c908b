import { check } from './check.ts'
import { part, type Place } from './page-parts.ts'
import { takePictures } from './pictures.ts'
import { run } from './run.ts'

/** Written by the build: where the models of this version lie. */
declare const __MODELS__: string | undefined
const MODELS = typeof __MODELS__ === 'undefined' ? '/assets/proctoring/' : __MODELS__

const section = document.querySelector<HTMLElement>('#proctoring')
if (section) {
  const { base = '', stage = '', csrf = document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '', texts = '{}' } = section.dataset
  const place: Place = { section, base, csrf, stage, texts: JSON.parse(texts) as Record<string, string>, models: MODELS }
  const live = part(place, '[data-live]')
  if (live) live.hidden = false
  if (stage === 'check') check(place)
  else if (stage === 'identity' || stage === 'room') void takePictures(place)
  else if (stage === 'run') void run(place)
}
