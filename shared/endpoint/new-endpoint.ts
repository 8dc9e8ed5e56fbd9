import type { EndpointId } from '../ids/ids.ts';
import { endpointSchema, type Endpoint } from './endpoint.ts';
import { inheritedParts } from './inherited-parts.ts';

/** An endpoint with every setting at its default, timeouts and retries at those of whoever calls. */
export function newEndpoint(id: EndpointId, name: string, baseUrl = ''): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id,
    name,
    baseUrl,
    inherits: [...inheritedParts],
  });
}
