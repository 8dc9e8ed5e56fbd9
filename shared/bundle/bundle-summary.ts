import { z } from 'zod';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';
import { documentKind, documentKinds } from '../workspace/document.ts';
import { neededSecretSchema } from './bundle.ts';
import type { ReadBundle } from './read-bundle.ts';
import { weakenedSafety } from './weakened-safety.ts';

/** What is in a bundle, to look at before anything is done with it: no content, no value. */
export const bundleSummarySchema = z.strictObject({
  name: z.string(),
  madeBy: z.strictObject({ name: z.string(), version: z.string() }),
  sha256: z.string(),
  documents: z.array(
    z.strictObject({
      kind: z.enum(documentKinds),
      name: z.string(),
      file: z.string(),
      /** Whether it is one of the flows that were chosen. */
      isChosen: z.boolean(),
      /** The base URL of an endpoint. */
      baseUrl: z.string().optional(),
    }),
  ),
  files: z.array(z.strictObject({ name: z.string(), sizeBytes: z.number() })),
  secrets: z.array(neededSecretSchema),
  /** Whether secrets travel along behind a passphrase. */
  hasSealedSecrets: z.boolean(),
  /** Rules of the linter that its workspace silences. */
  silenced: z.array(silencedRuleSchema),
  /** Settings of endpoints that make calls less safe than those of a new one. */
  weakened: z.array(z.strictObject({ endpoint: z.string(), what: z.string() })),
});

export type BundleSummary = z.infer<typeof bundleSummarySchema>;

/** The summary of a bundle that was read. */
export function bundleSummary(bundle: ReadBundle): BundleSummary {
  const { documents, files, flows, madeBy, name, sealed, secrets, sha256, silenced } = bundle;
  const contents = documents.map(({ stored }) => stored.content);
  return {
    name,
    madeBy,
    sha256,
    documents: documents.map(({ file, stored: { content } }) => ({
      kind: documentKind(content),
      name: content.name,
      file,
      isChosen: flows.includes(content.id),
      ...(content.format === 'flowbench.endpoint' ? { baseUrl: content.baseUrl } : {}),
    })),
    files: files.map((file) => ({ name: file.name, sizeBytes: file.sizeBytes })),
    secrets: [...secrets],
    hasSealedSecrets: sealed !== null,
    silenced: [...silenced],
    weakened: [...weakenedSafety(contents)],
  };
}
