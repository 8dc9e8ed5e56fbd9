// A conversation as text: what was said on both sides, as it was said, in two forms.
import { describe, expect, test } from 'vitest';
import type { ConversationItem, RunView } from '#shared/run-events/run-view.ts';
import { transcript } from '#shared/run-events/transcript.ts';

const talk: readonly ConversationItem[] = [
  { type: 'said', seq: 1, nodeId: 'a', text: 'Hello\nWhich order?' },
  { type: 'answered', seq: 2, nodeId: 'a', text: '*ten* <b>' },
  { type: 'refused', seq: 2, nodeId: 'a', text: 'A number, please.' },
  { type: 'answered', seq: 3, nodeId: 'a', text: '1. first' },
  { type: 'warned', seq: 4, nodeId: 'b', text: 'city is not known here' },
  { type: 'call', seq: 5, nodeId: 'c', callIndex: 0 },
  { type: 'call', seq: 6, nodeId: 'c', callIndex: 1 },
  { type: 'ended', seq: 7, nodeId: null },
];

const run = {
  flowName: 'Order_lookup',
  outcome: 'failed',
  message: 'It broke.',
  elapsedMs: 1500,
  conversation: talk,
  calls: [{ ended: { status: 'error', statusCode: 404, tookMs: 12 } }, { ended: null }],
} as unknown as RunView;

describe('a transcript', () => {
  test('is plain text, with lines below each other', () => {
    expect(transcript(run, 'plain', () => 'Get order')).toBe(
      [
        'Order_lookup',
        '',
        'Bot: Hello',
        '     Which order?',
        'You: *ten* <b>',
        'Bot: A number, please.',
        'You: 1. first',
        '  (city is not known here)',
        '  (Get order: 404, 12 ms)',
        '  (Get order: under way)',
        '  (Run failed after 1.50 s: It broke.)',
        '',
      ].join('\n'),
    );
  });

  test('is Markdown that shows what was said and makes nothing of it', () => {
    const text = transcript(run, 'markdown', () => 'Get order');
    expect(text).toContain('# Order\\_lookup\n\n**Bot:** Hello  \nWhich order?\n');
    expect(text).toContain('**You:** \\*ten\\* \\<b\\>\n');
    expect(text).toContain('**You:** 1\\. first\n');
    expect(text).toContain('*Get order: 404, 12 ms*\n');
  });
});
