/** What a menu, boxes or radio buttons offer. */
export interface Option {
  readonly text: { readonly text: string };
  readonly value: string;
}

export function optionsOf(element: Readonly<Record<string, unknown>>): readonly Option[] {
  const groups = (element.option_groups ?? []) as readonly { readonly options: readonly Option[] }[];
  return (element.options ?? groups.flatMap(({ options }) => options)) as readonly Option[];
}
