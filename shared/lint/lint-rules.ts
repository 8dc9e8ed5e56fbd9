import type { LintRule } from './lint-rule.ts';
import { allowedHostInvalid } from './rules/allowed-host-invalid.ts';
import { allowedHostsMissing } from './rules/allowed-hosts-missing.ts';
import { baseUrlInvalid } from './rules/base-url-invalid.ts';
import { bodyFileMissing } from './rules/body-file-missing.ts';
import { bodyUnread } from './rules/body-unread.ts';
import { branchEmpty } from './rules/branch-empty.ts';
import { connectionBroken } from './rules/connection-broken.ts';
import { credentialReadable } from './rules/credential-readable.ts';
import { endlessLoop } from './rules/endless-loop.ts';
import { endpointMissing } from './rules/endpoint-missing.ts';
import { endpointUnset } from './rules/endpoint-unset.ts';
import { endpointVariableUnset } from './rules/endpoint-variable-unset.ts';
import { environmentHidden } from './rules/environment-hidden.ts';
import { environmentNameInvalid } from './rules/environment-name-invalid.ts';
import { environmentNameRepeated } from './rules/environment-name-repeated.ts';
import { environmentValueMissing } from './rules/environment-value-missing.ts';
import { errorNodeMissing } from './rules/error-node-missing.ts';
import { errorUnhandled } from './rules/error-unhandled.ts';
import { exitImpossible } from './rules/exit-impossible.ts';
import { exitUnconnected } from './rules/exit-unconnected.ts';
import { exitWithoutEffect } from './rules/exit-without-effect.ts';
import { headerInvalid } from './rules/header-invalid.ts';
import { headerRepeated } from './rules/header-repeated.ts';
import { inputDefaultInvalid } from './rules/input-default-invalid.ts';
import { inputNameRepeated } from './rules/input-name-repeated.ts';
import { jsonInvalid } from './rules/json-invalid.ts';
import { loopInvalid } from './rules/loop-invalid.ts';
import { loopItemHides } from './rules/loop-item-hides.ts';
import { loopListOther } from './rules/loop-list-other.ts';
import { loopNeverReturns } from './rules/loop-never-returns.ts';
import { loopWithoutPause } from './rules/loop-without-pause.ts';
import { nextUnconnected } from './rules/next-unconnected.ts';
import { nodeNameMissing } from './rules/node-name-missing.ts';
import { nodeNameRepeated } from './rules/node-name-repeated.ts';
import { nodeUnreachable } from './rules/node-unreachable.ts';
import { oauthUrlInvalid } from './rules/oauth-url-invalid.ts';
import { pathUnknown } from './rules/path-unknown.ts';
import { patternInvalid } from './rules/pattern-invalid.ts';
import { plainHttpSecret } from './rules/plain-http-secret.ts';
import { proxyUrlInvalid } from './rules/proxy-url-invalid.ts';
import { scenarioColumnMissing } from './rules/scenario-column-missing.ts';
import { scenarioEnvironmentMissing } from './rules/scenario-environment-missing.ts';
import { scenarioExitMissing } from './rules/scenario-exit-missing.ts';
import { scenarioFixtureMissing } from './rules/scenario-fixture-missing.ts';
import { scenarioFlowMissing } from './rules/scenario-flow-missing.ts';
import { scenarioInputUnknown } from './rules/scenario-input-unknown.ts';
import { scenarioMatcherInvalid } from './rules/scenario-matcher-invalid.ts';
import { scenarioNodeMissing } from './rules/scenario-node-missing.ts';
import { secretMisplaced } from './rules/secret-misplaced.ts';
import { secretUnset } from './rules/secret-unset.ts';
import { startMissing } from './rules/start-missing.ts';
import { startRepeated } from './rules/start-repeated.ts';
import { subFlowEndless } from './rules/sub-flow-endless.ts';
import { subFlowInputInvalid } from './rules/sub-flow-input-invalid.ts';
import { subFlowInputMissing } from './rules/sub-flow-input-missing.ts';
import { subFlowInputUnknown } from './rules/sub-flow-input-unknown.ts';
import { subFlowMissing } from './rules/sub-flow-missing.ts';
import { subFlowOutputUnset } from './rules/sub-flow-output-unset.ts';
import { subFlowUnset } from './rules/sub-flow-unset.ts';
import { systemNameUnknown } from './rules/system-name-unknown.ts';
import { templateInvalid } from './rules/template-invalid.ts';
import { textMissing } from './rules/text-missing.ts';
import { variableNameInvalid } from './rules/variable-name-invalid.ts';
import { variableOverwritten } from './rules/variable-overwritten.ts';
import { variablePerhapsUnset } from './rules/variable-perhaps-unset.ts';
import { variableUnknown } from './rules/variable-unknown.ts';
import { variableUnused } from './rules/variable-unused.ts';
import { waitInvalid } from './rules/wait-invalid.ts';

/** Everything that is looked for, in the order of the guide; the panel, the guide and the tests are made from this list. */
export const lintRules: readonly LintRule[] = [
  startMissing,
  startRepeated,
  nodeUnreachable,
  exitUnconnected,
  errorUnhandled,
  endlessLoop,
  loopWithoutPause,
  loopInvalid,
  loopNeverReturns,
  loopListOther,
  loopItemHides,
  waitInvalid,
  branchEmpty,
  errorNodeMissing,
  connectionBroken,
  endpointUnset,
  endpointMissing,
  endpointVariableUnset,
  subFlowUnset,
  subFlowMissing,
  subFlowInputMissing,
  subFlowInputInvalid,
  subFlowEndless,
  variableUnknown,
  variablePerhapsUnset,
  environmentValueMissing,
  systemNameUnknown,
  secretMisplaced,
  pathUnknown,
  templateInvalid,
  jsonInvalid,
  variableNameInvalid,
  variableOverwritten,
  environmentHidden,
  subFlowInputUnknown,
  subFlowOutputUnset,
  inputNameRepeated,
  inputDefaultInvalid,
  textMissing,
  patternInvalid,
  bodyUnread,
  bodyFileMissing,
  exitImpossible,
  headerInvalid,
  headerRepeated,
  credentialReadable,
  exitWithoutEffect,
  nextUnconnected,
  variableUnused,
  nodeNameMissing,
  nodeNameRepeated,
  baseUrlInvalid,
  allowedHostsMissing,
  allowedHostInvalid,
  oauthUrlInvalid,
  proxyUrlInvalid,
  secretUnset,
  plainHttpSecret,
  environmentNameInvalid,
  environmentNameRepeated,
  scenarioFlowMissing,
  scenarioNodeMissing,
  scenarioExitMissing,
  scenarioFixtureMissing,
  scenarioEnvironmentMissing,
  scenarioInputUnknown,
  scenarioMatcherInvalid,
  scenarioColumnMissing,
];
