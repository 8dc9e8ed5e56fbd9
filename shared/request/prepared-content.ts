import type { PreparedBody } from './prepared-request.ts';
import type { TextPiece } from './text-piece.ts';

/** A body as it will be sent and as it may be shown. */
export interface PreparedContent {
  readonly body: PreparedBody;
  /** What the `Content-Type` says unless a header row says otherwise; `null` without a body. */
  readonly contentType: readonly TextPiece[] | null;
  /** The body's text; files stand in it by name. */
  readonly shown: readonly TextPiece[];
  /** The parts of a multipart body, where all of them can be written as options of curl. */
  readonly form?: readonly FormPart[];
}

/** A part of a multipart body whose names are plain. */
export interface FormPart {
  readonly name: string;
  /** Empty for a file. */
  readonly value: readonly TextPiece[];
  readonly file: { readonly file: string; readonly fileName: string; readonly contentType: string } | null;
}
