import { useMemo, type ReactNode } from 'react';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { scenarioEdited } from '../../../store/scenario-actions.ts';
import { useFlows } from '../../../store/use-documents.ts';
import { ScenarioFormContext, type FaultFieldsOf, type ScenarioForm } from './scenario-form-context.ts';
import { scenarioNodes } from './scenario-nodes.ts';

interface ScenarioFormFrameProps {
  readonly scenario: Scenario;
  readonly faultFields: FaultFieldsOf;
  readonly children: ReactNode;
}

/** Tells the parts of a form which scenario they show, and which nodes it may speak of. */
export function ScenarioFormFrame({ children, faultFields, scenario }: ScenarioFormFrameProps) {
  const flows = useFlows();
  const { flow: flowId, id } = scenario;
  const nodes = useMemo(() => {
    const byId = new Map<string, (typeof flows)[number]>(flows.map((flow) => [flow.id, flow]));
    const find = (wanted: string) => byId.get(wanted) ?? null;
    return scenarioNodes(find(flowId), find);
  }, [flows, flowId]);
  const form: ScenarioForm = {
    scenario,
    nodes,
    edit: (change, field) => scenarioEdited(id, change, field),
    faultFields,
  };
  return <ScenarioFormContext value={form}>{children}</ScenarioFormContext>;
}
