/** What a `Content-Type` header says, as far as reading the body depends on it. */
export interface ContentType {
  /** `type/subtype` in lower case. */
  readonly essence: string;
  /** The `charset` parameter as written, without quotes. */
  readonly charset: string | null;
}

/** Reads a `Content-Type` header (RFC 9110 §8.3); `null` where there is none or it names no type. */
export function readContentType(header: string | null): ContentType | null {
  const [type = '', ...parameters] = splitOutsideQuotes(header ?? '');
  const essence = type.trim().toLowerCase();
  if (!/^[^\s/]+\/[^\s/]+$/.test(essence)) return null;
  const charsets = parameters.map(charsetOf).filter((charset) => charset !== null);
  return { essence, charset: charsets[0] ?? null };
}

/** Whether a type announces JSON (SEMANTICS, Response variable): `application/json` or anything that ends in `+json`. */
export function announcesJson(type: ContentType | null): boolean {
  return type !== null && (type.essence === 'application/json' || type.essence.endsWith('+json'));
}

/**
 * What a type says its body is. `open` types say neither: no type at all, or one that is nobody's business to know; for
 * these the bytes decide. For all others they do not, so that the same call always gives the same kind of body.
 */
export function kindOfContent(type: ContentType | null): 'text' | 'binary' | 'open' {
  if (type === null) return 'open';
  if (announcesJson(type) || textTypes.test(type.essence)) return 'text';
  return binaryTypes.test(type.essence) ? 'binary' : 'open';
}

const textTypes =
  /^text\/|\+(?:xml|yaml)$|^application\/(?:xml|xml-dtd|yaml|x-yaml|toml|javascript|x-javascript|ecmascript|typescript|x-www-form-urlencoded|x-ndjson|ndjson|jsonl|x-jsonlines|json-seq|json5|graphql|sql|x-sh|http|rtf)$/;

const binaryTypes =
  /^(?:image|audio|video|font|model)\/|^application\/(?:octet-stream|pdf|zip|gzip|x-gzip|x-tar|x-bzip2|x-7z-compressed|zstd|wasm|protobuf|x-protobuf|msgpack|x-msgpack|cbor|java-archive|epub\+zip|vnd\.(?:ms-|openxmlformats-|oasis\.).*)$|\+(?:zip|gzip|cbor|protobuf)$/;

function charsetOf(parameter: string): string | null {
  const equals = parameter.indexOf('=');
  if (equals < 0 || parameter.slice(0, equals).trim().toLowerCase() !== 'charset') return null;
  const value = parameter.slice(equals + 1).trim();
  return value.startsWith('"') ? value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : value;
}

/** A semicolon inside a quoted parameter separates nothing. */
function splitOutsideQuotes(header: string): readonly string[] {
  return header.match(/(?:[^;"]|"(?:[^"\\]|\\.)*(?:"|$))+/g) ?? [];
}
