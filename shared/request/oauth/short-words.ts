const longestWords = 200;

/** What a server says, so that it can stand inside of a sentence of ours: one line, not long, nothing that is not seen. */
export function shortWords(words: string): string {
  const line = words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length <= longestWords ? line : `${line.slice(0, longestWords)}…`;
}
