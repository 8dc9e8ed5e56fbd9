/**
 * Text as one component of an address: everything but the unreserved characters of RFC 3986 is percent-encoded, so that
 * one rule holds for path and query and a URL parser changes nothing afterwards. Lone surrogates become U+FFFD, where
 * `encodeURIComponent` would throw.
 */
export function encodeComponent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${hex(character)}`,
  );
}

/**
 * Text as a name or value of `application/x-www-form-urlencoded` (URL standard §5.2): like a component, but a space is a
 * plus, an asterisk stays and a tilde does not.
 */
export function encodeFormText(text: string): string {
  return encodeComponent(text).replaceAll('%20', '+').replaceAll('%2A', '*').replaceAll('~', '%7E');
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}
