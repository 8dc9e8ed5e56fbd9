import type { Endpoint } from '../endpoint/endpoint.ts';
import { pemBlocks } from '../endpoint/pem.ts';
import type { ClientCertificate } from '../endpoint/tls.ts';
import type { SecretReference } from '../secret/credential.ts';
import type { MaskedTls } from './masked-request.ts';
import { isPlainTls, type PreparedClientCertificate, type PreparedTls } from './prepared-tls.ts';
import type { RequestFields } from './request-fields.ts';
import { shellVariable } from './shell-variable.ts';

/**
 * Takes the TLS settings of an endpoint, and the secrets of its client certificate from the vault. Whether they can be used
 * is found out by the library that uses them. Nothing is taken for an address without TLS.
 */
export function prepareTls(
  fields: RequestFields,
  endpoint: Endpoint,
  { origin, url }: { readonly origin: string; readonly url: string },
): PreparedTls {
  const { ca = '', clientCertificate, minVersion, verify } = endpoint.tls;
  const isShown = clientCertificate !== undefined && url.startsWith('https:');
  return {
    endpoint: endpoint.name,
    authorities: ca,
    clientCertificate: isShown ? preparedCertificate(fields, endpoint, clientCertificate, origin) : null,
    verify,
    minVersion,
  };
}

function preparedCertificate(
  fields: RequestFields,
  endpoint: Endpoint,
  own: ClientCertificate,
  origin: string,
): PreparedClientCertificate {
  const taken = ({ secret }: SecretReference, name: string): string =>
    fields.secret(secret, origin, name, endpoint.name).text;
  const passphraseOf = ({ passphrase }: ClientCertificate): string | null =>
    passphrase === undefined ? null : taken(passphrase, 'passphrase of the client certificate');
  if (own.type === 'pkcs12')
    return { type: 'pkcs12', base64: taken(own.file, 'PKCS#12 file'), passphrase: passphraseOf(own) };
  const key = taken(own.key, 'key of the client certificate');
  // Without its line breaks it would be as good as with them.
  fields.secrets.push(...pemBlocks(key).map(({ base64 }) => ({ value: base64 })));
  return { type: 'pem', certificate: own.certificate, key, passphrase: passphraseOf(own) };
}

/**
 * The settings as they may be shown, where there are any for the address; files and passphrases are shell variables, for a
 * copied command.
 */
export function maskTls(tls: PreparedTls | undefined, url: string): { readonly tls?: MaskedTls } {
  return tls === undefined || isPlainTls(tls) || !url.startsWith('https:') ? {} : { tls: maskedTls(tls) };
}

function maskedTls(tls: PreparedTls): MaskedTls {
  const variable = (...words: readonly string[]): string => shellVariable(tls.endpoint, ...words);
  const { authorities, clientCertificate: own, minVersion, verify } = tls;
  return {
    verify,
    minVersion,
    authorities: authorities.trim() === '' ? null : variable('authorities file'),
    clientCertificate:
      own === null
        ? null
        : {
            type: own.type,
            file: variable(own.type === 'pem' ? 'certificate file' : 'p12 file'),
            keyFile: own.type === 'pem' ? variable('key file') : null,
            passphrase: own.passphrase === null ? null : variable('passphrase'),
          },
  };
}
