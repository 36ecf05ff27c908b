import { page } from '#platform/http/page.ts'
import { practiceModesOf, saveProgrammePart, type ProgrammeContent } from '#modules/programmes/index.ts'
import type { Language } from '#kernel/localized.ts'
import { Button, Checkboxes, ErrorSummary, Form } from '../../ui/form.tsx'
import { revisionOf } from './desk-facts.ts'
import { loadPart, partLayout, type EditorDesk, type PartData } from './programme-parts.ts'
import { settingsText } from './settings-text.ts'

/** Which stages may also be taken on line; in the centre both always may. */
export const programmeModesPage = (desk: EditorDesk) => page<PartData>({
  path: `${desk.base}/:id/modes`, action: 'programme.write', desk: desk.desk, access: desk.writers,
  load: (ctx, request) => loadPart(desk, ctx, request.params['id']!, { writing: true }),
  title: (_data, lang) => settingsText(lang).modes.title,
  layout: partLayout(desk),
  async post(ctx, { form, lang, params }) {
    const online = form.list('online')
    await saveProgrammePart(ctx, { versionId: params['id']!, revision: revisionOf(form), part: 'modes', theoryOnline: online.includes('theory'), practiceOnline: online.includes('practice') })
    return { to: `/${lang}${desk.base}/${params['id']}`, flash: settingsText(lang).saved }
  },
  view: ({ lang, data: { shown: { version } }, form, csrf, requestKey }) => {
    const words = settingsText(lang).modes
    const { content } = version
    return (
      <>
        <h1>{words.title}</h1>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey} version={version.revision}>
          <Checkboxes form={form} name="online" label={words.online} hint={words.hint}
            chosen={[...(content.modes.includes('online') ? ['theory'] : []), ...(practiceModesOf(content).includes('online') ? ['practice'] : [])]}
            options={[{ value: 'theory', label: words.theory, hint: words.theoryHint }, { value: 'practice', label: words.practice, hint: words.practiceHint }]} />
          <Button icon="save">{settingsText(lang).save}</Button>
        </Form>
      </>
    )
  },
})

/** What of an exam may be taken on line, in a few words. */
export function onLineWords(content: ProgrammeContent, lang: Language): string {
  const { value } = settingsText(lang).modes
  return !content.modes.includes('online') ? value.none : practiceModesOf(content).includes('online') ? value.both : value.theory
}
