import type { Scrubber } from '../secret/scrubber.ts';
import { type TextPiece, textOf } from './text-piece.ts';

/**
 * The pieces with every stretch that gives a known secret away made a secret of its own, wherever it came from: what a
 * server sent back is no less secret for having been in a response. The text stays the same.
 */
export function markSecrets(
  pieces: readonly TextPiece[],
  { ranges }: Pick<Scrubber, 'ranges'>,
): readonly TextPiece[] {
  const found = ranges(textOf(pieces));
  if (found.length === 0) return pieces;
  const borders = found.flatMap(({ end, start }) => [start, end]);
  let start = 0;
  // Borders come in order: behind an odd number of them the text is inside of a secret.
  let passed = 0;
  return pieces.flatMap((piece) => {
    const parts: TextPiece[] = [];
    const isSecret = piece.from === 'secret';
    const end = start + piece.text.length;
    for (let at = start; at < end;) {
      const border = borders[passed] ?? end;
      const until = Math.min(border, end);
      if (until > at) parts.push(partOf(piece, at - start, until - start, passed % 2 === 1));
      if (border === until && passed < borders.length) passed += 1;
      at = until;
    }
    start = end;
    // A secret stays whole: its variable stands for all of it.
    return isSecret ? [piece] : parts;
  });
}

function partOf({ from, text }: TextPiece, start: number, end: number, isSecret: boolean): TextPiece {
  return { text: text.slice(start, end), from: isSecret ? 'secret' : from };
}
