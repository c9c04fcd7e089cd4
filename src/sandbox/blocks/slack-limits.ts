/** What Slack takes at most; where a figure is the least, its name says so. https://docs.slack.dev/reference/block-kit */
export const limits = {
  // https://docs.slack.dev/reference/block-kit/blocks
  messageBlocks: 50,
  viewBlocks: 100,
  blockId: 255,
  // https://docs.slack.dev/reference/block-kit/composition-objects/text-object
  text: 3_000,
  // https://docs.slack.dev/reference/block-kit/blocks/section-block
  sectionFields: 10,
  sectionField: 2_000,
  // https://docs.slack.dev/reference/block-kit/blocks/header-block
  header: 150,
  // https://docs.slack.dev/reference/block-kit/blocks/context-block
  contextElements: 10,
  // https://docs.slack.dev/reference/block-kit/blocks/actions-block
  actionsElements: 25,
  // https://docs.slack.dev/reference/block-kit/blocks/input-block
  label: 2_000,
  hint: 2_000,
  // https://docs.slack.dev/reference/block-kit/blocks/image-block
  imageUrl: 3_000,
  altText: 2_000,
  imageTitle: 2_000,
  // https://docs.slack.dev/reference/block-kit/blocks/markdown-block: of all such blocks of a message together.
  markdown: 12_000,
  // https://docs.slack.dev/reference/block-kit/blocks/table-block
  tableRows: 100,
  tableColumns: 20,
  // https://docs.slack.dev/reference/block-kit/block-elements/button-element
  actionId: 255,
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  accessibilityLabel: 75,
  // https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  // https://docs.slack.dev/reference/block-kit/composition-objects/option-object
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  optionUrl: 3_000,
  // https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object
  groupLabel: 75,
  // https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
  selectOptions: 100,
  placeholder: 150,
  // https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element
  overflowOptions: 5,
  // https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element and radio-button-group-element
  boxes: 10,
  // https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
  inputValue: 3_000,
  // https://docs.slack.dev/reference/block-kit/block-elements/file-input-element
  inputFiles: 10,
  // https://docs.slack.dev/reference/views/modal-views
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  externalId: 255,
  // https://docs.slack.dev/reference/methods/chat.postMessage: Slack cuts there and warns, the sandbox refuses.
  postedText: 40_000,
  // https://docs.slack.dev/reference/methods/chat.update names the error; people met it above 4,000 characters.
  updatedText: 4_000,
  // The error is documented, its limit is not: this is a guess.
  metadataBytes: 8 * 1_024,
  // Documented nowhere: Slack speaks of "12,000 text characters with a buffer for block containers". These two fit what
  // was measured: 13,297 in one block pass, 9,597 in 50 blocks pass, 11,341 in 45 do not.
  // https://github.com/slackapi/bolt-js/issues/2509 and https://github.com/slackapi/bolt-js/issues/2867
  allBlocksText: 13_350,
  perBlockText: 50,
} as const;
