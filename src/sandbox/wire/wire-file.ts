import type { FileRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';

const MIME_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
};

export function wireFile(state: State, file: FileRecord) {
  const filetype = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '') : 'binary';
  return {
    id: file.id,
    created: file.createdSeconds,
    timestamp: file.createdSeconds,
    name: file.name,
    title: file.title,
    mimetype: MIME_TYPES[filetype] ?? 'application/octet-stream',
    filetype,
    user: file.userId,
    user_team: state.team.id,
    size: file.content?.length ?? 0,
    mode: 'hosted',
    url_private: `${state.address}/files/${file.id}/${encodeURIComponent(file.name)}`,
    permalink: `${state.team.url}files/${file.userId}/${file.id}/${encodeURIComponent(file.name)}`,
  };
}
