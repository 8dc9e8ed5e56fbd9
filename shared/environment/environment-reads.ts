import { endpointTemplateTexts } from '../endpoint/endpoint-template-texts.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { Flow } from '../flow/flow.ts';
import { nodeTexts } from '../flow/node-texts.ts';
import { variablesSet } from '../flow/variables-set.ts';
import type { FlowNode } from '../nodes/node.ts';
import { templateNames, type TemplateName } from '../template/template-names.ts';
import { wholeEnvironment } from './secrets-read.ts';

/** A read of a value of the environment in a template. */
export interface EnvironmentRead {
  /** The value; `null` where all of them are read together. */
  readonly name: string | null;
  /** Whether the environment is named (`@env.host`), so that no variable can stand before it. */
  readonly isNamed: boolean;
  readonly at: TemplateName;
}

/** The reads of a template that may be of the environment: by `@env`, or by a name that a variable may go before. */
export function readsInTemplate(source: string): readonly EnvironmentRead[] {
  return templateNames(source).flatMap((at): readonly EnvironmentRead[] => {
    const [head = '', key] = at.path;
    if (head === wholeEnvironment) return [{ name: key ?? null, isNamed: true, at }];
    // `@root.x` and `this.x` are variables of the run and nothing else.
    const before = source.slice(at.start, at.nameStart);
    return head.startsWith('@') || !/^(?:\.\.\/)*$/.test(before) ? [] : [{ name: head, isNamed: false, at }];
  });
}

/** The names of the environment that documents read, each with the names of the documents that read it. */
export function environmentReads(
  flows: readonly Flow[],
  endpoints: readonly Endpoint[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (name: string, reader: string) => {
    const readers = found.get(name) ?? [];
    if (!readers.includes(reader)) found.set(name, [...readers, reader]);
  };
  for (const flow of flows) {
    const set = new Set(variablesSet(flow.nodes).map(({ name }) => name));
    for (const { isNamed, name } of flow.nodes.flatMap(readsOfNode))
      if (name !== null && (isNamed || !set.has(name))) add(name, flow.name);
  }
  for (const endpoint of endpoints)
    for (const { name } of readsOfEndpoint(endpoint)) if (name !== null) add(name, endpoint.name);
  return found;
}

// An edit makes one node anew and leaves the others.
const ofNodes = new WeakMap<FlowNode, readonly EnvironmentRead[]>();
const ofEndpoints = new WeakMap<Endpoint, readonly EnvironmentRead[]>();

function readsOfNode(node: FlowNode): readonly EnvironmentRead[] {
  const known = ofNodes.get(node);
  if (known !== undefined) return known;
  const templates = nodeTexts(node).filter(({ kind }) => kind === 'template' || kind === 'inner');
  const reads = templates.flatMap(({ text }) => readsInTemplate(text));
  ofNodes.set(node, reads);
  return reads;
}

function readsOfEndpoint(endpoint: Endpoint): readonly EnvironmentRead[] {
  const reads =
    ofEndpoints.get(endpoint) ?? endpointTemplateTexts(endpoint).flatMap((text) => readsInTemplate(text));
  ofEndpoints.set(endpoint, reads);
  return reads;
}
