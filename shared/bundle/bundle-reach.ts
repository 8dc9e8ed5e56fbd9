import type { Endpoint } from '../endpoint/endpoint.ts';
import type { Environment } from '../environment/environment.ts';
import { flowsReached } from '../flow/flows-run.ts';
import type { Flow } from '../flow/flow.ts';
import type { EndpointId, EnvironmentId, FlowId } from '../ids/ids.ts';
import type { RequestBody } from '../request/request-body.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';

/** What a person takes along. */
export interface BundleChoice {
  readonly flows: readonly FlowId[];
  readonly environments: readonly EnvironmentId[];
}

/** Everything that has to go into a bundle so that the chosen flows run elsewhere. */
export interface BundleReach {
  readonly documents: readonly WorkspaceDocument[];
  /** The names of the files that bodies send, sorted. */
  readonly files: readonly string[];
  /** What is missing, a sentence each: a flow or an endpoint that a node names and that is not there. */
  readonly missing: readonly string[];
}

/**
 * What the chosen flows reach: the flows that they run, their endpoints, fixtures, scenarios and whatever else is made for one of
 * these flows, the environments that were chosen or that scenarios run in, and the defaults, which hold in every environment.
 */
export function bundleReach(documents: readonly WorkspaceDocument[], choice: BundleChoice): BundleReach {
  const flows = flowsIn(documents, choice.flows);
  const flowIds = new Set<string>(flows.map(({ id }) => id));
  const endpointIds = new Set<string>(flows.flatMap(endpointsOf));
  const scenarios = documents.filter(
    (each) => each.format === 'flowbench.scenario' && flowIds.has(each.flow),
  );
  const chosen = new Set<string>([...choice.environments, ...scenarios.flatMap(environmentsOf)]);
  const reached = documents.filter((document) => {
    if (document.format === 'flowbench.flow') return flowIds.has(document.id);
    if (document.format === 'flowbench.endpoint') return endpointIds.has(document.id);
    if (document.format === 'flowbench.environment') return isTaken(document, chosen);
    return flowIds.has(document.flow);
  });
  const files = new Set(flows.flatMap(filesSentBy));
  return { documents: reached, files: [...files].sort(), missing: missingIn(flows, documents) };
}

/** A scenario without the environment that it runs in would be another test. */
function environmentsOf(document: WorkspaceDocument): readonly EnvironmentId[] {
  return document.format === 'flowbench.scenario' && document.environment !== null
    ? [document.environment]
    : [];
}

function isTaken({ defaults, id }: Environment, chosen: ReadonlySet<string>): boolean {
  return defaults === true || chosen.has(id);
}

function flowsIn(documents: readonly WorkspaceDocument[], chosen: readonly FlowId[]): readonly Flow[] {
  const all = new Map(
    documents.filter((each) => each.format === 'flowbench.flow').map((flow) => [flow.id, flow]),
  );
  const reached = new Map<FlowId, Flow>();
  for (const id of chosen) {
    const flow = all.get(id);
    if (flow === undefined) continue;
    for (const each of [flow, ...flowsReached(flow, (wanted) => all.get(wanted) ?? null)])
      reached.set(each.id, each);
  }
  return [...reached.values()];
}

function endpointsOf({ nodes }: Flow): readonly EndpointId[] {
  return nodes.flatMap((node) =>
    node.kind === 'api-call' && node.config.endpoint !== null ? [node.config.endpoint] : [],
  );
}

/** The names of the files that the calls of a flow send. */
export function filesSentBy({ nodes }: Pick<Flow, 'nodes'>): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'api-call' ? filesOfBody(node.config.body) : []));
}

function filesOfBody(body: RequestBody): readonly string[] {
  if (body.type === 'binary') return body.file === '' ? [] : [body.file];
  if (body.type !== 'multipart') return [];
  return body.rows.flatMap((row) => ('file' in row && row.file !== '' ? [row.file] : []));
}

function missingIn(flows: readonly Flow[], documents: readonly WorkspaceDocument[]): readonly string[] {
  const endpoints = new Set<string>(documents.filter(isEndpoint).map(({ id }) => id));
  const known = new Set<string>(documents.map(({ id }) => id));
  return flows.flatMap((flow) =>
    flow.nodes.flatMap((node) => {
      const where = `“${node.name}” of “${flow.name}”`;
      if (node.kind === 'api-call' && node.config.endpoint !== null && !endpoints.has(node.config.endpoint))
        return [`${where} calls an endpoint that is not in the workspace.`];
      if (node.kind === 'sub-flow' && node.config.flow !== null && !known.has(node.config.flow))
        return [`${where} runs a flow that is not in the workspace.`];
      return [];
    }),
  );
}

function isEndpoint(document: WorkspaceDocument): document is Endpoint {
  return document.format === 'flowbench.endpoint';
}
