import type { Flow } from '#shared/flow/flow.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';

/** The one flow of a name or an id. The failure is a sentence, also where two have the name. */
export function flowNamed(flows: readonly Flow[], name: string): Outcome<Flow, string> {
  return onlyNamed('flow', name, flows);
}

/** The environment to run in: `'its own'` where nobody asked. The failure is a sentence, also where two have the name. */
export function environmentNamed(
  { environments }: Pick<LoadedWorkspace, 'environments'>,
  name: string | null,
): Outcome<Scenario['environment'] | 'its own', string> {
  if (name === null) return succeeded('its own');
  const found = onlyNamed(
    'environment',
    name,
    environments.filter((each) => each.defaults !== true),
  );
  return found.ok ? succeeded(found.value.id) : found;
}

/** Says in a sentence what there is in place of a name that nothing has. */
export function nothingNamed(
  kind: 'flow' | 'scenario' | 'tag' | 'environment',
  name: string,
  names: Iterable<string>,
): string {
  const all = [...new Set(names)].map((each) => `"${each}"`).join(', ');
  return `The workspace has no ${kind} "${name}". It has: ${all === '' ? 'none' : all}.`;
}

/** A name or an id means a document: two of one name can be told apart. */
export function isMeant(
  { id, name }: { readonly id: string; readonly name: string },
  given: string,
): boolean {
  return id === given || name === given;
}

function onlyNamed<Named extends { readonly id: string; readonly name: string }>(
  kind: 'flow' | 'environment',
  name: string,
  all: readonly Named[],
): Outcome<Named, string> {
  const meant = all.filter((each) => isMeant(each, name));
  const [first] = meant;
  if (first === undefined)
    return failed(
      nothingNamed(
        kind,
        name,
        all.map((each) => each.name),
      ),
    );
  if (meant.length === 1) return succeeded(first);
  return failed(
    `The workspace has ${String(meant.length)} ${kind}s called "${name}": name one by its id, such as ${first.id}.`,
  );
}
