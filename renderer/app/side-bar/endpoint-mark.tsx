import { useEndpoint } from '../../store/use-documents.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';

const marks = {
  bearer: { icon: 'lock', label: 'Bearer token' },
  'api-key': { icon: 'key', label: 'API key' },
  basic: { icon: 'user', label: 'Basic' },
  digest: { icon: 'user', label: 'Digest' },
  'oauth2-client-credentials': { icon: 'key', label: 'OAuth 2 client credentials' },
  'oauth2-authorization-code': { icon: 'user', label: 'OAuth 2 authorization code' },
} as const satisfies Readonly<Record<string, { icon: IconName; label: string }>>;

/** How an endpoint authenticates, at a glance. */
export function EndpointMark({ endpointId }: { readonly endpointId: string }) {
  const type = useEndpoint(endpointId)?.auth.type;
  if (type === undefined || type === 'none') return null;
  return <Icon name={marks[type].icon} size={14} label={marks[type].label} />;
}
