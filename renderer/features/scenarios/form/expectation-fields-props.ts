import type { Expectation, ExpectationOf, ExpectationType } from '#shared/scenario/expectation.ts';

/** What the fields of an expectation are told. */
export interface ExpectationFieldsProps<Type extends ExpectationType = ExpectationType> {
  readonly expectation: ExpectationOf<Type>;
  readonly onChange: (expectation: Expectation, field: string | null) => void;
}
