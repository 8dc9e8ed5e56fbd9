import { inherits, withInheritedPart } from '#shared/endpoint/call-defaults.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { InheritedPart } from '#shared/endpoint/inherited-parts.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { endpointEdited } from './edit-endpoint.ts';

const words: Readonly<Record<InheritedPart, string>> = { timeouts: 'timeouts', retry: 'retries' };

/** Leaves a part of an endpoint to the settings again; nothing where it is left to them. */
export function InheritAgain({
  endpoint,
  part,
}: {
  readonly endpoint: Endpoint;
  readonly part: InheritedPart;
}) {
  if (inherits(endpoint, part)) return null;
  return (
    <IconButton
      icon="reset"
      label={`Use the ${words[part]} of Settings`}
      onClick={() => endpointEdited(endpoint.id, withInheritedPart(endpoint, part))}
    />
  );
}
