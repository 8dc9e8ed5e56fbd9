/** The kinds of answer that a Prompt can ask for (SEMANTICS, Nodes), in the order in which they are offered. */
export const answerTypes = [
  'text',
  'number',
  'email',
  'phone',
  'date',
  'yes-no',
  'choice',
  'file-name',
] as const;

export type AnswerType = (typeof answerTypes)[number];

/** The word for a kind of answer in the window. */
export const answerTypeTitles: Readonly<Record<AnswerType, string>> = {
  text: 'Text',
  number: 'Number',
  email: 'Email',
  phone: 'Phone',
  date: 'Date',
  'yes-no': 'Yes or no',
  choice: 'Choice',
  'file-name': 'File name',
};

/** What a Prompt stores for an answer: a number keeps its digits, yes and no are booleans, all else is text. */
export function storedType(answerType: AnswerType): 'text' | 'number' | 'boolean' {
  switch (answerType) {
    case 'number':
      return 'number';
    case 'yes-no':
      return 'boolean';
    case 'text':
    case 'email':
    case 'phone':
    case 'date':
    case 'choice':
    case 'file-name':
      return 'text';
  }
}
