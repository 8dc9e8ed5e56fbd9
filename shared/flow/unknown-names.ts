import type { NameTrouble } from '../template/language/template-knowledge.ts';
import type { TemplateName } from '../template/template-name.ts';
import { templateNames } from '../template/template-names.ts';
import type { NamesHere } from './names-here.ts';

/** What the templates of one field read that has no value for certain, with the sentences that say so. */
export interface NameCheck {
  /** Names that nothing gives a value, or that may not be used there. */
  readonly unknownNames: ReadonlySet<string>;
  readonly error: string | undefined;
  /** Names that only some ways to the place set, where the templates do not ask for that. */
  readonly perhapsNames: ReadonlySet<string>;
  readonly warning: string | undefined;
}

/**
 * Looks through the templates of one field for names that have no value, or perhaps none.
 *
 * @param isAsked whether a variable may be unset there, since the field or what stands before it asks for that
 */
export function checkNames(
  templates: readonly string[],
  here: NamesHere,
  isAsked: (name: string) => boolean = () => false,
): NameCheck {
  const read = templates
    .flatMap((template) => templateNames(template))
    .map((name) => (isAsked(name.name) ? { ...name, asked: true } : name));
  const worst = (severity: NameTrouble['severity']): readonly string[] => [
    ...new Set(read.filter((each) => here.troubleWith(each)?.severity === severity).map(calledInSentences)),
  ];
  const [unknown, perhaps] = [worst('error'), worst('warning')];
  return {
    unknownNames: new Set(unknown),
    error: sentence(unknown, here),
    perhapsNames: new Set(perhaps),
    warning: sentence(perhaps, here),
  };
}

/** Of `@env` it is a key that has no value, and not the whole of it. */
function calledInSentences({ name, path }: TemplateName): string {
  return name.startsWith('@') ? path.slice(0, 2).join('.') : name;
}

function sentence([first, ...others]: readonly string[], here: NamesHere): string | undefined {
  return first === undefined ? undefined : here.reason(first, others.length);
}
