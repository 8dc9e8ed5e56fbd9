import { patternTrouble } from '#shared/interpreter/answers/answer-pattern.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { PromptConfig } from '#shared/nodes/prompt-node.ts';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { ChoiceRows } from './choice-rows.tsx';
import { configEdited } from './edit-node.ts';
import { useNameCheck } from './use-name-check.ts';
import rows from './choice-rows.module.css';
import styles from './inspector.module.css';

interface PromptRulesProps {
  readonly flow: Flow;
  readonly node: NodeOf<'prompt'>;
}

/** What an answer has to be besides its type; nothing for the types that have no further rules. */
export function PromptRules({ flow, node }: PromptRulesProps) {
  switch (node.config.answerType) {
    case 'text':
      return <TextRules flow={flow} node={node} />;
    case 'number':
      return <NumberRules flow={flow} node={node} />;
    case 'date':
      return <DateRules flow={flow} node={node} />;
    case 'choice':
      return <Choices flow={flow} node={node} />;
    case 'email':
    case 'phone':
    case 'yes-no':
    case 'file-name':
      return null;
  }
}

/** Rules with some changed; what is unset goes from the file. */
function changed<Rules extends object>(rules: Rules | undefined, change: Partial<Rules>): Rules | undefined {
  const set = Object.entries({ ...rules, ...change }).filter(
    ([, value]) => value !== undefined && value !== '' && value !== false,
  );
  return set.length === 0 ? undefined : (Object.fromEntries(set) as Rules);
}

const whole = (number: number | null) => (number === null ? undefined : Math.round(number));

function TextRules({ flow, node }: PromptRulesProps) {
  const { textRules } = node.config;
  const edited = (change: Partial<NonNullable<PromptConfig['textRules']>>) =>
    configEdited(flow.id, node, { textRules: changed(textRules, change) });
  const { minLength, maxLength } = textRules ?? {};
  return (
    <>
      <div className={rows.bounds}>
        <Field label="At least">
          <NumberField
            min={1}
            max={100_000}
            unit="characters"
            placeholder="1"
            value={minLength ?? null}
            onChange={(minLength) => edited({ minLength: whole(minLength) })}
          />
        </Field>
        <Field label="At most" error={crossed(minLength, maxLength)}>
          <NumberField
            min={1}
            max={100_000}
            unit="characters"
            placeholder="any"
            value={maxLength ?? null}
            onChange={(maxLength) => edited({ maxLength: whole(maxLength) })}
          />
        </Field>
      </div>
      <PatternRule flow={flow} node={node} />
    </>
  );
}

function PatternRule({ flow, node }: PromptRulesProps) {
  const { textRules } = node.config;
  const { pattern = '', patternText = '' } = textRules ?? {};
  const check = useNameCheck(flow, node.id)(patternText);
  const edited = (field: 'pattern' | 'patternText', text: string) =>
    configEdited(flow.id, node, { textRules: changed(textRules, { [field]: text }) }, field);
  return (
    <>
      <Field
        label="Pattern"
        error={patternTrouble(pattern) ?? undefined}
        hint="A regular expression that the answer has to hold; ^ and $ tie it to the ends."
      >
        <TextField
          mono
          placeholder="^[A-Z]{3}-[0-9]+$"
          value={pattern}
          onChange={(text) => edited('pattern', text)}
        />
      </Field>
      {(pattern !== '' || patternText !== '') && (
        <Field label="When the pattern is not found" error={check.error} warning={check.warning}>
          <TemplateField
            field="text"
            lines={2}
            placeholder="Please write the code as ABC-123."
            value={patternText}
            unknownNames={check.unknownNames}
            onChange={(text) => edited('patternText', text)}
          />
        </Field>
      )}
    </>
  );
}

function NumberRules({ flow, node }: PromptRulesProps) {
  const { numberRules } = node.config;
  const edited = (change: Partial<NonNullable<PromptConfig['numberRules']>>) =>
    configEdited(flow.id, node, { numberRules: changed(numberRules, change) });
  return (
    <>
      <div className={rows.bounds}>
        <Field label="Smallest">
          <NumberField
            placeholder="any"
            value={numberRules?.min ?? null}
            onChange={(min) => edited({ min: min ?? undefined })}
          />
        </Field>
        <Field label="Largest" error={crossed(numberRules?.min, numberRules?.max)}>
          <NumberField
            placeholder="any"
            value={numberRules?.max ?? null}
            onChange={(max) => edited({ max: max ?? undefined })}
          />
        </Field>
      </div>
      <div className={styles.switchLine}>
        <Switch
          checked={numberRules?.whole ?? false}
          onChange={(isWhole) => edited({ whole: isWhole || undefined })}
        >
          Whole numbers only
        </Switch>
      </div>
    </>
  );
}

/** No answer could fit between bounds that are the wrong way round. */
function crossed(least: number | undefined, most: number | undefined): string | undefined {
  return least !== undefined && most !== undefined && least > most
    ? `No answer fits: this is less than ${least}.`
    : undefined;
}

function DateRules({ flow, node }: PromptRulesProps) {
  const { dateRules } = node.config;
  const check = useNameCheck(flow, node.id);
  const bound = (label: string, key: 'earliest' | 'latest') => {
    const text = dateRules?.[key] ?? '';
    const { error, warning, unknownNames } = check(text);
    return (
      <Field label={label} error={error} warning={warning}>
        <TemplateField
          field="text"
          placeholder={key === 'earliest' ? '{{@today}}' : '2030-12-31'}
          value={text}
          unknownNames={unknownNames}
          onChange={(next) =>
            configEdited(flow.id, node, { dateRules: changed(dateRules, { [key]: next }) }, key)
          }
        />
      </Field>
    );
  };
  return (
    <div className={rows.bounds}>
      {bound('Earliest', 'earliest')}
      {bound('Latest', 'latest')}
    </div>
  );
}

function Choices({ flow, node }: PromptRulesProps) {
  const { choices = [] } = node.config;
  const check = useNameCheck(flow, node.id)(...choices.flatMap(({ label, value }) => [label, value]));
  const none = choices.length === 0 ? 'There is nothing to choose. Add a choice.' : undefined;
  return (
    <Field
      as="group"
      label="Choices"
      count={choices.length}
      error={none ?? check.error}
      warning={check.warning}
      hint="Each has an exit of its own; one without a connection gives way to next."
    >
      <ChoiceRows
        choices={choices}
        unknownNames={check.unknownNames}
        onChange={(next, field) => configEdited(flow.id, node, { choices: [...next] }, field)}
      />
    </Field>
  );
}
