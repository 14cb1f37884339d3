/** The layers of `src`, from the top: a layer uses only those below it. */
const LAYERS = ['app', 'features', 'parts', 'kit', 'lib'];

/** The rooms of `parts`, each above those it may use: no circle can come about between them. */
const PARTS = [
  'experiment',
  'obstacle',
  'metric',
  'hint',
  'clock',
  'person',
  'reading',
  'removed',
  'report',
  'team',
];

/** What of `lib` the kit may use; the rest knows the data of a board. */
const OF_LIB_IN_KIT = ['commands', 'i18n', 'pointer', 'text'];

/** Where a module stands: the folders of its path below `src`. */
function place(path) {
  const [layer = '', room = ''] = path.split('/');
  return { layer, room };
}

/** The path below `src` that a module means by another's address; null for a package. */
function below(importer, address) {
  if (address.startsWith('$')) return address.slice(1);
  if (!address.startsWith('.')) return null;
  const folders = importer.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.') folders.push(part);
  }
  return folders.join('/');
}

/** The parts that a part may use. */
const partsBelow = (room) => (PARTS.includes(room) ? PARTS.slice(PARTS.indexOf(room) + 1) : []);

/** Why a module at the first path may not use the one at the second; null where it may. */
function climb(importer, imported) {
  const [user, used] = [place(importer), place(imported)];
  const [from, to] = [LAYERS.indexOf(user.layer), LAYERS.indexOf(used.layer)];
  if (used.layer === 'testing' && from >= 0 && !importer.endsWith('.test.ts'))
    return 'Only tests know what stands in testing.';
  if (from < 0 || to < 0) return null;
  if (to < from) return `${user.layer} does not know ${used.layer}, which stands above it.`;
  if (user.layer === 'kit' && used.layer === 'lib' && !OF_LIB_IN_KIT.includes(used.room))
    return `The kit knows no data of a board: of lib it uses ${OF_LIB_IN_KIT.join(', ')}.`;
  if (to > from || user.room === used.room) return null;
  if (user.layer === 'features')
    return `${user.room} knows no other feature: what both need is a part, or in kit or lib.`;
  if (user.layer === 'parts' && !partsBelow(user.room).includes(used.room))
    return `${user.room} is not above ${used.room} in the list of parts (lint/layers.js).`;
  return null;
}

/** ESLint's rule: each import goes down, and never into another feature. */
export default {
  meta: { type: 'problem', schema: [], messages: { climb: '{{ reason }}' } },
  create(context) {
    const importer =
      context.filename
        .split(/[\\/]src[\\/]/)
        .at(-1)
        ?.replaceAll('\\', '/') ?? '';
    function check(source) {
      const imported = typeof source?.value === 'string' && below(importer, source.value);
      const reason = imported ? climb(importer, imported) : null;
      if (reason) context.report({ node: source, messageId: 'climb', data: { reason } });
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};
