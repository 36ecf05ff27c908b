const ADDRESS = /(https?:\/\/[^\s<>"]+)/

/** The paragraphs of a letter; addresses in it become links. */
export function LetterText({ body }: { readonly body: string }) {
  return (
    <>
      {body.split(/\n{2,}/).map((paragraph, place) => (
        <p key={place}>
          {paragraph.split('\n').map((line, row) => (
            <>{row > 0 && <br />}{line.split(ADDRESS).map((part, at) => (at % 2 === 1 ? <a href={part} key={at}>{part}</a> : part))}</>
          ))}
        </p>
      ))}
    </>
  )
}
