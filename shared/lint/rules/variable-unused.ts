import { endpointTemplateTexts } from '../../endpoint/endpoint-template-texts.ts';
import { namesRead } from '../../flow/names-read.ts';
import { variableUses, type VariableUse } from '../../flow/variable-uses.ts';
import type { FlowNode } from '../../nodes/node.ts';
import { choicesOffered } from '../../nodes/prompt-node.ts';
import type { Fix } from '../finding.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { nodeFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Variables that nothing reads. */
export const variableUnused: LintRule = {
  id: 'variable-unused',
  severity: 'note',
  why: 'What is stored and never read is either left over or was meant to be read under another name.',
  doc: 'Told where an input, an answer, a change or the response of a GET is set and no template of the flow, and no API endpoint that it calls, reads it. The response of a call that changes something need not be read, nor an answer of which each choice has a way of its own. A flow that reads all variables at once (`@root`, `this`) has no unused ones.',
  checks: { texts: unused },
};

function unused(facts: FlowFacts): readonly Found[] {
  const { nodes } = facts.flow;
  const uses = variableUses(nodes);
  const read = new Set(uses.filter(({ does }) => does === 'reads').map(({ name }) => name));
  if (read.has('@root')) return [];
  for (const name of readByEndpoints(facts)) read.add(name);
  const byId = new Map<string, FlowNode>(nodes.map((node) => [node.id, node]));
  return uses
    .filter(({ does, name, off }) => does === 'sets' && !off && !read.has(name))
    .flatMap((use) => {
      const node = byId.get(use.nodeId);
      return node === undefined || !isMeantToBeRead(node, facts) ? [] : [found(node, use)];
    });
}

function readByEndpoints({ flow, around }: FlowFacts): readonly string[] {
  const ids = new Set(flow.nodes.map((node) => (node.kind === 'api-call' ? node.config.endpoint : null)));
  return [...ids].flatMap((id) => {
    const endpoint = around.endpoints.get(id ?? '');
    return endpoint === undefined ? [] : namesRead(endpointTemplateTexts(endpoint));
  });
}

function isMeantToBeRead(node: FlowNode, { flow }: FlowFacts): boolean {
  if (node.kind === 'api-call') return node.config.method === 'GET';
  if (node.kind !== 'prompt') return true;
  // Where each choice has a way of its own, the way is the answer.
  const choices = choicesOffered(node.config);
  const leading = flow.connections.filter(({ from }) => from.node === node.id);
  const ways = new Set<string>(leading.map(({ from }) => from.exit));
  return choices.length === 0 || !choices.every(({ id }) => ways.has(id));
}

function found(node: FlowNode, { name, field, row, tab }: VariableUse): Found {
  return {
    nodeId: node.id,
    message: `Nothing reads ${name}.`,
    at: { field, row, tab },
    fixes: fixesFor(node, name),
  };
}

function fixesFor(node: FlowNode, name: string): readonly Fix[] {
  if (node.kind === 'set-variables')
    return [
      nodeFix(`Remove the changes of ${name}`, node, (now) => ({
        ...now,
        config: { changes: now.config.changes.filter(({ variable }) => variable !== name) },
      })),
    ];
  if (node.kind !== 'start') return [];
  return [
    nodeFix(`Remove the input ${name}`, node, (now) => ({
      ...now,
      config: { inputs: now.config.inputs.filter((input) => input.name !== name) },
    })),
  ];
}
