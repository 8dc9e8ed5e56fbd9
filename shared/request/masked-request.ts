import { z } from 'zod';
import { tlsVersions } from '../endpoint/tls.ts';

/** Shown wherever a secret value would stand. Eight dots whatever the length, so that the length stays secret too. */
export const maskText = '••••••••';

/** A name that an expression read and what it stands for; `system` are the names that Flowbench gives (`@now`). */
export const valueOriginSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['variable', 'default', 'environment', 'system', 'unknown']),
});

/** A piece of a request as it will be sent: literal text, what an expression gave, or the mask of a secret. */
export const maskedSegmentSchema = z.strictObject({
  text: z.string(),
  from: z.enum(['literal', 'expression', 'secret']),
  /** Of a secret: the shell variable that stands for it in a copied command. */
  variable: z.string().optional(),
  /** Of a secret that is percent-encoded where it stands. */
  percentEncoded: z.boolean().optional(),
  /** Of what an expression gave: the names it read. */
  origins: z.array(valueOriginSchema).optional(),
  /** The file of the workspace whose content is sent here; the text only tells of it. */
  file: z.string().optional(),
});

/** A header as it will be sent, and which document it came from. */
export const maskedHeaderSchema = z.strictObject({
  name: z.string(),
  value: z.array(maskedSegmentSchema),
  from: z.enum(['credential', 'endpoint', 'node', 'generated', 'cookie-jar']),
  /** Of Basic authentication with a secret: what its base64 is made of, `user:password`. */
  basic: z.array(maskedSegmentSchema).optional(),
  /** Of Digest authentication: what the answer to the server's challenge is made of, `user:password`. */
  digest: z.array(maskedSegmentSchema).optional(),
  /** What there is to say of a value that is only known once the call is made. */
  note: z.string().optional(),
});

/** A part of the address and which document it came from; the parts together are the address. */
export const maskedUrlPartSchema = z.strictObject({
  from: z.enum(['credential', 'endpoint', 'node']),
  segments: z.array(maskedSegmentSchema),
});

/** A part of a multipart body that is plain enough to be written as one option of curl. */
export const maskedFormPartSchema = z.strictObject({
  name: z.string(),
  value: z.array(maskedSegmentSchema),
  /** `null` for a text. */
  file: z.strictObject({ file: z.string(), fileName: z.string(), contentType: z.string() }).nullable(),
});

/** The body as it will be sent: up to 64 kB of masked text, or a sentence about content that is not text. */
export const maskedBodySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({
    type: z.literal('text'),
    segments: z.array(maskedSegmentSchema),
    truncated: z.boolean(),
    sizeBytes: z.number(),
    /** Of a multipart body whose parts are all plain enough. */
    form: z.array(maskedFormPartSchema).optional(),
  }),
  z.strictObject({
    type: z.literal('binary'),
    description: z.string(),
    sizeBytes: z.number().nullable(),
    /** Of the workspace. */
    file: z.string(),
  }),
]);

/** How the encrypted connection is made; files and a passphrase by the shell variables that name them in a copied command. */
export const maskedTlsSchema = z.strictObject({
  /** `false` is to be shown wherever the request is. */
  verify: z.boolean(),
  minVersion: z.enum(tlsVersions),
  authorities: z.string().nullable(),
  clientCertificate: z
    .strictObject({
      type: z.enum(['pem', 'pkcs12']),
      file: z.string(),
      keyFile: z.string().nullable(),
      /** The variable of its passphrase; `null` where it has none. */
      passphrase: z.string().nullable(),
    })
    .nullable(),
});

/** A prepared request without any secret value: what the page, the events and the history may see (SEMANTICS, Secrets). */
export const maskedRequestSchema = z.strictObject({
  method: z.string(),
  url: z.array(maskedSegmentSchema),
  /** Absent where the address cannot be taken apart. */
  urlParts: z.array(maskedUrlPartSchema).optional(),
  headers: z.array(maskedHeaderSchema),
  body: maskedBodySchema,
  /** What the endpoint asks of TLS; absent without TLS, and where it asks for nothing special. */
  tls: maskedTlsSchema.optional(),
});

export type MaskedSegment = z.infer<typeof maskedSegmentSchema>;
export type MaskedHeader = z.infer<typeof maskedHeaderSchema>;
export type ValueOrigin = z.infer<typeof valueOriginSchema>;
export type MaskedUrlPart = z.infer<typeof maskedUrlPartSchema>;
export type MaskedFormPart = z.infer<typeof maskedFormPartSchema>;
export type MaskedBody = z.infer<typeof maskedBodySchema>;
export type MaskedTls = z.infer<typeof maskedTlsSchema>;
export type MaskedRequest = z.infer<typeof maskedRequestSchema>;
