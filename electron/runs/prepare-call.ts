import { randomBytes } from 'node:crypto';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { EndpointId } from '#shared/ids/ids.ts';
import type { ApiCallConfig } from '#shared/nodes/api-call-node.ts';
import { failed, type Outcome } from '#shared/outcome/outcome.ts';
import { callTemplateTexts } from '#shared/flow/template-texts.ts';
import { callException, type CallException } from '#shared/request/call-exception.ts';
import { noEnvironmentSecrets } from '#shared/request/environment-secrets.ts';
import { prepareRequest, type Preparation } from '#shared/request/prepare-request.ts';
import type { FieldSources } from '#shared/request/request-fields.ts';
import type { SecretReading } from '#shared/request/secret-reading.ts';
import { secretUses } from '#shared/secret/secret-slots.ts';
import type { TemplateScope } from '#shared/template/template-scope.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { readEnvironmentSecrets, revealed, type RunEnvironment } from './environment-of-run.ts';
import type { RunHostPorts } from './run-ports.ts';

/** An API Call and what it is rendered with. */
export interface CallToPrepare {
  readonly endpoint: Endpoint | null;
  readonly call: ApiCallConfig;
  /** Without secrets. */
  readonly scope: TemplateScope;
  readonly environment: Pick<RunEnvironment, 'missing' | 'secrets'>;
}

/**
 * Makes the request of a call: takes its secrets from the vault and renders everything once. The secrets are
 * known to the scrubbers before anything can come of the request.
 */
export async function prepareCall(
  ports: Pick<RunHostPorts, 'workspace' | 'vault' | 'userAgent'>,
  secrets: KnownSecrets,
  { call, endpoint, environment, scope }: CallToPrepare,
): Promise<Outcome<Preparation, CallException>> {
  if (environment.missing !== null)
    return failed(callException('environment-missing', { environment: environment.missing }));
  const secret = await readSecrets(ports, endpoint);
  const environmentSecrets =
    endpoint === null
      ? noEnvironmentSecrets
      : await readEnvironmentSecrets(ports, endpoint, callTemplateTexts(call), environment.secrets);
  return prepareRequest({
    endpoint,
    call,
    scope,
    boundary: () => randomBytes(18).toString('hex'),
    scrubber: (used) => {
      secrets.add(used);
      return secrets.scrubber;
    },
    secret,
    environmentSecrets,
    ...(ports.userAgent === undefined ? {} : { userAgent: ports.userAgent }),
  });
}

/** What the vault has for an endpoint and its present addresses, as far as it was entered for them. */
export async function readSecrets(
  { vault, workspace }: Pick<RunHostPorts, 'workspace' | 'vault'>,
  endpoint: Endpoint | null,
): Promise<FieldSources['secret']> {
  const readings = new Map<string, SecretReading>();
  if (endpoint === null) return () => ({ state: 'missing' });
  for (const { origin, slot, use } of secretUses(endpoint)) {
    const place = { workspaceId: workspace.id, documentId: endpoint.id, slot, origin };
    readings.set(`${use} ${slot}`, revealed(await vault.read(place)));
  }
  return (slot, _origin, use) => readings.get(`${use} ${slot}`) ?? { state: 'missing' };
}

/** The endpoint of a call as it was last saved; `null` where it is gone or none was chosen. */
export function endpointOf(workspace: RunHostPorts['workspace'], id: EndpointId | null): Endpoint | null {
  const document = id === null ? null : (workspace.document(id)?.document ?? null);
  return document?.format === 'flowbench.endpoint' ? document : null;
}
