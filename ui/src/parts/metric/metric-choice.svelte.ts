import type { Good, MetricCreate, MetricKind, MetricNow } from '$lib/api/bindings';
import { TypedText } from '$lib/data/typed-text.svelte';
import { t } from '$lib/i18n/messages';
import { readyMade, type ReadyMadeKey } from './ready-made';

export const NEW_METRIC = 'new';

/** A metric of the team, or one that is made with what is written for it. */
export type WantedMetric = { metricId: string } | { newMetric: MetricCreate };

/**
 * What a form says about its metric: one of the team's, or the fields of a new one. Make it with a
 * component.
 */
export class MetricChoice {
  /** An id, or `NEW_METRIC`. */
  id = $state(NEW_METRIC);
  good = $state<Good>('down');
  /** The definition it began with. */
  ready = $state<ReadyMadeKey | null>(null);
  readonly name: TypedText;
  readonly unit: TypedText;
  readonly #teamId: () => string;

  constructor(teamId: () => string) {
    this.#teamId = teamId;
    const place = (field: string) => () => ({ entityId: `new metric of ${teamId()}`, field });
    this.name = new TypedText(place('name'));
    this.unit = new TypedText(place('unit'));
  }

  start(metrics: readonly MetricNow[], wanted: string | null): void {
    this.id = wanted ?? metrics[0]?.metric.id ?? NEW_METRIC;
    this.good = 'down';
    this.ready = null;
  }

  /** Copies a ready-made definition into the fields of the new metric. */
  beginWith(key: ReadyMadeKey | null): void {
    this.ready = key;
    if (!key) return;
    this.name.text = t(`ready-${key}`);
    this.unit.text = t(`ready-${key}-unit`);
    this.good = readyMade[key].good;
  }

  /**
   * The metric that is chosen, or the one that is to be made with what is written. A ready-made
   * definition brings its own kind; `good` may follow from what the form asks otherwise.
   */
  wanted(metricKind: MetricKind, good: Good = this.good): WantedMetric {
    if (this.id !== NEW_METRIC) return { metricId: this.id };
    const fields = {
      name: this.name.text.trim(),
      unit: this.unit.text.trim(),
      good,
      metricKind: this.ready ? readyMade[this.ready].kind : metricKind,
      ...(this.ready && {
        definition: t(`ready-${this.ready}-definition`),
        rhythmDays: readyMade[this.ready].rhythmDays,
      }),
    };
    return { newMetric: { teamId: this.#teamId(), fields } };
  }

  /** It is in the file: nothing that was typed has to be kept. */
  clear(): void {
    this.name.clear();
    this.unit.clear();
  }
}
