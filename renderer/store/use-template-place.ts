import { useMemo } from 'react';
import { surroundingNames } from '#shared/environment/surrounding-names.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { knownNames } from '#shared/flow/known-names.ts';
import { readVariables } from '#shared/interpreter/given-variables.ts';
import { readInputText } from '#shared/interpreter/read-input.ts';
import type { TemplateName } from '#shared/template/template-name.ts';
import { templateParts } from '#shared/template/template-parts.ts';
import { setOwnValue } from '#shared/value/set-own-value.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import type { TemplatePlace } from '../ui/template/template-context.ts';
import { useSamples } from './sample-store.ts';
import { useSeenVariables } from './seen-values.ts';
import { noSecrets, useEnvironmentValues, useNamesHere } from './use-names-here.ts';
import { usesAsked } from './uses-store.ts';
import { definitionAsked, renameTrouble, variableRenamed } from './variable-actions.ts';

/**
 * What the template fields of a node know and can do, or those of the default of an input below others. Typing into one of
 * them changes none of it, so that no field is looked through again for a letter in another.
 */
export function useTemplatePlace(flow: Flow, nodeId: string, inputsAbove?: number): TemplatePlace {
  const { here, place } = useNamesHere(flow, nodeId, inputsAbove);
  const environment = useEnvironmentValues();
  const seen = useSeenVariables(flow.id);
  const samples = useSamples(nodeId);
  const known = place.flow;
  const knowledge = useMemo(
    () => ({
      names: knownNames(place, here, seen.tallies, { environment, secrets: noSecrets }),
      troubleWith: (name: TemplateName) => here.troubleWith(name),
    }),
    [place, here, seen.tallies, environment],
  );
  const previewValues = useMemo(
    () => ({ ...environment, ...defaultsOf(known), ...seen.values, ...typedIn(known, samples) }),
    [environment, known, seen.values, samples],
  );
  return useMemo(
    () => ({
      knowledge,
      previewValues,
      onGoToDefinition: (name) => definitionAsked(known.id, nodeId, name),
      onFindUses: (name) => usesAsked(known.id, name),
      renameTrouble: (from, to) => renameTrouble(known.id, from, to),
      onRename: (from, to) => variableRenamed(known.id, from, to),
    }),
    [knowledge, previewValues, known, nodeId],
  );
}

/** What the template fields of an API endpoint know: any flow may use it, so that no flow's variables are known there. */
export function useEndpointPlace(): TemplatePlace {
  const environment = useEnvironmentValues();
  return useMemo(
    () => ({
      knowledge: { names: surroundingNames({ environment, secrets: noSecrets, flow: null }) },
      previewValues: environment,
    }),
    [environment],
  );
}

/** The defaults that a run has in any case. */
function defaultsOf(flow: Flow): ValueObject {
  const values: Record<string, Value> = {};
  const inputs = flow.nodes.find((node) => node.kind === 'start')?.config.inputs ?? [];
  for (const { name, type, default: text } of inputs) {
    if (text === null || templateParts(text).some(({ kind }) => kind !== 'text')) continue;
    const read = readInputText(type, text);
    if (read.ok) setOwnValue(values, name, read.value);
  }
  return values;
}

/** What was typed as a sample, as far as it can be read. */
function typedIn(flow: Flow, samples: Readonly<Record<string, string>>): ValueObject {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(samples)) {
    const read = readVariables(flow, { [name]: text });
    if (read.ok) for (const [key, value] of Object.entries(read.value)) setOwnValue(values, key, value);
  }
  return values;
}
