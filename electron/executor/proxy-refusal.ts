/** A proxy answered, but did not connect: what it said, in the words of the closed list. */
export class ProxyRefusal extends Error {
  readonly kind: 'proxy-authentication-required' | 'proxy-refused' | 'proxy-malformed';
  /** A status code, or the words of a SOCKS reply. */
  readonly proxyStatus: string | null;

  constructor(kind: ProxyRefusal['kind'], proxyStatus: string | null = null) {
    super(kind);
    this.name = 'ProxyRefusal';
    this.kind = kind;
    this.proxyStatus = proxyStatus;
  }
}
