/** What Chromium offers when the site can be installed; other browsers have a menu of their own. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

const button = document.querySelector<HTMLButtonElement>('[data-install]')
let offer: InstallOffer | undefined
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  offer = event as InstallOffer
  if (button) button.hidden = false
})
button?.addEventListener('click', () => void offer?.prompt().then(() => (button.hidden = true), () => undefined))
addEventListener('appinstalled', () => button && (button.hidden = true))
