/** What a stretch of a template is, as far as its colour goes. */
export type TemplateColour =
  | 'text'
  | 'brace'
  | 'name'
  | 'data'
  | 'helper'
  | 'block'
  | 'string'
  | 'number'
  | 'literal'
  | 'comment'
  | 'json-key'
  | 'json-string'
  | 'json-number'
  | 'json-literal'
  | 'json-sign';

/** Which tag a stretch belongs to. */
export type TagKind = 'expression' | 'block' | 'comment';

/** A coloured stretch of one line: UTF-16 offsets in the line, the end is exclusive. */
export interface ColouredStretch {
  readonly start: number;
  readonly end: number;
  readonly colour: TemplateColour;
  /** `null` outside of tags. */
  readonly tag: TagKind | null;
}

/** What the end of a line leaves open for the next one. Plain data, the same for the same situation. */
export interface LineState {
  readonly tag: TagKind | null;
  /** What closes the tag. */
  readonly closing: '}}' | '}}}' | '--}}';
  /** Inside a string of JSON around the tags; a line break ends it, unless a tag is open. */
  readonly inString: 'key' | 'value' | null;
}
