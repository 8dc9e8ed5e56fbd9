// Content types are written carelessly; how a body is read hangs on them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcesJson, kindOfContent, readContentType } from '#shared/response/content-type.ts';

describe('readContentType', () => {
  it.each([
    ['application/json', 'application/json', null],
    ['Application/JSON;Charset="UTF-8"', 'application/json', 'UTF-8'],
    ['text/plain; charset=iso-8859-1', 'text/plain', 'iso-8859-1'],
    ['text/plain ;format=flowed; charset = utf-8', 'text/plain', 'utf-8'],
    ['text/plain; charset=utf-8; charset=latin1', 'text/plain', 'utf-8'],
    ['text/plain; title="a; charset=latin1"; charset=utf-8', 'text/plain', 'utf-8'],
    ['text/plain; title="say \\"x\\"; charset=latin1"', 'text/plain', null],
    ['text/plain; charset="ut\\f-8"', 'text/plain', 'utf-8'],
    ['text/plain;', 'text/plain', null],
    ['text/plain; charset', 'text/plain', null],
  ])('reads %s', (header, essence, charset) => {
    expect(readContentType(header)).toEqual({ essence, charset });
  });

  it.each([null, '', 'text', 'text/', '/plain', ';charset=utf-8', 'a/b/c', 'text plain/x'])(
    'finds no type in %s',
    (header) => {
      expect(readContentType(header)).toBeNull();
    },
  );

  it('reads every header without failing', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const type = readContentType(header);
        expect(type === null || type.essence.includes('/')).toBe(true);
      }),
    );
  });
});

describe('announcesJson', () => {
  it.each(['application/json', 'application/problem+json', 'application/vnd.api+json', 'image/x+json'])(
    'is true for %s',
    (header) => {
      expect(announcesJson(readContentType(header))).toBe(true);
    },
  );

  it.each(['text/json', 'application/x-ndjson', 'application/jsonp', 'application/json5', 'text/plain'])(
    'is false for %s',
    (header) => {
      expect(announcesJson(readContentType(header))).toBe(false);
    },
  );

  it('is false without a type', () => {
    expect(announcesJson(null)).toBe(false);
  });
});

describe('kindOfContent', () => {
  it.each([
    ['text/csv', 'text'],
    ['text/event-stream', 'text'],
    ['application/xml', 'text'],
    ['application/soap+xml', 'text'],
    ['image/svg+xml', 'text'],
    ['application/x-www-form-urlencoded', 'text'],
    ['application/javascript', 'text'],
    ['application/problem+json', 'text'],
    ['image/png', 'binary'],
    ['audio/ogg', 'binary'],
    ['font/woff2', 'binary'],
    ['application/octet-stream', 'binary'],
    ['application/pdf', 'binary'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'binary'],
    ['application/x-own', 'open'],
    ['multipart/mixed', 'open'],
  ])('takes %s as %s', (header, kind) => {
    expect(kindOfContent(readContentType(header))).toBe(kind);
  });

  it('leaves it to the bytes where there is no type', () => {
    expect(kindOfContent(null)).toBe('open');
  });
});
