import type { Endpoint } from '../../endpoint/endpoint.ts';
import type { FlowNode } from '../../nodes/node.ts';
import { isSecretReference } from '../../secret/credential.ts';
import { credentialsOf, headerCell } from '../endpoint-templates.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Credentials that stand in the workspace for everybody to read. */
export const credentialReadable: LintRule = {
  id: 'credential-readable',
  severity: 'warning',
  why: 'The workspace is plain text and meant to be shared, so whoever has it has the credential.',
  doc: 'Told for an `Authorization`, a cookie or an API key that is written out in a header, and for a token, key or password of an API endpoint that is a visible text without an expression. “Keep it secret” in the endpoint encrypts it.',
  checks: { node: inCall, endpoint: inEndpoint },
};

const carriesCredential = (name: string): boolean =>
  /^(?:authorization|proxy-authorization|cookie|x-api-key|api-key|apikey|x-auth-token)$/i.test(name.trim());

/** A text that says something by itself; a scheme alone, or an expression, is no credential. */
const isWrittenOut = (text: string): boolean =>
  !text.includes('{{') && !/^\s*(?:bearer|basic|digest|apikey)?\s*$/i.test(text);

function inCall(node: FlowNode): readonly Found[] {
  if (node.kind !== 'api-call') return [];
  return node.config.headers.flatMap(({ name, value, enabled }, at) =>
    enabled && carriesCredential(name) && isWrittenOut(value)
      ? [
          {
            message: `${name.trim()} is written out here, readable for everybody who has the workspace.`,
            at: { ...headerCell(at, 'Value'), tab: 'request' as const },
          },
        ]
      : [],
  );
}

function inEndpoint({ auth, headers }: Endpoint): readonly Found[] {
  const readable = credentialsOf(auth)
    .filter(([field]) => field !== 'User name' && field !== 'Client id')
    .flatMap(([field, credential]) =>
      !isSecretReference(credential) && isWrittenOut(credential.template)
        ? [
            {
              message: `The ${field.toLowerCase()} is a visible text, readable for everybody who has the workspace.`,
              at: { field },
            },
          ]
        : [],
    );
  const inHeaders = headers.flatMap(({ name, value, enabled }, at) =>
    enabled && carriesCredential(name) && !isSecretReference(value) && isWrittenOut(value.template)
      ? [
          {
            message: `${name.trim()} is written out here, readable for everybody who has the workspace.`,
            at: headerCell(at, 'Value'),
          },
        ]
      : [],
  );
  return [...readable, ...inHeaders];
}
