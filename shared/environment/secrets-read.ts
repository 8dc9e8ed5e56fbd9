import type { TemplateScope } from '../template/template-scope.ts';
import { templateNames } from '../template/template-names.ts';

/** All of an environment's secrets, as `{{json @env}}` or `{{#with @env}}` reads them. */
export const wholeEnvironment = '@env';

/**
 * The secret that a path reads (`token`, `@env.token`), `@env` where it reads all of them, and `null` where it reads none: a
 * variable or a default of the flow with the same name comes first.
 */
export function secretRead(
  path: readonly string[],
  secrets: { readonly has: (name: string) => boolean },
  scope: Pick<TemplateScope, 'variables' | 'flowDefaults'>,
): string | null {
  const [head = '', key] = path;
  if (head === wholeEnvironment) {
    if (key === undefined) return wholeEnvironment;
    return secrets.has(key) ? key : null;
  }
  const { flowDefaults = {}, variables } = scope;
  const isHidden = Object.hasOwn(variables, head) || Object.hasOwn(flowDefaults, head);
  return !isHidden && secrets.has(head) ? head : null;
}

/** The secrets that templates name, without repeats; a template that reads the whole environment names all of them. */
export function secretsRead(
  templates: readonly string[],
  secrets: ReadonlySet<string>,
  scope: Pick<TemplateScope, 'variables' | 'flowDefaults'> = { variables: {} },
): ReadonlySet<string> {
  const read = templates.flatMap((template) =>
    templateNames(template).map(({ path }) => secretRead(path, secrets, scope)),
  );
  return read.includes(wholeEnvironment)
    ? secrets
    : new Set(read.filter((name) => name !== null && secrets.has(name)) as string[]);
}
