interface Filming {
  type: string
  seconds: number
  bytes: number
  clock: string
  keep(film: Blob): Promise<void>
}

/** Bits in a second; so that a film of the longest length stays well below the largest size. */
const MOST_BITS = 2_500_000

/** One at a time: a tablet has one camera. */
let closeOther: (() => void) | undefined

/** Opens the camera in the box of an operation: record, stop by hand or when the time is over, look at it, keep it, throw it away or take it anew. Rejects where the camera does not open. */
export async function openFilm(box: HTMLElement, { type, seconds, bytes, clock, keep }: Filming): Promise<void> {
  closeOther?.()
  const part = <T extends HTMLElement>(name: string): T => box.querySelector<T>(`[data-film-${name}]`)!
  const picture = part<HTMLVideoElement>('picture')
  const events = new AbortController()
  let stream: MediaStream | undefined
  let recorder: MediaRecorder | undefined
  let film: Blob | undefined
  let ticking: ReturnType<typeof setInterval> | undefined
  let url = ''

  const show = (state: 'ready' | 'recording' | 'taken'): void => {
    part('record').hidden = state !== 'ready'
    part('stop').hidden = state !== 'recording'
    part('keep').hidden = part('again').hidden = part('drop').hidden = state !== 'taken'
    part('close').hidden = state === 'taken'
    box.dataset['film'] = state
  }
  const tell = (at: number): void => void (part('clock').textContent = clock.replace('{n}', String(at)).replace('{most}', String(seconds)))
  const release = (): void => {
    clearInterval(ticking)
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
  }
  const forget = (): void => {
    film = undefined
    if (url) URL.revokeObjectURL(url)
    url = ''
    picture.removeAttribute('src')
  }
  const close = (): void => {
    events.abort()
    if (recorder?.state === 'recording') recorder.stop()
    release()
    forget()
    picture.srcObject = null
    box.hidden = true
    closeOther = undefined
  }
  const ready = async (): Promise<void> => {
    forget()
    const opened = await open()
    if (events.signal.aborted) return opened.getTracks().forEach((track) => track.stop())
    stream = opened
    picture.srcObject = stream
    picture.muted = true
    picture.controls = false
    await picture.play().catch(() => undefined)
    tell(0)
    show('ready')
  }
  const record = (): void => {
    const pieces: Blob[] = []
    const began = Date.now()
    const running = (recorder = new MediaRecorder(stream!, { mimeType: type, videoBitsPerSecond: Math.min(MOST_BITS, Math.floor((bytes * 8 * 0.7) / seconds)) }))
    running.addEventListener('dataavailable', ({ data }) => pieces.push(data))
    running.addEventListener('stop', () => {
      release()
      if (events.signal.aborted) return
      film = new Blob(pieces, { type: type.split(';')[0]! })
      url = URL.createObjectURL(film)
      picture.srcObject = null
      picture.src = url
      picture.muted = false
      picture.controls = true
      show('taken')
    }, { once: true })
    running.start()
    show('recording')
    ticking = setInterval(() => {
      const past = (Date.now() - began) / 1000
      tell(Math.min(seconds, Math.floor(past)))
      if (past >= seconds && running.state === 'recording') running.stop()
    }, 200)
  }

  closeOther = close
  box.hidden = false
  const on = (name: string, act: () => void): void => part(name).addEventListener('click', act, { signal: events.signal })
  on('record', record)
  on('stop', () => recorder?.state === 'recording' && recorder.stop())
  on('again', () => void ready().catch(close))
  on('close', close)
  on('drop', close)
  on('keep', () => film && void keep(film).then(close, () => undefined))
  // Whoever goes to another operation leaves no camera open.
  addEventListener('hashchange', close, { signal: events.signal })
  try {
    await ready()
  } catch (error) {
    close()
    throw error
  }
}

/** The camera at the back; sound where the microphone may be heard. */
async function open(): Promise<MediaStream> {
  const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } }
  try {
    return await navigator.mediaDevices.getUserMedia({ video, audio: true })
  } catch {
    return navigator.mediaDevices.getUserMedia({ video })
  }
}
