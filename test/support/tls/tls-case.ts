// The words in which the table of TLS is written.
import type { TlsCall, TlsCallFacts } from './tls-calls.ts';

/** Calls of one run, and what each must come to. */
export interface TlsCase {
  readonly name: string;
  readonly calls: readonly TlsCall[];
  readonly expected: readonly Expected[];
}

/** The facts that are asked for; a body may also be told by a part of it. */
export type Expected = Partial<Omit<TlsCallFacts, 'body'>> & { readonly body?: string | TextWith };

export const passed = (chain: readonly string[], version = 'TLSv1.3') => [
  { version, verification: 'passed', trouble: null, chain },
];
export const failed = (trouble: string, chain: readonly string[]) => [
  { version: 'TLSv1.3', verification: 'failed', trouble, chain },
];
export const off = (trouble: string | null, chain: readonly string[]) => [
  { version: 'TLSv1.3', verification: 'off', trouble, chain },
];
export const success = (body: string): Expected => ({
  status: 'success',
  statusCode: 200,
  body,
  defects: [],
});
export const failure = (code: string, sentence: string): Expected => ({
  status: 'failure',
  statusCode: null,
  code,
  sentence,
  attempts: 1,
  defects: [],
});
/** Our side could not make the call: no server has heard of it. */
export const exception = (code: string, sentence: string): Expected => ({
  status: 'exception',
  code,
  sentence,
  attempts: 0,
  secured: [],
  defects: [],
});

export const one = (name: string, call: TlsCall, expected: Expected): TlsCase => ({
  name,
  calls: [call],
  expected: [expected],
});

/** Stands for any text that holds another. */
export interface TextWith {
  readonly textWith: string;
}

export function expectText(textWith: string): TextWith {
  return { textWith };
}

export function damaged(pem: string): string {
  return pem.replace(/\n(.{40})/, '\n');
}
