/**
 * Opens addresses of the web in the system's browser, and nothing else: what the system does with another scheme could be
 * anything, also to run a program.
 */
export function webBrowser(open: (url: string) => Promise<void>): (url: string) => Promise<void> {
  return async (url) => {
    const { protocol } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:')
      throw new Error('Only addresses of the web are opened.');
    await open(url);
  };
}
