import { hasMessage, t } from '../i18n/messages';

/** The name of a kind of operation: "Obstacle cleared". Kinds of a newer app have none yet. */
export function operationName(kind: string): string {
  const id = `operation-${kind}`;
  return hasMessage(id) ? t(id as 'operation-unknown') : t('operation-unknown');
}
