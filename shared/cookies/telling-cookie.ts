import { isShortSecret } from '../secret/short-secret.ts';

/** Letters without digits that are no longer than this are taken for words, and digits for a number or a time. */
const longestWords = 24;
const longestNumber = 16;

/**
 * The forms of a cookie's value that would give its session away; none where the value is too plain for that.
 *
 * Servers keep preferences in cookies too. As with secrets, what has under 8 characters cannot be looked for without finding
 * it everywhere; `dark-mode`, `accepted` and `1700000000000` are longer, and open no session either.
 */
export function tellingForms(value: string): readonly string[] {
  const bare = value.replace(/^"(.*)"$/s, '$1');
  return [...new Set([bare, percentDecoded(bare)])].filter((form) => !isPlain(form));
}

function isPlain(value: string): boolean {
  return (
    isShortSecret(value) ||
    (/^[\p{L}\s._-]+$/u.test(value) && value.length <= longestWords) ||
    (/^[\d\s.,:_/-]+$/.test(value) && value.length <= longestNumber)
  );
}

/** Servers write marks that a cookie cannot hold with percent signs, and mean the marks. */
function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
