import type { ObservationLine } from '$lib/api/bindings';
import { formatDate } from '$lib/i18n/format';
import { t } from '$lib/i18n/messages';

/** "Call log. Measured Fri 6 Mar by Ana Petrov" */
export function measured({ how, observedOn, measuredBy }: ObservationLine): string {
  const date = formatDate(observedOn);
  const who = measuredBy || t('person-unknown');
  return how
    ? t('coaching-measured-how', { how, date, who })
    : t('coaching-measured', { date, who });
}
