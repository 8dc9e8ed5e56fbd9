import { randomUUID } from 'node:crypto';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { advance } from '#shared/interpreter/advance.ts';
import type { Program } from '#shared/interpreter/program.ts';
import { runScope } from '#shared/interpreter/run-scope.ts';
import type { RunState } from '#shared/interpreter/run-state.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import type { PreviewFailure } from '#shared/ipc/channels/run-channels.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { callException, type CallException } from '#shared/request/call-exception.ts';
import type { MaskedRequest } from '#shared/request/masked-request.ts';
import type { Preparation } from '#shared/request/prepare-request.ts';
import { withCookies } from '#shared/request/with-cookies.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { openBody } from '../executor/body-source.ts';
import { sentRequest } from '../executor/sent-request.ts';
import type { CallCookies } from '../executor/call-cookies.ts';
import { TlsContexts } from '../executor/tls-context.ts';
import { tokenWish, type TokenWish } from '../executor/token-source.ts';
import { attachmentPath } from './attachment-path.ts';
import type { RunEnvironment } from './environment-of-run.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { endpointOf, prepareCall } from './prepare-call.ts';
import { type OpenedJar, secretCookies } from './run-cookies.ts';
import type { RunHostPorts } from './run-ports.ts';
import { scrubEvent } from './scrub-event.ts';
import { shownHeadBefore } from './shown-head.ts';

/** A call to look at, in a program that has got its node. */
export interface CallToPreview {
  readonly flow: Flow;
  readonly node: NodeOf<'api-call'>;
  readonly program: Program;
  /** A run that has not begun. */
  readonly state: RunState;
  readonly variables: ValueObject;
  readonly environment: RunEnvironment;
  /** The cookies of the environment that is chosen. */
  readonly jarOf: () => Promise<OpenedJar>;
  /** What a call that needs an access token would begin with, in words. */
  readonly tokenOutlook: (endpoint: Endpoint, wish: TokenWish) => Promise<string>;
}

/**
 * The request of an API Call as it would be sent, its secrets masked. Nothing is sent: the run is only taken to the entry
 * of the node, where its variables and the defaults of the flow are known.
 */
export async function previewCall(
  ports: RunHostPorts,
  secrets: KnownSecrets,
  { jarOf, environment, node, program, state, tokenOutlook, variables }: CallToPreview,
): Promise<Outcome<MaskedRequest, PreviewFailure>> {
  const at = new Date().toISOString();
  const from = { nodeId: node.id, variables: plainVariables(variables) };
  const begun = advance(program, state, { type: 'begin', at, inputs: {}, from });
  const end = begun.events.find((event) => event.type === 'run-ended');
  if (end !== undefined)
    return failed(withoutPlace('input-invalid', secrets.scrubber.scrub(end.message ?? '')));
  const graph = program.flows.get(program.entry);
  if (graph === undefined) throw new Error('A program without its flow.');
  const scope = runScope(program, graph, begun.state, begun.state.clock, randomUUID);
  const endpoint = endpointOf(ports.workspace, node.config.endpoint);
  const prepared = await prepareCall(ports, secrets, {
    endpoint,
    call: node.config,
    scope,
    environment,
  });
  const cookies = endpoint?.cookies === true ? secretCookies((await jarOf()).jar, secrets) : null;
  const noted = prepared.ok ? succeeded(await withOutlook(prepared.value, endpoint, tokenOutlook)) : prepared;
  const complete = noted.ok ? await withWholeHead(ports, noted.value, cookies) : noted;
  if (complete.ok) return succeeded(scrubEvent(complete.value, secrets.scrubber.scrub));
  const { code, column, field, line, sentence, wayOn } = complete.failure;
  return failed({ code, message: secrets.scrubber.scrub(sentence), wayOn, field, line, column });
}

/** The preparation with what there is to say of its access token now. */
async function withOutlook(
  preparation: Preparation,
  endpoint: Endpoint | null,
  outlook: CallToPreview['tokenOutlook'],
): Promise<Preparation> {
  const { masked, request } = preparation;
  const [line, ...others] = masked.headers;
  const { authorization } = request;
  if (endpoint === null || line === undefined || authorization?.type !== 'oauth2') return preparation;
  const note = await outlook(endpoint, tokenWish(authorization, request, endpoint.timeouts));
  return { ...preparation, masked: { ...masked, headers: [{ ...line, note }, ...others] } };
}

/**
 * The masked request with what the connection adds; the files of the body are opened for their sizes, and the TLS settings
 * are tried, as for sending.
 */
async function withWholeHead(
  { workspace }: RunHostPorts,
  preparation: Preparation,
  cookies: CallCookies | null,
): Promise<Outcome<MaskedRequest, CallException>> {
  const { masked, request } = preparation;
  const tls = new TlsContexts().open(request.tls);
  if (!tls.ok) return failed(callException(tls.failure.code, tls.failure.placeholders));
  const body = await openBody(request.body, (file) => attachmentPath(workspace, file));
  if (!body.ok) return failed(callException(body.failure.code, body.failure.placeholders));
  const withJar = withCookies(request, cookies?.cookiesFor(new URL(request.url)) ?? []);
  const { bodySizeBytes, headers } = sentRequest(withJar, body.value);
  await body.value?.close();
  const shownBody = masked.body.type === 'none' ? masked.body : { ...masked.body, sizeBytes: bodySizeBytes };
  return succeeded({ ...masked, headers: shownHeadBefore(headers, preparation), body: shownBody });
}

/** A failure that lies in no field of the call. */
export function withoutPlace(code: string, message: string, field: string | null = null): PreviewFailure {
  return { code, message, wayOn: null, field, line: null, column: null };
}
