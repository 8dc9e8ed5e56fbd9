/**
 * The name of the shell variable that stands for a secret in a copied command, made of where the secret stands: the token
 * of `Shop API` is `SHOP_API_TOKEN`. A name always has two words, so that it is never one that shells or programs know.
 *
 * @param place from the wider to the nearer; what is no ASCII letter or digit parts words
 */
export function shellVariable(...place: readonly string[]): string {
  const words = place.map(wordsOf).reduce(joined, []);
  const [first = 'SECRET', ...others] = words;
  const start = /^[0-9]/.test(first) ? ['SECRET', first] : [first];
  const all = [...start, ...others];
  return (all.length === 1 ? [...all, first === 'SECRET' ? 'VALUE' : 'SECRET'] : all)
    .join('_')
    .slice(0, longestName);
}

const longestName = 80;

function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/^value of the header /, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return plain.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
}

/** The API key of `Shop API` is `SHOP_API_KEY`: a word at the seam is not said twice. */
function joined(before: readonly string[], behind: readonly string[]): readonly string[] {
  return [...before, ...(before.at(-1) === behind[0] ? behind.slice(1) : behind)];
}
