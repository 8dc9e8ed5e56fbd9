import { useMemo } from 'react';
import { surroundingNames } from '#shared/environment/surrounding-names.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { knownNames } from '#shared/flow/known-names.ts';
import { previewValues } from '#shared/flow/preview-values.ts';
import type { TemplateName } from '#shared/template/template-name.ts';
import type { TemplatePlace } from '../ui/template/template-context.ts';
import { useSamples } from './sample-store.ts';
import { useSeenVariables } from './seen-variables.ts';
import { useEnvironmentAtHand } from './use-environment-layers.ts';
import { useNamesHere } from './use-names-here.ts';
import { usesAsked } from './uses-store.ts';
import { useExtraNames } from './extra-names.ts';
import { useRequest } from './persona.ts';
import { definitionAsked, renameTrouble, variableRenamed } from './variable-actions.ts';

/**
 * What the template fields of a node know and can do, or those of one of its rows below others. Typing into one of
 * them changes none of it, so that no field is looked through again for a letter in another.
 */
export function useTemplatePlace(flow: Flow, nodeId: string, rowsAbove = 0): TemplatePlace {
  const { here, place } = useNamesHere(flow, nodeId, rowsAbove);
  const { active, defaultNames, secretNames: secrets, values: environment } = useEnvironmentAtHand();
  const noEnvironment = active === null;
  const seen = useSeenVariables(flow.id);
  const samples = useSamples(nodeId);
  const request = useRequest();
  const extra = useExtraNames();
  const known = place.flow;
  const knowledge = useMemo(
    () => ({
      names: knownNames(place, here, seen.tallies, { environment, secrets, defaultNames, request, extra }),
      troubleWith: (name: TemplateName) => here.troubleWith(name),
      noEnvironment,
    }),
    [place, here, noEnvironment, seen.tallies, environment, secrets, defaultNames, request, extra],
  );
  const values = useMemo(
    () => previewValues(known, { environment, seen: seen.values, samples }),
    [environment, known, seen.values, samples],
  );
  return useMemo(
    () => ({
      knowledge,
      previewValues: values,
      previewRequest: request,
      previewExtra: extra,
      onGoToDefinition: (name) => definitionAsked(known.id, nodeId, name),
      onFindUses: (name) => usesAsked(known.id, name),
      renameTrouble: (from, to) => renameTrouble(known.id, from, to),
      onRename: (from, to) => variableRenamed(known.id, from, to),
    }),
    [knowledge, values, request, extra, known, nodeId],
  );
}

/** What the template fields of an API endpoint know: any flow may use it, so that no flow's variables are known there. */
export function useEndpointPlace(): TemplatePlace {
  const { active, defaultNames, secretNames: secrets, values: environment } = useEnvironmentAtHand();
  const noEnvironment = active === null;
  const request = useRequest();
  const extra = useExtraNames();
  return useMemo(
    () => ({
      knowledge: {
        names: surroundingNames({ environment, secrets, defaultNames, flow: null, request, extra }),
        noEnvironment,
      },
      previewValues: environment,
      previewRequest: request,
      previewExtra: extra,
    }),
    [environment, noEnvironment, secrets, defaultNames, request, extra],
  );
}
