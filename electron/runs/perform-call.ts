import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import { randomSource, type RandomSource } from '#shared/interpreter/random-state.ts';
import type { CallResultInput, PerformCallEffect } from '#shared/interpreter/run-input.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { TemplateScope } from '#shared/template/template-scope.ts';
import type { Executor } from '../executor/execute-call.ts';
import { type CallCarrying, carryOutCall } from './carry-out-call.ts';
import type { HostClock } from './host-clock.ts';
import type { KeptBodies } from './kept-bodies.ts';
import type { RunEnvironment } from './environment-of-run.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { endpointOf, prepareCall } from './prepare-call.ts';
import type { LargeBodies } from './response-state.ts';
import type { OpenedJar } from './run-cookies.ts';
import type { RunHostPorts } from './run-ports.ts';
import type { CallStandIn } from './stand-in-of-call.ts';

/** What a run lends to each of its calls. */
export interface CallSurroundings {
  readonly ports: Pick<RunHostPorts, 'workspace' | 'vault' | 'userAgent'>;
  readonly secrets: KnownSecrets;
  readonly bodies: KeptBodies;
  readonly largeBodies: LargeBodies;
  /** Makes the executor whose retries draw from the given numbers. */
  readonly executor: (random: RandomSource) => Executor;
  readonly environment: RunEnvironment;
  /** The cookies of the run's environment. */
  readonly jarOf: () => Promise<OpenedJar>;
  /** Gives the access tokens of an endpoint. */
  readonly tokens: CallCarrying['tokens'];
  /** What answers a call in place of the network; `null` where the network does. */
  readonly standIn: (node: NodeOf<'api-call'>) => CallStandIn | null;
  readonly tell: (draft: EventDraft) => void;
  readonly signal: AbortSignal;
  readonly clock: Pick<HostClock, 'now'>;
}

/**
 * Performs a call that a run wants, from its request to its response variable, and tells what happens. Everything that
 * can go wrong with a call is a result; nothing is thrown but defects. `null` where the run was cancelled before there
 * was a request.
 */
export async function performCall(
  surroundings: CallSurroundings,
  node: NodeOf<'api-call'>,
  effect: PerformCallEffect,
  scopeWith: (uuid: () => string) => TemplateScope,
): Promise<Omit<CallResultInput, 'at'> | null> {
  const { environment, ports, secrets, signal } = surroundings;
  const random = randomSource(effect.random);
  const endpoint = endpointOf(ports.workspace, node.config.endpoint);
  const scope = scopeWith(() => random.uuid());
  const call = { endpoint, call: node.config, scope, environment };
  const prepared = await unlessAborted(prepareCall(ports, secrets, call), signal);
  if (prepared === null) return null;
  const usesCookies = endpoint?.cookies === true && prepared.ok;
  const opened = usesCookies ? await unlessAborted(surroundings.jarOf(), signal) : undefined;
  if (opened === null) return null;
  const { body, variable } = await carryOutCall(
    {
      ...surroundings,
      executor: surroundings.executor(random),
      tell: (draft) => surroundings.tell({ ...draft, nodeId: node.id }),
    },
    {
      endpoint,
      call: node.config,
      prepared,
      jar: opened ?? null,
      standIn: surroundings.standIn(node),
    },
  );
  const { status, status_code: statusCode } = variable;
  const response = surroundings.largeBodies.encode(variable, body);
  return { type: 'call-result', call: effect.call, status, statusCode, response };
}

/** A key ring that asks the person for its password may keep us waiting for ever; a cancel does not wait for it. */
async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result | null> {
  let onAbort = (): void => undefined;
  const aborted = new Promise<null>((resolve) => {
    onAbort = () => {
      resolve(null);
    };
  });
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
