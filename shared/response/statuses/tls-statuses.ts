import { failureStatus } from './call-status.ts';

/** What can go wrong while an encrypted connection is set up. */
export const tlsStatuses = {
  'certificate-expired': failureStatus(
    ['tls'],
    'never',
    'no',
    'The certificate of {host} expired on {valid_to}.',
    'The owner of the server must renew it; check also the clock of this computer.',
  ),
  'certificate-not-yet-valid': failureStatus(
    ['tls'],
    'never',
    'no',
    'The certificate of {host} is valid only from {valid_from}.',
    'Check the clock of this computer.',
  ),
  'certificate-self-signed': failureStatus(
    ['tls'],
    'never',
    'no',
    '{host} shows a certificate that it signed itself.',
    'Add that certificate as a trusted authority in the TLS settings of the endpoint.',
  ),
  'certificate-not-trusted': failureStatus(
    ['tls'],
    'never',
    'no',
    'The certificate of {host} was issued by {issuer}, which is not trusted here.',
    'Add the authority in the TLS settings, or ask the owner of the server to send the whole chain.',
  ),
  'certificate-host-mismatch': failureStatus(
    ['tls'],
    'never',
    'no',
    'The certificate of {host} is made out to {names}.',
    'Use one of these names in the base URL.',
  ),
  'certificate-revoked': failureStatus(
    ['tls'],
    'never',
    'no',
    'The certificate of {host} was withdrawn by its issuer.',
    'Do not send data there; tell the owner of the server.',
  ),
  'certificate-invalid': failureStatus(
    ['tls'],
    'never',
    'no',
    'The certificate of {host} was refused ({detail}).',
    'Tell the owner of the server what was found.',
  ),
  'client-certificate-required': failureStatus(
    ['tls', 'wait', 'read'],
    'never',
    'by-phase',
    '{host} asks for a client certificate.',
    'Set one in the TLS settings of the endpoint.',
  ),
  'client-certificate-rejected': failureStatus(
    ['tls', 'wait', 'read'],
    'never',
    'by-phase',
    '{host} did not accept the client certificate.',
    'Check that it is valid and issued for this server.',
  ),
  'tls-not-spoken': failureStatus(
    ['tls'],
    'never',
    'no',
    '{host}:{port} does not speak TLS.',
    'Try http instead of https, or another port.',
  ),
  'tls-version-unsupported': failureStatus(
    ['tls'],
    'never',
    'no',
    '{host} and Flowbench have no TLS version in common.',
    'The server must be updated, or allow older versions in the TLS settings.',
  ),
  'tls-handshake-failed': failureStatus(
    ['tls'],
    'yes',
    'no',
    'The encrypted connection to {host} could not be set up ({detail}).',
    'Try again; if it stays, compare the TLS settings with those of the server.',
  ),
} as const;
