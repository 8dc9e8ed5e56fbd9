import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import { randomSource, type RandomSource } from '#shared/interpreter/random-state.ts';
import type { CallResultInput, PerformCallEffect } from '#shared/interpreter/run-input.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { warningSentence } from '#shared/interpreter/warning-sentence.ts';
import type { CallException } from '#shared/request/call-exception.ts';
import { mergedCallPolicy } from '#shared/request/merged-call-policy.ts';
import type { Preparation } from '#shared/request/prepare-request.ts';
import { exceptionVariable, type ResponseVariable } from '#shared/response/response-variable.ts';
import type { TemplateScope } from '#shared/template/template-scope.ts';
import type { CallResult } from '../executor/call-result.ts';
import type { Executor } from '../executor/execute-call.ts';
import { noBody } from '../executor/response-body.ts';
import { callEndedDraft, callRefusedDraft } from './call-ended-draft.ts';
import { callEventDraft, type CallContext } from './call-event-draft.ts';
import type { KeptBodies } from './kept-bodies.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { endpointOf, prepareCall } from './prepare-call.ts';
import type { LargeBodies } from './response-state.ts';
import type { RunHostPorts } from './run-ports.ts';

/** What a run lends to each of its calls. */
export interface CallSurroundings {
  readonly ports: Pick<RunHostPorts, 'workspace' | 'vault' | 'userAgent'>;
  readonly secrets: KnownSecrets;
  readonly bodies: KeptBodies;
  readonly largeBodies: LargeBodies;
  /** Makes the executor whose retries draw from the given numbers. */
  readonly executor: (random: RandomSource) => Executor;
  readonly missingEnvironment: string | null;
  readonly tell: (draft: EventDraft) => void;
  readonly signal: AbortSignal;
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
  const { missingEnvironment, ports, secrets, signal } = surroundings;
  const random = randomSource(effect.random);
  const endpoint = endpointOf(ports.workspace, node.config.endpoint);
  const scope = scopeWith(() => random.uuid());
  const call = { endpoint, call: node.config, scope, missingEnvironment };
  const prepared = await unlessAborted(prepareCall(ports, secrets, call), signal);
  if (prepared === null) return null;
  if (!prepared.ok || endpoint === null) {
    if (prepared.ok) throw new Error('A request was prepared without an endpoint.');
    return refused(surroundings, node, effect, prepared.failure);
  }
  tellPrepared(surroundings, node, endpoint, prepared.value);
  const result = await executed(surroundings, node, endpoint, prepared.value, random);
  const body = await surroundings.bodies.keep(result.body);
  const scrubAddress = (address: string) => secrets.scrubAddress(address);
  surroundings.tell(inNode(node, callEndedDraft(node.config.responseVariable, result, body, scrubAddress)));
  return resultInput(surroundings, effect, result.variable, result.body);
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

function refused(
  surroundings: CallSurroundings,
  node: NodeOf<'api-call'>,
  effect: PerformCallEffect,
  exception: CallException,
): Omit<CallResultInput, 'at'> {
  const { code, sentence } = exception;
  const variable = exceptionVariable({ code, timestamp: new Date().toISOString(), sentence });
  surroundings.tell(inNode(node, callRefusedDraft(node.config.responseVariable, variable, exception)));
  return resultInput(surroundings, effect, variable, noBody);
}

function tellPrepared(
  { tell }: CallSurroundings,
  node: NodeOf<'api-call'>,
  endpoint: Endpoint,
  { masked, warnings }: Preparation,
): void {
  for (const warning of warnings) {
    const message = `In ${warning.field}: ${warningSentence(warning)}`;
    tell(inNode(node, { type: 'warned', code: warning.code, message }));
  }
  tell(inNode(node, { type: 'call-prepared', endpointName: endpoint.name, request: masked }));
}

function executed(
  surroundings: CallSurroundings,
  node: NodeOf<'api-call'>,
  endpoint: Endpoint,
  preparation: Preparation,
  random: RandomSource,
): Promise<CallResult> {
  const { secrets, signal, tell } = surroundings;
  const context: CallContext = {
    preparation,
    scrubAddress: (address) => secrets.scrubAddress(address),
  };
  return surroundings.executor(random).execute(preparation.request, mergedCallPolicy(endpoint, node.config), {
    signal,
    onEvent: (event) => {
      const draft = callEventDraft(event, context);
      if (draft !== null) tell(inNode(node, draft));
    },
  });
}

function resultInput(
  { largeBodies }: CallSurroundings,
  { call }: PerformCallEffect,
  variable: ResponseVariable,
  body: CallResult['body'],
): Omit<CallResultInput, 'at'> {
  const { status, status_code: statusCode } = variable;
  return { type: 'call-result', call, status, statusCode, response: largeBodies.encode(variable, body) };
}

function inNode(node: NodeOf<'api-call'>, draft: EventDraft): EventDraft {
  return { ...draft, nodeId: node.id };
}
