// A body becomes a value, a text or bytes by its type, and broken JSON is said to be broken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody, hasNoContent, type ReceivedBody } from '#shared/response/decode-body.ts';
import { writeJson } from '#shared/value/write-json.ts';

const order: ReceivedBody = {
  method: 'GET',
  statusCode: 200,
  contentType: 'application/json',
  bytes: new TextEncoder().encode('{"id":7}'),
  stillPacked: false,
  parseAsJson: false,
};

describe('decodeBody', () => {
  it('keeps the text beside the value', () => {
    const spaced = new TextEncoder().encode('\ufeff{ "id" : 7 }');
    expect(decodeBody({ ...order, bytes: spaced })).toEqual({
      type: 'json',
      value: { id: 7 },
      text: '{ "id" : 7 }',
    });
  });

  it('says where announced JSON stops being JSON', () => {
    const broken = new TextEncoder().encode('{\n  "id": 7,\n}');
    expect(decodeBody({ ...order, bytes: broken })).toMatchObject({
      type: 'text',
      text: '{\n  "id": 7,\n}',
      parseError: { line: 3, column: 1 },
    });
  });

  it('says where announced JSON stops being UTF-8, although the rest would parse', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('{\n"é": "'), 0xe9, 0x22, 0x7d]);
    expect(decodeBody({ ...order, bytes })).toEqual({
      type: 'text',
      text: '{\n"Ã©": "é"}',
      parseError: {
        message: 'The body is not valid UTF-8 here, and no other charset is announced.',
        line: 2,
        column: 7,
      },
    });
  });

  it('never quotes more of a broken body than one character', () => {
    const secret = new TextEncoder().encode('sk_live_9a8b7c6d');
    const decoded = decodeBody({ ...order, bytes: secret });
    expect(decoded.type === 'text' && decoded.parseError?.message).not.toContain('sk_live');
  });

  it('does not look into a body that is still packed', () => {
    expect(decodeBody({ ...order, stillPacked: true, parseAsJson: true })).toEqual({
      type: 'binary',
      contentType: 'application/json',
      bytes: order.bytes,
    });
  });

  it.each([
    [null, [0x68, 0x69], 'text'],
    [null, [0x68, 0x00], 'binary'],
    [null, [0xe9], 'binary'],
    ['application/x-own', [0x68, 0x69], 'text'],
    ['application/x-own', [0xe9], 'binary'],
    ['text/plain', [0x68, 0x00], 'text'],
    ['text/plain', [0xe9], 'text'],
    ['application/octet-stream', [0x68, 0x69], 'binary'],
    ['image/svg+xml; charset=utf-8', [0x3c], 'text'],
  ])('takes the type %s with the bytes %o as %s', (contentType, values, type) => {
    expect(decodeBody({ ...order, contentType, bytes: Uint8Array.from(values) }).type).toBe(type);
  });

  it('names the type of binary content without its parameters', () => {
    const decoded = decodeBody({ ...order, contentType: 'Image/PNG; name=x' });
    expect(decoded).toMatchObject({ type: 'binary', contentType: 'image/png' });
  });

  it('reads any JSON that was written, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const decoded = decodeBody({ ...order, bytes: new TextEncoder().encode(text) });
        if (decoded.type !== 'json') throw new Error(`${text} was not read.`);
        expect(JSON.parse(writeJson(decoded.value))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('makes something of any bytes under any type', () => {
    const types = fc.constantFrom(null, 'application/json', 'text/plain', 'image/png', 'x/y; charset=utf-16');
    fc.assert(
      fc.property(fc.uint8Array(), types, fc.boolean(), (bytes, contentType, parseAsJson) => {
        const { type } = decodeBody({ ...order, bytes, contentType, parseAsJson });
        expect(type === 'none').toBe(bytes.length === 0);
      }),
    );
  });
});

describe('hasNoContent', () => {
  it.each([
    ['HEAD', 200],
    ['head', 404],
    ['GET', 204],
    ['POST', 205],
    ['GET', 304],
  ])('is true for %s and %d', (method, statusCode) => {
    expect(hasNoContent(method, statusCode)).toBe(true);
    expect(decodeBody({ ...order, method, statusCode })).toEqual({ type: 'none' });
  });

  it.each([
    ['GET', 200],
    ['OPTIONS', 200],
    ['DELETE', 202],
    ['GET', 404],
  ])('is false for %s and %d', (method, statusCode) => {
    expect(hasNoContent(method, statusCode)).toBe(false);
  });
});
