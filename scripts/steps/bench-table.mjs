// Lays out what a bench measured.

/**
 * @typedef {object} BenchRow
 * @property {string} what
 * @property {number} value
 * @property {number} [target] the most it should be; left out for figures that only explain others
 * @property {string} unit such as `ms`, `MiB`, or `×` for a ratio
 */

/**
 * A table in plain text. A figure beyond its target is marked, beyond it by a fifth and more twice.
 *
 * @param {readonly BenchRow[]} rows
 */
export function benchTable(rows) {
  const cells = rows.map(({ what, value, target, unit }) => [
    what,
    `${rounded(value)} ${unit}`,
    target === undefined ? '' : `≤ ${rounded(target)} ${unit}`,
    target === undefined || value <= target ? '' : value <= target * 1.2 ? '!' : '!!',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map(([what, value, target, mark]) =>
      `  ${what?.padEnd(widths[0] ?? 0)}  ${value?.padStart(widths[1] ?? 0)}  ${target?.padStart(widths[2] ?? 0)}  ${mark}`.trimEnd(),
    )
    .concat('')
    .join('\n');
}

/** @param {number} value */
const rounded = (value) =>
  value.toLocaleString('en', {
    maximumFractionDigits: Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0,
  });

/**
 * The middle of some figures: one slow run on a busy machine does not move it.
 *
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  const upper = /** @type {number} */ (sorted[Math.floor(middle)]);
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}
