import { useMemo } from 'react';
import { environmentVariables } from '#shared/environment/environment-variables.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { namesRead } from '#shared/flow/names-read.ts';
import { templateTexts } from '#shared/flow/template-texts.ts';
import { variablesSet } from '#shared/flow/variables-set.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { useEnvironment } from '../../store/use-documents.ts';
import { useView } from '../../store/view-store.ts';

/** The names that a node's templates read and that neither the flow nor the active environment gives a value. */
export function useUnknownNames(flow: Flow, node: FlowNode): ReadonlySet<string> {
  const environment = useEnvironment(useView((state) => state.environmentId));
  return useMemo(() => {
    const known = new Set([
      ...variablesSet(flow.nodes).map(({ name }) => name),
      ...Object.keys(environmentVariables(environment ?? null)),
    ]);
    return new Set(namesRead(templateTexts(node)).filter((name) => !known.has(name)));
  }, [flow.nodes, environment, node]);
}
