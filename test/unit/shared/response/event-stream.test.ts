// A stream of events is read by the rules of the HTML standard, wherever its bytes are cut.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody } from '#shared/response/decode-body.ts';
import { EventStreamReader, eventStreamValue, type StreamEvent } from '#shared/response/event-stream.ts';

function read(pieces: readonly Uint8Array[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const reader = new EventStreamReader((event) => events.push(event));
  for (const piece of pieces) reader.add(piece);
  reader.end();
  return events;
}

const readText = (text: string): StreamEvent[] => read([Buffer.from(text)]);
const named = (data: string, event = 'message', id: string | null = null): StreamEvent => ({
  event,
  id,
  data,
});

describe('A stream of events', () => {
  it('gives an event its type, its id and its data lines', () => {
    expect(readText('event: tick\nid: 7\ndata: a\ndata: b\n\n')).toEqual([named('a\nb', 'tick', '7')]);
  });

  it('ends lines with LF, CR or both, also at its very end', () => {
    expect(readText('data: a\r\rdata: b\n\ndata: c\r\n\r\ndata: d\r\r')).toEqual(
      ['a', 'b', 'c', 'd'].map((data) => named(data)),
    );
  });

  it('leaves comments, unknown fields and events without data out', () => {
    expect(readText(': hello\nretry: 10\nx: y\n\nevent: none\n\ndata\n\n')).toEqual([named('')]);
  });

  it('goes on with the last id until the server takes it back, and with no type', () => {
    expect(readText('event: e\nid: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n')).toEqual([
      named('a', 'e', '1'),
      named('b', 'message', '1'),
      named('c'),
    ]);
  });

  it('takes one space after the colon and leaves the others', () => {
    expect(readText('data:  a\n\ndata:b\n\n')).toEqual([named(' a'), named('b')]);
  });

  it('leaves an event out that no blank line ended, and can tell what came of it', () => {
    const events: StreamEvent[] = [];
    const reader = new EventStreamReader((event) => events.push(event));
    reader.add(Buffer.from('data: a\n\ndata: b\ndata: c'));
    reader.end();
    expect(events).toEqual([named('a')]);
    reader.tellUnfinished();
    expect(events).toEqual([named('a'), named('b\nc')]);
  });

  it('is UTF-8 with or without a byte order mark', () => {
    expect(readText('\uFEFFdata: grüße 🙂\n\n')).toEqual([named('grüße 🙂')]);
    expect(read([Buffer.from('data: \xff\n\n', 'latin1')])).toEqual([named('\uFFFD')]);
  });

  it('gives the same events wherever its bytes are cut', () => {
    const line = fc.constantFrom('data: ä🙂', 'data', 'data: {"a":1}', 'event: e', 'id: 1', 'id', ': c', '');
    const end = fc.constantFrom('\n', '\r', '\r\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, end), { maxLength: 12 }),
        fc.array(fc.nat(200), { maxLength: 6 }),
        (lines, cuts) => {
          const bytes = Buffer.from(lines.flat().join(''));
          const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort(
            (one, other) => one - other,
          );
          const pieces = places.slice(1).map((place, at) => bytes.subarray(places[at], place));
          expect(read(pieces)).toEqual(read([bytes]));
        },
      ),
    );
  });
});

describe('The body of a stream', () => {
  const body = (text: string, changes = {}) =>
    decodeBody({
      method: 'GET',
      statusCode: 200,
      contentType: 'text/event-stream; charset=utf-8',
      bytes: Buffer.from(text),
      stillPacked: false,
      parseAsJson: false,
      ...changes,
    });

  it('is the list of its events with JSON data read, digits kept', () => {
    expect(
      eventStreamValue(Buffer.from('event: a\nid: 1\ndata: {"n":1}\n\ndata: [DONE]\n\ndata: 2\n\n')),
    ).toEqual([
      { event: 'a', id: '1', data: { n: 1 } },
      { event: 'message', id: '1', data: '[DONE]' },
      { event: 'message', id: '1', data: 2 },
    ]);
    const [event] = eventStreamValue(Buffer.from('data: 12345678901234567890\n\n'));
    expect(JSON.stringify(event)).toContain('12345678901234567890');
  });

  it('keeps its text, and is an empty list where nothing came', () => {
    expect(body('data: a\n\n')).toEqual({
      type: 'events',
      value: [{ event: 'message', id: null, data: 'a' }],
      text: 'data: a\n\n',
    });
    expect(body('')).toEqual({ type: 'events', value: [], text: '' });
    expect(body('', { statusCode: 204 })).toEqual({ type: 'none' });
    expect(body('', { method: 'HEAD' })).toEqual({ type: 'none' });
  });

  it('is JSON where that was asked for', () => {
    expect(body('{"a":1}', { parseAsJson: true })).toMatchObject({ type: 'json' });
  });
});
