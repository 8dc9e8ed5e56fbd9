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
  const isActive = workspace.environmentWords === undefined;
  if (others.length === 0 && !isActive) return `No environment has a value ${key}.`;
  const listed = others.slice(0, 3).join(' and ');
  if (environment === null)
    return others.length === 0
      ? `No environment is active, and none has a value ${key}.`
      : `No environment is active: ${key} is a value of ${listed}.`;
  const where = `${isActive ? environment.name : 'The environment'} has no value ${key}`;
  return others.length === 0
    ? `${where}.`
    : `${where}, while ${listed} ${others.length === 1 ? 'has' : 'have'} it.`;
}
