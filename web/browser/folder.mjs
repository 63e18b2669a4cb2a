// Serves a folder as plain web space does: index.html in folders, nothing else. Prints its address.
//   node browser/folder.mjs FOLDER
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.csv': 'text/csv', '.xml': 'application/xml', '.svg': 'image/svg+xml', '.txt': 'text/plain' };
const folder = process.argv[2];
const file_at = (path) => {
  const file = join(folder, normalize(decodeURIComponent(path)));
  const what = statSync(file, { throwIfNoEntry: false });
  return what?.isDirectory() ? (path.endsWith('/') ? file_at(`${path}index.html`) : null) : what ? file : null;
};
const server = createServer((request, answer) => {
  const file = file_at(new URL(request.url, 'http://here').pathname);
  if (!file) { answer.writeHead(404, { 'content-type': 'text/plain' }).end('not here\n'); return; }
  answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  if (request.method === 'HEAD') answer.end(); else createReadStream(file).pipe(answer);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
