import type { TemplateKnowledge } from '#shared/template/language/template-knowledge.ts';
import { templateNames } from '#shared/template/template-names.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Tells whether a stretch of a template reads a name that may be unset where the template stands. */
export function isPerhapsUnsetAt(
  source: string,
  { troubleWith }: Pick<TemplateKnowledge, 'troubleWith'>,
): (stretch: Stretch) => boolean {
  if (troubleWith === undefined || !source.includes('{{')) return () => false;
  const places = templateNames(source).filter((name) => troubleWith(name)?.severity === 'warning');
  return ({ start, end }) => places.some((place) => place.start >= start && place.start < end);
}
