import type { DocumentKind } from './document.ts';

/** Characters of a slug. Three bytes each and the ending stay well below the 255 bytes of a file name. */
const longestSlug = 60;

/** Letters that have no accent to take off and still a spelling that people expect. */
const spellings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Names that Windows keeps for devices, whatever their ending. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A document's file name without its ending: lower case, words joined by dashes, Latin letters without accents, letters
 * of other scripts as they are. A name without a single letter or digit gives the word for its kind.
 */
export function documentSlug(name: string, kind: DocumentKind): string {
  const plain = name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => spellings[letter] ?? letter);
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  const slug = Array.from(words.join('-')).slice(0, longestSlug).join('').replace(/-+$/, '');
  if (slug === '') return kind;
  return deviceName.test(slug) ? `${slug}-${kind}` : slug;
}
