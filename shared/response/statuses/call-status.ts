/** How one kind of `error`, `failure` or `exception` behaves and what it says: the shape of a row of the closed list. */
export interface CallStatus<
  Status extends UnsuccessfulStatus = UnsuccessfulStatus,
  Message extends string = string,
  WayOn extends string = string,
> {
  readonly status: Status;
  /** Where in a call it can happen. */
  readonly phases: readonly CallPhase[];
  /** `listed-codes`: only if the status code is in the retry list. `never`: whatever the policy says. */
  readonly retried: 'yes' | 'never' | 'listed-codes';
  /** Whether bytes of the request left: `no` makes a repeat safe for every method, `by-phase` depends on the phase. */
  readonly requestSent: 'no' | 'maybe' | 'yes' | 'by-phase';
  /** What happened, with `{placeholders}`. */
  readonly message: Message;
  /** What a person can do about it, with `{placeholders}`. */
  readonly wayOn: WayOn;
}

/** The values of a response variable's `status` that need an explanation. */
export type UnsuccessfulStatus = 'error' | 'failure' | 'exception';

/** The steps of a call in their order; `delay` is the pause between two attempts. */
export const callPhases = [
  'prepare',
  'token',
  'dns',
  'connect',
  'proxy',
  'tls',
  'send',
  'wait',
  'read',
  'decode',
  'redirect',
  'response',
  'delay',
] as const;

/** A step of a call. */
export type CallPhase = (typeof callPhases)[number];

/** A row for a complete response: something came back, so the request was sent and only its code may be repeated. */
export function answerStatus<const Message extends string, const WayOn extends string>(
  phase: 'response' | 'redirect',
  message: Message,
  wayOn: WayOn,
): CallStatus<'error', Message, WayOn> {
  return { status: 'error', phases: [phase], retried: 'listed-codes', requestSent: 'yes', message, wayOn };
}

/** A row for a call that was tried and got no complete response. */
export function failureStatus<const Message extends string, const WayOn extends string>(
  phases: readonly CallPhase[],
  retried: 'yes' | 'never',
  requestSent: CallStatus['requestSent'],
  message: Message,
  wayOn: WayOn,
): CallStatus<'failure', Message, WayOn> {
  return { status: 'failure', phases, retried, requestSent, message, wayOn };
}

/** A row for a call that our side could not make: nothing was sent and repeating changes nothing. */
export function exceptionStatus<const Message extends string, const WayOn extends string>(
  message: Message,
  wayOn: WayOn,
): CallStatus<'exception', Message, WayOn> {
  return { status: 'exception', phases: ['prepare'], retried: 'never', requestSent: 'no', message, wayOn };
}

/** A row for a call whose access token was refused: decided by the token server, but nothing was sent to the API. */
export function tokenExceptionStatus<const Message extends string, const WayOn extends string>(
  message: Message,
  wayOn: WayOn,
): CallStatus<'exception', Message, WayOn> {
  return { ...exceptionStatus(message, wayOn), phases: ['token'] };
}
