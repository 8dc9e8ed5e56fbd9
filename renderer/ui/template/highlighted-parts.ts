import { templateParts } from '#shared/template/template-parts.ts';
import { nameLooks } from './name-looks.ts';

/** A stretch of a template as it is coloured. */
export interface HighlightedPart {
  readonly text: string;
  readonly start: number;
  readonly kind: 'text' | 'expression' | 'block' | 'comment';
  /** Whether it reads a name that is not known where it stands. */
  readonly unknown: boolean;
}

/** Splits a template for colouring; `unknownNames` holds first parts of paths (`user`, `@env`) or whole paths. */
export function highlightedParts(
  source: string,
  unknownNames?: ReadonlySet<string>,
): readonly HighlightedPart[] {
  const lookOf = nameLooks(source, unknownNames, {});
  return templateParts(source).map((part) => ({
    text: part.text,
    start: part.start,
    kind: part.kind,
    unknown: lookOf(part) === 'unknown',
  }));
}
