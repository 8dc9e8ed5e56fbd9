import { answerStatus } from './call-status.ts';

/** Why a complete response is an `error`: its code, or a redirect that was not followed. */
export const answerStatuses = {
  'http-status': answerStatus(
    'response',
    '{host} answered {status_code} {reason}.',
    'Look at the response body, or list {status_code} as success if it is what you expect.',
  ),
  'redirect-not-followed': answerStatus(
    'redirect',
    '{host} answered {status_code} and points to {location}, which was not followed because following is switched off.',
    'Switch on following of redirects, or list {status_code} as success.',
  ),
  'redirect-other-origin': answerStatus(
    'redirect',
    '{host} answered {status_code} and points to {location}, which was not followed because only redirects to the same origin are.',
    'Allow redirects to other origins, or call {location} directly.',
  ),
  'redirect-location-missing': answerStatus(
    'redirect',
    '{host} answered {status_code} without saying where to go.',
    'Tell the owner of the server; the Location header is missing.',
  ),
  'redirect-location-invalid': answerStatus(
    'redirect',
    '{host} answered {status_code} and points to "{location}", which is no valid address.',
    'Tell the owner of the server; the Location header is wrong.',
  ),
  'redirect-scheme-unsupported': answerStatus(
    'redirect',
    '{host} points to {location}, and only http and https addresses can be followed.',
    'Check the base URL of the endpoint, or call the right address directly.',
  ),
  'redirect-userinfo': answerStatus(
    'redirect',
    '{host} points to an address that holds a user name or a password, which is not followed.',
    'Enter the credentials in the endpoint and call the address directly.',
  ),
  'redirect-to-plain-http': answerStatus(
    'redirect',
    '{host} points from https to {location}, which is not encrypted, so it was not followed.',
    'Correct the base URL, or allow redirects to plain http in the endpoint.',
  ),
  'redirect-body-secret': answerStatus(
    'redirect',
    '{host} points to another server, {other_host}, and the body holds the secret {secret}, so it was not sent there.',
    'Use an endpoint for {other_host} if that server may have the secret.',
  ),
} as const;
