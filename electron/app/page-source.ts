/** The scheme and host that the page is served under; a scheme of its own gives it an origin nobody else has. */
export const pageScheme = 'app';
export const pageHost = 'flowbench';

/** Where the page comes from: its origin as the browser writes it, and the address that the window loads. */
export interface PageSource {
  readonly origin: string;
  readonly entryUrl: string;
  /** True only while developing, where the build tool serves the page over loopback HTTP. */
  readonly fromDevServer: boolean;
}

const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const builtIn: PageSource = {
  origin: `${pageScheme}://${pageHost}`,
  entryUrl: `${pageScheme}://${pageHost}/index.html`,
  fromDevServer: false,
};

/**
 * Decides where the page comes from. A packaged application always serves its own files; otherwise an address in
 * `ELECTRON_RENDERER_URL` is used if it is HTTP on this machine, and ignored if it is anything else.
 */
export function pageSource(isPackaged: boolean, devServerUrl: string | undefined): PageSource {
  if (isPackaged || devServerUrl === undefined || !URL.canParse(devServerUrl)) return builtIn;
  const url = new URL(devServerUrl);
  if (url.protocol !== 'http:' || !loopbackHosts.includes(url.hostname)) return builtIn;
  return { origin: url.origin, entryUrl: url.href, fromDevServer: true };
}

/** Whether an address belongs to the page's own origin; text that is no address does not. */
export function isOwnAddress(source: PageSource, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  // Node knows no origin for schemes it has not heard of, and says `null`: compare the parts that make one.
  return `${url.protocol}//${url.host}` === source.origin && url.username === '' && url.password === '';
}

/** Whether an address is the window's own document, so that going there is loading the page again. */
export function isEntryAddress(source: PageSource, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  url.hash = '';
  url.search = '';
  return url.href === source.entryUrl;
}
