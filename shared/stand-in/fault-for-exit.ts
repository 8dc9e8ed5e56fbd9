import { callExits } from '../interpreter/steps/api-call.ts';
import type { ApiCallConfig } from '../nodes/api-call-node.ts';
import { isSuccessCode } from '../response/success-code.ts';
import type { Fault } from './fault.ts';
import { newFault } from './new-fault.ts';

type Exits = Pick<ApiCallConfig, 'exits' | 'successCodes'>;

/** Codes that are tried for a wide exit, those first that people mean by it. */
const likelyCodes = [200, 201, 202, 400, 404, 409, 422, 500, 502, 503, 304, 418, 507, 299, 399];

/**
 * The fault that lets a call leave by an exit; `null` where none does, because a more specific exit takes every code, or
 * because nothing that is final has such a code.
 */
export function faultForExit(config: Exits, exit: string): Fault | null {
  return candidates(config, exit).find((fault) => exitOf(config, fault) === exit) ?? null;
}

function candidates({ successCodes }: Exits, exit: string): readonly Fault[] {
  if (/^[2-5]\d\d$/.test(exit)) return [statusFault(Number(exit))];
  const range = /^([2-5])xx$/.exec(exit)?.[1];
  const codes = range === undefined ? [...likelyCodes, ...successCodes] : codesOf(Number(range));
  const statuses = codes.filter((code) => code >= 200).map(statusFault);
  // Where a code can take the exit it tells more than a connection that is refused.
  return [...statuses, newFault('refused'), newFault('exception')];
}

function codesOf(range: number): readonly number[] {
  const all = Array.from({ length: 100 }, (_, at) => range * 100 + at);
  return [...likelyCodes.filter((code) => all.includes(code)), ...all];
}

function statusFault(statusCode: number): Fault {
  const isSuccess = statusCode < 300;
  const body = isSuccess
    ? '{ "note": "This answer was asked for." }'
    : '{ "error": "This fault was asked for." }';
  return { kind: 'status', statusCode, body: statusCode === 204 || statusCode === 304 ? '' : body };
}

/** The exit that comes of a fault, as the interpreter decides it. */
function exitOf(config: Exits, fault: Fault): string {
  if (fault.kind === 'exception') return callExits(config, 'exception', null)[0];
  if (fault.kind !== 'status') return callExits(config, 'failure', null)[0];
  const isSuccess = isSuccessCode(fault.statusCode, config.successCodes);
  return callExits(config, isSuccess ? 'success' : 'error', fault.statusCode)[0];
}
