/** The mark: the ring of the шаңырақ seen from below, the sun in its opening. */
export function Mark() {
  return (
    <svg class="t-mark" viewBox="0 0 48 48" fill="none" aria-hidden="true" focusable="false">
      <circle class="ring" cx="24" cy="24" r="20.5" stroke-width="4.4" />
      <path class="ring" stroke-width="2.8"
        d="M13.5 7.5C19 17 19 31 13.5 40.5M34.5 7.5C29 17 29 31 34.5 40.5M7.5 13.5C17 19 31 19 40.5 13.5M7.5 34.5C17 29 31 29 40.5 34.5" />
      <circle class="sun" cx="24" cy="24" r="4.2" />
    </svg>
  );
}

/** The ring of the шаңырақ unrolled: stands under a header and on the edges of the document, nowhere else. */
export function Band() {
  return <div class="t-band" aria-hidden="true" />;
}
