import { openCamera, part, showCamera, tell, untilAnswered, word, type Place } from './page-parts.ts'
import { Server } from './server.ts'

const MOST_BYTES = 1_000_000
const WIDEST = 1280

/** Takes the pictures the page asks for, one after another: face, document, the room. Each is seen by its owner before it is sent. */
export async function takePictures(place: Place): Promise<void> {
  const server = new Server(place.base, place.csrf)
  const state = await untilAnswered(() => server.state(), () => tell(place, 'line', 'poor', word(place, 'lineLost')))
  // No consent, no picture.
  if (state.state === 'checking') return tell(place, 'camera', 'bad', word(place, 'noConsent'))
  // A press before this would be lost: until now the button is off.
  const button = place.section.querySelector<HTMLButtonElement>('[data-open-camera]')
  button?.addEventListener('click', () => void open(place, server))
  if (button) button.disabled = false
}

async function open(place: Place, server: Server): Promise<void> {
  try {
    const video = await showCamera(place, await openCamera())
    tell(place, 'camera', 'good', word(place, 'cameraOpen'))
    part(place, '[data-open-camera]')!.hidden = true
    for (const shot of place.section.querySelectorAll<HTMLElement>('[data-shot]')) {
      shot.hidden = false
      shot.querySelector('[data-take]')?.addEventListener('click', () => void take(place, server, video, shot))
    }
  } catch {
    tell(place, 'camera', 'bad', word(place, 'noCamera'))
  }
}

async function take(place: Place, server: Server, video: HTMLVideoElement, shot: HTMLElement): Promise<void> {
  const kind = shot.dataset['shot']!
  const picture = await still(video)
  if (!picture) return tell(place, kind, 'bad', word(place, 'noPicture'))
  const shown = shot.querySelector('img')
  if (shown) {
    if (shown.src) URL.revokeObjectURL(shown.src)
    shown.src = URL.createObjectURL(picture)
    shown.hidden = false
  }
  const send = shot.querySelector<HTMLButtonElement>('[data-send]')!
  send.hidden = false
  send.onclick = async () => {
    send.disabled = true
    tell(place, kind, 'wait', word(place, 'sending'))
    const status = await server.picture(kind, picture)
    const isSent = status >= 200 && status < 300
    tell(place, kind, isSent ? 'good' : 'bad', word(place, isSent ? 'pictureSent' : status === 0 ? 'lineLost' : 'pictureRefused'))
    send.disabled = false
    send.hidden = isSent
    if (isSent) shot.dataset['sent'] = ''
    const open = place.section.querySelectorAll('[data-shot]:not([data-sent])').length
    const next = part(place, '[data-when-done]')
    if (next && open === 0) next.hidden = false
  }
}

/** One picture of the camera as JPEG, small enough for the server; without place or device in it, for it is drawn anew. */
async function still(video: HTMLVideoElement): Promise<Blob | undefined> {
  if (video.videoWidth === 0) return undefined
  const canvas = document.createElement('canvas')
  const scale = Math.min(1, WIDEST / video.videoWidth)
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  canvas.getContext('2d')!.drawImage(video, 0, 0, canvas.width, canvas.height)
  for (const quality of [0.85, 0.6, 0.4]) {
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (picture && picture.size <= MOST_BYTES) return picture
  }
  return undefined
}
