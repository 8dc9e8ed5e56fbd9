const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** The time of day: "14:02". */
export const clockWords = (at: string): string => clock.format(new Date(at));

/** A day: "27 Nov", in another year "27 Nov 2025". */
export function dateWords(at: string, nowMs: number): string {
  const then = new Date(at);
  const isThisYear = then.getFullYear() === new Date(nowMs).getFullYear();
  return (isThisYear ? dayOfYear : dayAndYear).format(then);
}

/** A moment in a sentence: "27 Nov, 14:02". */
export function momentWords(at: string, nowMs: number): string {
  return `${dateWords(at, nowMs)}, ${clockWords(at)}`;
}
