// What is attempted again, said in the same words wherever a retry policy is made.
import type { ReactNode } from 'react';
import type { RetryPolicy } from '#shared/endpoint/retry-policy.ts';
import { statusCodesOf, statusCodeTrouble } from '#shared/endpoint/status-code-trouble.ts';
import { Button } from '../button/button.tsx';
import { TagChip } from '../status/tag-chip.tsx';
import { TagListField } from './tag-list-field.tsx';

interface RetryOnFieldProps {
  readonly retry: Pick<RetryPolicy, 'codes' | 'onFailure'>;
  /** Words before the tags, where no field around names them. */
  readonly lead?: ReactNode;
  readonly onChange: (change: Partial<RetryPolicy>) => void;
}

/** Failures and status codes, each a tag that can be taken away. */
export function RetryOnField({ retry: { codes, onFailure }, lead, onChange }: RetryOnFieldProps) {
  return (
    <TagListField
      label="Retry on"
      one="Code"
      fieldLabel="Status code to retry on"
      placeholder="409"
      size="code"
      tags={codes.map(String)}
      troubleWith={(text) => statusCodeTrouble(text, codes)}
      onChange={(tags) => onChange({ codes: statusCodesOf(tags) })}
      lead={
        <>
          {lead}
          {onFailure ? (
            <TagChip onRemove={() => onChange({ onFailure: false })}>failure</TagChip>
          ) : (
            <Button look="quiet" size="s" onClick={() => onChange({ onFailure: true })}>
              + failure
            </Button>
          )}
        </>
      }
    />
  );
}
