import { useState } from 'react';
import { scenarioSchema, type Scenario } from '#shared/scenario/scenario.ts';
import { Button } from '../../../ui/button/button.tsx';
import { useDraft } from '../../../ui/field/drafts.ts';
import { Field } from '../../../ui/field/field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import { withMember } from './with-member.ts';
import styles from './form.module.css';

/** The clock and the seed that make a run repeat itself, and how far it may go. */
export function LimitsRow() {
  const { edit, scenario } = useScenarioForm();
  const { limits, seed } = scenario;
  const limited = (change: Partial<Scenario['limits']>) =>
    edit((before) => ({ ...before, limits: { ...before.limits, ...change } }), null);
  return (
    <FormRow title="Run" hint="With a clock and a seed it does the same every time">
      <ClockField />
      <div className={styles.line}>
        <Field label="Seed">
          <NumberField
            value={seed}
            min={0}
            max={0xffff_ffff}
            onChange={(value) => edit((before) => ({ ...before, seed: Math.round(value ?? 1) }), null)}
          />
        </Field>
        <Field label="Steps at most">
          <NumberField
            value={limits.steps}
            min={1}
            max={1_000_000}
            step={100}
            onChange={(value) => limited({ steps: Math.round(value ?? 10_000) })}
          />
        </Field>
        <Field label="Time at most">
          <NumberField
            unit="ms"
            value={limits.timeoutMs}
            min={1}
            max={86_400_000}
            step={1000}
            onChange={(value) => limited({ timeoutMs: Math.round(value ?? 60_000) })}
          />
        </Field>
      </div>
    </FormRow>
  );
}

/** When the clock of a run begins; kept when it is left, if it is a moment. */
function ClockField() {
  const { edit, scenario } = useScenarioForm();
  const { clock } = scenario;
  const [draft, setDraft] = useState<string | null>(null);
  const changed = (next: string | undefined) =>
    edit((before) => (before.clock === next ? before : withMember(before, 'clock', next)), null);
  const trouble = draft === null || draft.trim() === '' || isMoment(draft.trim()) ? null : notAMoment;
  const settled = () => {
    if (draft === null || trouble !== null) return;
    changed(draft.trim() === '' ? undefined : draft.trim());
    setDraft(null);
  };
  useDraft(settled);
  return (
    <Field
      label="Clock begins at"
      hint="Empty, it begins when the scenario is run. Only waits put it on."
      error={trouble}
      aside={
        <Button
          look="link"
          onClick={() => {
            setDraft(null);
            changed(new Date().toISOString());
          }}
        >
          Now
        </Button>
      }
    >
      <TextField
        mono
        placeholder="2026-03-12T12:00:00.000Z"
        value={draft ?? clock ?? ''}
        onChange={setDraft}
        onBlur={settled}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settled();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </Field>
  );
}

const notAMoment = 'This is no moment. Write a date and a time with its zone, such as 2026-03-12T12:00:00Z.';

const isMoment = (text: string): boolean => scenarioSchema.shape.clock.safeParse(text).success;
