import { templateNames, type TemplateName } from '../template/template-names.ts';
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
 * Looks through the templates of one field for names that have no value, or perhaps none. To ask whether a variable of the
 * flow is set is no mistake wherever it stands; to ask for one that nothing sets is, for it is most likely misspelt.
 */
export function checkNames(templates: readonly string[], here: NamesHere): NameCheck {
  const read = templates
    .flatMap((template) => templateNames(template))
    .filter(({ name }) => !name.startsWith('@'));
  const unknown = distinct(read, (each) => isUnknown(each, here));
  const perhaps = distinct(read, ({ name, asked }) => !asked && here.standing(name) === 'perhaps');
  return {
    unknownNames: new Set(unknown),
    error: sentence(unknown, here),
    perhapsNames: new Set(perhaps),
    warning: sentence(perhaps, here),
  };
}

function isUnknown({ name, asked }: TemplateName, here: NamesHere): boolean {
  const standing = here.standing(name);
  return standing === 'secret' || (standing === 'unknown' && !(asked && here.isSetSomewhere(name)));
}

function distinct(read: readonly TemplateName[], isOne: (name: TemplateName) => boolean): readonly string[] {
  return [...new Set(read.filter(isOne).map(({ name }) => name))];
}

function sentence([first, ...others]: readonly string[], here: NamesHere): string | undefined {
  return first === undefined ? undefined : here.reason(first, others.length);
}
