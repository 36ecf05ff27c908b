import { isFile, type Kept } from '../kept/queue.ts'
import { isOpen, marksShown, placeOf, type SheetState } from './sheets.ts'

type Words = Record<string, string>
const part = (within: ParentNode, name: string): HTMLElement => within.querySelector<HTMLElement>(`[data-${name}]`)!

/** Draws one sheet as it stands: its row in the list, the strip of operations, each mark with its word. */
export function drawSheet(root: HTMLElement, number: string, state: SheetState, pending: readonly Kept[], denied: string | undefined, words: Words): void {
  const sheet = root.querySelector<HTMLElement>(`[data-sheet="${CSS.escape(number)}"]`)!
  const row = root.querySelector<HTMLElement>(`[data-row="${CSS.escape(number)}"]`)!
  const shown = marksShown(state, pending, words['kept']!)
  const open = isOpen(state, pending)
  const operations = [...sheet.querySelectorAll<HTMLElement>('[data-op]')]
  for (const place of [sheet, row]) {
    part(place, 'label').textContent = pending.some((each) => each.kind === 'stop') ? words['stopKept']! : state.label
    part(place, 'progress').textContent = words['progress']!.replace('{n}', String(shown.size)).replace('{total}', String(operations.length))
  }
  const here = part(row, 'here')
  here.hidden = pending.length === 0
  here.textContent = words['here']!.replace('{n}', String(pending.length))
  part(sheet, 'waiting').hidden = state.state !== 'waiting'
  const said = part(sheet, 'denied')
  said.hidden = denied === undefined || pending.length === 0
  part(said, 'text').textContent = denied === undefined ? '' : words['denied']!.replace('{reason}', denied)
  const refused = part(sheet, 'refused')
  refused.hidden = state.refused.length === 0
  refused.querySelector('ul')!.replaceChildren(...state.refused.map((text) => Object.assign(document.createElement('li'), { textContent: text })))
  part(sheet, 'finish').hidden = pending.length > 0 || state.state === 'waiting' || state.state === 'set-aside' || (open && shown.size < operations.length)

  for (const operation of operations) {
    const no = Number(operation.dataset['op'])
    const mark = shown.get(no)
    for (const button of operation.querySelectorAll<HTMLButtonElement>('.t-markb')) {
      const own = mark !== undefined && (button.value === 'done') === mark.done
      button.setAttribute('aria-pressed', String(own))
      button.disabled = !open
      button.querySelector('small')!.textContent = own ? mark.said : ''
    }
    const note = operation.querySelector('textarea')!
    if (mark && note.dataset['touched'] === undefined) note.value = mark.note
    for (const field of operation.querySelectorAll<HTMLTextAreaElement | HTMLButtonElement>('textarea, .govuk-button--warning')) field.disabled = !open
    drawPhotos(operation, state.photos.filter((photo) => photo.step === no), pending.filter((each) => isFile(each) && each.body['step'] === no), words)
    for (const field of operation.querySelectorAll<HTMLInputElement | HTMLButtonElement>('[data-photo], [data-video], [data-film-open]')) field.disabled = !open
    const cell = sheet.querySelector<HTMLElement>(`.t-mk__ops a[href$=".${no}"]`)!
    cell.className = mark === undefined ? '' : mark.done ? 'y' : 'n'
    const name = operation.querySelector(`.t-markb[value="${mark?.done ? 'done' : 'not-done'}"]`)!
    cell.querySelector('svg')?.remove()
    if (mark) cell.prepend(name.querySelector('svg')!.cloneNode(true))
    cell.querySelector('.t-vh')!.textContent = mark ? ` ${name.childNodes[1]!.textContent}` : ''
  }
}

/** The photos and videos of an operation: those the server has, to be opened, and those that wait here. */
function drawPhotos(operation: HTMLElement, sent: SheetState['photos'], waiting: readonly Kept[], words: Words): void {
  part(operation, 'photos').replaceChildren(
    ...sent.map(({ href, said }) => line(Object.assign(document.createElement('a'), { href, textContent: said, target: '_blank', className: 'govuk-link' }))),
    ...waiting.map(({ kind }) => line(words[kind === 'video' ? 'videoKept' : 'photoKept']!)))
}
function line(content: string | Node): HTMLLIElement {
  const item = document.createElement('li')
  item.append(content)
  return item
}

/** Shows what the address names: the list, or one operation of one candidate; without an operation the first that is not marked. */
export function showPlace(root: HTMLElement): void {
  const place = placeOf(location.hash)
  const sheets = [...root.querySelectorAll<HTMLElement>('[data-sheet]')]
  const named = sheets.find((sheet) => sheet.dataset['sheet'] === place?.number)
  part(root, 'list').hidden = named !== undefined
  for (const sheet of sheets) sheet.hidden = sheet !== named
  if (!named) return
  const operations = [...named.querySelectorAll<HTMLElement>('[data-op]')]
  const open = operations.find((each) => Number(each.dataset['op']) === place!.no) ?? operations.find((each) => !each.querySelector('[aria-pressed="true"]')) ?? operations[0]
  for (const each of operations) each.hidden = each !== open
  for (const cell of named.querySelectorAll('.t-mk__ops a')) {
    if (cell.getAttribute('href')!.endsWith(`.${open?.dataset['op']}`)) cell.setAttribute('aria-current', 'step')
    else cell.removeAttribute('aria-current')
  }
  open?.focus({ preventScroll: true })
  scrollTo(0, 0)
}
