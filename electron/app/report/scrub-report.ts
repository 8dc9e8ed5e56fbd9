/** What must not be in a report besides secrets: where somebody works, and who they are. */
export interface ReportPlaces {
  /** Folders and the words that take their place; longer paths are replaced before shorter ones. */
  readonly folders: readonly (readonly [folder: string, word: string])[];
  /** The names of the person and of the computer, and the words that take their place. */
  readonly names: readonly (readonly [name: string, word: string])[];
}

/** Names that say nothing of anybody. */
const commonNames = new Set([
  ...['root', 'user', 'admin', 'administrator', 'localhost', 'runner', 'main'],
  ...['flowbench', 'workspace', 'example', 'electron'],
]);

const shapes: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g, '<key>'],
  [/(?:file:\/\/)?\/(?:home|Users)\/[^/\s:"')]+/g, '~'],
  [/[A-Za-z]:(?:\\{1,2}|\/)Users(?:\\{1,2}|\/)[^\\/\s:"')]+/g, '~'],
  // The address of an API is kept to its host: path and query may name people and hold keys.
  [/\b((?:https?|wss?|socks5h?):\/\/)(?:[^\s/@"']*@)?([^\s/?#"'@]+)[^\s"')]*/gi, '$1$2/…'],
  [/\b(Bearer|Basic|Digest|Negotiate|Token)\s+[^\s,;"']{4,}/gi, '$1 …'],
  [
    /(["']?[\w-]*(?:authorization|cookie|passw(?:or)?d|passphrase|secret|token|api[-_]?key|credential)s?["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s,;}]+)/gi,
    '$1…',
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<e-mail>'],
];

/** Letters and digits in a row that are longer than words are keys, tokens and numbers of somebody. */
const longRun = /[A-Za-z0-9_+=-]{24,}/g;

/**
 * A text without what must not leave the computer with a report. Secrets that are known are taken out by their values
 * before; this takes out what looks like one, and paths and names.
 */
export function scrubReport(text: string, { folders, names }: ReportPlaces): string {
  let scrubbed = text;
  const longestFirst = [...folders].sort(([one], [other]) => other.length - one.length);
  for (const [folder, word] of longestFirst)
    for (const spelled of spellings(folder)) scrubbed = scrubbed.replaceAll(spelled, word);
  for (const [shape, word] of shapes) scrubbed = scrubbed.replace(shape, word);
  for (const [name, word] of names) scrubbed = withoutName(scrubbed, name, word);
  return scrubbed.replace(longRun, (run) => (/\d/.test(run) && /[A-Za-z]/.test(run) ? '<long text>' : run));
}

/** How a path is written: as it is, in an address, and in JSON. */
function spellings(folder: string): readonly string[] {
  const all = [folder, folder.replaceAll('\\', '/'), folder.replaceAll('\\', '\\\\'), encodeURI(folder)];
  return [...new Set(all)].filter((each) => each.length > 1);
}

function withoutName(text: string, name: string, word: string): string {
  if (name.length < 3 || commonNames.has(name.toLowerCase())) return text;
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), word);
}
