import axios, { type AxiosInstance } from 'axios';
import axiosRetry from 'axios-retry';
import type { Call } from './call.ts';
import { callOf, httpAdapter } from './http-adapter.ts';

/** The axios instances behind every call: our adapter below both, and axios-retry driving the attempts of one. */
export interface AxiosClients {
  /** For calls that are never repeated. */
  readonly once: AxiosInstance;
  readonly repeating: AxiosInstance;
}

/**
 * Makes both instances.
 *
 * axios-retry makes the pauses and the further attempts; whether there is one and how long the pause is, the call decides
 * for itself, with the total clock and `Retry-After`. A stop in a pause ends it at once: axios-retry then starts the
 * request again, axios refuses it because of the signal, and the call says that it does not go on. The longest delay of a
 * policy is a day, which a timer of Node holds.
 */
export function createAxiosClients(): AxiosClients {
  const repeating = bareInstance();
  axiosRetry(repeating, {
    retries: Infinity,
    retryCondition: ({ config }) => config !== undefined && callOf(config).goesOn,
    retryDelay: (_count, { config }) => (config === undefined ? 0 : callOf(config).delayMs),
    onRetry: async (_count, _error, config) => {
      await callOf(config).beginPause();
    },
  });
  return { once: bareInstance(), repeating };
}

/** Makes a call to its end. What it comes to stands in the call; nothing of axios leaves, and an exception is a defect. */
export async function sendThroughAxios(clients: AxiosClients, call: Call): Promise<void> {
  const { policy, request, stop } = call.plan;
  const client = policy.retry.retries === 0 ? clients.once : clients.repeating;
  const config = { method: request.method, url: request.url, signal: stop.signal, call };
  try {
    await client.request(config);
  } catch (error) {
    if (!axios.isAxiosError(error) && !axios.isCancel(error)) throw error;
  }
}

/**
 * An instance as `axios.create` makes it, but without defaults: no transforms, no headers, no proxy from the environment.
 * Our adapter would ignore them all, and merging them would cost more than the rest of axios. Redirects and time-outs are
 * the stock adapter's affair, so there is nothing to switch off.
 */
function bareInstance(): AxiosInstance {
  const core = new axios.Axios({ adapter: httpAdapter });
  const request = core.request.bind(core);
  return Object.assign(request, core, { request }) as unknown as AxiosInstance;
}
