const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** When a cookie ends, in local time; without an end it lives as long as the application. */
export function expiryText(expires: string | null): string {
  return expires === null ? 'when Flowbench ends' : dateAndTime.format(new Date(expires));
}
