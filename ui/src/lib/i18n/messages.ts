import type { ErrorCode } from '../api/bindings';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { locale } from './locale';
import type { MessageId, Messages } from './message-ids';

// Isolation marks protect right-to-left mixtures; no catalogue has one, and they would end up in
// copied text.
const bundle = new FluentBundle(locale, { useIsolating: false });
// The catalogue is cut by screens: en.ftl and every en-….ftl beside it.
const catalogues = import.meta.glob<string>('../../i18n/en*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
for (const text of Object.values(catalogues)) bundle.addResource(new FluentResource(text));

type Args<Id extends MessageId> = [Messages[Id]] extends [never]
  ? []
  : [args: Record<Messages[Id], FluentVariable>];

function format(id: string, args?: Record<string, FluentVariable>): string | undefined {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args, []) : undefined;
}

/** The sentence for a message id, with its variables checked by the compiler. */
export function t<Id extends MessageId>(id: Id, ...[args]: Args<Id>): string {
  return format(id, args) ?? id;
}

/** The core may name a field by its column. */
export const onTheWire = (field: string) =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The label of a field, where it is named outside its own place. */
export function fieldName(field: string): string {
  return format(`field-name-${onTheWire(field)}`) ?? t('field-name-other');
}

/** Lists in errors are lists of fields. */
function words(value: unknown): string {
  return Array.isArray(value)
    ? value.map((field) => fieldName(String(field))).join(', ')
    : String(value);
}

/** The sentence for an error code; each has one, or this does not compile. */
export function errorMessage(code: ErrorCode, params: Record<string, unknown> = {}): string {
  const args = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'number' ? value : words(value),
    ]),
  );
  const id: MessageId = `error-${code}`;
  return format(id, args) ?? id;
}

/** Whether the catalogue has a message, for ids that are put together from data. */
export function hasMessage(id: string): id is MessageId {
  return bundle.hasMessage(id);
}
