import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { knownNames } from '#shared/flow/known-names.ts';
import { placeAtEnds } from '#shared/flow/names-at-ends.ts';
import { namesAtPlace, type NamesHere } from '#shared/flow/names-here.ts';
import { previewValues } from '#shared/flow/preview-values.ts';
import type { TemplateName } from '#shared/template/template-name.ts';
import type { TemplatePlace } from '../ui/template/template-context.ts';
import { useExtraNames } from './extra-names.ts';
import { useRequest } from './persona.ts';
import { useSeenVariables } from './seen-variables.ts';
import { useEnvironmentAtHand } from './use-environment-layers.ts';
import { usesAsked } from './uses-store.ts';
import { definitionAsked } from './variable-actions.ts';

interface EndsPlace {
  readonly here: NamesHere;
  readonly place: TemplatePlace;
}

const noSamples = {};

/** What templates know that are read when another flow has ended, by that flow's variables. */
export function useEndsPlace(flow: Flow): EndsPlace {
  const { active, defaultNames, secretNames: secrets, values: environment } = useEnvironmentAtHand();
  const noEnvironment = active === null;
  const seen = useSeenVariables(flow.id);
  const request = useRequest();
  const extra = useExtraNames();
  return useMemo(() => {
    const ends = placeAtEnds(flow);
    const words = noEnvironment ? 'none' : undefined;
    const here = namesAtPlace(ends, { values: new Set(Object.keys(environment)), secrets, words });
    const place: TemplatePlace = {
      knowledge: {
        names: knownNames(ends, here, seen.tallies, { environment, secrets, defaultNames, request, extra }),
        troubleWith: (name: TemplateName) => here.troubleWith(name),
        noEnvironment,
      },
      previewValues: previewValues(flow, { environment, seen: seen.values, samples: noSamples }),
      previewRequest: request,
      previewExtra: extra,
      onGoToDefinition: (name) => definitionAsked(flow.id, ends.nodeId, name),
      onFindUses: (name) => usesAsked(flow.id, name),
    };
    return { here, place };
  }, [flow, environment, noEnvironment, secrets, defaultNames, seen, request, extra]);
}
