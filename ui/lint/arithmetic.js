import { readFileSync } from 'node:fs';

/** Names that are numbers of other things as well; they count only where they are read of a row. */
const COMMON = ['amount', 'number', 'score', 'size', 'total', 'value'];
const OPERATORS = ['+', '-', '*', '/', '%', '**'];

/** The fields of all nouns that are numbers, as the core's bindings have them. */
export function numbersOfNouns(bindings) {
  const items = bindings.matchAll(/export type \w+Item = \{(?<fields>[\s\S]*?)\n\};/g);
  const fields = [...items].flatMap(({ groups }) => [
    ...groups.fields.matchAll(/\n {2}(?<name>\w+)\??: number(?: \| null)?;/g),
  ]);
  return new Set(fields.map(({ groups }) => groups.name));
}
const numbers = numbersOfNouns(
  readFileSync(new URL('../src/lib/api/bindings.ts', import.meta.url), 'utf8'),
);

/** The field of a noun that an operand is; null where it is none. */
function fieldOf(node) {
  if (node.type === 'TSNonNullExpression' || node.type === 'ChainExpression')
    return fieldOf(node.expression);
  if (node.type === 'MemberExpression' && !node.computed)
    return numbers.has(node.property.name) ? node.property.name : null;
  const named = node.type === 'Identifier' && !COMMON.includes(node.name);
  return named && numbers.has(node.name) ? node.name : null;
}

/**
 * ESLint's rule: what a noun's numbers come to is computed in the core, once for the screen, for
 * paper and for whoever asks from a terminal.
 */
export default {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const tell = (node, operands) => {
      const field = operands.map(fieldOf).find((name) => name !== null);
      if (!field) return;
      context.report({ node, message: `What ${field} comes to is computed in the core.` });
    };
    return {
      BinaryExpression(node) {
        if (OPERATORS.includes(node.operator)) tell(node, [node.left, node.right]);
      },
      AssignmentExpression(node) {
        if (node.operator !== '=') tell(node, [node.right]);
      },
      'CallExpression[callee.object.name="Math"]'(node) {
        tell(node, node.arguments);
      },
    };
  },
};
