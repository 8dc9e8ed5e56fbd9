import { statusCodesOf, statusCodeTrouble } from '#shared/endpoint/status-code-trouble.ts';
import { TagListField } from '../../ui/field/tag-list-field.tsx';

interface CodeListFieldProps {
  readonly label: string;
  readonly codes: readonly number[];
  readonly onChange: (codes: readonly number[]) => void;
}

/** A set of status codes, each a tag that can be taken away. */
export function CodeListField({ label, codes, onChange }: CodeListFieldProps) {
  return (
    <TagListField
      label={label}
      one="Code"
      fieldLabel="Status code"
      placeholder="404"
      size="code"
      tags={codes.map(String)}
      troubleWith={(text) => statusCodeTrouble(text, codes)}
      onChange={(tags) => onChange(statusCodesOf(tags))}
    />
  );
}
