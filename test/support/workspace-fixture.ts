// Names the frozen workspaces, so that tests open what earlier versions wrote.
import { readFileSync } from 'node:fs';
import { readDocument, type StoredFile } from '#shared/workspace/read-stored-file.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';

/** Every file of the frozen workspace of version 1 that holds a document. */
export const frozenDocuments = [
  'endpoints/payments/payment-api.json',
  'endpoints/shop-api.json',
  'environments/staging.json',
  'flows/order-lookup.json',
  'flows/support/empty.json',
] as const;

/** Where the frozen workspace of a version is. */
export function frozenWorkspace(version: 'v1'): URL {
  return new URL(`../fixtures/workspaces/${version}/`, import.meta.url);
}

/** The text of a file of the frozen workspace of version 1. */
export function frozenText(file: string): string {
  return readFileSync(new URL(file, frozenWorkspace('v1')), 'utf8');
}

/** A document of the frozen workspace of version 1. */
export function frozenDocument(file: (typeof frozenDocuments)[number]): StoredFile<WorkspaceDocument> {
  const read = readDocument(file, frozenText(file));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
