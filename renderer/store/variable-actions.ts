import { endpointTemplateTexts } from '#shared/endpoint/endpoint-template-texts.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { namesRead } from '#shared/flow/names-read.ts';
import { renameVariable, type AroundFlow } from '#shared/flow/rename-variable.ts';
import { renameWhereRun } from '#shared/flow/rename-where-run.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { renameInScenarios } from '#shared/scenario/rename-in-scenarios.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { callTabAsked } from './call-tab-store.ts';
import { documentsOf } from './documents-of.ts';
import { documentsEditedTogether, documentsStore } from './documents-store.ts';
import { flowNamesOf } from './flow-names-of.ts';
import { flowWithId } from './flow-with-id.ts';
import { nodePicked } from './selection-store.ts';
import { environmentAtHand } from './use-environment-layers.ts';
import { viewStore } from './view-store.ts';

/** Why a variable of a flow cannot be called otherwise, in one sentence; `null` where it can. */
export function renameTrouble(flowId: string, from: string, to: string): string | null {
  const flow = flowWithId(flowId);
  if (flow === undefined) return 'The flow is gone.';
  const outcome = renamedTogether(flow, from, to);
  return outcome.ok ? null : outcome.failure;
}

/**
 * Calls a variable of a flow otherwise wherever it is set or read, also by the flows that run it and by its scenarios, as one
 * step for undo; where it cannot be, nothing happens.
 */
export function variableRenamed(flowId: Flow['id'], from: string, to: string): void {
  const flow = flowWithId(flowId);
  const outcome = flow === undefined ? null : renamedTogether(flow, from, to);
  if (outcome?.ok !== true) return;
  documentsEditedTogether(new Map(outcome.value.map((after) => [after.id, () => after])));
}

/** A flow, those that run it and its scenarios, with a variable of it called otherwise. */
function renamedTogether(
  flow: Flow,
  from: string,
  to: string,
): Outcome<readonly (Flow | Scenario)[], string> {
  const renamed = renameVariable(flow, from, to, aroundFlow(flow));
  if (!renamed.ok) return renamed;
  const { documents } = documentsStore.getState();
  const callers = renameWhereRun(documentsOf(documents, 'flowbench.flow'), flow.id, from, to);
  if (!callers.ok) return callers;
  const tests = renameInScenarios(documentsOf(documents, 'flowbench.scenario'), flow, from, to);
  if (!tests.ok) return tests;
  const others = [...callers.value, ...tests.value];
  const trouble = conflictAmong(others) ?? writtenTrouble(flow, from);
  return trouble === null ? succeeded([renamed.value, ...others]) : failed(trouble);
}

/** Which document besides the flow waits for somebody to decide between two versions of it, in a sentence. */
function conflictAmong(others: readonly (Flow | Scenario)[]): string | null {
  const { documents } = documentsStore.getState();
  const conflict = others.find(({ id }) => documents[id]?.save.type === 'conflict');
  if (conflict === undefined) return null;
  return `Another program changed the file of “${conflict.name}”, which has the name too: decide in its tab first.`;
}

/** Which scenario has JSON that is written and none yet, and would bring the old name back, in a sentence. */
function writtenTrouble(flow: Flow, from: string): string | null {
  const { scenarioTexts } = viewStore.getState();
  const named = new RegExp(String.raw`\b${from}\b`);
  const scenarios = documentsOf(documentsStore.getState().documents, 'flowbench.scenario');
  const written = scenarios.find((each) => each.flow === flow.id && named.test(scenarioTexts[each.id] ?? ''));
  if (written === undefined) return null;
  return `The JSON that is written for “${written.name}” is no scenario yet and has the old name: finish it or give it up first.`;
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
