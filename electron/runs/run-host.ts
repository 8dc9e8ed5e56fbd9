import { getRandomValues } from 'node:crypto';
import type { FlowId, NodeId, RunId } from '#shared/ids/ids.ts';
import { newId } from '#shared/ids/ids.ts';
import type { RunOrder } from '#shared/debugger/run-order.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { readVariables } from '#shared/interpreter/given-variables.ts';
import type { BeginInput } from '#shared/interpreter/run-input.ts';
import { newRunState } from '#shared/interpreter/run-state.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import type { RunFailure } from '#shared/ipc/channels/run-channels.ts';
import type { ChannelInput, ChannelOutput } from '#shared/ipc/contract.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { memoryCookies } from '../cookies/memory-cookies.ts';
import { AccessTokens } from '../oauth/access-tokens.ts';
import { memoryTokenShelf } from '../oauth/token-shelf.ts';
import { KnownSecrets } from './known-secrets.ts';
import { endpointOf } from './prepare-call.ts';
import { previewCall, withoutPlace } from './preview-call.ts';
import { type BodyFailure, keptBodyFile, readKeptBody } from './read-kept-body.ts';
import { runBeginning } from './run-beginning.ts';
import type { RunHostPorts } from './run-ports.ts';
import type { RunCookies } from './run-cookies.ts';
import { RunControl } from './run-control.ts';
import { RunDebugger } from './run-debugger.ts';
import { randomState, RunMaker, savedFlow, tokenPlace } from './run-maker.ts';
import type { ToRun } from './to-run.ts';
import { RunShelf } from './run-shelf.ts';
import { editedCall, endpointTest } from './single-call.ts';

/** Runs flows and single calls, several at a time, for the window and for the command line. */
export interface RunHost {
  start(input: ChannelInput<'run.start'>): ChannelOutput<'run.start'>;
  answer(input: ChannelInput<'run.answer'>): ChannelOutput<'run.answer'>;
  /** Settles when the run is over and its socket closed. */
  cancel(runId: RunId): Promise<void>;
  /** Standing still, going step by step, and going on from where a run once was. */
  readonly debug: RunDebugger;
  testEndpoint(input: ChannelInput<'call.test-endpoint'>): ChannelOutput<'call.test-endpoint'>;
  tryCall(input: ChannelInput<'call.try'>): ChannelOutput<'call.try'>;
  preview(input: ChannelInput<'call.preview'>): Promise<ChannelOutput<'call.preview'>>;
  readBody(input: ChannelInput<'body.read'>): Promise<ChannelOutput<'body.read'>>;
  /** A file with a whole body, scrubbed, to be copied from; it belongs to the run. */
  bodyFile(runId: RunId, handle: string): Promise<Outcome<string, BodyFailure>>;
  /** Removes what is kept of runs that were deleted. */
  forget(runIds: readonly RunId[]): void;
  /** Cancels what is under way and removes every body. */
  close(): Promise<void>;
}

type Started = Outcome<{ runId: RunId }, RunFailure>;

/** Makes the host of a workspace's runs. */
export function createRunHost(ports: RunHostPorts): RunHost {
  return new WorkspaceRuns(ports);
}

class WorkspaceRuns implements RunHost {
  readonly #ports: RunHostPorts;
  readonly #secrets: KnownSecrets;
  readonly #cookies: RunCookies;
  readonly #shelf: RunShelf;
  readonly #tokens: AccessTokens;
  readonly #maker: RunMaker;
  readonly debug: RunDebugger;

  constructor(ports: RunHostPorts) {
    this.#ports = ports;
    this.#secrets = ports.secrets ?? new KnownSecrets();
    this.#cookies = ports.cookies ?? memoryCookies();
    this.#tokens = ports.tokens ?? new AccessTokens({ ...ports, shelf: memoryTokenShelf() });
    this.#tokens.onSecret((value) => {
      this.#secrets.add([{ value }]);
    });
    this.#shelf = new RunShelf(ports.folder, this.#secrets, ports.forgets);
    this.#maker = new RunMaker({
      ports,
      secrets: this.#secrets,
      shelf: this.#shelf,
      cookies: this.#cookies,
      tokens: this.#tokens,
    });
    this.debug = new RunDebugger(ports.workspace, this.#shelf, this.#maker);
  }

  start({ debug, environmentId, flowId, persona, standIns, ...begin }: ChannelInput<'run.start'>): Started {
    const flow = this.#flow(flowId);
    if (flow === null) return failed(flowMissing);
    const beginning = runBeginning(flow, begin);
    if (!beginning.ok) return beginning;
    // A run from a node has variables in the place of inputs, and nothing that could be given again.
    const inputs = begin.from === undefined ? begin.inputs : null;
    const told = { origin: { type: 'flow' }, name: flow.name, inputs } as const;
    return this.#begin({ flow, environmentId, persona, standIns, told }, beginning.value, debug);
  }

  answer({ runId, text }: ChannelInput<'run.answer'>): Outcome<null, RunFailure> {
    const run = this.#shelf.get(runId);
    if (run?.isWaitingForAnswer !== true)
      return failed(runFailure('not-running', 'This run does not wait for an answer.'));
    run.answer(text);
    return succeeded(null);
  }

  async cancel(runId: RunId): Promise<void> {
    await this.#shelf.get(runId)?.cancel();
  }

  testEndpoint({ endpointId, environmentId, method, path }: ChannelInput<'call.test-endpoint'>): Started {
    const endpoint = endpointOf(this.#ports.workspace, endpointId);
    if (endpoint === null) return failed(runFailure('endpoint-missing', 'This API endpoint does not exist.'));
    const { flow, node } = endpointTest(endpoint, method, path);
    const told = { origin: { type: 'endpoint', endpointId }, name: endpoint.name, inputs: null } as const;
    return this.#beginAt({ flow, environmentId, nodeId: node.id, told }, {});
  }

  tryCall({
    environmentId,
    flowId,
    nodeId,
    persona,
    standIns,
    variables,
  }: ChannelInput<'call.try'>): Started {
    const flow = this.#flow(flowId);
    if (flow === null) return failed(flowMissing);
    const node = flow.nodes.find((each) => each.id === nodeId && each.kind === 'api-call');
    if (node === undefined)
      return failed(runFailure('flow-missing', 'The saved flow does not have this API Call.'));
    const told = { origin: { type: 'call', nodeId }, name: node.name, inputs: null } as const;
    return this.#beginAt({ flow, environmentId, nodeId, persona, standIns, told }, variables);
  }

  async preview(input: ChannelInput<'call.preview'>): Promise<ChannelOutput<'call.preview'>> {
    const saved = this.#flow(input.flowId);
    if (saved === null) return failed(withoutPlace(flowMissing.code, flowMissing.message));
    const variables = readVariables(saved, input.variables);
    if (!variables.ok)
      return failed(withoutPlace(variables.failure.code, variables.failure.message, variables.failure.field));
    const { flow, node } = editedCall(saved, input.config);
    const { environment, program } = this.#maker.program({
      flow,
      environmentId: input.environmentId,
      persona: input.persona,
    });
    const state = newRunState(newId('rn', getRandomValues), flow.id, randomState());
    const jarOf = () => this.#cookies.jarOf(input.environmentId);
    const call = { flow, node, program, state, variables: variables.value, environment, jarOf };
    return previewCall(this.#ports, this.#secrets, {
      ...call,
      tokenOutlook: ({ id }, wish) =>
        this.#tokens.outlook(tokenPlace(this.#ports, id, input.environmentId), wish),
    });
  }

  readBody(input: ChannelInput<'body.read'>): Promise<ChannelOutput<'body.read'>> {
    return readKeptBody({ history: this.#ports.history, shelf: this.#shelf }, input);
  }

  bodyFile(runId: RunId, handle: string): Promise<Outcome<string, BodyFailure>> {
    return keptBodyFile({ history: this.#ports.history, shelf: this.#shelf }, runId, handle);
  }

  forget(runIds: readonly RunId[]): void {
    for (const runId of runIds) this.#shelf.forget(runId);
  }

  close(): Promise<void> {
    return this.#shelf.close();
  }

  #beginAt(
    what: Omit<ToRun, 'endsAfter'> & { readonly nodeId: NodeId },
    texts: Readonly<Record<string, string>>,
  ): Started {
    const read = readVariables(what.flow, texts);
    if (!read.ok) return failed(read.failure);
    const from = { nodeId: what.nodeId, variables: plainVariables(read.value) };
    return this.#begin({ ...what, endsAfter: what.nodeId }, { inputs: {}, from });
  }

  #begin(what: ToRun, begin: Omit<BeginInput, 'at' | 'type'>, debug: RunDebugWish = null): Started {
    const { newRunId, random } = this.#ports;
    const runId = newRunId?.() ?? newId('rn', getRandomValues);
    const run = this.#maker.make(what, {
      state: newRunState(runId, what.flow.id, random?.() ?? randomState()),
      control: new RunControl(debug?.breakpoints ?? [], firstOrder(debug)),
    });
    run.begin(begin);
    return succeeded({ runId });
  }

  #flow(id: FlowId): Flow | null {
    return savedFlow(this.#ports.workspace, id);
  }
}

function firstOrder(debug: RunDebugWish | undefined): RunOrder {
  if (debug?.runTo !== undefined) return { go: 'to-node', nodeId: debug.runTo };
  return { go: debug?.pauseAtStart === true ? 'to-next' : 'on' };
}

type RunDebugWish = ChannelInput<'run.start'>['debug'] | null;

function runFailure(code: RunFailure['code'], message: string): RunFailure {
  return { code, message, field: null };
}

const flowMissing = runFailure('flow-missing', 'This flow does not exist.');
