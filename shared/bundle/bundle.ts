import { z } from 'zod';
import { endpointIdSchema, environmentIdSchema, flowIdSchema, secretSlotSchema } from '../ids/ids.ts';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';
import { keyDerivationSchema } from '../secret/key-derivation.ts';
import { secretUseNames } from '../secret/secret-slots.ts';
import { documentSchema } from '../workspace/document.ts';
import { isWorkspaceFileName } from '../workspace/workspace-file-name.ts';
import { isDocumentFile } from './document-file.ts';

/** How a bundle's file is called at its end. */
export const bundleEnding = '.flowbundle.json';

/** A document of a bundle, and where it lies in a workspace. */
export const bundledDocumentSchema = z.strictObject({
  file: z.string().refine(isDocumentFile, 'is no place for a document'),
  document: documentSchema,
});

/** A file that a body sends, as it is in the workspace. */
export const bundledFileSchema = z.strictObject({
  name: z.string().refine(isWorkspaceFileName, 'is no name of an attachment'),
  sizeBytes: z.number().int().min(0),
  base64: z.base64(),
});

/** A secret that the flows need and that whoever takes the bundle has to enter: never its value. */
export const neededSecretSchema = z.strictObject({
  /** `SHOP_API_TOKEN`: what the command line finds it by, in `FLOWBENCH_SECRET_SHOP_API_TOKEN`. */
  name: z.string().regex(/^[A-Z_][A-Z0-9_]*$/),
  /** `Bearer token of Shop API`. */
  purpose: z.string(),
  holder: z.union([endpointIdSchema, environmentIdSchema]),
  slot: secretSlotSchema,
  /** Who gets it; absent for a value of an environment, which goes where endpoints send it. */
  use: z.enum(secretUseNames).optional(),
  /** Where it goes (`secretOrigin`); absent as above. */
  origin: z.string().optional(),
});

/** Secrets that travel along, unreadable without a passphrase. Every byte of it is authenticated. */
export const sealedSecretsSchema = z.strictObject({
  keyDerivation: keyDerivationSchema,
  cipher: z.literal('aes-256-gcm'),
  nonce: z.base64(),
  /** The encrypted text and behind it the tag of 16 bytes. */
  text: z.base64(),
});

/**
 * A bundle (`*.flowbundle.json`): flows with all that they need to run elsewhere, as one portable file without secrets that
 * a person can read and review (ADR 0028).
 */
export const bundleSchema = z.strictObject({
  format: z.literal('flowbench.bundle'),
  version: z.literal(1),
  /** What it is called: the name of the workspace that it comes from. */
  name: z.string().min(1),
  madeBy: z.strictObject({ name: z.string(), version: z.string() }),
  /** Of the canonical text of everything else, in hexadecimal digits (`canonicalJson`). */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The flows that were chosen; the others are here because these reach them. */
  flows: z.array(flowIdSchema),
  secrets: z.array(neededSecretSchema),
  /** Rules of the linter that the workspace silences for all of it; absent where it silences none (ADR 0038). */
  silenced: z.array(silencedRuleSchema).optional(),
  documents: z.array(bundledDocumentSchema),
  files: z.array(bundledFileSchema),
  sealed: sealedSecretsSchema.optional(),
});

export type BundledDocument = z.infer<typeof bundledDocumentSchema>;
export type BundledFile = z.infer<typeof bundledFileSchema>;
export type NeededSecret = z.infer<typeof neededSecretSchema>;
export type SealedSecrets = z.infer<typeof sealedSecretsSchema>;
export type Bundle = z.infer<typeof bundleSchema>;
