/** Why a text that was typed cannot join a set of status codes, in a sentence; `null` where it can. */
export function statusCodeTrouble(text: string, codes: readonly number[]): string | null {
  if (!/^[1-5]\d\d$/.test(text)) return `${text} is no status code: enter a number from 100 to 599.`;
  return codes.includes(Number(text)) ? `${text} is in the list already.` : null;
}

/** The status codes that were typed, the smallest first. */
export function statusCodesOf(texts: readonly string[]): number[] {
  return texts.map(Number).sort((a, b) => a - b);
}
