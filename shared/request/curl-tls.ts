import { isOldTlsVersion, type TlsVersion } from '../endpoint/tls.ts';
import type { MaskedTls } from './masked-request.ts';

/** The options of curl that ask for the same encrypted connection, and the variables that they read. */
export interface CurlTls {
  readonly options: readonly string[];
  readonly variables: readonly string[];
}

/**
 * Writes TLS settings as options of curl. Certificates, keys and PKCS#12 files are files there, which the shell names.
 *
 * With `--cacert` curl trusts these authorities instead of its own, and not besides them.
 */
export function curlTls(tls: MaskedTls | undefined): CurlTls {
  if (tls === undefined) return { options: [], variables: [] };
  const { authorities, clientCertificate: own, minVersion, verify } = tls;
  const variables = [authorities, own?.file, own?.keyFile, own?.passphrase].filter(
    (name): name is string => typeof name === 'string',
  );
  const options = [
    ...(verify ? [] : ['-k']),
    ...versionOptions(minVersion),
    ...(authorities === null ? [] : [`--cacert "$${authorities}"`]),
    ...(own === null ? [] : certificateOptions(own)),
  ];
  return { options, variables };
}

/** The least version that is ours by default is also curl's own. OpenSSL needs its lowest level for older ones. */
function versionOptions(minVersion: TlsVersion): readonly string[] {
  if (minVersion === 'TLSv1.2') return [];
  const option = `--tlsv1.${minVersion === 'TLSv1' ? '0' : minVersion.slice(-1)}`;
  return isOldTlsVersion(minVersion) ? [option, "--ciphers 'DEFAULT:@SECLEVEL=0'"] : [option];
}

function certificateOptions({
  file,
  keyFile,
  passphrase,
  type,
}: NonNullable<MaskedTls['clientCertificate']>): readonly string[] {
  return [
    ...(type === 'pkcs12' ? ['--cert-type P12'] : []),
    `--cert "$${file}"`,
    ...(keyFile === null ? [] : [`--key "$${keyFile}"`]),
    ...(passphrase === null ? [] : [`--pass "$${passphrase}"`]),
  ];
}
