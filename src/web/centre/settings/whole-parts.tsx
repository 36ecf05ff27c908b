import { inLanguage, type Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Item, ProgrammeContent, Topic } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { settingsText } from './settings-text.ts'
import { TaskFileList } from './task-files.tsx'

const paragraphs = (words: string) => words.split(/\n+/).filter((line) => line.trim() !== '').map((line, n) => <p key={n}>{line}</p>)

interface WholeTextsProps {
  readonly content: ProgrammeContent
  readonly lang: Language
  /** Path of the version, for whoever may open its files. */
  readonly here?: string | undefined
}
/** Methodology, briefing, what is needed, and the technological map with its operations. */
export function WholeTexts({ content, lang, here }: WholeTextsProps) {
  const text = settingsText(lang)
  return (
    <>
      <Box title={text.editor.methodology}>{paragraphs(inLanguage(content.methodology, lang))}</Box>
      <Box title={text.editor.briefing}>{paragraphs(inLanguage(content.briefing, lang))}</Box>
      <Box title={text.editor.needs}>{paragraphs(inLanguage(content.needs, lang))}</Box>
      <Box title={`${text.programme.map}: ${inLanguage(content.map.title, lang)}`}>
        {paragraphs(inLanguage(content.map.task, lang))}
        <p>{fill(text.minutes, { n: content.map.minutes })}</p>
        <TaskFileList lang={lang} files={content.map.files ?? []} here={here} />
        <Table caption={text.programme.map} captionHidden columns={[{ title: '№', numeric: true }, { title: text.editor.operation }, { title: text.editor.criterion }, { title: text.editor.stepMinutes, numeric: true }]}
          rows={content.map.steps.map((step) => ({
            key: step.no,
            cells: [
              step.no,
              <><b>{inLanguage(step.operation, lang)}</b>{step.tools && <><br /><span class="t-quiet">{inLanguage(step.tools, lang)}</span></>}<Tags>{step.critical && <Tag tone="red" icon="shield">{text.editor.safety}</Tag>}{step.optional && <Tag>{text.editor.notCounted}</Tag>}</Tags></>,
              inLanguage(step.criterion, lang), step.minutes ?? text.programme.none,
            ],
          }))} />
      </Box>
    </>
  )
}

/** A topic with its questions in both languages, and their keys for who may see them. */
export function QuestionList({ topic, content, items, keys, lang }: { readonly topic: Topic; readonly content: ProgrammeContent; readonly items: readonly Item[]; readonly keys: Map<string, readonly string[]> | undefined; readonly lang: Language }) {
  const text = settingsText(lang)
  const count = content.blueprint.find((line) => line.topic === topic.code)?.count ?? 0
  return (
    <Box title={`${topic.code}. ${inLanguage(topic.name, lang)}`} aside={`${text.editor.topicCount}: ${count}`}>
      <div class="t-stack">
        <p class="t-quiet">{text.editor.recommendation}: {inLanguage(content.recommendations[topic.code] ?? {}, lang)}</p>
        {items.filter((item) => item.topic === topic.code).map((item) => (
          <div key={item.id}>
            <p><b>{item.code}. <span lang="kk">{item.stem.kk}</span></b><br /><span lang="ru">{item.stem.ru}</span></p>
            <ul>{item.options.map((option) => <li key={option.key}>{option.key}) <span lang="kk">{option.text.kk}</span> / <span lang="ru">{option.text.ru}</span></li>)}</ul>
            {keys && <p>{fill(text.whole.key, { key: (keys.get(item.id) ?? []).join(', ') })}</p>}
          </div>
        ))}
      </div>
    </Box>
  )
}
