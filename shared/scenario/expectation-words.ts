import { assertNever } from '../outcome/assert-never.ts';
import { formatDuration } from '../run-events/format-duration.ts';
import type { Expectation, ExpectationOf } from './expectation.ts';
import type { Matcher, MatcherWay } from './matcher.ts';
import type { NodeName } from './node-name.ts';

/** How nodes and their exits are called in words. */
export interface ExpectationNames {
  readonly node: NodeName;
  readonly exit: (nodeId: string, exit: string) => string;
}

/** What an expectation says beside its kind, in one line: `Get order by success, 2 times`. */
export function expectationInWords(expectation: Expectation, names: ExpectationNames): string {
  switch (expectation.type) {
    case 'message':
      return messageInWords(expectation, names);
    case 'variable':
      return `${expectation.path === '' ? 'no variable yet' : expectation.path} ${matcherInWords(expectation.value)}`;
    case 'exit':
      return exitInWords(expectation, names);
    case 'path':
      return `${inOrder(expectation.nodes, names)}${expectation.exact ? ', and no others' : ''}`;
    case 'calls':
      return `${String(expectation.count)}${expectation.node === undefined ? '' : `, of ${names.node(expectation.node)}`}`;
    case 'call-order':
      return inOrder(expectation.nodes, names);
    case 'call':
      return callInWords(expectation, names);
    case 'end':
      return endInWords(expectation, names);
    case 'duration':
      return durationInWords(expectation);
    default:
      return assertNever(expectation);
  }
}

function messageInWords({ absent, node, text }: ExpectationOf<'message'>, names: ExpectationNames): string {
  const where = node === undefined ? '' : `, at ${names.node(node)}`;
  return `${absent ? 'never: ' : ''}${matcherInWords(text)}${where}`;
}

function exitInWords({ exit, node, times }: ExpectationOf<'exit'>, names: ExpectationNames): string {
  const by = exit === '' ? 'an exit that is not picked yet' : names.exit(node, exit);
  const often = times === undefined ? '' : times === 1 ? ', once' : `, ${String(times)} times`;
  return `${names.node(node)} by ${by}${often}`;
}

function inOrder(nodes: readonly string[], names: ExpectationNames): string {
  return nodes.length === 0 ? 'none' : nodes.map((id) => names.node(id)).join(' → ');
}

function callInWords(expectation: ExpectationOf<'call'>, names: ExpectationNames): string {
  const { attempts, body, headers, method, node, nth, status, statusCode, url } = expectation;
  const parts = [
    `${names.node(node)}${nth === 1 ? '' : `, time ${String(nth)}`}`,
    method,
    url === undefined ? undefined : `URL ${matcherInWords(url)}`,
    ...headers.map(({ name, value }) => `${name} ${matcherInWords(value)}`),
    body === undefined ? undefined : `body ${matcherInWords(body)}`,
    status,
    statusCode === undefined ? undefined : statusCode === null ? 'no response' : String(statusCode),
    attempts === undefined ? undefined : `${String(attempts)} ${attempts === 1 ? 'attempt' : 'attempts'}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function endInWords(
  { message, node, outcome, result }: ExpectationOf<'end'>,
  names: ExpectationNames,
): string {
  const parts = [
    outcome === 'ended' ? 'normally' : 'by a failure',
    node === undefined ? undefined : `at ${names.node(node)}`,
    message === undefined ? undefined : `reason ${matcherInWords(message)}`,
    result === undefined ? undefined : `result ${matcherInWords(result)}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function durationInWords({ atLeastMs, atMostMs }: ExpectationOf<'duration'>): string {
  const parts = [
    atLeastMs === undefined ? undefined : `at least ${formatDuration(atLeastMs)}`,
    atMostMs === undefined ? undefined : `at most ${formatDuration(atMostMs)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'any time' : parts.join(', ');
}

const ways: Readonly<Record<Exclude<MatcherWay, 'present' | 'missing'>, string>> = {
  equal: 'is',
  contains: 'contains',
  subset: 'has at least',
  matches: 'matches',
};

function matcherInWords({ column, is, json, text }: Matcher): string {
  if (is === 'present') return 'is there';
  if (is === 'missing') return 'is not there';
  if (column !== undefined) return `${ways[is]} the column ${column}`;
  return `${ways[is]} ${json ?? `“${text ?? ''}”`}`;
}
