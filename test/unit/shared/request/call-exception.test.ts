// Every exception has a sentence for the person and one for the flow, whoever raises it.
import { describe, expect, it } from 'vitest';
import { callException, PreparationStop } from '#shared/request/call-exception.ts';

describe('callException', () => {
  it('fills both sentences and knows no place unless it is told', () => {
    expect(callException('host-not-allowed', { host: 'evil.example', endpoint: 'Shop API' })).toEqual({
      code: 'host-not-allowed',
      sentence: 'The host evil.example is not among the hosts that the endpoint Shop API allows.',
      wayOn: 'Add it to the list of hosts of the endpoint if it may have the credentials.',
      field: null,
      line: null,
      column: null,
      expression: null,
    });
  });

  it('takes a better sentence and a place', () => {
    const details = { sentence: 'The address has no host.', field: 'the base URL', line: 1, column: 9 };
    expect(callException('url-host-missing', { expression: '{{h}}' }, details)).toEqual({
      code: 'url-host-missing',
      ...details,
      wayOn: 'Give {{h}} a value, or write the host into the base URL.',
      expression: null,
    });
  });
});

describe('a preparation that stops', () => {
  it('says why, also where it is seen as an error', () => {
    const stop = new PreparationStop('vault-locked', {}, { field: 'the token of Shop API' });
    expect(stop).toBeInstanceOf(Error);
    expect(stop.message).toBe('The secrets are locked.');
    expect(stop.exception).toMatchObject({ code: 'vault-locked', field: 'the token of Shop API' });
  });
});
