import type { Endpoint } from '../../endpoint/endpoint.ts';
import { isOauth } from '../../endpoint/is-oauth.ts';
import { isAddress } from '../../request/is-address.ts';
import { isLoopback } from '../../request/goes-direct.ts';
import { isSecretReference } from '../../secret/credential.ts';
import { renderTemplate } from '../../template/render-template.ts';
import { endpointFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';
import type { WorkspaceFacts } from '../workspace-facts.ts';

/** Credentials that go over the network in the open. */
export const plainHttpSecret: LintRule = {
  id: 'plain-http-secret',
  severity: 'warning',
  why: 'Over http everybody on the way can read the credential.',
  doc: 'Told for an API endpoint that has authentication or a secret header and whose base URL or token URL begins with `http://`, written out or by the values of the active environment. This computer itself (`localhost`, `127.0.0.1`) is no risk.',
  checks: {
    endpoint: (endpoint, around) => [
      ...(hasSecret(endpoint) ? openAt('Base URL', endpoint.baseUrl, around) : []),
      ...(isOauth(endpoint.auth) ? openAt('Token URL', endpoint.auth.tokenUrl, around) : []),
    ],
  },
};

function hasSecret({ auth, headers }: Endpoint): boolean {
  return auth.type !== 'none' || headers.some(({ value, enabled }) => enabled && isSecretReference(value));
}

function openAt(field: 'Base URL' | 'Token URL', template: string, around: WorkspaceFacts): readonly Found[] {
  const address = addressOf(template, around);
  if (address === null || !isAddress(address)) return [];
  const { hostname, protocol } = new URL(address);
  if (protocol !== 'http:' || isLoopback(hostname.replace(/^\[|\]$/g, ''))) return [];
  const message = `Credentials go to ${hostname} over plain http, where they can be read on the way.`;
  const secure = template.replace(/^(\s*)http:/i, '$1https:');
  if (secure === template) return [{ message, at: { field } }];
  return [
    {
      message,
      at: { field },
      fixes: [endpointFix('Use https', (now) => withAddress(now, template, secure))],
    },
  ];
}

/** The address with the values of the active environment; `null` where only a run can tell. */
function addressOf(template: string, { values }: WorkspaceFacts): string | null {
  if (!template.includes('{{')) return template.trim();
  const system = { now: '1970-01-01T00:00:00.000Z', uuid: () => '', flow: { id: '', name: '' } };
  const rendered = renderTemplate(template.trim(), 'url', { variables: {}, environment: values, system });
  return rendered.ok ? rendered.value.text : null;
}

function withAddress(endpoint: Endpoint, from: string, to: string): Endpoint {
  const { auth, baseUrl } = endpoint;
  return {
    ...endpoint,
    baseUrl: baseUrl === from ? to : baseUrl,
    auth: isOauth(auth) && auth.tokenUrl === from ? { ...auth, tokenUrl: to } : auth,
  };
}
