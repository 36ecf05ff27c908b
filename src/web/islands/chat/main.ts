/** After a refusal of the stream the browser does not come back by itself. */
const AGAIN_MS = 10_000

/** Brings new lines into the page, drawn by the server: the whole list each time, so that nothing is doubled after a cut. */
function listen(box: HTMLElement): void {
  let last = box.dataset['after'] ?? ''
  const open = (): void => {
    const address = box.dataset['chat'] ?? ''
    const source = new EventSource(`${address}${last ? `${address.includes('?') ? '&' : '?'}after=${encodeURIComponent(last)}` : ''}`)
    source.addEventListener('chat', (event) => {
      last = event.lastEventId
      const { html } = JSON.parse(event.data as string) as { html: string }
      if (box.innerHTML !== html) box.innerHTML = html
    })
    source.addEventListener('gone', () => source.close())
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_MS)
    })
  }
  open()
}

/** Sends a line without drawing the page anew: a recording goes on, a form that somebody fills in stays. The same key until it is there, so that it is written once. */
function write(form: HTMLFormElement): void {
  const [text, key] = ['textarea', 'input[name="requestKey"]'].map((selector) => form.querySelector<HTMLTextAreaElement | HTMLInputElement>(selector))
  const button = form.querySelector('button')
  const late = form.querySelector<HTMLElement>('[data-late]')
  if (!text || !key) return
  let busy = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!busy) void send()
  })
  async function send(): Promise<void> {
    busy = true
    if (button) button.disabled = true
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    for (;;) {
      try {
        const answer = await fetch(location.href, { method: 'POST', body, redirect: 'manual', credentials: 'same-origin', signal: AbortSignal.timeout(15_000) })
        // Written: the server would lead to the page. Refused: the page itself says why.
        if (answer.type !== 'opaqueredirect') return form.submit()
        break
      } catch {
        if (late) late.hidden = false
        await new Promise((resolve) => setTimeout(resolve, 3000))
      }
    }
    text!.value = ''
    key!.value = crypto.randomUUID()
    if (late) late.hidden = true
    if (button) button.disabled = false
    busy = false
  }
}

for (const box of document.querySelectorAll<HTMLElement>('[data-chat]')) listen(box)
for (const form of document.querySelectorAll<HTMLFormElement>('[data-chat-form] form')) write(form)
