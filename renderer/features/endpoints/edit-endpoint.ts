import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { documentEdited } from '../../store/documents-store.ts';

/** Changes some settings of an endpoint; `field` names the text that is typed into, for undo. */
export function endpointEdited(
  id: Endpoint['id'],
  change: Partial<Endpoint>,
  field: string | null = null,
): void {
  documentEdited<Endpoint>(id, (endpoint) => ({ ...endpoint, ...change }), field);
}
