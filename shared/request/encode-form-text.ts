import { percentEncode } from '../template/encoders/percent-encode.ts';

/**
 * Text as a name or value of `application/x-www-form-urlencoded` (URL standard §5.2): like a URL component, but a space
 * is a plus, an asterisk stays and a tilde does not.
 */
export function encodeFormText(text: string): string {
  return percentEncode(text).replaceAll('%20', '+').replaceAll('%2A', '*').replaceAll('~', '%7E');
}
