import { exceptionStatus, tokenExceptionStatus } from './call-status.ts';

/** Why a call could not be made at all, templates apart: nothing was sent. */
export const preparationStatuses = {
  'endpoint-missing': exceptionStatus(
    'The API endpoint {endpoint} does not exist.',
    'Choose another endpoint in the API Call, or bring it back.',
  ),
  'environment-missing': exceptionStatus(
    'The active environment {environment} does not exist.',
    'Choose another environment in the tool bar.',
  ),
  'secret-missing': exceptionStatus(
    'The secret {secret} has no value in {place}.',
    'Enter it once; it is kept encrypted.',
  ),
  'vault-locked': exceptionStatus(
    'The secrets are locked.',
    'Unlock them with the passphrase or the key ring.',
  ),
  'vault-unavailable': exceptionStatus(
    'This computer has no key store that can be used for secrets ({detail}).',
    'Set a vault passphrase, or keep secrets for this session only.',
  ),
  'vault-value-unreadable': exceptionStatus(
    'The secret {secret} can no longer be decrypted on this computer.',
    'Enter it again.',
  ),
  'host-not-allowed': exceptionStatus(
    'The host {host} is not among the hosts that the endpoint {endpoint} allows.',
    'Add it to the list of hosts of the endpoint if it may have the credentials.',
  ),
  'url-invalid': exceptionStatus(
    '"{url}" is not a valid address ({detail}).',
    'Correct the base URL or the path; it must begin with http:// or https://.',
  ),
  'url-scheme-unsupported': exceptionStatus(
    'Addresses that begin with {scheme}: cannot be called.',
    'Use http:// or https://.',
  ),
  'url-host-missing': exceptionStatus(
    'The address has no host because {expression} is empty.',
    'Give {expression} a value, or write the host into the base URL.',
  ),
  'url-host-invalid': exceptionStatus(
    'The value of {expression} cannot be a host or a port, because it holds "{character}".',
    'Put only a host name there, and the rest into the path.',
  ),
  'url-userinfo': exceptionStatus(
    'The address holds a user name or a password.',
    'Move them to the authentication of the endpoint, choice Basic.',
  ),
  'url-path-absolute': exceptionStatus(
    'The path of the API Call is a whole address, {url}.',
    'Use an endpoint for that server, and only the path here.',
  ),
  'url-dot-segment': exceptionStatus(
    'The value of {expression} would change the path, because it makes the segment "{segment}".',
    'Check the value; it may not be . or .. in a path.',
  ),
  'method-invalid': exceptionStatus(
    '"{method}" is not a valid HTTP method.',
    'Use letters only, such as GET or POST.',
  ),
  'header-name-invalid': exceptionStatus(
    '"{header}" is not a valid header name.',
    'Use letters, digits and hyphens.',
  ),
  'header-reserved': exceptionStatus(
    'The header {header} is set by Flowbench itself.',
    'Remove it from the list.',
  ),
  'header-value-line-break': exceptionStatus(
    'The value of the header {header} holds a line break or a NUL character, from {expression}.',
    'Check the value; a header is one line.',
  ),
  'header-value-control-character': exceptionStatus(
    'The value of the header {header} holds the control character {character}, from {expression}.',
    'Check the value.',
  ),
  'header-value-not-latin1': exceptionStatus(
    'The value of the header {header} holds "{character}", which cannot be sent in a header.',
    'Encode the value, for example as percent-encoded text.',
  ),
  'credential-invalid': exceptionStatus(
    'The user name for Basic authentication holds a colon, which cannot be sent.',
    'Correct the user name.',
  ),
  'credential-empty': exceptionStatus(
    'The {credential} of {endpoint} is empty.',
    'Set it, or choose no authentication.',
  ),
  'body-json-invalid': exceptionStatus(
    'The body is not valid JSON at line {line}, column {column}, after the expression {expression}.',
    'Look at the preview; a quote or a comma is often missing.',
  ),
  'body-file-unreadable': exceptionStatus(
    'The file {file} could not be read ({system_code}).',
    'Check the path and the rights.',
  ),
  'ca-file-unreadable': exceptionStatus(
    'The authority file {file} could not be read or holds no certificate.',
    'Choose a file in PEM form.',
  ),
  'client-certificate-unreadable': exceptionStatus(
    'The client certificate {file} could not be read ({detail}).',
    'Choose a PEM or P12 file that holds the certificate and its key.',
  ),
  'client-certificate-passphrase-wrong': exceptionStatus(
    'The passphrase of the client certificate {file} is wrong.',
    'Enter it again.',
  ),
  'client-key-mismatch': exceptionStatus(
    'The key does not belong to the client certificate {file}.',
    'Choose the key that was made with the certificate.',
  ),
  'proxy-url-invalid': exceptionStatus(
    '"{proxy}" is not a valid proxy address.',
    'Write it as http://host:port.',
  ),
  'network-not-allowed': exceptionStatus(
    'This run may not use the network and has no stored response for {node}.',
    'Pin a response for {node}, or run with the network.',
  ),
  'oauth-token-refused': tokenExceptionStatus(
    '{token_host} refused to give an access token and says "{oauth_error}".',
    'Check client id, secret and scope of the endpoint.',
  ),
  'oauth-token-invalid': tokenExceptionStatus(
    '{token_host} gave an answer without an access token.',
    'Check the token URL.',
  ),
  'oauth-consent-needed': tokenExceptionStatus(
    'The endpoint {endpoint} needs you to sign in again.',
    'Sign in from the form of the endpoint.',
  ),
  'internal-error': exceptionStatus(
    'Flowbench made a mistake while it prepared the call.',
    'Please report it with the log; your data was not sent.',
  ),
} as const;
