import { operationKinds } from '../api/bindings';
import { t } from '../i18n/messages';

/**
 * The name of a kind of operation: "Obstacle cleared". Each has one, or this does not compile;
 * kinds of a newer app have none yet.
 */
export function operationName(kind: string): string {
  const known = operationKinds.find((one) => one === kind);
  return known ? t(`operation-${known}`) : t('operation-unknown');
}
