import { z } from 'zod';
import { secretSlotSchema } from '../ids/ids.ts';

/** A value that the vault holds; the document knows only its slot. */
export const secretReferenceSchema = z.strictObject({ secret: secretSlotSchema });

/** A visible value: text with expressions. */
export const templateValueSchema = z.strictObject({ template: z.string() });

/** A credential or endpoint header value: a secret by slot, or a visible template (SEMANTICS, Secrets). */
export const credentialSchema = z.union([secretReferenceSchema, templateValueSchema]);

export type SecretReference = z.infer<typeof secretReferenceSchema>;
export type TemplateValue = z.infer<typeof templateValueSchema>;
export type Credential = z.infer<typeof credentialSchema>;

/** Whether a credential lives in the vault. */
export function isSecretReference(credential: Credential): credential is SecretReference {
  return 'secret' in credential;
}
