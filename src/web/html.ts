/** Markup that is safe to send: made by `html` only. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type HtmlValue = string | number | Html | readonly HtmlValue[] | undefined;

/** Escapes every value that is not itself `Html`; values of attributes must stand in double quotes. */
export function html(markup: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(markup.map((part, index) => part + render(values[index])).join(''));
}

function render(value: HtmlValue): string {
  if (value === undefined) {
    return '';
  }
  if (value instanceof Html || typeof value === 'number') {
    return value.toString();
  }
  return typeof value === 'string' ? escapeHtml(value) : value.map(render).join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
