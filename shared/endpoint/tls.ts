import { z } from 'zod';
import { secretReferenceSchema } from '../secret/credential.ts';

/** From the oldest to the newest, as TLS libraries name them. */
export const tlsVersions = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;

/** What is asked of a server where the endpoint says nothing else: older versions are broken (RFC 8996). */
export const defaultMinVersion = 'TLSv1.2';

/** Private keys, PKCS#12 files and passphrases are secrets and nothing else: no document ever holds one. */
export const clientCertificateSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('pem'),
    /** The certificate in PEM form, and behind it those of its issuers that the server may not know. */
    certificate: z.string(),
    key: secretReferenceSchema,
    /** Of a key that is encrypted. */
    passphrase: secretReferenceSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('pkcs12'),
    /** Holds the base64 of the file. */
    file: secretReferenceSchema,
    passphrase: secretReferenceSchema.optional(),
  }),
]);

/** How encrypted connections to the API are made (FORMATS). All of it is for the endpoint's own origin. */
export const tlsSettingsSchema = z.strictObject({
  /** Authorities that are trusted besides the built-in ones: certificates in PEM form, which are public. */
  ca: z.string().optional(),
  clientCertificate: clientCertificateSchema.optional(),
  /** Whether the server has to prove who it is. */
  verify: z.boolean().default(true),
  minVersion: z.enum(tlsVersions).default(defaultMinVersion),
});

export type TlsVersion = (typeof tlsVersions)[number];
export type ClientCertificate = z.infer<typeof clientCertificateSchema>;
export type TlsSettings = z.infer<typeof tlsSettingsSchema>;

/** `TLS 1.2`, as people write it. */
export function tlsVersionLabel(version: string): string {
  const [, number = ''] = /^TLSv(\d(?:\.\d)?)$/.exec(version) ?? [];
  if (number === '') return version;
  return `TLS ${number.includes('.') ? number : `${number}.0`}`;
}

/** Whether a version is one that should no longer be used (RFC 8996). */
export function isOldTlsVersion(version: string): boolean {
  return version === 'TLSv1' || version === 'TLSv1.1' || version.startsWith('SSL');
}
