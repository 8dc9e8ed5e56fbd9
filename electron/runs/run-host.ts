import { getRandomValues } from 'node:crypto';
import type { EndpointId, EnvironmentId, FlowId, NodeId, RunId } from '#shared/ids/ids.ts';
import { newId } from '#shared/ids/ids.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { readInputs } from '#shared/interpreter/given-inputs.ts';
import { readVariables } from '#shared/interpreter/given-variables.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { BeginInput } from '#shared/interpreter/run-input.ts';
import { newRunState } from '#shared/interpreter/run-state.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import type { RunFailure } from '#shared/ipc/channels/run-channels.ts';
import type { ChannelInput, ChannelOutput } from '#shared/ipc/contract.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { memoryCookies } from '../cookies/memory-cookies.ts';
import { AccessTokens } from '../oauth/access-tokens.ts';
import type { TokenPlace } from '../oauth/kept-token.ts';
import { memoryTokenShelf } from '../oauth/token-shelf.ts';
import { ActiveRun } from './active-run.ts';
import { environmentOfRun } from './environment-of-run.ts';
import { EventPublisher } from './event-publisher.ts';
import { KnownSecrets } from './known-secrets.ts';
import { endpointOf } from './prepare-call.ts';
import { previewCall, withoutPlace } from './preview-call.ts';
import { readBodyRange } from './read-body-range.ts';
import { LargeBodies } from './response-state.ts';
import type { RunHostPorts } from './run-ports.ts';
import type { RunCookies } from './run-cookies.ts';
import { RunShelf } from './run-shelf.ts';
import { editedCall, endpointTest } from './single-call.ts';

/** Runs flows and single calls, several at a time, for the window and for the command line. */
export interface RunHost {
  start(input: ChannelInput<'run.start'>): ChannelOutput<'run.start'>;
  answer(input: ChannelInput<'run.answer'>): ChannelOutput<'run.answer'>;
  /** Settles when the run is over and its socket closed. */
  cancel(runId: RunId): Promise<void>;
  testEndpoint(input: ChannelInput<'call.test-endpoint'>): ChannelOutput<'call.test-endpoint'>;
  tryCall(input: ChannelInput<'call.try'>): ChannelOutput<'call.try'>;
  preview(input: ChannelInput<'call.preview'>): Promise<ChannelOutput<'call.preview'>>;
  readBody(input: ChannelInput<'body.read'>): Promise<ChannelOutput<'body.read'>>;
  /** A file with a whole body, scrubbed, to be copied from; it belongs to the run. */
  bodyFile(runId: RunId, handle: string): Promise<Outcome<string, BodyFailure>>;
  /** Cancels what is under way and removes every body. */
  close(): Promise<void>;
}

/** Why a body cannot be read. */
export interface BodyFailure {
  readonly code: 'gone' | 'unreadable';
  readonly message: string;
}

type Started = Outcome<{ runId: RunId }, RunFailure>;

/** Makes the host of a workspace's runs. */
export function createRunHost(ports: RunHostPorts): RunHost {
  return new WorkspaceRuns(ports);
}

class WorkspaceRuns implements RunHost {
  readonly #ports: RunHostPorts;
  readonly #secrets = new KnownSecrets();
  readonly #cookies: RunCookies;
  readonly #shelf: RunShelf;
  readonly #tokens: AccessTokens;

  constructor(ports: RunHostPorts) {
    this.#ports = ports;
    this.#cookies = ports.cookies ?? memoryCookies();
    this.#tokens = ports.tokens ?? new AccessTokens({ ...ports, shelf: memoryTokenShelf() });
    this.#tokens.onSecret((value) => {
      this.#secrets.add([{ value }]);
    });
    this.#shelf = new RunShelf(ports.folder, this.#secrets);
  }

  start({ environmentId, flowId, inputs }: ChannelInput<'run.start'>): Started {
    const flow = this.#flow(flowId);
    if (flow === null) return failed(flowMissing);
    if (!flow.nodes.some((node) => node.kind === 'start'))
      return failed(runFailure('start-missing', `"${flow.name}" has no Start. Add one to run it.`));
    const read = readInputs(flow, inputs);
    if (!read.ok) return failed(read.failure);
    return this.#begin({ flow, environmentId }, { inputs: plainVariables(read.value), from: null });
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
    return this.#beginAt({ flow, environmentId, nodeId: node.id }, {});
  }

  tryCall({ environmentId, flowId, nodeId, variables }: ChannelInput<'call.try'>): Started {
    const flow = this.#flow(flowId);
    if (flow === null) return failed(flowMissing);
    if (!flow.nodes.some((node) => node.id === nodeId && node.kind === 'api-call'))
      return failed(runFailure('flow-missing', 'The saved flow does not have this API Call.'));
    return this.#beginAt({ flow, environmentId, nodeId }, variables);
  }

  async preview(input: ChannelInput<'call.preview'>): Promise<ChannelOutput<'call.preview'>> {
    const saved = this.#flow(input.flowId);
    if (saved === null) return failed(withoutPlace(flowMissing.code, flowMissing.message));
    const variables = readVariables(saved, input.variables);
    if (!variables.ok)
      return failed(withoutPlace(variables.failure.code, variables.failure.message, variables.failure.field));
    const { flow, node } = editedCall(saved, input.config);
    const { environment, program } = this.#program({ flow, environmentId: input.environmentId });
    const state = newRunState(newId('rn', getRandomValues), flow.id, randomState());
    const jarOf = () => this.#cookies.jarOf(input.environmentId);
    const call = { flow, node, program, state, variables: variables.value, environment, jarOf };
    return previewCall(this.#ports, this.#secrets, {
      ...call,
      tokenOutlook: ({ id }, wish) => this.#tokens.outlook(this.#tokenPlace(id, input.environmentId), wish),
    });
  }

  async readBody({
    handle,
    length,
    offset,
    runId,
  }: ChannelInput<'body.read'>): Promise<ChannelOutput<'body.read'>> {
    const found = this.#shelf.body(runId, handle);
    if (found === null) return failed(bodyGone);
    try {
      return succeeded(await readBodyRange(found.body, offset, length));
    } catch {
      return failed(bodyUnreadable);
    }
  }

  async bodyFile(runId: RunId, handle: string): Promise<Outcome<string, BodyFailure>> {
    const found = this.#shelf.body(runId, handle);
    if (found === null) return failed(bodyGone);
    try {
      return succeeded(await found.bodies.fileOf(found.body));
    } catch {
      return failed(bodyUnreadable);
    }
  }

  close(): Promise<void> {
    return this.#shelf.close();
  }

  #beginAt(
    what: { readonly flow: Flow; readonly environmentId: EnvironmentId | null; readonly nodeId: NodeId },
    texts: Readonly<Record<string, string>>,
  ): Started {
    const read = readVariables(what.flow, texts);
    if (!read.ok) return failed(read.failure);
    const from = { nodeId: what.nodeId, variables: plainVariables(read.value) };
    return this.#begin({ ...what, endsAfter: what.nodeId }, { inputs: {}, from });
  }

  #begin(what: ToRun, begin: Omit<BeginInput, 'at' | 'type'>): Started {
    const runId = newId('rn', getRandomValues);
    const largeBodies = new LargeBodies();
    const { environment, program } = this.#program(what, largeBodies);
    const run = new ActiveRun({
      ports: this.#ports,
      program,
      state: newRunState(runId, what.flow.id, randomState()),
      publisher: new EventPublisher(runId, this.#secrets, this.#ports.publish),
      secrets: this.#secrets,
      bodies: this.#shelf.makeRoom(runId),
      largeBodies,
      environment,
      jarOf: () => this.#cookies.jarOf(what.environmentId),
      tokens: ({ id, name }) => this.#tokens.source(this.#tokenPlace(id, what.environmentId), name),
      onEnd: () => {
        largeBodies.clear();
        this.#shelf.retire(runId);
      },
    });
    this.#shelf.add(runId, run);
    run.begin(begin);
    return succeeded({ runId });
  }

  #program({ endsAfter, environmentId, flow }: ToRun, largeBodies = new LargeBodies()) {
    const environment = environmentOfRun(this.#ports.workspace, environmentId);
    const program = newProgram({
      flow,
      environment: environment.active,
      defaults: environment.defaults,
      names: { extra: this.#ports.names?.() ?? {}, monotonicMs: () => performance.now() },
      readBody: largeBodies.read,
      ...(endsAfter === undefined ? {} : { endsAfter }),
    });
    return { program, environment };
  }

  #tokenPlace(endpointId: EndpointId, environmentId: EnvironmentId | null): TokenPlace {
    return { workspaceId: this.#ports.workspace.id, endpointId, environmentId };
  }

  #flow(id: FlowId): Flow | null {
    const document = this.#ports.workspace.document(id)?.document;
    return document?.format === 'flowbench.flow' ? document : null;
  }
}

interface ToRun {
  readonly flow: Flow;
  readonly environmentId: EnvironmentId | null;
  readonly endsAfter?: NodeId;
}

function runFailure(code: RunFailure['code'], message: string): RunFailure {
  return { code, message, field: null };
}

const flowMissing = runFailure('flow-missing', 'This flow does not exist.');

const bodyGone: BodyFailure = {
  code: 'gone',
  message: 'This body is no longer kept. Run the flow again to see it.',
};

const bodyUnreadable: BodyFailure = {
  code: 'unreadable',
  message: 'This body could not be read from disk. Run the flow again to see it.',
};

function randomState() {
  const [a = 0, b = 0, c = 0, d = 0] = getRandomValues(new Uint32Array(4));
  return [a, b, c, d] as const;
}
