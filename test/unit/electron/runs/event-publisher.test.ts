// The number and the time of each event are given here, and every event is scrubbed on its way out.
import { describe, expect, test } from 'vitest';
import { EventPublisher } from '#electron/runs/event-publisher.ts';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import { runEventSchema, type RunEvent } from '#shared/run-events/run-event.ts';
import { storyId } from '../../../stories/story-id.ts';

const secret = 'canary-value-4711';

function published(...batches: readonly EventDraft[][]): readonly RunEvent[] {
  const events: RunEvent[] = [];
  const secrets = new KnownSecrets();
  secrets.add([{ value: secret }]);
  const publisher = new EventPublisher(storyId('rn', 'publisher'), secrets, (batch) => {
    events.push(...batch.map((event) => runEventSchema.parse(event)));
  });
  for (const batch of batches) publisher.tell(batch);
  return events;
}

describe('EventPublisher', () => {
  test('numbers and times events across batches', () => {
    const said: EventDraft = { type: 'said', text: 'Hi' };
    const events = published([said, said], [], [said]);
    expect(events.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    expect(events[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(events[0]?.runId).toBe(storyId('rn', 'publisher'));
  });

  test('scrubs texts, values and messages', () => {
    const events = published([
      { type: 'said', text: `It is ${secret}` },
      { type: 'variable-set', name: 'token', value: { token: secret } },
      { type: 'run-ended', outcome: 'failed', message: `because of ${secret}`, result: [secret] },
    ]);
    expect(JSON.stringify(events)).not.toContain('canary');
    expect(events[1]).toMatchObject({ value: { type: 'object', json: '{"token":"••••••••"}' } });
    expect(events[2]).toMatchObject({ message: 'because of ••••••••', result: { json: '["••••••••"]' } });
  });

  test('cuts a text that is too long to be sent at once, behind whole characters and after scrubbing', () => {
    const long = `${'x'.repeat(65_530)}${secret}${'😀'.repeat(10_000)}`;
    const [event] = published([{ type: 'said', text: long }]);
    const text = event?.type === 'said' ? event.text : '';
    expect(text.length).toBeLessThanOrEqual(64 * 1024);
    expect(text).toMatch(/^x+•+…$/);
    const [emoji] = published([{ type: 'said', text: '😀'.repeat(40_000) }]);
    expect(emoji?.type === 'said' && emoji.text).toMatch(/^(😀)+…$/u);
  });
});
