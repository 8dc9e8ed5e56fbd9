/** Text as Markdown that shows exactly that text: names and values come from responses and are data. */
export function escapedMarkdown(text: string): string {
  return text
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/^ +/gm, (spaces) => '\u00a0'.repeat(spaces.length))
    .replace(/\n/g, '  \n');
}
