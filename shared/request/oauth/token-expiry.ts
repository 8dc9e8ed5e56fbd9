/** As long before its end as this, or a tenth of its life where that is shorter, a token is fetched anew. */
const renewedAheadMs = 30_000;

/** When a token is good, in milliseconds since 1970. */
export interface TokenTimes {
  readonly obtainedAtMs: number;
  /** `null` where the server does not say. */
  readonly expiresAtMs: number | null;
}

/** Whether a token is so near its end that another one should be fetched. */
export function isDue({ expiresAtMs, obtainedAtMs }: TokenTimes, nowMs: number): boolean {
  if (expiresAtMs === null) return false;
  const aheadMs = Math.min(renewedAheadMs, Math.max(0, expiresAtMs - obtainedAtMs) / 10);
  return nowMs >= expiresAtMs - aheadMs;
}

/** Whether a token is past its end. */
export function isOver({ expiresAtMs }: TokenTimes, nowMs: number): boolean {
  return expiresAtMs !== null && nowMs >= expiresAtMs;
}
