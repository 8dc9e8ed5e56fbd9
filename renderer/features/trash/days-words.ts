/** How long something stays: "1 day left". */
export function daysWords(days: number): string {
  return days === 1 ? '1 day left' : `${String(days)} days left`;
}
