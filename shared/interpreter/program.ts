import { environmentVariables } from '../environment/environment-variables.ts';
import type { Environment } from '../environment/environment.ts';
import type { Flow } from '../flow/flow.ts';
import type { FlowId, NodeId } from '../ids/ids.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { flowGraph, type FlowGraph } from './flow-graph.ts';
import { variableReader, type ReadBody, type VariableReader } from './variable-reader.ts';

/** What a run runs: it stays the same from beginning to end, whatever is edited meanwhile. */
export interface Program {
  readonly entry: FlowId;
  readonly flows: ReadonlyMap<FlowId, FlowGraph>;
  readonly environment: ProgramEnvironment | null;
  readonly names: ProgramNames;
  readonly readVariables: VariableReader;
  /** A node that ends the run when it is left, where only one node is to be tried. */
  readonly endsAfter: NodeId | null;
}

/** The active environment, with the defaults behind it; the defaults alone where none is active. */
export interface ProgramEnvironment {
  /** `null` where only the defaults hold. */
  readonly name: string | null;
  readonly values: ValueObject;
}

/** What the `@` names stand for that are the same during the whole run. */
export interface ProgramNames {
  /** The simulator's test persona, as `@request`. */
  readonly request?: ValueObject;
  /** Further names: `{ sample: { url } }` gives `@sample.url`. */
  readonly extra?: { readonly [name: string]: Value };
  /** Milliseconds of a clock that never goes back, for the time limit of templates. */
  readonly monotonicMs?: () => number;
}

/** What a program is made of; `readBody` gives the large bodies that run state refers to. */
export interface ProgramSource {
  readonly flow: Flow;
  /** The flows that it runs, and those that they run. */
  readonly others?: readonly Flow[];
  readonly environment: Environment | null;
  /** The values that hold where the environment does not say otherwise. */
  readonly defaults?: Environment | null;
  readonly names?: ProgramNames;
  readonly readBody?: ReadBody;
  readonly endsAfter?: NodeId;
}

/** Makes a flow and what surrounds it ready to run. */
export function newProgram(source: ProgramSource): Program {
  const { flow, others = [], environment, defaults = null } = source;
  return {
    entry: flow.id,
    flows: new Map([...others, flow].map((each) => [each.id, flowGraph(each)])),
    environment: programEnvironment(environment, defaults),
    names: source.names ?? {},
    readVariables: variableReader(source.readBody ?? withoutBodies),
    endsAfter: source.endsAfter ?? null,
  };
}

function programEnvironment(
  active: Environment | null,
  defaults: Environment | null,
): ProgramEnvironment | null {
  if (active === null && defaults === null) return null;
  return { name: active?.name ?? null, values: environmentVariables(active, defaults) };
}

const withoutBodies: ReadBody = () => null;
