import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { RunHostPorts } from '../../runs/run-ports.ts';
import { noSampleUrl, startSampleApi } from '../../sample/sample-api.ts';
import { speaksToSample } from '../../sample/speaks-to-sample.ts';

/**
 * The names that a workspace has besides its own: `@sample.url`, where endpoints speak to the sample API. It is served for as
 * long as scenarios run. Without a network it cannot be, and whatever stands in for its calls answers all the same.
 */
export async function sampleNames(
  endpoints: readonly Endpoint[],
): Promise<{ readonly names: NonNullable<RunHostPorts['names']>; readonly close: () => Promise<void> }> {
  if (!speaksToSample(endpoints)) return { names: () => ({}), close: () => Promise.resolve() };
  const sample = await startSampleApi().catch(() => null);
  return {
    names: () => ({ sample: { url: sample?.url ?? noSampleUrl } }),
    close: () => sample?.close() ?? Promise.resolve(),
  };
}
