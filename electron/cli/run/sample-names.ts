import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { RunHostPorts } from '../../runs/run-ports.ts';
import { startSampleApi } from '../../sample/sample-api.ts';

/** Where nothing listens: the address of the sample API on a computer that can serve none. */
const nowhere = 'http://127.0.0.1:9';

/**
 * The names that a workspace has besides its own: `@sample.url`, where endpoints speak to the sample API. It is served for as
 * long as scenarios run. Without a network it cannot be, and whatever stands in for its calls answers all the same.
 */
export async function sampleNames(
  endpoints: readonly Endpoint[],
): Promise<{ readonly names: NonNullable<RunHostPorts['names']>; readonly close: () => Promise<void> }> {
  if (!endpoints.some(({ baseUrl }) => baseUrl.includes('@sample')))
    return { names: () => ({}), close: () => Promise.resolve() };
  const sample = await startSampleApi().catch(() => null);
  return {
    names: () => ({ sample: { url: sample?.url ?? nowhere } }),
    close: () => sample?.close() ?? Promise.resolve(),
  };
}
