import { z } from 'zod';
import { importAnswers } from '../../bundle/import-plan.ts';
import { longestPassphrase } from '../../secret/passphrase.ts';
import { bundleLimits } from '../../bundle/bundle-limits.ts';
import { documentDifferenceSchema } from '../../bundle/document-difference.ts';
import { exportFailureSchema, exportViewSchema } from '../../bundle/export-view.ts';
import { importViewSchema } from '../../bundle/import-view.ts';
import { endpointIdSchema, environmentIdSchema, flowIdSchema, secretSlotSchema } from '../../ids/ids.ts';
import { documentIdSchema } from '../../workspace/document.ts';
import { storedDocumentSchema } from '../../workspace/workspace-snapshot.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';

const choice = { flows: z.array(flowIdSchema), environments: z.array(environmentIdSchema) };
const passphrase = z.string().max(longestPassphrase).nullable();
const read = outcomeSchema(
  importViewSchema,
  z.strictObject({
    code: z.enum([
      'cancelled',
      'unreadable',
      'too-large',
      'not-json',
      'not-a-bundle',
      'newer-version',
      'damaged',
      'changed',
    ]),
    message: z.string(),
  }),
);

/**
 * Bundles: made and read in the main process, which alone has their content. A passphrase and the values of secrets go in
 * and never come out, and a file is one that a person has named.
 */
export const bundleChannels = {
  'bundle.preview-export': channel(
    z.strictObject(choice),
    outcomeSchema(exportViewSchema, exportFailureSchema),
  ),
  /** Makes a bundle in a file that the person names; with a passphrase the secrets travel along behind it. */
  'bundle.export': channel(
    z.strictObject({ ...choice, passphrase }),
    outcomeSchema(z.strictObject({ file: z.string(), sizeBytes: z.number() }), exportFailureSchema),
  ),
  /** Shows the file that was written last in the system's file browser. */
  'bundle.show': channel(nothing, nothing),
  /** Lets the person pick a bundle, and reads it: nothing in it is rendered, run or fetched. */
  'bundle.pick': channel(nothing, read),
  /** Reads a bundle that the person dropped onto the window. */
  'bundle.read': channel(
    z.strictObject({ name: z.string().max(1000), text: z.string().max(bundleLimits.sizeBytes + 1) }),
    read,
  ),
  /** What differs between a document of the workspace and the one of the bundle that is looked at. */
  'bundle.compare': channel(
    z.strictObject({ handle: z.string(), id: documentIdSchema }),
    outcomeSchema(documentDifferenceSchema, z.strictObject({ code: z.literal('gone'), message: z.string() })),
  ),
  /** Nobody looks at the bundle any more. */
  'bundle.forget': channel(z.strictObject({ handle: z.string() }), nothing),
  /** Puts what is in a bundle into the open workspace: all that the answers take, or nothing. */
  'bundle.import': channel(
    z.strictObject({
      handle: z.string(),
      answers: z.array(z.strictObject({ id: documentIdSchema, answer: z.enum(importAnswers) })),
      /** What the person entered, for the documents and slots of the bundle. */
      secrets: z.array(
        z.strictObject({
          holder: z.union([endpointIdSchema, environmentIdSchema]),
          slot: secretSlotSchema,
          value: z.string().min(1).max(100_000),
        }),
      ),
      passphrase,
    }),
    outcomeSchema(
      z.strictObject({
        documents: z.array(storedDocumentSchema),
        /** The flow to go on with. */
        opens: flowIdSchema.nullable(),
        /** How many secrets were kept, and which are still to be entered, by what they are for. */
        kept: z.number(),
        left: z.array(z.string()),
        /** Why secrets were not kept, a sentence each. */
        troubles: z.array(z.string()),
      }),
      z.strictObject({
        code: z.enum([
          'gone',
          'undecided',
          'wrong-passphrase',
          'damaged',
          'not-found',
          'not-written',
          'document-changed',
          'present',
        ]),
        message: z.string(),
      }),
    ),
  ),
  /** An import is taken back: the attachments go that it alone has brought, by the handle of the bundle. */
  'bundle.withdraw-files': channel(z.strictObject({ handle: z.string() }), nothing),
  /** It is made again, and they come back. */
  'bundle.bring-back-files': channel(z.strictObject({ handle: z.string() }), nothing),
};

export type ImportedBundle = Extract<
  z.infer<(typeof bundleChannels)['bundle.import']['output']>,
  { ok: true }
>['value'];
