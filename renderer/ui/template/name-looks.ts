import type { TemplateKnowledge } from '#shared/template/language/template-knowledge.ts';
import { templateNames, type TemplateName } from '#shared/template/template-names.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** How an expression looks by the names that it reads: one that is not known, one that may be unset, or neither. */
export type NameLook = 'known' | 'perhaps' | 'unknown';

/**
 * Tells how a stretch of a template looks by the names that begin in it.
 *
 * @param unknownNames first parts of paths (`user`, `@env`) or whole paths
 */
export function nameLooks(
  source: string,
  unknownNames: ReadonlySet<string> | undefined,
  { troubleWith }: Pick<TemplateKnowledge, 'troubleWith'>,
): (stretch: Stretch) => NameLook {
  const nothingToTell = (unknownNames?.size ?? 0) === 0 && troubleWith === undefined;
  if (nothingToTell || !source.includes('{{')) return () => 'known';
  const lookOf = (name: TemplateName): NameLook => {
    if (unknownNames?.has(name.name) === true || unknownNames?.has(name.path.join('.')) === true)
      return 'unknown';
    return troubleWith?.(name)?.severity === 'warning' ? 'perhaps' : 'known';
  };
  const places = templateNames(source)
    .map((name) => ({ at: name.start, look: lookOf(name) }))
    .filter(({ look }) => look !== 'known');
  return ({ start, end }) => {
    const here = places.filter(({ at }) => at >= start && at < end);
    return here.find(({ look }) => look === 'unknown')?.look ?? here[0]?.look ?? 'known';
  };
}
