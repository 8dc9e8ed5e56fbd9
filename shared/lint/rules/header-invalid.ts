import { headerValueProblem, isReservedHeader, isToken } from '../../request/header-checks.ts';
import type { Endpoint } from '../../endpoint/endpoint.ts';
import type { FlowNode } from '../../nodes/node.ts';
import { isSecretReference } from '../../secret/credential.ts';
import { headerCell } from '../endpoint-templates.ts';
import { endpointFix, nodeFix } from '../flow-fix.ts';
import type { Fix } from '../finding.ts';
import type { Found, FoundPlace, LintRule } from '../lint-rule.ts';

/** Headers that cannot be sent. */
export const headerInvalid: LintRule = {
  id: 'header-invalid',
  severity: 'error',
  why: 'A header that cannot be sent keeps the whole call from being made.',
  doc: 'Told for a header without a name or with one that is no token (RFC 9110 §5.6.2), for one that the connection makes itself, such as `Content-Length`, and for characters that no value may have. What expressions give is known to a run only.',
  checks: { node: inCall, endpoint: inEndpoint },
};

interface Line {
  readonly name: string;
  /** `null` for a secret, of which nothing is known. */
  readonly value: string | null;
}

function inCall(node: FlowNode): readonly Found[] {
  if (node.kind !== 'api-call') return [];
  return node.config.headers.flatMap((row, at) => {
    if (!row.enabled || (row.name === '' && row.value === '')) return [];
    const off = nodeFix('Switch it off', node, (now) => {
      const known = now.config.headers[at];
      if (known?.name !== row.name) return now;
      return {
        ...now,
        config: { ...now.config, headers: now.config.headers.with(at, { ...known, enabled: false }) },
      };
    });
    return found(row, (cell) => ({ ...headerCell(at, cell), tab: 'request' }), off);
  });
}

function inEndpoint({ headers }: Endpoint): readonly Found[] {
  return headers.flatMap(({ name, value, enabled }, at) => {
    if (!enabled) return [];
    const off = endpointFix('Switch it off', (now) => {
      const known = now.headers[at];
      return known?.name === name
        ? { ...now, headers: now.headers.with(at, { ...known, enabled: false }) }
        : now;
    });
    const text = isSecretReference(value) ? null : value.template;
    return found({ name, value: text }, (cell) => headerCell(at, cell), off);
  });
}

function found(line: Line, placeOf: (cell: 'Name' | 'Value') => FoundPlace, off: Fix): readonly Found[] {
  const trouble = troubleWith(line);
  return trouble === null ? [] : [{ message: trouble.message, at: placeOf(trouble.cell), fixes: [off] }];
}

const hasExpression = (text: string): boolean => text.includes('{{');

function troubleWith({
  name,
  value,
}: Line): { readonly message: string; readonly cell: 'Name' | 'Value' } | null {
  if (hasExpression(name)) return null;
  const trimmed = name.trim();
  if (trimmed === '') return { message: 'A header has a value and no name.', cell: 'Name' };
  if (!isToken(trimmed)) return { message: `${trimmed} is no name that a header can have.`, cell: 'Name' };
  const isHost = trimmed.toLowerCase() === 'host';
  if (!isHost && isReservedHeader(trimmed, '', ''))
    return { message: `${trimmed} is made by the connection itself and cannot be set.`, cell: 'Name' };
  if (value === null || hasExpression(value)) return null;
  const problem = headerValueProblem(value);
  return problem === null
    ? null
    : {
        message: `The value of ${trimmed} has a character that cannot be sent: ${problem.character}.`,
        cell: 'Value',
      };
}
