import { blocksOf, type CheckedBlock, type Surface } from './block-kinds.ts';
import { problem, problemsOf } from './describe-problem.ts';
import { limits } from './slack-limits.ts';

/** What Slack would say against these blocks, in its words: nothing where it would take them. */
export function checkBlocks(blocks: unknown, surface: Surface): readonly string[] {
  const root = surface === 'message' ? '/blocks' : '/view/blocks';
  const problems = problemsOf(blocksOf[surface], blocks, root);
  return problems.length > 0 ? problems : checkTogether(blocksOf[surface].parse(blocks), root);
}

/** What no block shows alone. */
function checkTogether(blocks: readonly CheckedBlock[], root: string): readonly string[] {
  return [
    ...twice(blocks.map(({ block_id }) => block_id)).map((index) =>
      problem('block_id already exists', `${root}/${index}/block_id`),
    ),
    ...blocks.flatMap((block, index) => checkActionIds(block, `${root}/${index}`)),
    ...checkMarkdown(blocks, root),
    ...atMostOne(blocks.filter(({ type }) => type === 'table').length, 'table', root),
    ...atMostOne(blocks.flatMap(elementsOf).filter(isFocused).length, 'focus_on_load', root),
  ];
}

function checkActionIds(block: CheckedBlock, pointer: string): readonly string[] {
  const ids = block.type === 'actions' ? block.elements.map(({ action_id }) => action_id) : [];
  return twice(ids).map((index) => problem('action_id already exists', `${pointer}/elements/${index}/action_id`));
}

function checkMarkdown(blocks: readonly CheckedBlock[], root: string): readonly string[] {
  const length = blocks.reduce((sum, block) => sum + (block.type === 'markdown' ? block.text.length : 0), 0);
  return length > limits.markdown
    ? [problem(`markdown must be less than ${limits.markdown + 1} characters`, root)]
    : [];
}

function atMostOne(count: number, what: string, root: string): readonly string[] {
  return count > 1 ? [problem(`only one ${what} allowed`, root)] : [];
}

function elementsOf(block: CheckedBlock): readonly object[] {
  switch (block.type) {
    case 'actions':
      return block.elements;
    case 'input':
      return [block.element];
    case 'section':
      return block.accessory === undefined ? [] : [block.accessory];
    default:
      return [];
  }
}

function isFocused(element: object): boolean {
  return 'focus_on_load' in element && element.focus_on_load === true;
}

/** Where an id stands that stood before. */
function twice(ids: readonly (string | undefined)[]): readonly number[] {
  return ids.flatMap((id, index) => (id !== undefined && ids.indexOf(id) < index ? [index] : []));
}
