// Slack's own: https://docs.slack.dev/reference/block-kit/blocks and https://docs.slack.dev/reference/views
export const limits = {
  messageBlocks: 50,
  /** Of all blocks of a message together; documented nowhere, so these two stay below what was seen to be refused. */
  messageSize: 13_000,
  sizeOfBlock: 50,
  modalBlocks: 100,
  sectionText: 3_000,
  headerText: 150,
  contextElements: 10,
  contextText: 2_000,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  modalTitle: 24,
  modalSubmit: 24,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputValue: 3_000,
  placeholder: 150,
  optionText: 75,
  selectOptions: 100,
  overflowOptions: 5,
  channelTopic: 250,
  /** What Slack shows of a message's `text` before it cuts. https://docs.slack.dev/reference/methods/chat.postMessage */
  messageText: 4_000,
} as const;

/** Whether a field shows only the beginning of a text, as `cutPlain` cut it. */
export function isCut(text: string): boolean {
  return text.endsWith('…') && text.length >= limits.inputValue - 1;
}
