/** A text without the mark of its byte order, which editors and shells of Windows put before it and which no JSON begins with. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
