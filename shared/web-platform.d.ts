/**
 * The few globals that Node and the page both have and that the ES2023 library does not describe.
 *
 * `shared` compiles without the DOM and without Node's types so that neither can slip in; what both really offer is
 * declared here by hand, and only as far as it is used. Nothing here may appear in an exported type: the layers that
 * import `shared` bring their own, fuller declarations.
 */

/** A parsed address (WHATWG URL standard); the constructor throws a TypeError for text that is none. */
declare class URL {
  constructor(url: string, base?: string);
  hash: string;
  readonly host: string;
  readonly hostname: string;
  readonly href: string;
  readonly origin: string;
  readonly password: string;
  pathname: string;
  readonly port: string;
  readonly protocol: string;
  search: string;
  readonly username: string;
}

/** Text to UTF-8; lone surrogates become U+FFFD. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

/** Bytes to text by a label of the Encoding standard; the constructor throws a RangeError for an unknown label. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}
