import { createHash } from 'node:crypto';
import {
  createSecureContext,
  DEFAULT_CIPHERS,
  rootCertificates,
  type SecureContext,
  type SecureContextOptions,
} from 'node:tls';
import { certificateBlocks } from '#shared/endpoint/pem.ts';
import { defaultMinVersion, isOldTlsVersion } from '#shared/endpoint/tls.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { isPlainTls, type PreparedTls } from '#shared/request/prepared-tls.ts';
import type { CallException } from './call-failure.ts';
import { parsedCertificate, readClientCertificate } from './client-certificate.ts';

/** What TLS connections are made with. Only where `id` is the same may they be shared, and nothing of a session. */
export interface TlsContext {
  readonly id: string;
  readonly verify: boolean;
  /** `undefined` is Node's own, with the built-in authorities. */
  readonly secureContext: SecureContext | undefined;
}

/** Makes contexts and keeps them: reading the built-in authorities anew for each connection would cost milliseconds. */
export class TlsContexts {
  readonly #extraAuthorities: readonly string[];
  readonly #opened = new Map<string, Outcome<TlsContext, CallException>>();
  /** For the proxies on the way, and where an endpoint says nothing. */
  readonly plain: TlsContext;

  constructor(extraAuthorities: readonly string[] = []) {
    this.#extraAuthorities = extraAuthorities;
    const secureContext =
      extraAuthorities.length === 0
        ? undefined
        : createSecureContext({ ca: [...rootCertificates, ...extraAuthorities] });
    this.plain = { id: '', verify: true, secureContext };
  }

  /** The context of some settings, or the reason why nothing can be sent with them. */
  open(tls: PreparedTls | undefined): Outcome<TlsContext, CallException> {
    if (tls === undefined || isPlainTls(tls)) return succeeded(this.plain);
    const { authorities, clientCertificate, endpoint, minVersion, verify } = tls;
    const facts = JSON.stringify([endpoint, authorities, clientCertificate, minVersion, verify]);
    // The map outlives the call, so it does not hold the secrets themselves.
    const id = createHash('sha256').update(facts).digest('hex');
    const opened = this.#opened.get(id) ?? openedContext(id, tls, this.#extraAuthorities);
    this.#opened.set(id, opened);
    return opened;
  }
}

function openedContext(
  id: string,
  tls: PreparedTls,
  extraAuthorities: readonly string[],
): Outcome<TlsContext, CallException> {
  const file = `of ${tls.endpoint}`;
  const authorities = certificateBlocks(tls.authorities).map(({ text }) => text);
  const isUnreadable = authorities.length === 0 || authorities.some((pem) => parsedCertificate(pem) === null);
  if (tls.authorities.trim() !== '' && isUnreadable)
    return failed({ code: 'ca-file-unreadable', placeholders: { file } });
  const own = tls.clientCertificate === null ? succeeded({}) : readClientCertificate(tls.clientCertificate);
  if (!own.ok) {
    const { code } = own.failure;
    const detail = 'detail' in own.failure ? { detail: own.failure.detail } : {};
    return failed({ code, placeholders: { file, ...detail } });
  }
  const trusted = [...extraAuthorities, ...authorities];
  const options: SecureContextOptions = {
    ...own.value,
    minVersion: tls.minVersion,
    ...(trusted.length === 0 ? {} : { ca: [...rootCertificates, ...trusted] }),
  };
  try {
    return succeeded({ id, verify: tls.verify, secureContext: secureContextOf(options) });
  } catch (error) {
    // A library may refuse what could be read, such as a key that is too short for it.
    const { code } = Object(error) as { readonly code?: unknown };
    const detail = typeof code === 'string' ? code : null;
    return failed({ code: 'client-certificate-unreadable', placeholders: { file, detail } });
  }
}

/** OpenSSL speaks versions before TLS 1.2 only at its lowest level of security, which BoringSSL does not know. */
function secureContextOf(options: SecureContextOptions): SecureContext {
  if (!isOldTlsVersion(options.minVersion ?? defaultMinVersion)) return createSecureContext(options);
  try {
    return createSecureContext({ ...options, ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0` });
  } catch {
    return createSecureContext(options);
  }
}
