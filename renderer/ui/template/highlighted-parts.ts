import { templateNames } from '#shared/template/template-names.ts';
import { templateParts } from '#shared/template/template-parts.ts';

/** A stretch of a template as it is coloured. */
export interface HighlightedPart {
  readonly text: string;
  readonly start: number;
  readonly kind: 'text' | 'expression' | 'block' | 'comment';
  /** Whether it reads a name that is not known where it stands. */
  readonly unknown: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const none: ReadonlySet<string> = new Set();

/** Splits a template for colouring; `unknownNames` holds first parts of paths (`user`, `@env`) or whole paths. */
export function highlightedParts(
  source: string,
  unknownNames: ReadonlySet<string> = none,
): readonly HighlightedPart[] {
  const isUnknown = isUnknownAt(source, unknownNames);
  return templateParts(source).map((part) => ({
    text: part.text,
    start: part.start,
    kind: part.kind,
    unknown: isUnknown(part),
  }));
}

/** Tells whether a stretch of a template reads a name that is not known. */
export function isUnknownAt(
  source: string,
  unknownNames: ReadonlySet<string> = none,
): (stretch: Stretch) => boolean {
  const places = unknownNames.size === 0 ? [] : placesOf(source, unknownNames);
  return ({ start, end }) => places.some((at) => at >= start && at < end);
}

function placesOf(source: string, unknownNames: ReadonlySet<string>): readonly number[] {
  return templateNames(source)
    .filter(({ name, path }) => unknownNames.has(name) || unknownNames.has(path.join('.')))
    .map(({ start }) => start);
}
