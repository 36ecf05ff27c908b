import { openFilm } from './film.ts'

interface Keeper {
  say(form: HTMLFormElement, text: string): void
  /** Keeps a film as a word about the operation at this place. */
  keep(place: HTMLElement, film: Blob): Promise<void>
}

/** The first one that the browser can record is taken; iPads know only the last. */
const TYPES = ['video/webm;codecs=vp8,opus', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4']

/** Short videos of operations: recorded in the page where the browser can, else chosen as a file; looked at before they are kept. */
export function startFilms(root: HTMLElement, words: Record<string, string>, { say, keep }: Keeper): void {
  const type = typeof MediaRecorder === 'undefined' || !('mediaDevices' in navigator) ? undefined : TYPES.find((each) => MediaRecorder.isTypeSupported(each))
  for (const operation of root.querySelectorAll<HTMLElement>('[data-op]')) {
    const part = <T extends HTMLElement>(name: string): T => operation.querySelector<T>(`[data-${name}]`)!
    const form = part('film').closest('form')!
    const { videoSeconds, videoMegabytes } = operation.closest<HTMLElement>('[data-sheet]')!.dataset
    const limits = { seconds: Number(videoSeconds), bytes: Number(videoMegabytes) * 1024 * 1024 }
    const opener = part<HTMLButtonElement>('film-open')
    const chooser = part('film-choose')
    const take = async (film: Blob): Promise<void> => {
      if (film.size > limits.bytes) return say(form, words['videoTooLarge']!.replace('{n}', String(videoMegabytes)))
      say(form, '')
      try {
        await keep(operation, film)
      } catch (error) {
        // The device has no room for it: the film stays in view, nothing is lost in silence.
        say(form, words['noRoom']!)
        throw error
      }
    }
    opener.hidden = type === undefined
    chooser.hidden = type !== undefined
    opener.addEventListener('click', () => {
      say(form, '')
      void openFilm(part('film'), { type: type!, ...limits, clock: words['videoClock']!, keep: take }).catch(() => {
        // Without a camera, or where it is forbidden, a file may still be chosen.
        say(form, words['noCamera']!)
        chooser.hidden = false
      })
    })
    const field = part<HTMLInputElement>('video')
    field.addEventListener('change', () => {
      const file = field.files?.[0]
      if (!file) return
      void lengthOf(file).then((seconds) => (seconds > limits.seconds + 1 ? say(form, words['videoTooLong']!.replace('{n}', String(videoSeconds))) : take(file))).catch(() => undefined).then(() => (field.value = ''))
    })
  }
}

/** Seconds of a film as the browser reads them; 0 where it cannot, for the server looks at it again. */
function lengthOf(file: Blob): Promise<number> {
  return new Promise((resolve) => {
    const [film, url] = [document.createElement('video'), URL.createObjectURL(file)]
    const done = (seconds: number): void => {
      URL.revokeObjectURL(url)
      resolve(Number.isFinite(seconds) ? seconds : 0)
    }
    film.preload = 'metadata'
    film.onloadedmetadata = () => done(film.duration)
    film.onerror = () => done(0)
    film.src = url
  })
}
