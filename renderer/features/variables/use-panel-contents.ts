import { useMemo } from 'react';
import { environmentVariables } from '#shared/environment/environment-variables.ts';
import { flowVariables } from '#shared/flow/flow-variables.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { systemNames } from '#shared/template/system-names.ts';
import { useEndpoints, useEnvironment, useFlow } from '../../store/use-documents.ts';
import { useView } from '../../store/view-store.ts';
import { panelVariables } from './panel-variable.ts';
import type { PanelContents } from './variable-rows.ts';

/** What the panel shows of a flow, its newest run, and the active environment. */
export function usePanelContents(ownerId: string | null, run: RunView | undefined): PanelContents {
  const nodes = useFlow(ownerId)?.nodes;
  const endpoints = useEndpoints();
  const environment = useEnvironment(useView((state) => state.environmentId));
  return useMemo(() => {
    const values = environmentVariables(environment ?? null);
    const ofFlow = nodes === undefined ? [] : flowVariables(nodes, endpoints, new Set(Object.keys(values)));
    return {
      variables: panelVariables(ofFlow, run),
      environmentName: environment?.name ?? null,
      environment: values,
      system: systemNames,
    };
  }, [nodes, endpoints, environment, run]);
}
