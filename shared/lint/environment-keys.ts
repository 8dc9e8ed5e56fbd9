import { usable } from '../environment/environment-layers.ts';
import type { TemplateName } from '../template/template-name.ts';
import type { WorkspaceFacts } from './workspace-facts.ts';

/** Whether a template reads a value (`@env.x`) that the active environment does not have. */
export function isMissingKey({ name, path: [, key] }: TemplateName, { names }: WorkspaceFacts): boolean {
  return name === '@env' && key !== undefined && !names.values.has(key) && !names.secrets.has(key);
}

/** What is missing where, in a sentence that names the environments that have it. */
export function missingKeySentence(key: string, { environment, workspace }: WorkspaceFacts): string {
  const others = workspace.environments.filter((each) => usable(each).has(key)).map(({ name }) => name);
  const where = environment === null ? 'No environment is active' : `${environment.name} has no value ${key}`;
  if (others.length === 0)
    return environment === null ? `${where}, and none has a value ${key}.` : `${where}.`;
  const listed = others.slice(0, 3).join(' and ');
  return environment === null
    ? `${where}: ${key} is a value of ${listed}.`
    : `${where}, while ${listed} ${others.length === 1 ? 'has' : 'have'} it.`;
}
