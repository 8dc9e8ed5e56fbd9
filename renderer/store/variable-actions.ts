import { endpointTemplateTexts } from '#shared/endpoint/endpoint-template-texts.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { namesRead } from '#shared/flow/names-read.ts';
import { renameVariable, type AroundFlow } from '#shared/flow/rename-variable.ts';
import { renameWhereRun } from '#shared/flow/rename-where-run.ts';
import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { callTabAsked } from './call-tab-store.ts';
import { documentsOf } from './documents-of.ts';
import { documentsEditedTogether, documentsStore } from './documents-store.ts';
import { flowNamesOf } from './flow-names-of.ts';
import { flowWithId } from './flow-with-id.ts';
import { conditionsRenamed } from './renamed-conditions.ts';
import { nodePicked } from './selection-store.ts';
import { environmentAtHand } from './use-environment-layers.ts';

/** Why a variable of a flow cannot be called otherwise, in one sentence; `null` where it can. */
export function renameTrouble(flowId: string, from: string, to: string): string | null {
  const flow = flowWithId(flowId);
  if (flow === undefined) return 'The flow is gone.';
  const outcome = renamedTogether(flow, from, to);
  return outcome.ok ? null : outcome.failure;
}

/**
 * Calls a variable of a flow otherwise wherever it is set or read, also by the flows that run it, as one step for undo; where
 * it cannot be, nothing happens.
 */
export function variableRenamed(flowId: Flow['id'], from: string, to: string): void {
  const flow = flowWithId(flowId);
  const outcome = flow === undefined ? null : renamedTogether(flow, from, to);
  if (outcome?.ok !== true) return;
  const together = documentsEditedTogether(new Map(outcome.value.map((after) => [after.id, () => after])));
  conditionsRenamed(flowId, together, from, to);
}

/** A flow, and those that run it, with a variable of it called otherwise. */
function renamedTogether(flow: Flow, from: string, to: string): Outcome<readonly Flow[], string> {
  const renamed = renameVariable(flow, from, to, aroundFlow(flow));
  if (!renamed.ok) return renamed;
  const { documents } = documentsStore.getState();
  const callers = renameWhereRun(documentsOf(documents, 'flowbench.flow'), flow.id, from, to);
  return callers.ok ? succeeded([renamed.value, ...callers.value]) : callers;
}

/** Shows where a variable is set, seen from a node: the nearest node that sets it is selected, with the field in view. */
export function definitionAsked(flowId: string, nodeId: string, name: string): void {
  const flow = flowWithId(flowId);
  const [setter] = flow === undefined ? [] : flowNamesOf(flow).names.nearestSetters(nodeId, name);
  if (setter === undefined) return;
  callTabAsked(setter, 'request');
  nodePicked(flowId, setter);
}

function aroundFlow(flow: Flow): AroundFlow {
  const { secretNames, values } = environmentAtHand();
  return {
    environmentNames: new Set([...Object.keys(values), ...secretNames]),
    endpointReads: endpointReads(flow),
  };
}

function endpointReads({ nodes }: Flow): ReadonlyMap<string, string> {
  const reads = new Map<string, string>();
  const ids = new Set(nodes.map((node) => (node.kind === 'api-call' ? node.config.endpoint : null)));
  for (const id of ids) {
    const endpoint = documentWithId(id);
    if (endpoint?.format !== 'flowbench.endpoint') continue;
    for (const name of namesRead(endpointTemplateTexts(endpoint))) reads.set(name, endpoint.name);
  }
  return reads;
}

function documentWithId(id: string | null): WorkspaceDocument | undefined {
  return documentsStore.getState().documents[id ?? '']?.document;
}
