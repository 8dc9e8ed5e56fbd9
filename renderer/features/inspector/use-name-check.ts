import { useCallback, useMemo } from 'react';
import { environmentVariables } from '#shared/environment/environment-variables.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { checkNames, type NameCheck } from '#shared/flow/unknown-names.ts';
import { variablesSet } from '#shared/flow/variables-set.ts';
import { useEnvironment } from '../../store/use-documents.ts';
import { useView } from '../../store/view-store.ts';

/** Checks the templates of one field for names that neither the flow nor the active environment gives a value. */
export function useNameCheck(flow: Flow): (...templates: readonly string[]) => NameCheck {
  const environment = useEnvironment(useView((state) => state.environmentId));
  const known = useMemo(
    () =>
      new Set([
        ...variablesSet(flow.nodes).map(({ name }) => name),
        ...Object.keys(environmentVariables(environment ?? null)),
      ]),
    [flow.nodes, environment],
  );
  return useCallback((...templates) => checkNames(templates, known), [known]);
}
