/** What was answered in a flow before, the newest last; as long as the window is open, for the arrow keys. */
const answers = new Map<string, readonly string[]>();

const keptAnswers = 50;

export function answersGivenIn(flowId: string): readonly string[] {
  return answers.get(flowId) ?? [];
}

/** Keeps an answer; the same one once more moves to the end. */
export function answerRemembered(flowId: string, text: string): void {
  if (text.trim() === '') return;
  const others = answersGivenIn(flowId).filter((each) => each !== text);
  answers.set(flowId, [...others, text].slice(-keptAnswers));
}
