import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import { warningSentence } from '#shared/interpreter/warning-sentence.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { ApiCallConfig } from '#shared/nodes/api-call-node.ts';
import { failed, type Outcome } from '#shared/outcome/outcome.ts';
import type { CallException } from '#shared/request/call-exception.ts';
import { callSettings } from '#shared/request/call-settings.ts';
import { mergedCallPolicy } from '#shared/request/merged-call-policy.ts';
import type { Preparation } from '#shared/request/prepare-request.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { exceptionVariable } from '#shared/response/response-variable.ts';
import type { CallResult } from '../executor/call-result.ts';
import type { Executor } from '../executor/execute-call.ts';
import { noBody } from '../executor/response-body.ts';
import type { TokenSource } from '../executor/token-source.ts';
import { callEndedDraft, callRefusedDraft } from './call-ended-draft.ts';
import { callEventDraft } from './call-event-draft.ts';
import { systemClock, type HostClock } from './host-clock.ts';
import type { KeptBodies } from './kept-bodies.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { type OpenedJar, secretCookies } from './run-cookies.ts';
import type { CallStandIn } from './stand-in-of-call.ts';

/** What it takes to carry out a call whose request is prepared. */
export interface CallCarrying {
  readonly executor: Executor;
  readonly secrets: KnownSecrets;
  readonly bodies: Pick<KeptBodies, 'keep'>;
  readonly tell: (draft: EventDraft) => void;
  readonly signal: AbortSignal;
  /** Gives the access tokens of an endpoint. */
  readonly tokens: (endpoint: Endpoint) => TokenSource;
  /** Absent, the clock of the system. */
  readonly clock?: Pick<HostClock, 'now'>;
}

/** What is carried out: the call as it stands in its document, and the request that was made of it, or why there is none. */
export interface PreparedCall {
  readonly endpoint: Endpoint | null;
  readonly call: ApiCallConfig;
  readonly prepared: Outcome<Preparation, CallException>;
  /** The cookies that go along; `null` where the endpoint keeps none. */
  readonly jar: OpenedJar | null;
  /** What answers in place of the network; absent or `null`, the network does. */
  readonly standIn?: CallStandIn | null;
}

/**
 * Carries out a call from its request to its response variable, and tells what happens. Everything that can go wrong with
 * a call is a result; nothing is thrown but defects.
 */
export async function carryOutCall(
  carrying: CallCarrying,
  { call, endpoint, jar, standIn = null, ...given }: PreparedCall,
): Promise<Pick<CallResult, 'variable' | 'body'>> {
  const { bodies, executor, secrets, signal, tell, tokens } = carrying;
  const name = call.responseVariable;
  const { prepared, shown } = withStandIn(given.prepared, standIn);
  if (!prepared.ok) {
    const { code, sentence } = prepared.failure;
    const variable = exceptionVariable({
      code,
      timestamp: (carrying.clock ?? systemClock).now(),
      sentence,
    });
    tell({ ...callRefusedDraft(name, variable, prepared.failure), ...shown });
    return { variable, body: noBody };
  }
  if (endpoint === null) throw new Error('A request was prepared without an endpoint.');
  const preparation = prepared.value;
  tellPrepared(tell, endpoint, call, { ...preparation, ...shown });
  if (jar !== null && jar.trouble !== null)
    tell({ type: 'warned', code: 'cookies-unread', message: jar.trouble });
  const scrubAddress = (address: string): string => secrets.scrubAddress(address);
  const result = await executor.execute(preparation.request, mergedCallPolicy(endpoint, call), {
    signal,
    ...(jar === null ? {} : { cookies: secretCookies(jar.jar, secrets) }),
    tokens: tokens(endpoint),
    ...(standIn?.type === 'plays' ? { standIn: standIn.plan } : {}),
    onEvent: (event) => {
      const draft = callEventDraft(event, { preparation, scrubAddress });
      if (draft !== null) tell(draft);
    },
  });
  tell(callEndedDraft(name, result, await bodies.keep(result.body), scrubAddress));
  return result;
}

/**
 * What becomes of a request where something stands in, and what is told of that. What our own side could not make is told
 * as such: a stand-in takes the place of the network and hides nothing else.
 */
function withStandIn(prepared: PreparedCall['prepared'], standIn: CallStandIn | null) {
  if (standIn === null || !prepared.ok) return { prepared, shown: {} };
  const shown = { standIn: standIn.shown };
  return { prepared: standIn.type === 'exception' ? failed(standIn.exception) : prepared, shown };
}

function tellPrepared(
  tell: CallCarrying['tell'],
  endpoint: Endpoint,
  call: ApiCallConfig,
  { masked, request, standIn, warnings }: Preparation & { readonly standIn?: StandInShown },
): void {
  if (masked.tls?.verify === false) {
    const message = `The certificate of ${new URL(request.url).host} is not verified, because that is switched off in the TLS settings of ${endpoint.name}. Whoever is on the way can read and change what is sent.`;
    tell({ type: 'warned', code: 'certificate-not-verified', message });
  }
  for (const warning of warnings) {
    const message = `In ${warning.field}: ${warningSentence(warning)}`;
    tell({ type: 'warned', code: warning.code, message });
  }
  const settings = callSettings(endpoint, call);
  const shown = standIn === undefined ? {} : { standIn };
  tell({ type: 'call-prepared', endpointName: endpoint.name, request: masked, settings, ...shown });
}
