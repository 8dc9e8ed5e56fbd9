import { z } from 'zod';
import { callSettingsSchema } from '../request/call-settings.ts';
import { maskedHeaderSchema, maskedRequestSchema, maskedTlsSchema } from '../request/masked-request.ts';
import { standInShownSchema } from '../stand-in/stand-in.ts';
import { eventBase } from './event-base.ts';
import { securedSchema } from './secured-event.ts';

/** The number of an attempt and of its exchange (a redirect makes another), both from 1. */
const attempt = z.number().int().min(1);
const exchange = z.number().int().min(1);

/** An event of a stream, as its exchange tells it while it comes. */
export const streamEventSchema = z.strictObject({
  /** From 1 within the exchange; where events come faster than a window can follow, numbers are left out. */
  number: z.number().int().min(1),
  /** Since the exchange began, in milliseconds. */
  atMs: z.number(),
  event: z.string(),
  id: z.string().nullable(),
  data: z.string(),
  /** Whether it was ended before the stream was; else it is no part of the body. */
  complete: z.boolean(),
});

export const phaseNameSchema = z.enum(['dns', 'connect', 'tls', 'send', 'wait', 'download']);

/** A body that the main process keeps: read in ranges through `body.read`. */
export const bodyHandleSchema = z.strictObject({
  handle: z.string(),
  sizeBytes: z.number(),
  contentType: z.string().nullable(),
  /** `json`, `text` and `events` are UTF-8 text after unpacking and charset; `binary` is bytes. */
  kind: z.enum(['json', 'text', 'events', 'binary', 'none']),
});

export const callEventSchemas = [
  z.strictObject({
    ...eventBase,
    type: z.literal('call-prepared'),
    endpointName: z.string(),
    request: maskedRequestSchema,
    settings: callSettingsSchema,
    /** What answers the call, or its first attempts, in place of the network. */
    standIn: standInShownSchema.optional(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('attempt-started'),
    attempt,
    /** What answers it in place of the network. */
    standIn: standInShownSchema.optional(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('exchange-started'),
    attempt,
    exchange,
    method: z.string(),
    url: z.string(),
    /** `host:port` of the proxy that it goes through; absent, it goes straight. */
    proxy: z.string().optional(),
    /** Every line of the head as it left, also what the connection itself needs; secrets are masks. */
    headers: z.array(maskedHeaderSchema),
    /** 0 without a body, as after a redirect that made a GET of a POST. */
    bodySizeBytes: z.number(),
    /** What was asked of TLS; absent without TLS, and where nothing special was. */
    tls: maskedTlsSchema.optional(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('exchange-secured'),
    attempt,
    exchange,
    secured: securedSchema,
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('exchange-phase'),
    attempt,
    exchange,
    phase: phaseNameSchema,
    startMs: z.number(),
    tookMs: z.number(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('exchange-redirected'),
    attempt,
    exchange,
    statusCode: z.number(),
    to: z.string(),
    dropped: z.array(z.string()),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('response-head'),
    attempt,
    exchange,
    statusCode: z.number(),
    reason: z.string(),
    httpVersion: z.string(),
    remoteAddress: z.string().nullable(),
    reusedConnection: z.boolean(),
    headers: z.array(z.tuple([z.string(), z.string()])),
  }),
  z.strictObject({
    ...eventBase,
    ...streamEventSchema.shape,
    type: z.literal('stream-event'),
    attempt,
    exchange,
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('attempt-ended'),
    attempt,
    statusCode: z.number().nullable(),
    /** A code of the closed list where the attempt got no answer that counts; `null` for a complete response. */
    code: z.string().nullable(),
    tookMs: z.number(),
    sentence: z.string().nullable(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('retry-waiting'),
    attempt,
    delayMs: z.number(),
    reason: z.string(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('call-ended'),
    status: z.enum(['success', 'error', 'failure', 'exception']),
    statusCode: z.number().nullable(),
    reason: z.string().nullable(),
    code: z.string().nullable(),
    phase: z.string().nullable(),
    sentence: z.string().nullable(),
    wayOn: z.string().nullable(),
    attempts: z.number(),
    tookMs: z.number(),
    sizeBytes: z.number(),
    variable: z.string(),
    /** What kept the call from being made, where nothing of it was prepared. */
    standIn: standInShownSchema.optional(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: bodyHandleSchema.nullable(),
    parseError: z.strictObject({ message: z.string(), line: z.number(), column: z.number() }).nullable(),
  }),
] as const;

export type StreamEventView = z.infer<typeof streamEventSchema>;
export type PhaseName = z.infer<typeof phaseNameSchema>;
export type BodyHandle = z.infer<typeof bodyHandleSchema>;
