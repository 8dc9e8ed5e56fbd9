import { answerStatuses } from './statuses/answer-statuses.ts';
import type { CallStatus, UnsuccessfulStatus } from './statuses/call-status.ts';
import { connectionStatuses } from './statuses/connection-statuses.ts';
import { exchangeStatuses } from './statuses/exchange-statuses.ts';
import { preparationStatuses } from './statuses/preparation-statuses.ts';
import { templateStatuses } from './statuses/template-statuses.ts';
import { tlsStatuses } from './statuses/tls-statuses.ts';

export type { CallPhase, CallStatus, UnsuccessfulStatus } from './statuses/call-status.ts';

const rows = {
  ...answerStatuses,
  ...connectionStatuses,
  ...tlsStatuses,
  ...exchangeStatuses,
  ...preparationStatuses,
  ...templateStatuses,
};

type Rows = typeof rows;

/** The closed list of everything that keeps a call from being a success (SEMANTICS, Response variable), by code. */
export const callStatuses: { readonly [Code in CallStatusCode]: CallStatus<Rows[Code]['status']> } = rows;

/** The name of a kind of `error`, `failure` or `exception`; it stands in `error_detail.code`. */
export type CallStatusCode = keyof Rows;

type CodeOf<Status extends UnsuccessfulStatus> = {
  [Code in CallStatusCode]: Rows[Code]['status'] extends Status ? Code : never;
}[CallStatusCode];

/** A code of a complete response that is not a success. */
export type CallErrorCode = CodeOf<'error'>;

/** A code of a call that was tried and got no complete response. */
export type CallFailureCode = CodeOf<'failure'>;

/** A code of a call that our side could not make. */
export type CallExceptionCode = CodeOf<'exception'>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `{${string}` ? never : Name) | NamesIn<Rest>
  : never;

/** A name that a sentence of the list leaves open. */
export type StatusPlaceholder = {
  [Code in CallStatusCode]: NamesIn<Rows[Code]['message'] | Rows[Code]['wayOn']>;
}[CallStatusCode];

/** What fills the open places of a sentence; a name that is absent or `null` is not known. */
export type StatusPlaceholders = Readonly<Partial<Record<StatusPlaceholder, string | number | null>>>;

/** The names that a code's two sentences leave open, in the order of their first use. */
export function statusPlaceholders(code: CallStatusCode): readonly StatusPlaceholder[] {
  const { message, wayOn } = rows[code];
  const names = Array.from(
    `${message} ${wayOn}`.matchAll(openPlace),
    (match) => match[1] as StatusPlaceholder,
  );
  return [...new Set(names)];
}

/**
 * What happened, in one sentence for people. A bracket or side clause that needs something unknown or empty is left out;
 * anywhere else it reads `unknown`.
 */
export function callStatusSentence(code: CallStatusCode, placeholders: StatusPlaceholders): string {
  return filled(rows[code].message, placeholders);
}

/** What a person can do about it, in one sentence, filled like {@link callStatusSentence}. */
export function callStatusWayOn(code: CallStatusCode, placeholders: StatusPlaceholders): string {
  return filled(rows[code].wayOn, placeholders);
}

const openPlace = /\{([a-z0-9_]+)\}/g;

/** What a sentence can do without: a bracket, a reason phrase (servers may send none), where something came from. */
const sideClause = / \([^()]*\)| \{reason\}|, (?:after|from) [^,;]*\.$|; did you mean [^?]*\?$/g;

function filled(sentence: string, placeholders: StatusPlaceholders): string {
  const known = (name: string | undefined) => placeholders[name as StatusPlaceholder] ?? null;
  const lacks = (clause: string): boolean =>
    Array.from(clause.matchAll(openPlace)).some((match) => (known(match[1]) ?? '') === '');
  return sentence
    .replace(sideClause, (clause) => (lacks(clause) ? (/[.?]$/.test(clause) ? '.' : '') : clause))
    .replace(openPlace, (_, name: string) => String(known(name) ?? 'unknown'));
}
