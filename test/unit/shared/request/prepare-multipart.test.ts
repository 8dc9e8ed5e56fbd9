// Parts, names and files of a form have to survive any character that people put in them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreparedBody } from '#shared/request/prepared-request.ts';
import type { FileRow, Row } from '#shared/request/row.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { getOrder, prepared, refused, sentHeader, shopApi } from './shop-call.ts';
import { runs } from '../../../support/runs.ts';
import { secretsOfEnvironment } from '../../../support/secrets-of-environment.ts';

const endpoint = shopApi({ auth: { type: 'none' } });
const upload = (...rows: (Row | FileRow)[]) =>
  getOrder({ method: 'POST', path: '/files', body: { type: 'multipart', rows } });
const send = (rows: readonly (Row | FileRow)[], variables: ValueObject = {}) =>
  prepared(endpoint, upload(...rows), { variables });
const row = (name: string, value: string, enabled = true): Row => ({ name, value, enabled });

function multipart(body: PreparedBody): Extract<PreparedBody, { type: 'multipart' }> {
  if (body.type !== 'multipart') throw new Error(`The body is ${body.type}.`);
  return body;
}

/** The bytes as the executor puts them together, files by what `files` says. */
function wire(body: PreparedBody, files: Readonly<Record<string, string>> = {}): Buffer {
  const { boundary, parts } = multipart(body);
  const pieces = parts.flatMap(({ content, headers }) => [
    Buffer.from(`--${boundary}\r\n${headers}\r\n`),
    'bytes' in content ? Buffer.from(content.bytes) : Buffer.from(files[content.file] ?? ''),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

describe('a multipart body', () => {
  const invoice: FileRow = {
    name: 'invoice',
    file: 'files/2025/invoice 7.pdf',
    contentType: 'application/pdf',
    enabled: true,
  };

  it('takes the name of a file as it is, and a name that was typed as a template', () => {
    const file = 'files/report {{draft}}.pdf';
    const sent = send(
      [
        { ...invoice, file },
        { ...invoice, file, fileName: 'report {{draft}}.pdf' },
      ],
      {
        draft: 3,
      },
    );
    expect(
      multipart(sent.request.body).parts.map(({ headers }) => /filename="(.*)"/.exec(headers)?.[1]),
    ).toEqual(['report {{draft}}.pdf', 'report 3.pdf']);
  });

  it('has a part for each row, in order, and files only by name', () => {
    const { request } = send([row('order', '{{order_id}}'), row('', ''), row('off', 'x', false), invoice], {
      order_id: 7,
    });
    expect(multipart(request.body)).toEqual({
      type: 'multipart',
      boundary: 'shop5boundary',
      holdsSecret: false,
      parts: [
        {
          name: 'order',
          headers: 'Content-Disposition: form-data; name="order"\r\n',
          content: { bytes: new TextEncoder().encode('7') },
        },
        {
          name: 'invoice',
          headers:
            'Content-Disposition: form-data; name="invoice"; filename="invoice 7.pdf"\r\nContent-Type: application/pdf\r\n',
          content: { file: 'files/2025/invoice 7.pdf' },
        },
      ],
    });
  });

  it('says what separates its parts', () => {
    const preparation = send([row('a', '1')]);
    expect(sentHeader(preparation, 'Content-Type')).toEqual(['multipart/form-data; boundary=shop5boundary']);
  });

  it.each([
    ['multipart/form-data', 'multipart/form-data; boundary=shop5boundary'],
    ['Multipart/Mixed; a=b', 'Multipart/Mixed; a=b; boundary=shop5boundary'],
    ['multipart/form-data; boundary=own', 'multipart/form-data; boundary=own'],
    ['text/plain', 'text/plain'],
  ])('under the header row "%s" says "%s"', (given, sent) => {
    const call = { ...upload(row('a', '1')), headers: [row('Content-Type', given)] };
    expect(sentHeader(prepared(endpoint, call), 'Content-Type')).toEqual([sent]);
  });

  it('may name a file otherwise, also by an expression', () => {
    const named = { ...invoice, fileName: 'order-{{id}}.pdf', contentType: 'application/{{kind}}' };
    const { request } = send([named], { id: 7, kind: 'pdf' });
    expect(multipart(request.body).parts[0]?.headers).toBe(
      'Content-Disposition: form-data; name="invoice"; filename="order-7.pdf"\r\nContent-Type: application/pdf\r\n',
    );
  });

  it('takes a file of no known type as bytes', () => {
    const { request } = send([{ name: 'data', file: 'a\\b\\data.bin', enabled: true }]);
    expect(multipart(request.body).parts[0]?.headers).toBe(
      'Content-Disposition: form-data; name="data"; filename="data.bin"\r\nContent-Type: application/octet-stream\r\n',
    );
  });

  it('with a file that nobody chose stops the call', () => {
    expect(refused(endpoint, upload({ ...invoice, file: '' }))).toMatchObject({
      code: 'body-file-unreadable',
      sentence: 'The file of the form row invoice could not be read.',
      field: 'the form row invoice',
    });
  });

  it('can be shown, with files by name and sizes without them', () => {
    const preparation = send([row('note', 'é{{x}}'), invoice], { x: '!' });
    const { body } = preparation.masked;
    if (body.type !== 'text') throw new Error('It is text.');
    expect(body.segments.map(({ text }) => text).join('')).toBe(
      wire(preparation.request.body, {
        [invoice.file]: '(the content of files/2025/invoice 7.pdf)',
      }).toString(),
    );
    expect(body.segments).toContainEqual({
      text: '!',
      from: 'expression',
      origins: [{ name: 'x', kind: 'variable' }],
    });
    expect(body.sizeBytes).toBe(wire(preparation.request.body).length);
  });

  it('holds a secret where one of its rows does', () => {
    const scope = { variables: {} };
    const environmentSecrets = secretsOfEnvironment({ key: 'whsec_1f2e3d4c5b' });
    const call = upload(row('key', '{{key}}'));
    const { masked, request } = prepared(endpoint, call, scope, { environmentSecrets });
    expect(request.body).toMatchObject({ holdsSecret: true });
    expect(JSON.stringify(masked)).not.toContain('whsec');
  });
});

describe('whatever the variables hold', () => {
  it('a part is one part and gives its value back', async () => {
    const text = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(text, text, async (name, value) => {
        fc.pre(!value.includes('shop5boundary'));
        const rows = [row('first', '1'), row('n{{name}}', '{{value}}'), row('last', '2')];
        const preparation = send(rows, { name, value });
        const [type = ''] = sentHeader(preparation, 'Content-Type');
        const body = new Uint8Array(wire(preparation.request.body));
        // The reader of Node's own fetch, which nobody here wrote.
        const form = await new Response(body, { headers: { 'content-type': type } }).formData();
        expect([...form.values()]).toEqual(['1', Buffer.from(value).toString(), '2']);
        expect([...form.keys()].at(0)).toBe('first');
        expect([...form.keys()].at(-1)).toBe('last');
      }),
      { numRuns: runs(60) },
    );
  });

  it('no header of a part has a line break that is not ours', () => {
    const file = { name: '{{x}}', file: 'files/a.bin', fileName: '{{x}}', enabled: true };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (x) => {
        const [part] = multipart(send([file], { x: `"\r\n${x}` }).request.body).parts;
        expect(part?.headers.split(/\r\n|\r|\n/)).toHaveLength(3);
        expect(part?.headers.match(/"/g)).toHaveLength(4);
      }),
    );
  });
});
