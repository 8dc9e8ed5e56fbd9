// Each kind of body becomes bytes and a content type, and wrong ones stop the call at the place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestBody } from '#shared/request/request-body.ts';
import type { Row } from '#shared/request/row.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { bodyText, getOrder, prepared, refused, sentHeader, shopApi } from './shop-call.ts';

const endpoint = shopApi({ auth: { type: 'none' } });
const post = (body: RequestBody) => getOrder({ method: 'POST', path: '/orders', body });
const send = (body: RequestBody, variables: ValueObject = {}) =>
  prepared(endpoint, post(body), { variables });
const row = (name: string, value: string, enabled = true): Row => ({ name, value, enabled });

describe('a JSON body', () => {
  it('keeps the types of its values and says that it is JSON', () => {
    const template = '{"items":{{items}},"note":"{{note}}","open":{{open}}}';
    const preparation = send({ type: 'json', template }, { items: [1, 'b'], note: 'say "hi"\n', open: true });
    expect(bodyText(preparation.request.body)).toBe('{"items":[1,"b"],"note":"say \\"hi\\"\\n","open":true}');
    expect(sentHeader(preparation, 'Content-Type')).toEqual(['application/json']);
  });

  it('that does not parse stops the call at the place', () => {
    const body: RequestBody = { type: 'json', template: '{\n  "a": {{{raw}}}\n}' };
    expect(refused(endpoint, post(body), { variables: { raw: 'oops' } })).toMatchObject({
      code: 'body-json-invalid',
      field: 'the body',
      line: 2,
      column: 8,
      expression: '{{{raw}}}',
    });
  });

  it('with an empty template is no body and needs no type', () => {
    const { request } = send({ type: 'json', template: '' });
    expect(request.body).toEqual({ type: 'none' });
    expect(request.headers.map(({ name }) => name)).not.toContain('Content-Type');
  });

  it('stays JSON and holds exactly the value, whatever a variable holds', () => {
    const template = '{"typed":{{value}},"text":"<{{text}}>"}';
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const plain = JSON.parse(JSON.stringify(value)) as ValueObject[string];
        const sent = bodyText(send({ type: 'json', template }, { value: plain, text }).request.body);
        expect(JSON.parse(sent)).toEqual({ typed: plain, text: `<${Buffer.from(text).toString()}>` });
      }),
    );
  });
});

describe('a text body', () => {
  it('is sent in UTF-8 and says so', () => {
    const preparation = send({ type: 'text', template: 'Grüße, {{name}} 😀' }, { name: 'Łukasz' });
    expect(bodyText(preparation.request.body)).toBe('Grüße, Łukasz 😀');
    expect(sentHeader(preparation, 'Content-Type')).toEqual(['text/plain; charset=utf-8']);
  });

  it('that renders to nothing is sent as nothing', () => {
    const { request } = send({ type: 'text', template: '{{name}}' }, { name: '' });
    expect(request.body).toEqual({ type: 'bytes', bytes: new Uint8Array(), holdsSecret: false });
  });
});

describe('a body of a type of its own', () => {
  it('says what it is, also by an expression', () => {
    const body: RequestBody = {
      type: 'custom',
      contentType: 'application/{{kind}}',
      template: '<a>{{x}}</a>',
    };
    const preparation = send(body, { kind: 'xml', x: '1 < 2' });
    expect(bodyText(preparation.request.body)).toBe('<a>1 < 2</a>');
    expect(sentHeader(preparation, 'Content-Type')).toEqual(['application/xml']);
  });

  it('without a type is bytes', () => {
    expect(sentHeader(send({ type: 'custom', contentType: ' ', template: 'x' }), 'Content-Type')).toEqual([
      'application/octet-stream',
    ]);
  });

  it('cannot smuggle a header in by its type', () => {
    const body: RequestBody = { type: 'custom', contentType: '{{kind}}', template: 'x' };
    expect(refused(endpoint, post(body), { variables: { kind: 'a/b\r\nX-Evil: 1' } })).toMatchObject({
      code: 'header-value-line-break',
      field: 'the content type of the body',
    });
  });
});

describe('a form', () => {
  it('is encoded as browsers do', () => {
    const rows = [row('q', 'a b&c'), row('', ''), row('off', '1', false), row('{{name}}', 'é+*~')];
    const preparation = send({ type: 'form-urlencoded', rows }, { name: 'x=y' });
    expect(bodyText(preparation.request.body)).toBe('q=a+b%26c&x%3Dy=%C3%A9%2B*%7E');
    expect(sentHeader(preparation, 'Content-Type')).toEqual(['application/x-www-form-urlencoded']);
  });

  it('gives every row back to its reader, whatever the variables hold', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (name, value) => {
        const rows = [row('first', '1'), row('{{name}}', '{{value}}'), row('last', '2')];
        const sent = bodyText(send({ type: 'form-urlencoded', rows }, { name, value }).request.body);
        expect([...new URLSearchParams(sent)]).toEqual([
          ['first', '1'],
          [Buffer.from(name).toString(), Buffer.from(value).toString()],
          ['last', '2'],
        ]);
      }),
    );
  });
});

describe('a file as body', () => {
  it('is named and not read', () => {
    const preparation = send({ type: 'binary', file: 'files/invoice.pdf', contentType: 'application/pdf' });
    expect(preparation.request.body).toEqual({ type: 'file', file: 'files/invoice.pdf', holdsSecret: false });
    expect(sentHeader(preparation, 'Content-Type')).toEqual(['application/pdf']);
    expect(preparation.masked.body).toEqual({
      type: 'binary',
      description: 'The content of files/invoice.pdf.',
      sizeBytes: null,
      file: 'files/invoice.pdf',
    });
  });

  it('has no type of its own unless one is given', () => {
    expect(sentHeader(send({ type: 'binary', file: 'files/a' }), 'Content-Type')).toEqual([
      'application/octet-stream',
    ]);
  });

  it('that nobody chose stops the call', () => {
    expect(refused(endpoint, post({ type: 'binary', file: '' }))).toMatchObject({
      code: 'body-file-unreadable',
      sentence: 'The file of the body could not be read.',
    });
  });
});

describe('a GraphQL body', () => {
  const query = 'query Order($id: ID!) {\n  order(id: $id) { state } # {{comment}} "\n}';

  it('holds query and variables', () => {
    const body: RequestBody = { type: 'graphql', query, variables: '{"id":{{id}}}' };
    const preparation = send(body, { comment: 'of "today"', id: '7' });
    expect(JSON.parse(bodyText(preparation.request.body))).toEqual({
      query: 'query Order($id: ID!) {\n  order(id: $id) { state } # of "today" "\n}',
      variables: { id: '7' },
    });
    expect(sentHeader(preparation, 'Content-Type')).toEqual(['application/json']);
  });

  it('without variables has no such member', () => {
    const body: RequestBody = { type: 'graphql', query: '{ shop { name } }', variables: '' };
    expect(bodyText(send(body).request.body)).toBe('{"query":"{ shop { name } }"}');
  });

  it('with variables that are no JSON stops the call there', () => {
    const body: RequestBody = { type: 'graphql', query: '{ a }', variables: '{"id":}' };
    expect(refused(endpoint, post(body))).toMatchObject({
      code: 'body-json-invalid',
      field: 'the GraphQL variables',
      line: 1,
      column: 7,
    });
  });
});

describe('the type of a body', () => {
  it('is the one that a header row gives, and is sent once', () => {
    const call = getOrder({
      method: 'POST',
      headers: [row('content-type', 'application/vnd.shop+json')],
      body: { type: 'json', template: '{}' },
    });
    expect(sentHeader(prepared(endpoint, call), 'Content-Type')).toEqual(['application/vnd.shop+json']);
  });

  it('may also come from the endpoint', () => {
    const typed = shopApi({
      auth: { type: 'none' },
      headers: [{ name: 'Content-Type', value: { template: 'text/csv' } }],
    });
    const { request } = prepared(typed, post({ type: 'text', template: 'a,b' }));
    expect(request.headers.filter(({ name }) => name === 'Content-Type')).toEqual([
      { name: 'Content-Type', value: 'text/csv', from: 'endpoint', holdsSecret: false },
    ]);
  });
});

describe('a body', () => {
  it.each(['GET', 'DELETE', 'OPTIONS', 'HEAD'] as const)('goes with %s where it is asked for', (method) => {
    const call = getOrder({ method, body: { type: 'json', template: '{"force":true}' } });
    expect(bodyText(prepared(endpoint, call).request.body)).toBe('{"force":true}');
  });

  it('of type none is none', () => {
    expect(send({ type: 'none' }).request.body).toEqual({ type: 'none' });
  });
});
