import { namesRead } from './names-read.ts';

/** The names that the templates of one field read and that nothing gives a value, with the sentence that says so. */
export interface NameCheck {
  readonly unknownNames: ReadonlySet<string>;
  readonly error: string | undefined;
}

/** Looks through the templates of one field for names that are not known. */
export function checkNames(templates: readonly string[], known: ReadonlySet<string>): NameCheck {
  const unknown = namesRead(templates).filter((name) => !known.has(name));
  return { unknownNames: new Set(unknown), error: sentence(unknown) };
}

function sentence([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `Nothing sets ${first}${more}: no node of this flow, and no value of the active environment.`;
}
