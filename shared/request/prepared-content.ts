import type { PreparedBody } from './prepared-request.ts';
import type { TextPiece } from './text-piece.ts';

/** A body as it will be sent and as it may be shown. */
export interface PreparedContent {
  readonly body: PreparedBody;
  /** What the `Content-Type` says unless a header row says otherwise; `null` without a body. */
  readonly contentType: readonly TextPiece[] | null;
  /** The body's text; files stand in it by name. */
  readonly shown: readonly TextPiece[];
}
