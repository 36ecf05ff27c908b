import { page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listMailbox, type MailboxLetter } from '#modules/people/index.ts'
import { readPage } from '../page-number.ts'
import { LetterText } from '../account/letter-text.tsx'
import { Card } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { demoText } from './demo-text.ts'

const PAGE_SIZE = 20

export const mailboxPage = page<{ letters: MailboxLetter[]; total: number; page: number }>({
  path: '/demo/mailbox', action: 'demo.read-mailbox', desk: 'public', access: 'public',
  load: async (ctx, request) => {
    const { list, page: number } = await readPage(request, PAGE_SIZE, (each) => listMailbox(ctx, each, PAGE_SIZE), ({ total }) => total)
    return { ...list, page: number }
  },
  title: (_data, lang) => demoText(lang).mailbox.title,
  view: ({ lang, data }) => {
    const text = demoText(lang).mailbox
    return (
      <div class="t-stack">
        <h1>{text.title}</h1>
        <p class="t-lead">{text.lead}</p>
        {data.letters.length === 0 && <Empty title={text.empty} icon="mail">{text.emptyText}</Empty>}
        {data.letters.map((letter) => (
          <Card key={letter.id} title={<span lang={letter.lang}>{letter.subject}</span>}>
            <p class="t-small t-quiet">{fill(text.to, { email: letter.email ?? text.noAddress })} · {formatMoment(letter.createdAt, lang)}</p>
            <div lang={letter.lang}><LetterText body={letter.body} /></div>
          </Card>
        ))}
        <Pagination page={data.page} pages={Math.ceil(data.total / PAGE_SIZE)} hrefFor={(number) => `/${lang}/demo/mailbox?page=${number}`} />
      </div>
    )
  },
})
