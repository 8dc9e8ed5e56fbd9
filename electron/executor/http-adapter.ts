import { type AxiosAdapter, AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import type { AttemptEnding, AttemptResponse } from './attempt-record.ts';
import type { Call } from './call.ts';

/** An axios request that carries the call it belongs to; everything the adapter does comes from there. */
export type CallConfig = InternalAxiosRequestConfig & { readonly call: Call };

/** The call that an axios request, or the error of one, belongs to. */
export function callOf(config: object): Call {
  return (config as CallConfig).call;
}

/**
 * An axios adapter over our own exchanges on node:http and node:https, in place of axios' own, which cannot tell its
 * clocks apart, rewrites headers and hands credentials on at redirects.
 *
 * One axios request is one attempt with all its redirects, since a repeat begins again at the first address. It rejects
 * with whatever the call counts as no success, so that axios-retry gets to see it; the facts stay in the call.
 */
export const httpAdapter: AxiosAdapter = async (config) => {
  const call = callOf(config);
  const ending = await call.attempt();
  const response = ending.type === 'response' ? axiosResponse(ending, config) : undefined;
  if (response !== undefined && call.isSuccess) return response;
  throw new AxiosError('No success.', codeOf(ending), config, undefined, response);
};

/** Nobody reads it above axios, so the headers, which axios would normalise at some cost, are left where they are. */
function axiosResponse(ending: AttemptResponse, config: InternalAxiosRequestConfig): AxiosResponse {
  const { body, head } = ending;
  const { reason: statusText, statusCode: status } = head;
  return {
    data: body,
    status,
    statusText,
    headers: {},
    config,
  };
}

function codeOf(ending: AttemptEnding): string {
  if (ending.type === 'response') return ending.errorCode;
  return ending.type === 'failure' ? ending.failure.code : ending.exception.code;
}
