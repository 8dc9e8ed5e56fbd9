import { maskedCookieLine } from '#shared/request/masked-cookie-line.ts';
import type { MaskedHeader } from '#shared/request/masked-request.ts';
import type { PreparedHeader } from '#shared/request/prepared-request.ts';
import type { Preparation } from '#shared/request/prepare-request.ts';
import { maskedSegments } from '#shared/request/text-piece.ts';

/** A request and how it may be shown. */
type Shown = Pick<Preparation, 'request' | 'masked'>;

/**
 * The lines of a head that left: those that were prepared as they were masked, the credential that was worked out since as
 * it was hinted at, and what the connection added as it is.
 */
export function shownHead(headers: readonly PreparedHeader[], preparation: Shown): MaskedHeader[] {
  const { request } = preparation;
  const { known, later } = maskedLines(preparation);
  const shownLine = ({ from, holdsSecret, name, value }: PreparedHeader): MaskedHeader => {
    const at = request.headers.findIndex(
      (header) => header.name === name && header.value === value && header.from === from,
    );
    if (at === -1 && from === 'credential' && later !== null) return { name, value: later.value, from };
    const pieces = [{ text: value, from: holdsSecret ? ('secret' as const) : ('literal' as const) }];
    return known[at] ?? { name, value: maskedSegments(pieces), from };
  };
  return headers.map((line) =>
    line.cookies === undefined
      ? shownLine(line)
      : maskedCookieLine(line, line.cookies, preparation.masked, shownLine),
  );
}

/** The lines of a head as they will leave, with a hint at the credential that is only known then behind `Host`. */
export function shownHeadBefore(headers: readonly PreparedHeader[], preparation: Shown): MaskedHeader[] {
  const [host, ...lines] = shownHead(headers, preparation);
  const { later } = maskedLines(preparation);
  return [...(host === undefined ? [] : [host]), ...(later === null ? [] : [later]), ...lines];
}

/** A credential that is not known yet is the first line of what is shown, and none of what was prepared. */
function maskedLines({ masked, request }: Shown) {
  const [first = null, ...others] = masked.headers;
  return request.authorization === undefined
    ? { later: null, known: masked.headers }
    : { later: first, known: others };
}
