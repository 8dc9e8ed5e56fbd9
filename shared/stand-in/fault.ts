import { z } from 'zod';

const milliseconds = z.number().int().min(0).max(86_400_000);
const statusCode = z.number().int().min(200).max(599);

/** The clocks that a fault can let strike (SEMANTICS, Timeouts). */
export const faultClocks = ['connect', 'response', 'idle', 'total'] as const;

/** What can be wrong with TLS: a certificate that is refused, or no handshake at all. */
export const tlsFaults = [
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-self-signed',
  'certificate-not-trusted',
  'certificate-host-mismatch',
  'tls-handshake-failed',
  'tls-not-spoken',
] as const;

/** An answer that a fault gives, or begins to give: its body is JSON where it can be read as such, else text. */
const answer = { statusCode: statusCode.default(200), body: z.string().default('') };

/**
 * What is to go wrong with a call. Each is played at the socket, so that what comes of it is decided where a real failure
 * is. What takes time (latency, a slow drip) takes real time; a clock strikes at once unless `inRealTime`.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    ...answer,
    /** Sent as `Retry-After`, in seconds. */
    retryAfterS: z.number().int().min(0).max(86_400).optional(),
  }),
  z.strictObject({
    kind: z.literal('timeout'),
    clock: z.enum(faultClocks),
    /** Whether the whole clock is waited out; `total` always strikes at once. */
    inRealTime: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('dns') }),
  z.strictObject({ kind: z.literal('refused') }),
  z.strictObject({ kind: z.literal('reset') }),
  z.strictObject({ kind: z.literal('tls'), trouble: z.enum(tlsFaults) }),
  z.strictObject({ kind: z.literal('cut-body'), ...answer }),
  z.strictObject({ kind: z.literal('malformed-json'), ...answer }),
  /** The body comes in pieces, evenly over this time. */
  z.strictObject({ kind: z.literal('slow-drip'), ...answer, overMs: milliseconds.default(5000) }),
  /** The answer takes this long to begin. */
  z.strictObject({ kind: z.literal('latency'), ...answer, delayMs: milliseconds.default(2000) }),
  /** Our own side cannot make the call: the secrets are locked. */
  z.strictObject({ kind: z.literal('exception') }),
]);

export type Fault = z.infer<typeof faultSchema>;
export type FaultKind = Fault['kind'];
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>;
export type TlsFault = (typeof tlsFaults)[number];

/** Every kind, in the order in which a list of them reads best: answers first, then connections, then our side. */
export const faultKinds = [
  'status',
  'malformed-json',
  'cut-body',
  'slow-drip',
  'latency',
  'timeout',
  'dns',
  'refused',
  'reset',
  'tls',
  'exception',
] as const satisfies readonly FaultKind[];
