/** As much of an error of Node as tells what happened. */
export interface SystemError {
  /** `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `HPE_INVALID_CONSTANT` and the like; `unknown` where there is none. */
  readonly code: string;
  /** The call to the operating system that failed; Node's own findings (`socket hang up`) have none. */
  readonly syscall: string | null;
  readonly message: string;
}

/**
 * Reads what an error of Node says.
 *
 * Where a name has several addresses, their errors come as one AggregateError. A refusal says more than an address that
 * nobody answered at, so it is preferred.
 */
export function systemErrorOf(error: unknown): SystemError {
  const errors = error instanceof AggregateError ? error.errors.map(systemErrorOf) : [];
  const telling = errors.find(({ code }) => code === 'ECONNREFUSED') ?? errors[0];
  if (telling !== undefined) return telling;
  const { code, syscall, message } = Object(error) as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : 'unknown',
    syscall: typeof syscall === 'string' ? syscall : null,
    message: typeof message === 'string' ? message : '',
  };
}
