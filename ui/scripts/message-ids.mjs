// Writes src/lib/i18n/message-ids.ts: every message id of the catalogue with the variables it
// takes. Run with `npm run messages`; a test fails when the file is behind the catalogue.
import { parse, Visitor } from '@fluent/syntax';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FOLDER = 'src/i18n';
const OUTPUT = 'src/lib/i18n/message-ids.ts';

class Variables extends Visitor {
  names = new Set();
  visitVariableReference(node) {
    this.names.add(node.id.name);
  }
}

/** The whole catalogue: en.ftl and every en-….ftl beside it, in the order of their names. */
export function catalogue() {
  const files = readdirSync(FOLDER).filter((name) => /^en.*\.ftl$/.test(name));
  return files
    .sort()
    .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'))
    .join('\n');
}

/** The TypeScript for one catalogue. Throws where the catalogue does not parse. */
export function messageTypes(catalogue) {
  const lines = [];
  const seen = new Set();
  for (const entry of parse(catalogue, { withSpans: true }).body) {
    if (entry.type === 'Junk') throw new Error(`Not Fluent:\n${entry.content}`);
    if (entry.type !== 'Message') continue;
    if (seen.has(entry.id.name)) throw new Error(`Twice in the catalogue: ${entry.id.name}`);
    seen.add(entry.id.name);
    const variables = new Variables();
    variables.visit(entry);
    const names = [...variables.names].sort().map((name) => `'${name}'`);
    lines.push(`  '${entry.id.name}': ${names.join(' | ') || 'never'};`);
  }
  return [
    '// Generated from src/i18n/en*.ftl by `npm run messages`. Do not edit.',
    '/** Message id to the names of its variables. */',
    'export interface Messages {',
    ...lines,
    '}',
    'export type MessageId = keyof Messages;',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(OUTPUT, messageTypes(catalogue()));
}
