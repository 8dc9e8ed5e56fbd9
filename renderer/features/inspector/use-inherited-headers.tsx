import { useMemo } from 'react';
import type { Authentication, Endpoint } from '#shared/endpoint/endpoint.ts';
import { isSecretReference, type Credential } from '#shared/secret/credential.ts';
import { maskText } from '#shared/request/masked-request.ts';
import { useEndpoint } from '../../store/use-documents.ts';
import type { InheritedRow } from '../../ui/field/key-value-props.ts';
import { TemplateText } from '../../ui/template/template-text.tsx';

/** The headers that an API Call gets from its endpoint, secrets masked. */
export function useInheritedHeaders(endpointId: string | null): readonly InheritedRow[] {
  const endpoint = useEndpoint(endpointId);
  return useMemo(() => (endpoint === undefined ? [] : inheritedHeaders(endpoint)), [endpoint]);
}

function inheritedHeaders(endpoint: Endpoint): readonly InheritedRow[] {
  const from = `From ${endpoint.name}`;
  const row = (name: string, prefix: string, credential: Credential | null): InheritedRow => {
    const secret = credential === null || isSecretReference(credential);
    const value = secret ? maskText : <TemplateText source={credential.template} />;
    return {
      name,
      icon: 'endpoint',
      from,
      secret,
      value: (
        <>
          {prefix}
          {value}
        </>
      ),
    };
  };
  return [
    ...authenticationRows(endpoint.auth, row),
    ...endpoint.headers.filter(({ enabled }) => enabled).map(({ name, value }) => row(name, '', value)),
  ];
}

/** @param credential `null` for what is only known once a call is made */
type MakeRow = (name: string, prefix: string, credential: Credential | null) => InheritedRow;

function authenticationRows(auth: Authentication, row: MakeRow): readonly InheritedRow[] {
  switch (auth.type) {
    case 'bearer':
      return [row('Authorization', 'Bearer ', auth.token)];
    case 'basic':
      return [row('Authorization', 'Basic ', auth.password)];
    case 'oauth2-client-credentials':
    case 'oauth2-authorization-code':
      return [row('Authorization', 'Bearer ', null)];
    case 'digest':
      return [row('Authorization', 'Digest ', null)];
    case 'api-key':
      return auth.in === 'header' ? [row(auth.name, '', auth.key)] : [];
    case 'none':
      return [];
  }
}
