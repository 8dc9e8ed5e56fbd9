const longestStem = 80;
const longestEnding = 20;

/**
 * A file name that every system can hold, made from the name of a file that somebody picked: no separators, no control or
 * invisible characters, no leading dot, no device of Windows.
 */
export function attachmentName(pickedName: string): string {
  const clean = pickedName
    .normalize('NFC')
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const [, stem = clean, ending = ''] = /^(.*?)(\.[^.\s]*)?$/su.exec(clean) ?? [];
  const name = `${shortened(stem, longestStem) || 'file'}${shortened(ending, longestEnding)}`;
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `file-${name}` : name;
}

function shortened(text: string, longest: number): string {
  return Array.from(text)
    .slice(0, longest)
    .join('')
    .replace(/[\s.]+$/, '');
}
