// Headers come from four sources; their order and their quarrels are settled here.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EndpointHeader } from '#shared/endpoint/endpoint.ts';
import { headerValueProblem } from '#shared/request/header-checks.ts';
import type { Row } from '#shared/request/row.ts';
import { clientSlot, getOrder, prepared, refused, sentHeader, shopApi } from './shop-call.ts';

const row = (name: string, value: string): Row => ({ name, value, enabled: true });
const fixed = (name: string, template: string): EndpointHeader => ({
  name,
  value: { template },
  enabled: true,
});

const endpoint = (...headers: EndpointHeader[]) => shopApi({ auth: { type: 'none' }, headers });
const call = (...headers: Row[]) => getOrder({ headers });

describe('the headers of a request', () => {
  it('stand in the order credential, endpoint, node, generated, and keep their case', () => {
    const { request } = prepared(
      shopApi({ headers: [fixed('x-tenant', 'acme')] }),
      call(row('X-TRACE', '1')),
    );
    expect(request.headers.map(({ name, from }) => `${name} ${from}`)).toEqual([
      'Authorization credential',
      'x-tenant endpoint',
      'X-TRACE node',
      'Accept generated',
      'Accept-Encoding generated',
      'User-Agent generated',
    ]);
  });

  it('may have several values for one name', () => {
    const preparation = prepared(endpoint(), call(row('X-Tag', 'a'), row('x-tag', 'b'), row('X-Tag', 'a')));
    expect(sentHeader(preparation, 'X-Tag')).toEqual(['a', 'b', 'a']);
  });

  it('of the node take the place of those of the endpoint', () => {
    const preparation = prepared(
      endpoint(fixed('X-Tenant', 'acme'), fixed('X-Tenant', 'other'), fixed('X-Kept', '1')),
      call(row('x-tenant', 'zenith')),
    );
    expect(sentHeader(preparation, 'X-Tenant')).toEqual(['zenith']);
    expect(sentHeader(preparation, 'X-Kept')).toEqual(['1']);
  });

  it('that are replaced do not need their secret', () => {
    const header: EndpointHeader = { name: 'X-Shop-Client', value: { secret: clientSlot }, enabled: true };
    const preparation = prepared(
      endpoint(header),
      call(row('X-Shop-Client', 'own')),
      {},
      {
        secret: () => ({ state: 'missing' }),
      },
    );
    expect(sentHeader(preparation, 'X-Shop-Client')).toEqual(['own']);
  });

  it('do not replace a credential: the call stops and says which header it is', () => {
    for (const exception of [
      refused(shopApi(), call(row('authorization', 'Basic x'))),
      refused(shopApi({ headers: [fixed('AUTHORIZATION', 'Basic x')] }), call()),
    ])
      expect(exception.code).toBe('header-reserved');
    expect(prepared(endpoint(), call(row('Authorization', 'own'))).request.headers[0]?.value).toBe('own');
  });

  it('name a secret of the endpoint that is missing', () => {
    const header: EndpointHeader = { name: 'X-Shop-Client', value: { secret: clientSlot }, enabled: true };
    const exception = refused(endpoint(header), call(), {}, { secret: () => ({ state: 'missing' }) });
    expect(exception.sentence).toBe('The secret value of the header X-Shop-Client has no value in Shop API.');
  });

  it('may be named by an expression', () => {
    const preparation = prepared(endpoint(), call(row(' X-{{part}} ', '1')), {
      variables: { order_id: 7, part: 'A' },
    });
    expect(sentHeader(preparation, 'X-A')).toEqual(['1']);
  });

  it('may be empty, but an empty row is none', () => {
    const { request } = prepared(endpoint(), call(row('X-Empty', ''), row('', '')));
    expect(request.headers[0]).toMatchObject({ name: 'X-Empty', value: '' });
    expect(refused(endpoint(), call(row('', 'value')))).toMatchObject({ code: 'header-name-invalid' });
  });

  it('that every call needs are not made where someone set them', () => {
    const { request } = prepared(
      endpoint(fixed('accept', 'text/csv')),
      call(row('ACCEPT-ENCODING', 'identity'), row('User-agent', 'x')),
    );
    expect(request.headers.map(({ from }) => from)).toEqual(['endpoint', 'node', 'node']);
  });
});

describe('a header that cannot be sent', () => {
  it.each(['Connection', 'Content-Length', 'transfer-encoding', 'Upgrade', 'Trailer', 'Proxy-Authorization'])(
    'is %s, which the connection makes',
    (name) => {
      for (const exception of [
        refused(endpoint(fixed(name, 'x')), call()),
        refused(endpoint(), call(row(name, 'x'))),
      ])
        expect(exception).toMatchObject({
          code: 'header-reserved',
          sentence: `The header ${name} is set by Flowbench itself.`,
        });
    },
  );

  it('is another Host; the same one is sent once', () => {
    expect(refused(endpoint(), call(row('Host', 'admin.internal'))).code).toBe('header-reserved');
    const { request } = prepared(endpoint(), call(row('Host', 'Shop.Example')));
    expect(request.headers.map(({ name }) => name)).not.toContain('Host');
  });

  it.each([
    ['a\r\nX-Evil: 1', 'header-value-line-break'],
    ['a\u0001', 'header-value-control-character'],
    ['日本', 'header-value-not-latin1'],
  ])('is one whose expression gives %j', (value, code) => {
    const exception = refused(endpoint(), call(row('X-Note', 'v {{note}}')), {
      variables: { order_id: 7, note: value },
    });
    expect(exception).toMatchObject({
      code,
      field: 'the header X-Note',
      line: 1,
      column: 3,
      expression: '{{note}}',
    });
    expect(exception.sentence).toContain('X-Note');
    expect(JSON.stringify(exception)).not.toContain('Evil');
  });

  it('is one with a line break in its own text', () => {
    expect(refused(endpoint(), call(row('X-Note', 'a\nb'))).sentence).toBe(
      'The value of the header X-Note holds a line break or a NUL character.',
    );
  });

  it.each(['X Note', 'X-Nöte', 'X-Note:'])('is named "%s"', (name) => {
    expect(refused(endpoint(), call(row(name, 'x')))).toMatchObject({ code: 'header-name-invalid' });
  });
});

describe('whatever a variable holds', () => {
  it('a header is one line of Latin-1, or the call is not made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (note) => {
        const scope = { variables: { order_id: 7, note } };
        const makeCall = () =>
          sentHeader(prepared(endpoint(), call(row('X-Note', '{{note}}')), scope), 'X-Note');
        if (headerValueProblem(note) === null) expect(makeCall()).toEqual([note]);
        else expect(makeCall).toThrow(/^header-value-/);
      }),
    );
  });

  it('a header name is a token, or the call is not made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }), (name) => {
        const scope = { variables: { order_id: 7, name } };
        const made = headerValueProblem(name) === null && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name.trim());
        const names = () => prepared(endpoint(), call(row('{{name}}', 'x')), scope).request.headers[0]?.name;
        if (made) expect(names()).toBe(name.trim());
        else expect(names).toThrow(/^header-/);
      }),
    );
  });
});
