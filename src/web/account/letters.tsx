import { page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listOwnLetters, markLettersRead, type OwnLetter } from '#modules/people/index.ts'
import { Card } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Button, ButtonRow, Form } from '../ui/form.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { accountText } from './account-text.ts'
import { LetterText } from './letter-text.tsx'
import { readPage } from '../page-number.ts'

const PAGE_SIZE = 20

export const lettersPage = page<{ letters: OwnLetter[]; total: number; page: number }>({
  path: '/account/letters', action: 'letter.read-own', desk: 'candidate', access: 'signed-in',
  load: async (ctx, request) => {
    const { list, page: number } = await readPage(request, PAGE_SIZE, (each) => listOwnLetters(ctx, each, PAGE_SIZE), ({ total }) => total)
    return { ...list, page: number }
  },
  title: (_data, lang) => accountText(lang).letters.title,
  view: ({ lang, data, csrf, requestKey }) => {
    const text = accountText(lang).letters
    return (
      <div class="t-stack">
        <h1>{text.title}</h1>
        {data.letters.length === 0 && <Empty title={text.empty} icon="mail">{text.emptyText}</Empty>}
        {data.letters.some((letter) => letter.readAt === null) && (
          <Form csrf={csrf} requestKey={requestKey}><ButtonRow><Button kind="secondary">{text.markRead}</Button></ButtonRow></Form>
        )}
        {data.letters.map((letter) => (
          <Card key={letter.id} title={letter.subject} level={2} accent={letter.readAt === null}>
            <Tags>
              {letter.readAt === null && <Tag tone="sun" icon="mail">{text.fresh}</Tag>}
              <Tag>{formatMoment(letter.createdAt, lang)}</Tag>
              {letter.caseNumber && <Tag><span class="t-num">{fill(text.ofCase, { number: letter.caseNumber })}</span></Tag>}
            </Tags>
            <LetterText body={letter.body} />
          </Card>
        ))}
        <Pagination page={data.page} pages={Math.ceil(data.total / PAGE_SIZE)} hrefFor={(number) => `/${lang}/account/letters?page=${number}`} />
      </div>
    )
  },
  async post(ctx, { lang }) {
    await markLettersRead(ctx)
    return { to: `/${lang}/account/letters` }
  },
})
