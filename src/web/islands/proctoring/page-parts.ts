import type { Server } from './server.ts'

/** What the server wrote on the section the island works in. */
export interface Place {
  section: HTMLElement
  /** The name of this browser, kept from page to page; empty where it cannot keep one. */
  device: string
  base: string
  csrf: string
  stage: string
  /** Finished words of the page's language, by their key. */
  texts: Readonly<Record<string, string>>
  /** Where the models lie. */
  models: string
}

export const CAMERA: MediaStreamConstraints = {
  video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15, max: 30 }, facingMode: 'user' },
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
}

/** The text of a key with its places filled; a key without text is empty. */
export function word(place: Place, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (place.texts[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
export function part<T extends HTMLElement>(place: Place, selector: string): T | null {
  return place.section.querySelector<T>(selector)
}

/** One line of the page: its tone is read by the sheet, its words by the person and, politely, by the screen reader. */
export function tell(place: Place, name: string, tone: 'wait' | 'good' | 'poor' | 'bad', text: string): void {
  const line = part(place, `[data-line="${name}"]`)
  if (!line) return
  line.dataset['tone'] = tone
  const words = line.querySelector<HTMLElement>('[data-line-words]') ?? line
  if (words.textContent !== text) words.textContent = text
}

/** On a second computer: the one sentence that matters stands alone, the questions are with the first. */
export function tellSecond(place: Place, text: string): void {
  const notice = part(place, '[data-second]')
  if (!notice) return
  const words = notice.querySelector<HTMLElement>('[data-second-words]')
  if (words) words.textContent = text
  notice.hidden = false
  notice.closest<HTMLElement>('.t-exam__b')?.setAttribute('data-second-computer', '')
  notice.focus()
}

/** Opens camera and microphone; a computer without a microphone still shows its camera. */
export async function openCamera(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia(CAMERA)
  } catch (error) {
    if ((error as DOMException).name !== 'NotFoundError') throw error
    return navigator.mediaDevices.getUserMedia({ video: CAMERA.video! })
  }
}
/** The picture of the camera on the page, or out of sight where the page has no place for it. */
export async function showCamera(place: Place, stream: MediaStream): Promise<HTMLVideoElement> {
  const video = part<HTMLVideoElement>(place, 'video') ?? document.createElement('video')
  video.muted = video.playsInline = true
  video.srcObject = stream
  video.hidden = false
  await video.play()
  return video
}

/** This browser cannot keep a name: it says so and what to do, and neither the exam begins here nor anything is sent under a name of one page. */
export function tellNoName(place: Place): void {
  const notice = part(place, '[data-no-name]')
  if (!notice) return
  notice.hidden = false
  if (place.stage !== 'run') return
  notice.closest<HTMLElement>('.t-exam__b')?.setAttribute('data-second-computer', '')
  notice.focus()
}

/** Asks the server until it answers; what waits is told. */
export async function untilAnswered<T>(ask: () => Promise<T>, onFailure: () => void): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch {
      onFailure()
      await new Promise((resolve) => setTimeout(resolve, 5000))
    }
  }
}
export type StateOf = Awaited<ReturnType<Server['state']>>
