import axios, { type AxiosInstance } from 'axios';
import axiosRetry from 'axios-retry';
import type { Call } from './call.ts';
import { callOf, httpAdapter } from './http-adapter.ts';

/**
 * The axios instance behind every call: our adapter below it, and axios-retry driving the attempts by our decisions.
 *
 * axios-retry makes the pauses and the further attempts; whether there is one and how long the pause is, the call decides
 * for itself, with the total clock and `Retry-After`. A stop in a pause ends it at once: axios-retry then starts the
 * request again, axios refuses it because of the signal, and the call says that it does not go on. The longest delay of a
 * policy is a day, which a timer of Node holds.
 */
export function createAxiosClient(): AxiosInstance {
  const client = bareInstance();
  axiosRetry(client, {
    retries: Infinity,
    retryCondition: ({ config }) => config !== undefined && callOf(config).goesOn,
    retryDelay: (_count, { config }) => (config === undefined ? 0 : callOf(config).delayMs),
    onRetry: async (_count, _error, config) => {
      await callOf(config).beginPause();
    },
  });
  return client;
}

/** Makes a call to its end. What it comes to stands in the call; nothing of axios leaves, and an exception is a defect. */
export async function sendThroughAxios(client: AxiosInstance, call: Call): Promise<void> {
  const { request, stop } = call.plan;
  const config = { method: request.method, url: request.url, signal: stop.signal, call };
  try {
    await client.request(config);
  } catch (error) {
    if (!axios.isAxiosError(error) && !axios.isCancel(error)) throw error;
  }
}

/**
 * An instance as `axios.create` makes it, but without axios' default headers and transforms, which our adapter has no use
 * for: merging them would cost more than all the rest of axios.
 */
function bareInstance(): AxiosInstance {
  const core = new axios.Axios({
    adapter: httpAdapter,
    maxRedirects: 0,
    proxy: false,
    transformRequest: [],
    transformResponse: [],
  });
  const request = core.request.bind(core);
  return Object.assign(request, core, { request }) as unknown as AxiosInstance;
}
