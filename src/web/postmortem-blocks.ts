import type {
  Block,
  Cell,
  EventEntry,
  Fact,
  FigureEndEntry,
  FigureEntry,
  SaidEntry,
  SourceEntry,
  StoryEntry,
} from '../domain/postmortem/outline/outline.ts';
import { uniqueSources } from '../domain/postmortem/outline/outline-source.ts';
import { splitLines } from '../domain/postmortem/split-lines.ts';
import { webAddress } from '../domain/postmortem/web-address.ts';
import { unreachable } from '../domain/result.ts';
import type { ToldTime } from '../domain/tell-time.ts';
import { type Html, html } from './html.ts';
import { sourceNote, typedProse, typedText, typedWords } from './typed-text.ts';

export function postmortemBlock(block: Block): Html {
  switch (block.kind) {
    case 'prose':
      return html`<div class="prose">${typedProse(block.text)}</div>\n`;
    case 'gap':
      return html`<p class="gap">${block.text}</p>\n`;
    case 'label':
      return html`<h3>${block.text}</h3>\n`;
    case 'note':
      return html`<p>${block.text}</p>\n`;
    case 'facts':
      return factList(block.facts);
    case 'events':
      return eventList(block.events);
    case 'days':
      return html`${block.days.map(({ title, entries }) => html`<h3 class="day">${title}</h3>\n${story(entries)}`)}`;
    case 'transcript':
      return html`${block.days.map(({ title, said }) => html`<h3 class="day">${title}</h3>\n${saidList(said)}`)}`;
    case 'figures':
      return html`<ul class="figures">\n${block.figures.map(figureCard)}</ul>\n`;
    case 'findings':
      return html`<ul class="findings">\n${block.findings.map(
        ({ section, about, text, note }) =>
          html`<li><a href="#${section}">${about}</a> ${text}<br><small>${note}</small></li>\n`,
      )}</ul>\n`;
    case 'table':
      return table(block.columns, block.rows);
    default:
      return unreachable(block);
  }
}

export function factList(facts: readonly Fact[]): Html {
  return html`<dl class="facts">\n${facts.map(
    ({ name, value, sources = [] }) => html`<div><dt>${name}</dt><dd>${value}${sourceList(sources)}</dd></div>\n`,
  )}</dl>\n`;
}

function story(entries: readonly StoryEntry[]): Html {
  const items = entries.map((entry) => (entry.kind === 'event' ? eventItem(entry.event) : foldedItem(entry)));
  return html`<ol class="events">\n${items}</ol>\n`;
}

/** One quiet line, which opens to what it is made of. */
function foldedItem({ text, events }: Extract<StoryEntry, { kind: 'folded' }>): Html {
  const [first] = events;
  return html`<li class="event automatic folded">${first === undefined ? undefined : toldTime(first.time)}
<details class="what"><summary>${splitLines(text).join(' ')}</summary>
${eventList(events)}</details></li>\n`;
}

function eventList(events: readonly EventEntry[]): Html {
  return html`<ol class="events">\n${events.map(eventItem)}</ol>\n`;
}

function eventItem(event: EventEntry): Html {
  const { time, kind, kindName, text, files, saidBy, isAutomatic, notes } = event;
  const classes = isAutomatic ? 'event automatic' : `event ${kind}`;
  return html`<li class="${classes}">${toldTime(time)}
<div class="what"><span class="kind">${kindName}</span> <div class="text">${typedWords(text)}${notes.map((note) => html` <span class="note">(${note})</span>`)}</div>${fileList(files)}
<span class="who">${saidBy} · ${sourceNote(event.source)}</span></div></li>\n`;
}

function fileList(files: EventEntry['files']): Html | undefined {
  return files.length === 0
    ? undefined
    : html`\n<ul class="files">${files.map((file) => html`<li>${fileItem(file)}</li>`)}</ul>`;
}

function fileItem({ name, permalink, image }: EventEntry['files'][number]): Html {
  const address = permalink === undefined ? undefined : webAddress(permalink);
  const label = html`📎 ${name}`;
  const link = address === undefined ? label : html`<a href="${address}" rel="noreferrer noopener">${label}</a>`;
  return image === undefined ? link : html`${link}<img src="${image}" alt="${name}">`;
}

/** To follow what was told; nothing where there is none. */
function sourceList(sources: readonly (SourceEntry | undefined)[]): Html | undefined {
  const told = uniqueSources(sources).map((source, index) => html`${index === 0 ? '' : ', '}${sourceNote(source)}`);
  return told.length === 0 ? undefined : html` <span class="from">(${told})</span>`;
}

function saidList(said: readonly SaidEntry[]): Html {
  return html`<ol class="said">\n${said.map(saidItem)}</ol>\n`;
}

function saidItem({ time, saidBy, text, isReply, note }: SaidEntry): Html {
  const remark = note === undefined ? undefined : html` <span class="gap">(${note})</span>`;
  return html`<li${isReply ? html` class="reply"` : undefined}>${toldTime(time)} <b>${saidBy}</b>
<div class="text">${typedText(text)}${remark}</div></li>\n`;
}

function toldTime({ at, local, utc }: ToldTime): Html {
  const inUtc = utc === undefined ? undefined : html` <span class="utc">(${utc})</span>`;
  return html`<time datetime="${at}">${local}${inUtc}</time>`;
}

function figureCard({ name, definition, length, isKnown, from, to }: FigureEntry): Html {
  return html`<li><h3>${name}</h3><p class="${isKnown ? 'length' : 'length unknown'}">${length}</p>
<p class="ends">${figureEnd(from)} → ${figureEnd(to)}</p>
<p class="definition">${definition}</p></li>\n`;
}

function figureEnd({ text, source }: FigureEndEntry): Html {
  return html`${text}${sourceList([source])}`;
}

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  return html`<div class="scroll"><table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, index) => tableCell(cell, columns[index] ?? ''))}</tr>\n`)}</tbody>
</table></div>\n`;
}

function tableCell({ text, href, sources = [], at, isGap }: Cell, column: string): Html {
  const typed = href === undefined ? typedText(text) : sourceNote({ text, href, messageChange: undefined });
  const told = at === undefined ? typed : html`<time datetime="${at}">${typed}</time>`;
  const content = isGap === true ? html`<span class="gap">${told}</span>` : told;
  return html`<td data-column="${column}"><div>${content}${sourceList(sources)}</div></td>`;
}
