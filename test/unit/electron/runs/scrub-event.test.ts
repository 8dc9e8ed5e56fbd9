// Every kind of event is scrubbed, but what the protocol needs to be understood must stay.
import { describe, expect, test } from 'vitest';
import { scrubEvent } from '#electron/runs/scrub-event.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';

const hide = (text: string) => text.replaceAll('canary', '•');

describe('scrubEvent', () => {
  test('scrubs every text, however deep it lies', () => {
    const event: EventDraft = {
      type: 'response-head',
      attempt: 1,
      exchange: 1,
      statusCode: 200,
      reason: 'canary',
      httpVersion: '1.1',
      remoteAddress: null,
      reusedConnection: false,
      headers: [['x-canary', 'a canary']],
    };
    expect(scrubEvent(event, hide)).toEqual({ ...event, reason: '•', headers: [['x-•', 'a •']] });
  });

  test('leaves the words of the protocol alone, whatever the secret is', () => {
    const event: EventDraft = { type: 'node-left', exit: 'exception', through: 'error' };
    expect(scrubEvent(event, () => '•')).toEqual(event);
  });

  test('scrubs what stands under such a name and is no single word', () => {
    expect(scrubEvent({ from: ['canary'], status: { text: 'canary' } }, hide)).toEqual({
      from: ['•'],
      status: { text: '•' },
    });
  });

  test('does not change what it was given', () => {
    const event = { type: 'said', text: 'canary' };
    scrubEvent(event, hide);
    expect(event.text).toBe('canary');
  });
});
