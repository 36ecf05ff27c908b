/** What Chromium offers when the site can be installed; other browsers have a menu of their own. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

const box = document.querySelector<HTMLElement>('[data-install]')
let offer: InstallOffer | undefined
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  offer = event as InstallOffer
  if (box) box.hidden = false
})
box?.querySelector('button')?.addEventListener('click', () => void offer?.prompt().then(() => (box.hidden = true), () => undefined))
addEventListener('appinstalled', () => box && (box.hidden = true))
