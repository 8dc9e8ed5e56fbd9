import type { Endpoint } from '../../endpoint/endpoint.ts';
import type { SecretSlot } from '../../ids/ids.ts';
import { isSecretReference } from '../../secret/credential.ts';
import { proxySecretSlot, secretSlots } from '../../secret/secret-slots.ts';
import type { SecretState } from '../../secret/secret-state.ts';
import { credentialsOf, headerCell } from '../endpoint-templates.ts';
import type { FoundPlace, LintRule } from '../lint-rule.ts';

/** Secrets that a call would need and that are not there. */
export const secretUnset: LintRule = {
  id: 'secret-unset',
  severity: 'error',
  why: 'Until it is entered, every call through the API endpoint ends as an exception.',
  doc: 'Told for a secret of an API endpoint that is not set on this computer, was entered for another address, or cannot be read any more. Secrets are never part of the workspace, so that everybody enters them once.',
  checks: {
    endpoint: (endpoint, { workspace }) => {
      const states = workspace.secretStates?.[endpoint.id] ?? [];
      return secretSlots(endpoint).flatMap((slot) => {
        const place = placeOf(endpoint, slot);
        const known = states.find((each) => each.slot === slot);
        if (place === null || known === undefined || known.state === 'set') return [];
        return [{ message: `${place.words} of ${endpoint.name} ${inWords[known.state]}`, at: place.at }];
      });
    },
  },
};

const inWords: Readonly<Record<Exclude<SecretState['state'], 'set'>, string>> = {
  missing: 'is not set on this computer.',
  'other-origin': 'was entered for another address; confirm it for this one.',
  unreadable: 'cannot be read any more; enter it again.',
};

/** The field of a secret; `null` for a header that is off, which no call needs. */
function placeOf(
  endpoint: Endpoint,
  slot: SecretSlot,
): { readonly words: string; readonly at: FoundPlace } | null {
  const { auth, headers, proxy } = endpoint;
  const credential = credentialsOf(auth).find(([, each]) => isSecretReference(each) && each.secret === slot);
  if (credential !== undefined)
    return { words: `The ${credential[0].toLowerCase()}`, at: { field: credential[0] } };
  const at = headers.findIndex(({ value }) => isSecretReference(value) && value.secret === slot);
  const header = headers[at];
  if (header !== undefined)
    return header.enabled ? { words: `The header ${header.name}`, at: headerCell(at, 'Value') } : null;
  if (proxySecretSlot(proxy) === slot)
    return { words: 'The password of the proxy', at: { field: 'Password' } };
  return { words: 'The client certificate', at: { field: 'Client certificate' } };
}
