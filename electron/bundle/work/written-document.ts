import type { PlacedDocument } from '#shared/bundle/make-bundle.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';

/** A document as the text of its file, which is what goes from one thread to another: numbers keep their digits in it. */
export interface WrittenDocument {
  readonly file: string;
  readonly text: string;
}

/** A document as text. */
export function writtenDocument({ file, stored }: PlacedDocument): WrittenDocument {
  return { file, text: writeDocument(stored.content, stored) };
}

/** The document of a text that `writtenDocument` made. */
export function placedDocument({ file, text }: WrittenDocument): PlacedDocument {
  const read = readDocument(file, text);
  if (!read.ok) throw new Error(`A document that was written is none any more: ${read.failure.message}`);
  return { file, stored: read.value };
}
