const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago something was, in words: "2 days ago", "yesterday", under a minute "just now". */
export function ago(then: string, nowMs: number): string {
  const seconds = (nowMs - Date.parse(then)) / 1000;
  if (Number.isNaN(seconds)) return '';
  const step = steps.find(([, size]) => seconds >= size);
  return step === undefined ? 'just now' : words.format(-Math.floor(seconds / step[1]), step[0]);
}
