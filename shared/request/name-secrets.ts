import { shellVariable } from './shell-variable.ts';
import type { TextPiece } from './text-piece.ts';

/**
 * Gives every secret of one request the shell variable that stands for it: one variable for one text, and another one
 * where the same name would stand for two texts.
 */
export class SecretNames {
  readonly #texts = new Map<string, string>();

  /** @param place where the pieces stand, in words, for secrets that were only found there */
  named(pieces: readonly TextPiece[], place: string): readonly TextPiece[] {
    return pieces.map((piece) => (piece.from === 'secret' ? this.#named(piece, place) : piece));
  }

  #named(piece: TextPiece, place: string): TextPiece {
    const wanted = piece.variable ?? shellVariable(place, 'secret');
    const text = piece.plain ?? piece.text;
    let variable = wanted;
    for (let number = 2; (this.#texts.get(variable) ?? text) !== text; number += 1)
      variable = `${wanted}_${String(number)}`;
    this.#texts.set(variable, text);
    return { ...piece, variable };
  }
}
