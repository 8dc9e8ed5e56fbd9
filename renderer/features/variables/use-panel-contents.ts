import { useMemo } from 'react';
import { flowVariables } from '#shared/flow/flow-variables.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { systemNames } from '#shared/template/system-names.ts';
import { runSeenIn } from '../../store/flows-of-run.ts';
import { useEndpoints, useFlow } from '../../store/use-documents.ts';
import { useEnvironmentAtHand } from '../../store/use-environment-layers.ts';
import { panelVariables } from './panel-variable.ts';
import type { PanelContents } from './variable-rows.ts';

/** What the panel shows of a flow, its newest run, and the active environment. */
export function usePanelContents(ownerId: string | null, run: RunView | undefined): PanelContents {
  const nodes = useFlow(ownerId)?.nodes;
  const endpoints = useEndpoints();
  const { active, defaultNames, secretNames, values } = useEnvironmentAtHand();
  const seen = useMemo(
    () => (run === undefined || ownerId === null ? run : runSeenIn(run, ownerId)),
    [run, ownerId],
  );
  return useMemo(() => {
    const given = new Set([...Object.keys(values), ...secretNames]);
    const ofFlow = nodes === undefined ? [] : flowVariables(nodes, endpoints, given);
    return {
      variables: panelVariables(ofFlow, seen),
      environmentName: active?.name ?? (given.size > 0 ? 'defaults' : null),
      environment: values,
      secretNames,
      defaultNames,
      system: systemNames,
    };
  }, [nodes, endpoints, active, defaultNames, secretNames, values, seen]);
}
