/** The fewest characters of a passphrase: a shorter one is found by trying. */
export const shortestPassphrase = 12;

/** As many code units as a channel takes; nobody types more. */
export const longestPassphrase = 1_000;

/** How long it would take to guess a passphrase, in a word. `short`: it is not taken at all. */
export type PassphraseStrength = 'short' | 'weak' | 'fair' | 'strong';

/** What is tried first, in any mix with digits and signs. */
const triedFirst = [
  ...[
    'password',
    'passphrase',
    'passwort',
    'kennwort',
    'qwertyuiop',
    'qwertzuiop',
    'qwerty',
    'qwertz',
    'azerty',
  ],
  ...[
    'asdfghjkl',
    'asdfgh',
    'yxcvbnm',
    'zxcvbnm',
    'letmein',
    'iloveyou',
    'welcome',
    'willkommen',
    'monkey',
    'dragon',
  ],
  ...['sunshine', 'princess', 'football', 'baseball', 'master', 'admin', 'administrator', 'login', 'secret'],
  ...['correct horse battery staple', 'flowbench'],
];

/** Whether a text is long enough to be a passphrase: counted in characters, not in code units. */
export function isPassphraseShort(text: string): boolean {
  return Array.from(text).length < shortestPassphrase;
}

/**
 * An estimate from below of the work of guessing: what is tried first, repeats and rows of neighbours count as one
 * character, and letters count no more than words do. It is advice; the length is the only rule.
 */
export function passphraseStrength(text: string): PassphraseStrength {
  if (isPassphraseShort(text)) return 'short';
  const bits = guessedBits(text);
  if (bits < 40) return 'weak';
  return bits < 64 ? 'fair' : 'strong';
}

function guessedBits(text: string): number {
  const rare = triedFirst.reduce(
    (left, word) => left.split(word).join('\u0000'),
    text.normalize('NFKC').toLowerCase(),
  );
  const characters = Array.from(rare).filter((character, at, all) => !isExpected(character, at, all));
  // A letter of a word that can be said is worth about two bits, however large the alphabet is (Shannon 1951).
  const bits = characters.reduce((sum, character) => sum + (/\p{L}|\s/u.test(character) ? 2.3 : 4), 0);
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u].filter((kind) => kind.test(text)).length;
  return bits + isUnsayable(text) * characters.length * (kinds - 1);
}

/** 1 where letters, digits and signs change all the time, as in a password that a machine made; else 0. */
function isUnsayable(text: string): number {
  const longestWord = Math.max(0, ...text.split(/[^\p{Ll}]+/u).map((run) => run.length));
  return longestWord <= 4 ? 1 : 0;
}

/** Whether a character follows from those before it: the same again, its neighbour, or a piece that was there before. */
function isExpected(character: string, at: number, all: readonly string[]): boolean {
  const before = all[at - 1];
  if (before === undefined) return false;
  const step = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  if (Math.abs(step) <= 1) return true;
  const piece = all.slice(at - 2, at + 1).join('');
  return at > 2 && all.slice(0, at).join('').includes(piece);
}
