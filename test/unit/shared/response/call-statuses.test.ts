// The list of statuses is closed and flows rely on it; it is held against its table.
import { describe, expect, it } from 'vitest';
import {
  callStatuses,
  callStatusSentence,
  callStatusWayOn,
  type CallStatusCode,
  statusPlaceholders,
  type StatusPlaceholders,
} from '#shared/response/call-statuses.ts';
import { callPhases } from '#shared/response/statuses/call-status.ts';
import { readCases } from '../../../support/read-cases.ts';

interface StatusTable {
  readonly phases: readonly string[];
  readonly statuses: readonly {
    readonly code: CallStatusCode;
    readonly status: string;
    readonly phases: readonly string[];
    readonly retried: string;
    readonly request_sent: string;
    readonly message: string;
    readonly way_on: string;
    readonly placeholders: readonly string[];
  }[];
}

const table = readCases('statuses') as StatusTable;

describe('the closed list of statuses', () => {
  it('has the 101 codes of the table and no other', () => {
    expect(table.statuses).toHaveLength(101);
    expect(Object.keys(callStatuses).sort()).toEqual(table.statuses.map((row) => row.code).sort());
  });

  it('names the phases in the order of the table', () => {
    expect(callPhases).toEqual(table.phases);
  });

  it.each(table.statuses)('says of $code what the table says', (row) => {
    expect(callStatuses[row.code]).toEqual({
      status: row.status,
      phases: row.phases,
      retried: row.retried,
      requestSent: row.request_sent,
      message: row.message,
      wayOn: row.way_on,
    });
    expect(statusPlaceholders(row.code)).toEqual(row.placeholders);
  });

  it.each(table.statuses)('fills every open place of $code', (row) => {
    const known = Object.fromEntries(row.placeholders.map((name) => [name, `<${name}>`]));
    const fill = (text: string): string =>
      row.placeholders.reduce((sentence, name) => sentence.replaceAll(`{${name}}`, `<${name}>`), text);
    expect(callStatusSentence(row.code, known)).toBe(fill(row.message));
    expect(callStatusWayOn(row.code, known)).toBe(fill(row.way_on));
  });

  it.each(table.statuses)('makes whole sentences of $code although nothing is known', (row) => {
    for (const sentence of [callStatusSentence(row.code, {}), callStatusWayOn(row.code, {})]) {
      expect(sentence).toMatch(/^.*[^ ,;][.?]$/);
      expect(sentence).not.toMatch(/\{[a-z_]+\}|\(\)| {2}/);
    }
  });
});

describe('a sentence of the list', () => {
  const sentences: readonly (readonly [CallStatusCode, StatusPlaceholders, string])[] = [
    [
      'connection-refused',
      { host: 'shop.example', port: 443 },
      'shop.example refused the connection on port 443.',
    ],
    [
      'http-status',
      { host: 'shop.example', status_code: 404, reason: 'Not Found' },
      'shop.example answered 404 Not Found.',
    ],
    ['http-status', { host: 'shop.example', status_code: 500, reason: '' }, 'shop.example answered 500.'],
    [
      'body-truncated',
      { host: 'shop.example', received_bytes: 3, expected_bytes: 10 },
      'shop.example ended the connection before the answer was complete (3 of 10 bytes).',
    ],
    [
      'body-truncated',
      { host: 'shop.example', received_bytes: 3, expected_bytes: null },
      'shop.example ended the connection before the answer was complete.',
    ],
    [
      'body-truncated',
      { host: 'shop.example', received_bytes: 0, expected_bytes: 10 },
      'shop.example ended the connection before the answer was complete (0 of 10 bytes).',
    ],
    [
      'body-json-invalid',
      { line: 2, column: 7, expression: null },
      'The body is not valid JSON at line 2, column 7.',
    ],
    [
      'header-value-line-break',
      { header: 'X-Note' },
      'The value of the header X-Note holds a line break or a NUL character.',
    ],
    ['dns-not-found', {}, 'The name unknown is not known.'],
  ];

  it.each(sentences)('of %s with %o', (code, placeholders, sentence) => {
    expect(callStatusSentence(code, placeholders)).toBe(sentence);
  });

  it('leaves a question out that it cannot ask', () => {
    expect(callStatusWayOn('template-unknown-helper', {})).toBe('Choose one of the list.');
    expect(callStatusWayOn('template-unknown-helper', { suggestion: 'upper' })).toBe(
      'Choose one of the list; did you mean upper?',
    );
  });

  it('takes a value as it is, also one that looks like an open place', () => {
    expect(callStatusSentence('dns-not-found', { host: '{port} $& $1' })).toBe(
      'The name {port} $& $1 is not known.',
    );
  });

  it('keeps the braces of an example that is no open place', () => {
    expect(callStatusWayOn('url-path-value-missing', {})).toContain('{{default ...}}');
  });
});
