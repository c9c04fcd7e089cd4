import type { FileRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';

const MIME_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  webp: 'image/webp',
};

export function wireFile(state: State, file: FileRecord) {
  if (file.isDeleted === true) {
    return { id: file.id, mode: 'tombstone' };
  }
  const filetype = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '') : 'binary';
  const address = `${state.address}/files-pri/${state.team.id}-${file.id}`;
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
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${state.team.url}files/${file.userId}/${file.id}/${encodeURIComponent(file.name)}`,
  };
}
