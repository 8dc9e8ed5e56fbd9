import { matcherTrouble } from '#shared/scenario/matcher-trouble.ts';
import { matcherWays, type Matcher, type MatcherWay } from '#shared/scenario/matcher.ts';
import { Checkbox } from '../../../ui/field/checkbox.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { TextArea } from '../../../ui/field/text-area.tsx';
import { ColumnSelect } from './column-select.tsx';
import { sourceOf, withSource, type MatcherSource } from './matcher-source.ts';
import styles from './form.module.css';

interface MatcherFieldProps {
  /** What is looked at: "Text", "Value". */
  readonly label: string;
  readonly matcher: Matcher;
  /** Whether what is looked at is always a text; then nothing is expected as JSON. */
  readonly isText: boolean;
  readonly onChange: (matcher: Matcher, field: string | null) => void;
}

/** How something has to be: the way of looking, and what is expected as a text, as JSON, or from a column of the data. */
export function MatcherField({ isText, label, matcher, onChange }: MatcherFieldProps) {
  const source = sourceOf(matcher);
  const hasValue = matcher.is !== 'present' && matcher.is !== 'missing';
  return (
    <div role="group" aria-label={label} className={styles.matcher}>
      <div className={styles.matcherHead}>
        <Field label={label}>
          <Select
            value={matcher.is}
            options={matcherWays.map((way) => ({ value: way, label: wayWords[way] }))}
            onChange={(is) => onChange({ ...matcher, is }, null)}
          />
        </Field>
        {hasValue && (
          <Field label="From">
            <Select
              value={source}
              options={sources.filter(({ value }) => !isText || value !== 'json' || source === 'json')}
              onChange={(next) => onChange(withSource(matcher, next), null)}
            />
          </Field>
        )}
      </div>
      {hasValue && <ExpectedValue label={label} matcher={matcher} source={source} onChange={onChange} />}
    </div>
  );
}

interface ExpectedValueProps extends Pick<MatcherFieldProps, 'label' | 'matcher' | 'onChange'> {
  readonly source: MatcherSource;
}

function ExpectedValue({ label, matcher, onChange, source }: ExpectedValueProps) {
  if (source === 'column') {
    return (
      <>
        <ColumnSelect
          value={matcher.column ?? ''}
          onChange={(column) => onChange({ ...matcher, column }, null)}
        />
        <Checkbox
          checked={matcher.columnIsJson === true}
          onChange={(isJson) => {
            const { columnIsJson: _before, ...others } = matcher;
            onChange(isJson ? { ...others, columnIsJson: true } : others, null);
          }}
        >
          Its cells are JSON, such as numbers
        </Checkbox>
      </>
    );
  }
  const text = (source === 'json' ? matcher.json : matcher.text) ?? '';
  return (
    <Field label={`Expected ${label.toLowerCase()}`} labelHidden error={matcherTrouble(matcher) ?? undefined}>
      <TextArea
        mono
        rows={1}
        placeholder={source === 'json' ? '{"status": "shipped"}' : 'the empty text'}
        value={text}
        onChange={(next) =>
          onChange(source === 'json' ? { ...matcher, json: next } : { ...matcher, text: next }, label)
        }
      />
    </Field>
  );
}

const wayWords: Readonly<Record<MatcherWay, string>> = {
  equal: 'is exactly',
  contains: 'contains',
  subset: 'has at least',
  matches: 'matches the pattern',
  present: 'is there',
  missing: 'is not there',
};

const sources: readonly { readonly value: MatcherSource; readonly label: string }[] = [
  { value: 'text', label: 'A text' },
  { value: 'json', label: 'JSON' },
  { value: 'column', label: 'A column' },
];
