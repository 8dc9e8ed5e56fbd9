import { z } from 'zod';

/** A certificate that a server showed. All of it is public. */
export const certificateSchema = z.strictObject({
  /** The common name, else the organisation. */
  subject: z.string(),
  issuer: z.string(),
  /** All parts of the names: `CN=a.test, O=Acme`. */
  subjectName: z.string(),
  issuerName: z.string(),
  /** Hosts and addresses that it is made out to. */
  names: z.array(z.string()),
  /** ISO 8601 in UTC. */
  validFrom: z.string(),
  validTo: z.string(),
  /** SHA-256, bytes in capitals with colons between them. */
  fingerprint: z.string(),
  /** Kind and size: `RSA 2048`; `null` where that is not known. */
  publicKey: z.string().nullable(),
});

/** What an encrypted connection agreed on, and how its certificate was taken. */
export const securedSchema = z.strictObject({
  /** For example `TLSv1.3`. */
  tlsVersion: z.string(),
  cipher: z.string(),
  /** `off`: the endpoint does not ask who the server is. */
  verification: z.enum(['passed', 'failed', 'off']),
  /** What is wrong with the certificate, in a sentence. */
  trouble: z.string().nullable(),
  /** From the server's own to its authority, as far as it is known. */
  certificates: z.array(certificateSchema),
});

export type ShownCertificate = z.infer<typeof certificateSchema>;
export type Secured = z.infer<typeof securedSchema>;
